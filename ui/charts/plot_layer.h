// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_points.h"
#include "ui/charts/drawing.h"

#include <QGraphicsItem>
#include <QImage>
#include <QPixmap>

#include <map>
#include <optional>
#include <tuple>

namespace overfit::ui {

/// Paints a drawing over the plot area of a chart.
///
/// The series of Qt Charts are not used for it: their markers cost a graphics item each and their wide lines
/// a stroked path, together several times the cost of the rest of the chart. Here a line goes to the
/// rasteriser as single segments, which it fills without building a path, and a mark is one small image,
/// stamped. The grid is painted here too, as filled rectangles: as antialiased lines it costs more than
/// everything else in an empty chart. The backdrop is stretched when it is new, and stamped from then on.
///
/// Where vectors are wanted, for a file, lines are lines and marks are shapes (see plot_vectors).
class PlotLayer : public QGraphicsItem
{
public:
    explicit PlotLayer(QGraphicsItem *chart);

    void setDrawing(Drawing drawing);
    void setMap(const PlotMap &map);
    /// A ring around a value, over everything else; none takes it away.
    void setRing(const std::optional<QPointF> &value, qreal size);
    void setRingColor(const QColor &color);
    void setGridColor(const QColor &color);
    [[nodiscard]] const Drawing &drawing() const { return m_drawing; }
    [[nodiscard]] const PlotMap &map() const { return m_map; }

    [[nodiscard]] QRectF boundingRect() const override;
    void paint(QPainter *painter, const QStyleOptionGraphicsItem *option, QWidget *widget) override;

private:
    /// A line as the segments that are painted, in pixels.
    struct Stroke {
        QList<QLineF> lines;
        QColor color;
        qreal width = 0;
    };

    /// The backdrop as it is stamped, and what it was made from.
    struct Stretched {
        qint64 source = 0; ///< the key of the image
        QRect place; ///< in device pixels
        QRect window; ///< what is seen of it, in device pixels
        QImage image;
    };

    using StampKey = std::tuple<Mark, QRgb, QRgb, qreal, qreal>; // colour, ground, size, pixel ratio

    [[nodiscard]] Stroke strokeOf(const Line &line) const;
    void paintBackdrop(QPainter *painter);
    void paintGrid(QPainter *painter) const;
    void paintStrokes(QPainter *painter) const;
    void paintMarks(QPainter *painter);
    void paintRing(QPainter *painter) const;
    void paintNotes(QPainter *painter) const;
    [[nodiscard]] const QPixmap &stamp(const Marks &marks, qreal ratio);

    Drawing m_drawing;
    PlotMap m_map;
    QColor m_gridColor;
    QColor m_ringColor;
    std::optional<QPointF> m_ring; ///< in units of the axes
    qreal m_ringSize = 0;
    QList<Stroke> m_strokes;
    Stretched m_stretched;
    std::map<StampKey, QPixmap> m_stamps;
};

} // namespace overfit::ui
