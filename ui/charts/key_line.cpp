// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/key_line.h"

#include "ui/charts/chart_points.h"
#include "ui/charts/plot_vectors.h"
#include "ui/widgets/look.h"
#include "ui/words/language.h"

#include <QEvent>
#include <QPainter>
#include <QPixmap>

#include <algorithm>
#include <numeric>
#include <utility>

namespace overfit::ui {

namespace {

constexpr qreal kGap = 7; // between a sample and its words
constexpr qreal kSpace = 18; // between keys
constexpr qreal kLeastSpace = 4;

} // namespace

KeyLine::KeyLine(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

void KeyLine::setKeys(QList<Key> keys, const Look &look)
{
    if (keys == m_keys && m_color == look.quiet && m_ground == look.card)
        return; // no new layout while a dial is dragged
    m_keys = std::move(keys);
    m_color = look.quiet;
    m_ground = look.card;
    QStringList words;
    for (const Key &key : std::as_const(m_keys)) {
        if (key.isShown)
            words.append(key.text);
    }
    setAccessibleName(listText(words));
    measure();
}

QSize KeyLine::sizeHint() const
{
    return {0, fontMetrics().height() + 4};
}

QSize KeyLine::minimumSizeHint() const
{
    return sizeHint();
}

qreal KeyLine::sampleWidth(const Key &key) const
{
    return std::holds_alternative<Line>(key.sample) ? fontMetrics().height() * 1.6
                                                    : fontMetrics().height() * 0.8;
}

void KeyLine::measure()
{
    m_wordWidths.clear();
    for (const Key &key : std::as_const(m_keys))
        m_wordWidths.append(fontMetrics().horizontalAdvance(key.text));
    updateGeometry();
    update();
}

void KeyLine::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        measure();
    QWidget::changeEvent(event);
}

/// Where each key begins. In one row they stand closer where there is little room.
QList<KeyLine::Place> KeyLine::places(qreal room) const
{
    QList<qreal> widths;
    for (qsizetype i = 0; i < m_keys.size(); ++i)
        widths.append(sampleWidth(m_keys[i]) + kGap + m_wordWidths[i]);
    const qreal taken = std::accumulate(widths.cbegin(), widths.cend(), 0.0);
    const auto gaps = static_cast<qreal>(std::max<qsizetype>(1, m_keys.size() - 1));
    const qreal spare = (room - taken) / gaps;
    const bool isOneRow = spare >= kLeastSpace;
    const qreal space = isOneRow ? std::min(spare, kSpace) : kSpace;
    QList<Place> places;
    Place next{};
    for (const qreal width : std::as_const(widths)) {
        if (!isOneRow && next.left > 0 && next.left + width > room)
            next = {next.row + 1, 0};
        places.append(next);
        next.left += width + space;
    }
    return places;
}

int KeyLine::rowsWithin(qreal width) const
{
    return m_keys.isEmpty() ? 1 : places(width).constLast().row + 1;
}

int KeyLine::heightForWidth(int width) const
{
    return rowsWithin(width) * sizeHint().height();
}

void KeyLine::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintInto(painter, rect());
}

void KeyLine::paintInto(QPainter &painter, const QRectF &box) const
{
    painter.setFont(font());
    const QList<Place> places = this->places(box.width());
    const qreal height = box.height() / rowsWithin(box.width());
    for (qsizetype i = 0; i < m_keys.size(); ++i) {
        const Key &key = m_keys[i];
        if (!key.isShown)
            continue;
        const QRectF sample(
            box.left() + places[i].left, box.top() + places[i].row * height, sampleWidth(key), height);
        paintSample(painter, key, sample);
        painter.setPen(m_color);
        painter.drawText(QRectF(sample.right() + kGap, sample.top(), m_wordWidths[i] + 2, height),
            Qt::AlignVCenter, key.text);
    }
}

void KeyLine::paintSample(QPainter &painter, const Key &key, const QRectF &box) const
{
    if (const auto *marks = std::get_if<Marks>(&key.sample)) {
        if (paintsVectors(painter)) {
            paintMark(painter, box.center(), *marks, m_ground);
            return;
        }
        const QPixmap pixmap =
            markPixmap(marks->mark, marks->color, m_ground, marks->size, deviceRatio(painter));
        const QSizeF size = pixmap.deviceIndependentSize();
        painter.drawPixmap(box.center() - QPointF(size.width() / 2, size.height() / 2), pixmap);
        return;
    }
    const Line &line = std::get<Line>(key.sample);
    const DashLengths lengths = dashLengths(line.pattern, line.width);
    const QList<QPointF> stroke{{box.left(), box.center().y()}, {box.right(), box.center().y()}};
    if (paintsVectors(painter)) {
        paintLine(painter, stroke, line);
        return;
    }
    painter.setPen(QPen(line.color, line.width, Qt::SolidLine, Qt::SquareCap));
    painter.drawLines(lengths.on > 0 ? dashes(stroke, lengths.on, lengths.off) : segments(stroke));
}

} // namespace overfit::ui
