// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"
#include "core/data/dataset.h"

#include <QLineF>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <vector>

// Pure functions from core's values to what is drawn. "Values" are in units of the axes, "pixels" in those of
// the chart.

namespace overfit::ui {

/// An axis: its range, and where its ticks are.
struct AxisRange {
    double low = 0;
    double high = 1;
    double step = 0.5; ///< between ticks, which stand at its multiples

    bool operator==(const AxisRange &) const = default;
};

/// The smallest range with ticks at 1, 2 or 5 times a power of ten that holds @p low … @p high, with about
/// @p ticks ticks. Equal or non-finite ends give a range of their own around what is finite.
[[nodiscard]] AxisRange niceRange(double low, double high, int ticks);

/// The same ticks, but the range as given, with room at both ends for a mark that stands there.
[[nodiscard]] AxisRange roomyRange(double low, double high, int ticks);

/// What is to be taken off the labels of a range that is narrow and far from 0, so that they are short and
/// differ: a round number below it, to be named once beside them. 0 where they need no more than seven
/// digits.
[[nodiscard]] double labelOffset(const AxisRange &range);

/// Where the ticks of a range are: the multiples of its step that it holds.
[[nodiscard]] QList<double> ticks(const AxisRange &range);

/// Points of a set, at most @p most of them, taken evenly along it.
[[nodiscard]] QList<QPointF> samplePoints(const Examples &examples, int most);

/// Values to pixels: @p x and @p y are the ranges that @p area shows.
struct PlotMap {
    AxisRange x;
    AxisRange y;
    QRectF area;

    [[nodiscard]] QPointF toPixel(const QPointF &value) const;
    [[nodiscard]] double xToValue(double pixel) const;
    [[nodiscard]] QPointF toValue(const QPointF &pixel) const;
};

/// Values as pixels, each finite and no further from the area than its width and height (so that a line to it
/// still leaves the area in the right place, to the eye, and nobody has to cope with 10^13 pixels or dashes).
/// NaN ends a line: the result is its unbroken pieces.
[[nodiscard]] QList<QList<QPointF>> linePixels(const QList<QPointF> &values, const PlotMap &map);

/// The line through fewer points that is nowhere more than @p tolerance off (Douglas and Peucker,
/// Cartographica 10 (1973), 112-122). Ends stay.
[[nodiscard]] QList<QPointF> simplified(const QList<QPointF> &line, double tolerance);

/// The pieces of a line that lie within @p area, cut off at its edges (Liang and Barsky, ACM Transactions on
/// Graphics 3 (1984), 1-22).
[[nodiscard]] QList<QList<QPointF>> cutOff(const QList<QPointF> &line, const QRectF &area);

/// A line as its single segments.
[[nodiscard]] QList<QLineF> segments(const QList<QPointF> &line);

/// A line cut into dashes of length @p on with gaps of length @p off, measured along it.
[[nodiscard]] QList<QLineF> dashes(const QList<QPointF> &line, double on, double off);

enum class Series { Training, Validation };

/// R² in percent along a sweep; NaN where it is not defined.
[[nodiscard]] QList<QPointF> sweepPoints(const Sweep &sweep, const Scenario &scenario, Series series);

} // namespace overfit::ui
