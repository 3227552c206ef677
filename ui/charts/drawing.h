// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QList>
#include <QPointF>
#include <QString>

#include <optional>

class QPainter;
class QPixmap;

namespace overfit::ui {

enum class Pattern { Solid, Dashed, Dotted };
enum class Mark { Disc, Diamond, FilledDiamond, Star, Below, Above };

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

/// What a chart shows besides its axes, in the order in which it is painted.
struct Drawing {
    std::optional<double> rule; ///< a vertical line over the whole height at this x
    QColor ruleColor;
    QList<Line> lines;
    QList<Marks> marks;
    QList<Note> notes;
    QFont noteFont;
    QColor noteGround;

    bool operator==(const Drawing &) const = default;
};

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
