// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/chart_picture.h"

#include "ui/charts/accuracy_chart.h"
#include "ui/charts/class_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/key_line.h"
#include "ui/charts/plot_view.h"
#include "ui/words/dial_strings.h"
#include "ui/words/strings.h"

#include <QApplication>
#include <QCoreApplication>
#include <QFontInfo>
#include <QFontMetricsF>
#include <QPainter>

#include <utility>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::ChartPicture)
};

/// A chart of this size is as in a window of that one: there it shares the room with the other.
QSize windowAround(const QSizeF &chart)
{
    constexpr double kShare = 0.62;
    return (chart / kShare).toSize();
}

/// The font by the name that others know it by, without the hints of this screen.
QFont paperFont()
{
    QFont font = QApplication::font();
    font.setFamily(QFontInfo(font).family());
    font.setHintingPreference(QFont::PreferNoHinting);
    return font;
}

std::unique_ptr<Card> fitCard(const Snapshot &snapshot, bool truthShown, const Look &look)
{
    if (snapshot.classes) {
        auto chart = std::make_unique<ClassChart>();
        chart->setTruthShown(truthShown);
        chart->setLook(look);
        chart->show(snapshot);
        return chart;
    }
    auto chart = std::make_unique<FitChart>();
    chart->setTruthShown(truthShown);
    chart->setLook(look);
    chart->show(snapshot);
    return chart;
}

std::unique_ptr<Card> accuracyCard(const SnapshotPtr &snapshot, const Look &look)
{
    auto chart = std::make_unique<AccuracyChart>();
    chart->setLook(look);
    chart->setDial(snapshot->scenario.curve);
    chart->show(snapshot);
    return chart;
}

/// What the picture is of, in few words.
QString settingsText(const Snapshot &snapshot)
{
    QStringList parts{Text::tr("degree %1").arg(wholeText(snapshot.scenario.model.degree)),
        Text::tr("%Ln training point(s)", nullptr, static_cast<int>(snapshot.training.count))};
    if (snapshot.scenario.model.ridge > 0)
        parts.append(Text::tr("λ %1").arg(numberText(snapshot.scenario.model.ridge, 3)));
    if (snapshot.epoch != kFullyTrained)
        parts.append(Text::tr("epoch %1").arg(wholeText(snapshot.epoch)));
    parts.append(Text::tr("seed %1").arg(plainWholeText(snapshot.scenario.data.seed)));
    return parts.join(QStringLiteral(" · "));
}

} // namespace

ChartPicture::ChartPicture(
    Chart chart, const SnapshotPtr &snapshot, bool truthShown, bool dark, const QSizeF &size)
    : m_size(size), m_look(makeLook(dark, windowAround(size), paperFont())),
      m_title(chart == Chart::Fit ? dataTexts(snapshot->scenario.data.source).title
                                  : dialTexts(snapshot->scenario.curve).curve),
      m_settings(settingsText(*snapshot)),
      m_card(chart == Chart::Fit ? fitCard(*snapshot, truthShown, m_look) : accuracyCard(snapshot, m_look))
{
    m_description = m_card->findChild<PlotView *>()->accessibleDescription();
}

ChartPicture::~ChartPicture() = default;
ChartPicture::ChartPicture(ChartPicture &&) noexcept = default;
ChartPicture &ChartPicture::operator=(ChartPicture &&) noexcept = default;

void ChartPicture::paint(QPainter &painter) const
{
    const QRectF whole(QPointF(), m_size);
    const qreal margin = 14 * m_look.unit;
    const qreal titleHeight = QFontMetricsF(m_look.heading).height() * 1.25;
    auto *keys = m_card->findChild<KeyLine *>();
    QRectF rest = whole.adjusted(margin, margin * 0.7, -margin, -margin * 0.7);
    const qreal keysHeight =
        keys->rowsWithin(rest.width()) * (QFontMetricsF(m_look.base).height() + 6 * m_look.unit);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(whole, m_look.card);
    paintTitle(painter, QRectF(rest.topLeft(), QSizeF(rest.width(), titleHeight)));
    rest.setTop(rest.top() + titleHeight);
    keys->paintInto(painter, QRectF(rest.topLeft(), QSizeF(rest.width(), keysHeight)));
    rest.setTop(rest.top() + keysHeight + 4 * m_look.unit);
    m_card->findChild<PlotView *>()->paintInto(painter, rest);
}

void ChartPicture::paintTitle(QPainter &painter, const QRectF &box) const
{
    const QFontMetricsF headings(m_look.heading);
    const QFontMetricsF words(m_look.base);
    const qreal settings = words.horizontalAdvance(m_settings);
    const qreal gap = 16 * m_look.unit;
    const bool both = headings.horizontalAdvance(m_title) + gap + settings <= box.width();
    painter.setFont(m_look.heading);
    painter.setPen(m_look.text);
    const QString title = headings.elidedText(m_title, Qt::ElideRight, box.width());
    painter.drawText(box, Qt::AlignLeft | Qt::AlignVCenter, title);
    if (!both)
        return; // the title says what it is; the settings are in the report
    painter.setFont(m_look.base);
    painter.setPen(m_look.quiet);
    painter.drawText(box, Qt::AlignRight | Qt::AlignVCenter, m_settings);
}

} // namespace overfit::ui
