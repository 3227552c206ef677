// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/plot_vectors.h"

#include <QPainter>
#include <QPolygonF>

#include <utility>

namespace overfit::ui {

namespace {

constexpr double kTolerance = 0.05; // pixels that a line may be off, for a picture that will be enlarged
constexpr double kFineness = 3; // pixels of an embedded image a pixel

void paintBackdrop(QPainter &painter, const Backdrop &backdrop, const PlotMap &map)
{
    const auto fine = [](const QRectF &rect) {
        return QRectF(rect.topLeft() * kFineness, rect.size() * kFineness).toRect();
    };
    const QRect place =
        fine(QRectF(map.toPixel(backdrop.values.topLeft()), map.toPixel(backdrop.values.bottomRight())));
    const QRect window = place.intersected(fine(map.area));
    if (window.isEmpty())
        return;
    const QRectF target(QPointF(window.topLeft()) / kFineness, QSizeF(window.size()) / kFineness);
    painter.drawImage(target, stretched(backdrop.image, place, window));
}

void paintGrid(QPainter &painter, const PlotMap &map, const QColor &color)
{
    painter.setPen(QPen(color, 1, Qt::SolidLine, Qt::FlatCap));
    for (const double value : ticks(map.x)) {
        const qreal x = map.toPixel({value, 0}).x();
        painter.drawLine(QPointF(x, map.area.top()), QPointF(x, map.area.bottom()));
    }
    for (const double value : ticks(map.y)) {
        const qreal y = map.toPixel({0, value}).y();
        painter.drawLine(QPointF(map.area.left(), y), QPointF(map.area.right(), y));
    }
}

void paintLines(QPainter &painter, const Drawing &drawing, const PlotMap &map)
{
    if (drawing.rule) {
        const qreal x = map.toPixel({*drawing.rule, 0}).x();
        painter.setPen(QPen(drawing.ruleColor, 2, Qt::SolidLine, Qt::FlatCap));
        painter.drawLine(QPointF(x, map.area.top()), QPointF(x, map.area.bottom()));
    }
    for (const Line &line : drawing.lines)
        for (const QList<QPointF> &piece : linePixels(line.values, map))
            for (const QList<QPointF> &seen : cutOff(simplified(piece, kTolerance), map.area))
                paintLine(painter, seen, line);
}

void paintMarks(QPainter &painter, const Drawing &drawing, const PlotMap &map)
{
    const QRectF seen = map.area.adjusted(-2, -2, 2, 2);
    for (const Marks &marks : drawing.marks) {
        for (const QPointF &value : marks.values) {
            const QPointF centre = map.toPixel(value);
            if (seen.contains(centre))
                paintMark(painter, centre, marks, drawing.noteGround);
        }
    }
}

} // namespace

void paintLine(QPainter &painter, const QList<QPointF> &pixels, const Line &style)
{
    QPen pen(style.color, style.width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    const DashLengths lengths = dashLengths(style.pattern, style.width);
    if (lengths.on > 0) { // square caps lengthen every dash by the width on the screen
        pen.setDashPattern({lengths.on / style.width + 1, lengths.off / style.width - 1});
    }
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF(pixels));
}

void paintVectors(QPainter &painter, const Drawing &drawing, const PlotMap &map, const QColor &grid)
{
    painter.setRenderHint(QPainter::Antialiasing);
    if (drawing.backdrop)
        paintBackdrop(painter, *drawing.backdrop, map);
    paintGrid(painter, map, grid);
    const bool isFree = !isCrowded(drawing);
    if (isFree)
        paintLines(painter, drawing, map);
    paintMarks(painter, drawing, map);
    if (!isFree)
        paintLines(painter, drawing, map);
}

} // namespace overfit::ui
