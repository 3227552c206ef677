// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pointwise_sweep.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numeric>

namespace overfit {

std::optional<std::size_t> bestOf(const std::vector<SweepPoint> &points)
{
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const double accuracy = points[i].validation.accuracy;
        if (!std::isnan(accuracy) && (!best || accuracy > points[*best].validation.accuracy))
            best = i;
    }
    return best;
}

std::vector<int> degreesOf(Problem problem)
{
    const IntRange range = degreeRange(problem);
    std::vector<int> degrees(static_cast<std::size_t>(range.high - range.low + 1));
    std::iota(degrees.begin(), degrees.end(), range.low);
    return degrees;
}

std::vector<int> evenlyThinned(int low, int high, int most)
{
    const std::int64_t width = std::int64_t{high} - low;
    const std::int64_t steps = std::min<std::int64_t>(width, most - 1);
    std::vector<int> values;
    for (std::int64_t i = 0; i <= steps; ++i)
        values.push_back(static_cast<int>(low + (steps == 0 ? 0 : width * i / steps)));
    return values;
}

std::vector<int> trainSizesUpTo(std::size_t pool, int most)
{
    const int high = static_cast<int>(std::min(pool, static_cast<std::size_t>(kTrainSizeRange.high)));
    return evenlyThinned(std::min(kTrainSizeRange.low, high), high, most);
}

std::optional<Sweep> pointwiseSweep(Dial dial, const std::vector<int> &values, const PointAt &pointAt)
{
    Sweep sweep{dial, {}, {}};
    for (const int value : values) {
        const std::optional<SweepPoint> point = pointAt(value);
        if (!point)
            return std::nullopt;
        sweep.points.push_back(*point);
    }
    sweep.best = bestOf(sweep.points);
    return sweep;
}

} // namespace overfit
