// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chart_points.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

namespace overfit::ui {

namespace {

/// The nearest of 1, 2, 5 times a power of ten that gives no more than @p ticks steps.
double niceStep(double width, int ticks)
{
    const double rough = width / std::max(ticks, 1);
    const double power = std::pow(10.0, std::floor(std::log10(rough)));
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough * (1 - 1e-9))
            return factor * power;
    }
    return 10 * power;
}

Interval usable(double low, double high)
{
    if (!std::isfinite(low) || !std::isfinite(high))
        return {0, 1};
    if (low > high)
        std::swap(low, high);
    constexpr double kLeast = 1e-13; // of the values: a few hundred steps of a double
    const double least = std::max({std::abs(low), std::abs(high), 1e-300}) * kLeast;
    if (high - low < least) {
        const double reach = low == 0 ? 1 : std::abs(low) / 2;
        return {low - reach, high + reach};
    }
    return {low, high};
}

/// The square of the distance of a point from a stretch of line.
double squaredDistance(const QPointF &point, const QPointF &from, const QPointF &to)
{
    const QPointF chord = to - from;
    const QPointF offset = point - from;
    const double length2 = QPointF::dotProduct(chord, chord);
    const double share = length2 > 0 ? std::clamp(QPointF::dotProduct(offset, chord) / length2, 0.0, 1.0) : 0;
    const QPointF rest = offset - share * chord;
    return QPointF::dotProduct(rest, rest);
}

/// The part of a segment that lies within an area: p1 + t (p2 - p1) for the t that each of the four edges
/// leaves.
std::optional<QLineF> seenOf(const QLineF &segment, const QRectF &area)
{
    double from = 0;
    double to = 1;
    const std::pair<double, double> edges[] = {{-segment.dx(), segment.x1() - area.left()},
        {segment.dx(), area.right() - segment.x1()}, {-segment.dy(), segment.y1() - area.top()},
        {segment.dy(), area.bottom() - segment.y1()}};
    for (const auto &[outward, room] : edges) {
        if (outward == 0 && room < 0)
            return std::nullopt;
        if (outward < 0)
            from = std::max(from, room / outward);
        if (outward > 0)
            to = std::min(to, room / outward);
    }
    if (from >= to)
        return std::nullopt;
    // The ends themselves where nothing is cut, so that pieces join.
    return QLineF(
        from > 0 ? segment.pointAt(from) : segment.p1(), to < 1 ? segment.pointAt(to) : segment.p2());
}

} // namespace

AxisRange niceRange(double low, double high, int ticks)
{
    const Interval range = usable(low, high);
    const double step = niceStep(range.width(), ticks);
    return {std::floor(range.low / step + 1e-9) * step, std::ceil(range.high / step - 1e-9) * step, step};
}

AxisRange roomyRange(double low, double high, int ticks)
{
    constexpr double kRoom = 0.025; // of the width, at each end
    const Interval range = usable(low, high);
    const double room = kRoom * range.width();
    return {range.low - room, range.high + room, niceStep(range.width(), ticks)};
}

double labelOffset(const AxisRange &range)
{
    constexpr double kMostSteps = 1e6; // from 0 to the range
    const bool isNear =
        !(range.step > 0) || std::max(std::abs(range.low), std::abs(range.high)) < kMostSteps * range.step;
    if (isNear)
        return 0;
    const double unit = std::pow(10.0, std::ceil(std::log10(range.high - range.low)));
    return std::floor(range.low / unit) * unit;
}

QList<double> ticks(const AxisRange &range)
{
    QList<double> result;
    if (!(range.step > 0))
        return result;
    const auto first = static_cast<qint64>(std::ceil(range.low / range.step - 1e-9));
    const auto last = static_cast<qint64>(std::floor(range.high / range.step + 1e-9));
    for (qint64 i = first; i <= last; ++i)
        result.append(static_cast<double>(i) * range.step);
    return result;
}

QList<QPointF> samplePoints(const Examples &examples, int most)
{
    const auto size = static_cast<qsizetype>(examples.size());
    const qsizetype count = std::min<qsizetype>(size, most);
    QList<QPointF> points;
    points.reserve(count);
    for (qsizetype i = 0; i < count; ++i) {
        const auto row = static_cast<std::size_t>(i * size / count);
        points.append({examples.x[row], examples.y[row]});
    }
    return points;
}

QPointF PlotMap::toPixel(const QPointF &value) const
{
    const double right = (value.x() - x.low) / (x.high - x.low);
    const double up = (value.y() - y.low) / (y.high - y.low);
    return {area.left() + right * area.width(), area.bottom() - up * area.height()};
}

double PlotMap::xToValue(double pixel) const
{
    return x.low + (pixel - area.left()) / area.width() * (x.high - x.low);
}

QPointF PlotMap::toValue(const QPointF &pixel) const
{
    const double up = (area.bottom() - pixel.y()) / area.height();
    return {xToValue(pixel.x()), y.low + up * (y.high - y.low)};
}

QList<QList<QPointF>> linePixels(const QList<QPointF> &values, const PlotMap &map)
{
    const QRectF reach =
        map.area.adjusted(-map.area.width(), -map.area.height(), map.area.width(), map.area.height());
    bool isWithinReach = true;
    QList<QList<QPointF>> pieces(1);
    pieces.last().reserve(values.size());
    for (const QPointF &value : values) {
        const QPointF pixel = map.toPixel(value);
        if (!std::isfinite(pixel.x()) || std::isnan(pixel.y())) {
            if (!pieces.last().isEmpty())
                pieces.append(QList<QPointF>());
            continue;
        }
        isWithinReach = isWithinReach && pixel.x() >= reach.left() && pixel.x() <= reach.right();
        pieces.last().append({pixel.x(), std::clamp(pixel.y(), reach.top(), reach.bottom())});
    }
    if (pieces.last().isEmpty())
        pieces.removeLast();
    if (isWithinReach)
        return pieces;
    QList<QList<QPointF>> within;
    for (const QList<QPointF> &piece : std::as_const(pieces))
        within += cutOff(piece, reach);
    return within;
}

QList<QPointF> simplified(const QList<QPointF> &line, double tolerance)
{
    if (line.size() < 3)
        return line;
    std::vector<bool> kept(static_cast<std::size_t>(line.size()), false);
    kept.front() = kept.back() = true;
    std::vector<std::pair<qsizetype, qsizetype>> open{{0, line.size() - 1}};
    while (!open.empty()) {
        const auto [first, last] = open.back();
        open.pop_back();
        double furthest = tolerance * tolerance;
        qsizetype split = -1;
        for (qsizetype i = first + 1; i < last; ++i) {
            const double distance = squaredDistance(line[i], line[first], line[last]);
            if (distance > furthest) {
                furthest = distance;
                split = i;
            }
        }
        if (split < 0)
            continue;
        kept[static_cast<std::size_t>(split)] = true;
        open.emplace_back(first, split);
        open.emplace_back(split, last);
    }
    QList<QPointF> result;
    for (qsizetype i = 0; i < line.size(); ++i) {
        if (kept[static_cast<std::size_t>(i)])
            result.append(line[i]);
    }
    return result;
}

QList<QList<QPointF>> cutOff(const QList<QPointF> &line, const QRectF &area)
{
    QList<QList<QPointF>> pieces;
    for (const QLineF &segment : segments(line)) {
        const std::optional<QLineF> seen = seenOf(segment, area);
        if (!seen)
            continue;
        if (pieces.isEmpty() || pieces.last().last() != seen->p1())
            pieces.append({seen->p1()});
        pieces.last().append(seen->p2());
    }
    return pieces;
}

QList<QLineF> segments(const QList<QPointF> &line)
{
    QList<QLineF> result;
    result.reserve(line.size());
    for (qsizetype i = 1; i < line.size(); ++i)
        result.append({line[i - 1], line[i]});
    return result;
}

QList<QLineF> dashes(const QList<QPointF> &line, double on, double off)
{
    QList<QLineF> result;
    bool drawing = true;
    double left = on; // of the dash or gap that we are in
    for (const QLineF &segment : segments(line)) {
        const double length = segment.length();
        for (double done = 0; done < length;) {
            const double end = std::min(done + left, length);
            if (drawing)
                result.append({segment.pointAt(done / length), segment.pointAt(end / length)});
            left -= end - done;
            done = end;
            if (left <= 1e-9) {
                drawing = !drawing;
                left = drawing ? on : off;
            }
        }
    }
    return result;
}

QList<QPointF> sweepPoints(const Sweep &sweep, const Scenario &scenario, Series series)
{
    const DialRow &dial = dialRow(sweep.dial);
    QList<QPointF> points;
    points.reserve(static_cast<qsizetype>(sweep.points.size()));
    for (const SweepPoint &point : sweep.points) {
        const Metrics &metrics = series == Series::Training ? point.training : point.validation;
        const int position = dial.positionOf(scenario, point.value);
        points.append({dialAxisAt(sweep.dial, position), 100 * metrics.accuracy});
    }
    return points;
}

} // namespace overfit::ui
