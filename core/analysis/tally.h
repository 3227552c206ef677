// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"

#include <cstddef>
#include <span>

namespace overfit {

/// Sums over the errors of one model on a set of examples.
struct Tally {
    std::size_t count = 0;
    double squared = 0;
    double absolute = 0;
    std::size_t within = 0; ///< how many are within the tolerance

    /// Further examples.
    Tally &operator+=(const Tally &more)
    {
        count += more.count;
        squared += more.squared;
        absolute += more.absolute;
        within += more.within;
        return *this;
    }
};

/// The spread of the numbers seen so far: sums of squares about a mean that moves with every number (Welford,
/// Technometrics 4 (1962), 419-420). Without it a large offset of y would drown the spread.
class RunningSpread
{
public:
    void add(double y);
    /// Sum of squares about the mean; NaN where all numbers were equal.
    [[nodiscard]] double total() const;

private:
    double m_count = 0;
    double m_first = 0;
    double m_mean = 0;
    double m_squares = 0;
    bool m_allEqual = true;
};

/// Sum of squares of @p y about its mean; NaN where all are equal.
[[nodiscard]] double totalSquares(std::span<const double> y);

/// @p total as given by totalSquares() of the same examples; @p tally has a count of at least 1.
[[nodiscard]] Metrics metricsOf(const Tally &tally, double total);

/// A power of two which brings @p y to where squares neither overflow nor vanish; 1 for all usual y.
/// Multiplying by it is exact.
[[nodiscard]] double safeScale(std::span<const double> y);
/// @p metrics of examples that had been multiplied by @p scale, in the units of before.
[[nodiscard]] Metrics unscaled(Metrics metrics, double scale);

} // namespace overfit
