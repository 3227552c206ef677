// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QRectF>
#include <QString>

#include <optional>

class QPainter;
class QPixmap;

namespace overfit::ui {

enum class Pattern { Solid, Dashed, Dotted };
enum class Mark { Disc, Diamond, FilledDiamond, Star, Below, Above, Circle, Square, HollowSquare, Ring };

/// A line through values of the axes; a NaN breaks it.
struct Line {
    QList<QPointF> values;
    QColor color;
    qreal width = 1; ///< device-independent pixels
    Pattern pattern = Pattern::Solid;

    bool operator==(const Line &) const = default;
};

/// The same mark at several values.
struct Marks {
    QList<QPointF> values;
    Mark mark = Mark::Disc;
    QColor color;
    qreal size = 10; ///< device-independent pixels, over all

    bool operator==(const Marks &) const = default;
};

/// Words beside a value, on a patch of the card so that they can be read over lines. Moved to stay within the
/// plot.
struct Note {
    QPointF value;
    QString text;
    QColor color;

    bool operator==(const Note &) const = default;
};

/// An image below everything else, stretched smoothly over a rectangle of values.
struct Backdrop {
    QImage image;
    QRectF values; ///< left the lowest x, top the highest y, so that its height is negative

    /// The same image, not another one with equal pixels: a drawing is compared at every move of a control.
    friend bool operator==(const Backdrop &a, const Backdrop &b)
    {
        return a.image.cacheKey() == b.image.cacheKey() && a.values == b.values;
    }
};

/// What a chart shows besides its axes, in the order in which it is painted, but see isCrowded(). The grid
/// lies between the backdrop and the rest.
struct Drawing {
    std::optional<Backdrop> backdrop;
    std::optional<double> rule; ///< a vertical line over the whole height at this x
    QColor ruleColor;
    QList<Line> lines;
    QList<Marks> marks;
    QList<Note> notes;
    QFont noteFont;
    QColor noteGround;

    bool operator==(const Drawing &) const = default;
};

/// Few marks lie over the lines; so many that they would hide them lie below.
[[nodiscard]] bool isCrowded(const Drawing &drawing);

/// What is seen within @p window, a part of @p place, of an image that is stretched smoothly over @p place,
/// both in device pixels. Format RGB32.
[[nodiscard]] QImage stretched(const QImage &image, const QRect &place, const QRect &window);

/// Whether what is painted is kept as lines and text, as in a file of vectors, and not as pixels.
[[nodiscard]] bool paintsVectors(const QPainter &painter);

/// Device pixels a pixel. Not what the device says: a widget that is painted into an image says its own.
[[nodiscard]] qreal deviceRatio(const QPainter &painter);

/// Paints a mark with its middle at @p centre.
void paintMark(QPainter &painter, const QPointF &centre, const Marks &marks, const QColor &ground);

/// A mark of that size on a transparent ground, sharp at @p ratio device pixels a pixel.
[[nodiscard]] QPixmap markPixmap(
    Mark mark, const QColor &color, const QColor &ground, qreal size, qreal ratio);

/// Dash and gap of a pattern for a stroke of that width; both 0 for a solid one.
struct DashLengths {
    qreal on;
    qreal off;
};
[[nodiscard]] DashLengths dashLengths(Pattern pattern, qreal width);

} // namespace overfit::ui
