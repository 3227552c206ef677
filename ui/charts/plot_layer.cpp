// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_layer.h"

#include "ui/charts/plot_vectors.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit::ui {

namespace {

constexpr double kTolerance = 0.15; // pixels that a line may be off; below what antialiasing can show
constexpr std::size_t kMostStamps = 64;

} // namespace

PlotLayer::PlotLayer(QGraphicsItem *chart) : QGraphicsItem(chart)
{
    setZValue(100);
}

void PlotLayer::setDrawing(Drawing drawing)
{
    if (drawing == m_drawing)
        return; // the later stages of an answer often change a chart no more
    QList<Stroke> strokes;
    for (const Line &line : std::as_const(drawing.lines)) {
        const qsizetype same = m_drawing.lines.indexOf(line); // such as the target, while a dial is dragged
        strokes.append(same >= 0 ? m_strokes[same] : strokeOf(line));
    }
    m_strokes = std::move(strokes);
    m_drawing = std::move(drawing);
    update();
}

void PlotLayer::setMap(const PlotMap &map)
{
    prepareGeometryChange();
    m_map = map;
    m_strokes.clear();
    for (const Line &line : std::as_const(m_drawing.lines))
        m_strokes.append(strokeOf(line));
}

void PlotLayer::setGridColor(const QColor &color)
{
    m_gridColor = color;
    update();
}

void PlotLayer::setRing(const std::optional<QPointF> &value, qreal size)
{
    if (value == m_ring && size == m_ringSize)
        return;
    m_ring = value;
    m_ringSize = size;
    update();
}

void PlotLayer::setRingColor(const QColor &color)
{
    m_ringColor = color;
    update();
}

QRectF PlotLayer::boundingRect() const
{
    // Not a pixel more: what overlaps the labels of the axes makes them paint anew, and text is the dearest
    // of all.
    return m_map.area.adjusted(0, 0, 1, 1);
}

PlotLayer::Stroke PlotLayer::strokeOf(const Line &line) const
{
    Stroke stroke{{}, line.color, line.width};
    const DashLengths lengths = dashLengths(line.pattern, line.width);
    for (const QList<QPointF> &piece : linePixels(line.values, m_map)) {
        const QList<QPointF> simple = simplified(piece, kTolerance);
        stroke.lines += lengths.on > 0 ? dashes(simple, lengths.on, lengths.off) : segments(simple);
    }
    return stroke;
}

void PlotLayer::paint(QPainter *painter, const QStyleOptionGraphicsItem *, QWidget *)
{
    if (paintsVectors(*painter)) {
        paintVectors(*painter, m_drawing, m_map, m_gridColor);
        paintNotes(painter);
        return;
    }
    painter->setClipRect(boundingRect());
    paintBackdrop(painter);
    paintGrid(painter);
    const bool isFree = !isCrowded(m_drawing);
    if (isFree)
        paintStrokes(painter);
    paintMarks(painter);
    if (!isFree)
        paintStrokes(painter);
    paintRing(painter);
    paintNotes(painter);
}

void PlotLayer::paintBackdrop(QPainter *painter)
{
    if (!m_drawing.backdrop)
        return;
    const qreal ratio = deviceRatio(*painter);
    const auto device = [ratio](const QRectF &rect) { // whole pixels, so that the edges are sharp
        return QRectF(rect.topLeft() * ratio, rect.size() * ratio).toRect();
    };
    const Backdrop &backdrop = *m_drawing.backdrop;
    const QRect place = device(
        QRectF(m_map.toPixel(backdrop.values.topLeft()), m_map.toPixel(backdrop.values.bottomRight())));
    const QRect window = place.intersected(device(m_map.area));
    if (window.isEmpty())
        return;
    const qint64 source = backdrop.image.cacheKey();
    if (m_stretched.source != source || m_stretched.place != place || m_stretched.window != window)
        m_stretched = {source, place, window, stretched(backdrop.image, place, window)};
    m_stretched.image.setDevicePixelRatio(ratio);
    painter->drawImage(QPointF(window.topLeft()) / ratio, m_stretched.image);
}

void PlotLayer::paintGrid(QPainter *painter) const
{
    const qreal ratio = deviceRatio(*painter);
    const auto sharp = [ratio](
                           qreal at) { return std::floor(at * ratio) / ratio; }; // on a whole device pixel
    painter->setRenderHint(QPainter::Antialiasing, false);
    const QRectF &area = m_map.area;
    for (const double x : ticks(m_map.x))
        painter->fillRect(
            QRectF(sharp(m_map.toPixel({x, 0}).x()), area.top(), 1, area.height()), m_gridColor);
    for (const double y : ticks(m_map.y))
        painter->fillRect(
            QRectF(area.left(), sharp(m_map.toPixel({0, y}).y()), area.width(), 1), m_gridColor);
    painter->setRenderHint(QPainter::Antialiasing);
}

void PlotLayer::paintStrokes(QPainter *painter) const
{
    if (m_drawing.rule) {
        const qreal x = m_map.toPixel({*m_drawing.rule, 0}).x();
        painter->setPen(QPen(m_drawing.ruleColor, 2));
        painter->drawLine(QPointF(x, m_map.area.top()), QPointF(x, m_map.area.bottom()));
    }
    for (const Stroke &stroke : m_strokes) {
        // The square cap closes the joints; a round one would send every segment through the path stroker.
        painter->setPen(QPen(stroke.color, stroke.width, Qt::SolidLine, Qt::SquareCap));
        painter->drawLines(stroke.lines);
    }
}

void PlotLayer::paintMarks(QPainter *painter)
{
    const qreal ratio = deviceRatio(*painter);
    const QRectF seen = m_map.area.adjusted(-2, -2, 2, 2);
    for (const Marks &marks : std::as_const(m_drawing.marks)) {
        const QPixmap &pixmap = stamp(marks, ratio);
        const qreal half = pixmap.deviceIndependentSize().width() / 2;
        for (const QPointF &value : marks.values) {
            const QPointF centre = m_map.toPixel(value);
            if (!seen.contains(centre))
                continue;
            const QPointF corner = (centre - QPointF(half, half)) * ratio;
            painter->drawPixmap(QPointF(std::round(corner.x()), std::round(corner.y())) / ratio, pixmap);
        }
    }
}

void PlotLayer::paintRing(QPainter *painter) const
{
    if (!m_ring)
        return;
    const QPointF centre = m_map.toPixel(*m_ring);
    const qreal radius = m_ringSize / 2;
    painter->setBrush(Qt::NoBrush);
    painter->setPen(QPen(m_drawing.noteGround, 5)); // to be seen over lines and shades
    painter->drawEllipse(centre, radius, radius);
    painter->setPen(QPen(m_ringColor, 3));
    painter->drawEllipse(centre, radius, radius);
}

void PlotLayer::paintNotes(QPainter *painter) const
{
    if (m_drawing.notes.isEmpty())
        return;
    painter->setFont(m_drawing.noteFont);
    const QFontMetricsF metrics(m_drawing.noteFont);
    QList<QRectF> taken;
    for (const Note &note : m_drawing.notes) {
        QRectF box(0, 0, metrics.horizontalAdvance(note.text) + 8, metrics.height() + 2);
        box.moveCenter(m_map.toPixel(note.value));
        box.moveLeft(qBound(m_map.area.left(), box.left(), m_map.area.right() - box.width()));
        box.moveTop(qBound(m_map.area.top(), box.top(), m_map.area.bottom() - box.height()));
        const bool overlaps = std::any_of(
            taken.cbegin(), taken.cend(), [&](const QRectF &other) { return other.intersects(box); });
        if (overlaps)
            continue;
        taken.append(box);
        painter->fillRect(box, m_drawing.noteGround);
        painter->setPen(note.color);
        painter->drawText(box, Qt::AlignCenter, note.text);
    }
}

const QPixmap &PlotLayer::stamp(const Marks &marks, qreal ratio)
{
    const StampKey key{marks.mark, marks.color.rgb(), m_drawing.noteGround.rgb(), marks.size, ratio};
    const auto found = m_stamps.find(key);
    if (found != m_stamps.end())
        return found->second;
    if (m_stamps.size() >= kMostStamps) // sizes change while a window is resized
        m_stamps.clear();
    return m_stamps.emplace(key, markPixmap(marks.mark, marks.color, m_drawing.noteGround, marks.size, ratio))
        .first->second;
}

} // namespace overfit::ui
