// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/point_picking.h"

#include <algorithm>
#include <tuple>
#include <vector>

namespace overfit::ui {

namespace {

void append(QList<SeenPoint> &points, Role role, std::size_t count, const std::vector<double> &x,
    const std::vector<double> &y, const std::vector<std::uint8_t> &label = {})
{
    for (std::size_t i = 0; i < count; ++i)
        points.append({{role, i}, {x[i], y[i]}, label.empty() ? std::uint8_t{0} : label[i]});
}

auto orderOf(const SeenPoint &point)
{
    return std::tuple(point.value.x(), point.value.y(), point.id.role, point.id.index);
}

} // namespace

QList<SeenPoint> seenPoints(const Scenario &scenario)
{
    QList<SeenPoint> seen;
    if (!arePointsEditable(scenario))
        return seen;
    const HandPoints points = pointsOf(scenario);
    for (const Role role : {Role::Validation, Role::Training}) {
        const std::size_t count = seenCount(scenario, points, role);
        if (problemOf(scenario) == Problem::Curve) {
            const Dataset &part = role == Role::Training ? points.curve.pool : points.curve.validation;
            append(seen, role, count, part.x, part.y);
        } else {
            const ClassDataset &part =
                role == Role::Training ? points.classes.pool : points.classes.validation;
            append(seen, role, count, part.x1, part.x2, part.label);
        }
    }
    return seen;
}

std::optional<PointId> nearestPoint(
    const QList<SeenPoint> &points, const PlotMap &map, const QPointF &pixel, double reach)
{
    std::optional<PointId> nearest;
    double least = reach * reach;
    for (const SeenPoint &point : points) {
        const QPointF away = map.toPixel(point.value) - pixel;
        const double distance = QPointF::dotProduct(away, away);
        if (distance <= least) {
            least = distance;
            nearest = point.id;
        }
    }
    return nearest;
}

std::optional<PointId> walked(QList<SeenPoint> points, const std::optional<PointId> &from, int steps)
{
    if (points.isEmpty())
        return std::nullopt;
    std::sort(points.begin(), points.end(),
        [](const SeenPoint &a, const SeenPoint &b) { return orderOf(a) < orderOf(b); });
    const auto found = std::find_if(points.cbegin(), points.cend(),
        [&from](const SeenPoint &point) { return from && point.id == *from; });
    if (found == points.cend())
        return steps < 0 ? points.constLast().id : points.constFirst().id;
    const qsizetype place = found - points.cbegin() + steps;
    return points[std::clamp<qsizetype>(place, 0, points.size() - 1)].id;
}

std::uint8_t labelOf(const QList<SeenPoint> &points, const PointId &point)
{
    const auto found = std::find_if(
        points.begin(), points.end(), [&point](const SeenPoint &seen) { return seen.id == point; });
    return found == points.end() ? std::uint8_t{0} : found->label;
}

std::optional<QPointF> valueOf(const QList<SeenPoint> &points, const PointId &point)
{
    const auto found = std::find_if(
        points.cbegin(), points.cend(), [&point](const SeenPoint &seen) { return seen.id == point; });
    if (found == points.cend())
        return std::nullopt;
    return found->value;
}

QPointF within(const PlotMap &map, const QPointF &value)
{
    return {std::clamp(value.x(), map.x.low, map.x.high), std::clamp(value.y(), map.y.low, map.y.high)};
}

} // namespace overfit::ui
