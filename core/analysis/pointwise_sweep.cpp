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

std::vector<int> trainSizesUpTo(std::size_t pool, int most)
{
    const auto high = static_cast<std::int64_t>(pool);
    const std::int64_t low = std::min<std::int64_t>(kTrainSizeRange.low, high);
    const std::int64_t steps = std::min<std::int64_t>(high - low, most - 1);
    std::vector<int> sizes;
    for (std::int64_t i = 0; i <= steps; ++i)
        sizes.push_back(static_cast<int>(low + (steps == 0 ? 0 : (high - low) * i / steps)));
    return sizes;
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
