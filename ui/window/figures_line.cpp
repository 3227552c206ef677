// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/figures_line.h"

#include <QPaintEvent>
#include <QPainter>

#include <algorithm>

namespace overfit::ui {

namespace {

/// The font, or a smaller one where the text would be wider than @p room: figures of a training that blew up.
QFont fitting(QFont font, const QString &text, qreal room)
{
    const qreal wide = QFontMetricsF(font).horizontalAdvance(text);
    if (wide > room)
        font.setPixelSize(std::max(8, static_cast<int>(font.pixelSize() * room / wide)));
    return font;
}

} // namespace

FiguresLine::FiguresLine(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setObjectName(QStringLiteral("figures"));
    m_untilOutdated.setSingleShot(true);
    m_untilOutdated.setInterval(150);
    connect(&m_untilOutdated, &QTimer::timeout, this, [this] { setOutdated(true); });
    setFigures(false, true);
}

/// The figures that are shown: of two models, or of one with its gap.
void FiguresLine::setFigures(bool compared, bool curve)
{
    const QString widest = percentText(curve ? -99.99 : 0.995);
    const auto add = [this](const QString &name, const QString &widestText, QColor Look::*color) {
        m_figures.append({QStaticText(name), QStaticText(), widestText, color});
    };
    m_compared = compared;
    m_curve = curve;
    m_figures.clear();
    add(compared ? tr("A: training") : tr("Training"), percentText(0.995), &Look::training);
    add(compared ? tr("A: validation") : tr("Validation"), widest, &Look::validation);
    if (!compared) {
        add(tr("Gap in points"), gapText(0, curve ? -99.99 : 0.995), &Look::text);
        return;
    }
    add(tr("B: training"), percentText(0.995), &Look::training);
    add(tr("B: validation"), widest, &Look::validation);
}

void FiguresLine::setLook(const Look &look)
{
    m_look = look;
    arrange();
    updateGeometry();
    update();
}

void FiguresLine::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    setFigures(m_compared, m_curve);
    arrange();
    if (m_snapshot)
        show(Snapshot(*m_snapshot));
    update();
}

void FiguresLine::show(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    const QString training = percentText(snapshot.training.accuracy);
    const QString validation = percentText(snapshot.validation.accuracy);
    const bool compared = !snapshot.scenario.rivals.empty();
    if (compared != m_compared || (snapshot.curve != nullptr) != m_curve) {
        setFigures(compared, snapshot.curve != nullptr);
        arrange();
        update();
    }
    QString spoken = tr("Training %1, validation %2.").arg(training, validation);
    setValue(m_figures[0], training);
    setValue(m_figures[1], validation);
    if (compared) {
        const QString unknown = QStringLiteral("…");
        const RivalAnswer *const rival = snapshot.rival();
        const QString rivalTraining = rival ? percentText(rival->training.accuracy) : unknown;
        const QString rivalValidation = rival ? percentText(rival->validation.accuracy) : unknown;
        setValue(m_figures[2], rivalTraining);
        setValue(m_figures[3], rivalValidation);
        spoken = tr("Model A: training %1, validation %2. Model B: training %3, validation %4.")
                     .arg(training, validation, rivalTraining, rivalValidation);
    } else {
        setValue(m_figures[2], gapText(snapshot.training.accuracy, snapshot.validation.accuracy));
    }
    if (snapshot.verdict) {
        setSentence(verdictTexts(snapshot));
        setOutdated(false);
        spoken += QLatin1Char(' ') + m_sentence.headline + QLatin1Char(' ') + m_sentence.advice;
    } else if (!m_outdated && !m_untilOutdated.isActive()) {
        m_untilOutdated.start();
    }
    setAccessibleName(spoken);
}

void FiguresLine::setOutdated(bool outdated)
{
    m_untilOutdated.stop();
    if (outdated == m_outdated)
        return;
    m_outdated = outdated;
    update();
}

void FiguresLine::setValue(Figure &figure, const QString &text)
{
    if (figure.value.text() == text)
        return;
    figure.value.setText(text);
    figure.value.prepare({}, m_look.figure);
    update(figureBox(&figure - m_figures.constData()).toAlignedRect());
}

void FiguresLine::setSentence(const VerdictTexts &sentence)
{
    if (sentence == m_sentence)
        return;
    m_sentence = sentence;
    arrange();
    update();
}

/// Lays out what depends on the width and the type; a dial that is dragged changes neither.
void FiguresLine::arrange()
{
    const QFontMetricsF base(m_look.base);
    const QFontMetricsF large(m_look.figure);
    for (Figure &figure : m_figures) {
        figure.width = 20 * m_look.unit
            + std::max(base.horizontalAdvance(figure.name.text()), large.horizontalAdvance(figure.widest));
    }
    for (QStaticText *text : {&m_headline, &m_advice}) {
        text->setTextFormat(Qt::PlainText);
        text->setTextWidth(std::max<qreal>(100, sentenceBox().width()));
    }
    m_headline.setText(m_sentence.headline);
    m_advice.setText(m_sentence.advice);
    m_headline.prepare({}, m_look.heading);
    m_advice.prepare({}, m_look.base);
}

QSize FiguresLine::sizeHint() const
{
    const QFontMetrics base(m_look.base);
    const QFontMetrics figure(m_look.figure);
    const QFontMetrics heading(m_look.heading);
    return {600, std::max(base.height() + figure.height(), heading.height() + 2 * base.height() + 6)};
}

QRectF FiguresLine::figureBox(qsizetype index) const
{
    qreal offset = 0;
    for (qsizetype before = 0; before < index; ++before)
        offset += m_figures[before].width;
    const qreal wide = m_figures[index].width;
    const qreal left = layoutDirection() == Qt::RightToLeft ? width() - offset - wide : offset;
    return {left, 0, wide, qreal(height())};
}

QRectF FiguresLine::sentenceBox() const
{
    const QRectF last = figureBox(m_figures.size() - 1);
    if (layoutDirection() == Qt::RightToLeft)
        return {0, 0, last.left(), qreal(height())};
    return {last.right(), 0, width() - last.right(), qreal(height())};
}

void FiguresLine::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

void FiguresLine::paintEvent(QPaintEvent *event)
{
    QPainter painter(this);
    for (qsizetype index = 0; index < m_figures.size(); ++index) {
        if (event->rect().intersects(figureBox(index).toAlignedRect()))
            paintFigure(painter, index);
    }
    if (event->rect().intersects(sentenceBox().toAlignedRect()))
        paintSentence(painter);
}

void FiguresLine::paintFigure(QPainter &painter, qsizetype index) const
{
    const Figure &figure = m_figures[index];
    const QRectF box = figureBox(index);
    const auto left = [&](const QStaticText &text, const QFont &font) {
        const qreal wide = QFontMetricsF(font).horizontalAdvance(text.text());
        return layoutDirection() == Qt::RightToLeft ? box.right() - wide : box.left();
    };
    painter.setFont(m_look.base);
    painter.setPen(m_look.quiet);
    painter.drawStaticText(QPointF(left(figure.name, m_look.base), 0), figure.name);
    const QFont font = fitting(m_look.figure, figure.value.text(), box.width() - 10 * m_look.unit);
    painter.setFont(font);
    painter.setPen(m_look.*figure.color);
    painter.drawStaticText(
        QPointF(left(figure.value, font), QFontMetricsF(m_look.base).height() - 2), figure.value);
}

void FiguresLine::paintSentence(QPainter &painter) const
{
    const qreal left = sentenceBox().left();
    painter.setFont(m_look.heading);
    painter.setPen(m_outdated ? m_look.edge : m_look.text);
    painter.drawStaticText(QPointF(left, 0), m_headline);
    painter.setFont(m_look.base);
    painter.setPen(m_outdated ? m_look.edge : m_look.quiet);
    painter.drawStaticText(QPointF(left, m_headline.size().height() + 4), m_advice);
}

} // namespace overfit::ui
