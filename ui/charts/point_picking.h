// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sampling/hand_points.h"
#include "ui/charts/chart_points.h"

#include <QList>
#include <QPointF>

#include <optional>

// Pure functions that find a point of a chart.

namespace overfit::ui {

/// A point that is seen, in units of the axes.
struct SeenPoint {
    PointId id;
    QPointF value;
    std::uint8_t label = 0; ///< of classes
};

/// The points of a scenario that are seen, those that are trained on last: they are painted over the others.
/// None where there are too many to be edited.
[[nodiscard]] QList<SeenPoint> seenPoints(const Scenario &scenario);

/// The point nearest to a pixel, no further than @p reach pixels away; of equally near ones the last.
[[nodiscard]] std::optional<PointId> nearestPoint(
    const QList<SeenPoint> &points, const PlotMap &map, const QPointF &pixel, double reach);

/// The point so many steps further in the order of x (then y), no further than the ends. Without a point to
/// begin at: the first one, or going back the last.
[[nodiscard]] std::optional<PointId> walked(
    QList<SeenPoint> points, const std::optional<PointId> &from, int steps);

/// Where a point is, if it is seen.
[[nodiscard]] std::optional<QPointF> valueOf(const QList<SeenPoint> &points, const PointId &point);

/// Its class; 0 where it is not seen.
[[nodiscard]] std::uint8_t labelOf(const QList<SeenPoint> &points, const PointId &point);

/// The nearest value within the axes.
[[nodiscard]] QPointF within(const PlotMap &map, const QPointF &value);

} // namespace overfit::ui
