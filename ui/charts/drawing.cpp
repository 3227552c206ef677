// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/drawing.h"

#include <QPainter>
#include <QPixmap>
#include <QPolygonF>
#include <QtMath>

namespace overfit::ui {

namespace {

QPolygonF star(qreal radius)
{
    QPolygonF points;
    for (int i = 0; i < 10; ++i) {
        const qreal reach = i % 2 == 0 ? radius : radius * 0.42;
        const qreal angle = M_PI / 5 * i - M_PI / 2;
        points.append({reach * qCos(angle), reach * qSin(angle)});
    }
    return points;
}

QPolygonF diamond(qreal radius)
{
    return QPolygonF({{0, -radius}, {radius, 0}, {0, radius}, {-radius, 0}});
}

void drawMark(QPainter &painter, Mark mark, const QColor &color, const QColor &ground, qreal size)
{
    const qreal radius = size / 2;
    const qreal rim = qMax(1.0, size / 10);
    painter.setPen(QPen(ground, rim));
    painter.setBrush(color);
    switch (mark) {
    case Mark::Disc:
        painter.drawEllipse(QPointF(0, 0), radius - rim / 2, radius - rim / 2);
        break;
    case Mark::Diamond:
        painter.setPen(QPen(color, qMax(1.4, size / 6)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(diamond(radius - 1.2));
        break;
    case Mark::FilledDiamond:
        painter.drawPolygon(diamond(radius - rim / 2));
        break;
    case Mark::Star:
        painter.drawPolygon(star(radius - rim / 2));
        break;
    case Mark::Above:
        painter.drawPolygon(QPolygonF({{-radius, radius * 0.7}, {radius, radius * 0.7}, {0, -radius * 0.9}}));
        break;
    case Mark::Below:
        painter.drawPolygon(
            QPolygonF({{-radius, -radius * 0.7}, {radius, -radius * 0.7}, {0, radius * 0.9}}));
        break;
    }
}

} // namespace

QPixmap markPixmap(Mark mark, const QColor &color, const QColor &ground, qreal size, qreal ratio)
{
    const int side = qCeil(size) + 2;
    QPixmap pixmap(qCeil(side * ratio), qCeil(side * ratio));
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / 2.0, side / 2.0);
    drawMark(painter, mark, color, ground, size);
    return pixmap;
}

DashLengths dashLengths(Pattern pattern, qreal width)
{
    switch (pattern) {
    case Pattern::Dashed:
        return {4 * width, 2.2 * width};
    case Pattern::Dotted:
        return {width, 1.8 * width};
    case Pattern::Solid:
        break;
    }
    return {0, 0};
}

} // namespace overfit::ui
