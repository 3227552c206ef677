// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/metrics.h"

#include "core/analysis/tally.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace overfit {

namespace {

std::vector<double> times(double scale, std::span<const double> numbers)
{
    std::vector<double> scaled(numbers.size());
    std::transform(numbers.begin(), numbers.end(), scaled.begin(), [=](double n) { return scale * n; });
    return scaled;
}

Tally tallyOf(std::span<const double> y, std::span<const double> predicted, double tolerance)
{
    Tally tally{y.size()};
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double miss = std::abs(y[i] - predicted[i]);
        tally.squared += miss * miss;
        tally.absolute += miss;
        tally.within += miss <= tolerance ? 1 : 0;
    }
    return tally;
}

} // namespace

Metrics measure(std::span<const double> y, std::span<const double> predicted, double tolerance)
{
    const double scale = safeScale(y);
    if (scale == 1)
        return metricsOf(tallyOf(y, predicted, tolerance), totalSquares(y));
    const std::vector<double> scaled = times(scale, y);
    const Tally tally = tallyOf(scaled, times(scale, predicted), scale * tolerance);
    return unscaled(metricsOf(tally, totalSquares(scaled)), scale);
}

Metrics measure(const Polynomial &polynomial, const Examples &examples, double tolerance)
{
    if (safeScale(examples.y) != 1)
        return measure(examples.y, evaluate(polynomial, examples.x), tolerance);
    Tally all;
    static_cast<void>(forBlocks<Tally>(
        examples.size(), kBlockRows, StopToken(),
        [&](const RowBlock &block) {
            const Examples part = examples.between(block.from, block.to);
            return tallyOf(part.y, evaluate(polynomial, part.x), tolerance);
        },
        [&all](const Tally &part) { all += part; }));
    return metricsOf(all, totalSquares(examples.y));
}

} // namespace overfit
