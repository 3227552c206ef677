// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/drawing.h"

#include <QPaintEngine>
#include <QPainter>
#include <QPixmap>
#include <QPolygonF>
#include <QtMath>

#include <algorithm>

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

/// As large to the eye as a disc of that radius.
QRectF square(qreal radius)
{
    const qreal reach = radius * 0.9;
    return {-reach, -reach, 2 * reach, 2 * reach};
}

/// The marks that are a stroke around something.
void drawOutline(QPainter &painter, Mark mark, const QColor &color, const QColor &ground, qreal size)
{
    const qreal radius = size / 2;
    const qreal stroke = qMax(1.7, size / 5);
    painter.setPen(QPen(color, stroke, Qt::SolidLine, Qt::SquareCap, Qt::MiterJoin));
    painter.setBrush(ground); // hollow over a shade too
    if (mark == Mark::Circle) {
        painter.drawEllipse(QPointF(0, 0), radius - stroke / 2, radius - stroke / 2);
    } else if (mark == Mark::HollowSquare) {
        painter.drawRect(square(radius - stroke / 2));
    } else if (mark == Mark::Ring) {
        painter.setPen(QPen(color, qMax(1.6, size / 9)));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(0, 0), radius * 8 / 9, radius * 8 / 9);
    } else {
        painter.setPen(QPen(color, qMax(1.4, size / 6)));
        painter.setBrush(Qt::NoBrush);
        painter.drawPolygon(diamond(radius - 1.2));
    }
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
    case Mark::Square:
        painter.drawRect(square(radius - rim / 2));
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
    case Mark::Diamond:
    case Mark::Circle:
    case Mark::HollowSquare:
    case Mark::Ring:
        drawOutline(painter, mark, color, ground, size);
        break;
    }
}

} // namespace

bool isCrowded(const Drawing &drawing)
{
    constexpr qsizetype kCrowd = 500;
    qsizetype count = 0;
    for (const Marks &marks : drawing.marks)
        count += marks.values.size();
    return count > kCrowd;
}

QImage stretched(const QImage &image, const QRect &place, const QRect &window)
{
    // Qt's fast paths stretch only what is true colour.
    const QImage source = image.convertToFormat(QImage::Format_RGB32);
    QImage result(window.size(), QImage::Format_RGB32);
    QPainter painter(&result);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(place.translated(-window.topLeft()), source);
    return result;
}

bool paintsVectors(const QPainter &painter)
{
    const QPaintEngine *engine = painter.paintEngine();
    return engine
        && (engine->type() == QPaintEngine::SVG || engine->type() == QPaintEngine::Pdf
            || engine->type() == QPaintEngine::Picture);
}

qreal deviceRatio(const QPainter &painter)
{
    return std::max(painter.deviceTransform().m11(), 0.25);
}

void paintMark(QPainter &painter, const QPointF &centre, const Marks &marks, const QColor &ground)
{
    painter.save();
    painter.translate(centre);
    drawMark(painter, marks.mark, marks.color, ground, marks.size);
    painter.restore();
}

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
