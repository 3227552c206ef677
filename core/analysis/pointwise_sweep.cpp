// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/pointwise_sweep.h"

#include <cmath>

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

std::optional<Sweep> pointwiseSweep(Dial dial, const std::vector<double> &values, const PointAt &pointAt)
{
    Sweep sweep{dial, {}, {}};
    for (const double value : values) {
        const std::optional<SweepPoint> point = pointAt(value);
        if (!point)
            return std::nullopt;
        sweep.points.push_back(*point);
    }
    sweep.best = bestOf(sweep.points);
    return sweep;
}

} // namespace overfit
