// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/polynomial.h"

#include <cstddef>
#include <span>

namespace overfit {

/// How well predictions meet a set of examples.
struct Metrics {
    std::size_t count = 0;
    double r2 = 0; ///< 1 - SSE/SST, SST about the mean of this very set; NaN where all its y are equal
    double rmse = 0; ///< root of the mean squared error, in units of y
    double mae = 0; ///< mean absolute error, in units of y
    double within = 0; ///< share of the examples, 0 … 1, that are missed by no more than the tolerance
};

/// Scores @p predicted against @p y, which have the same length, at least 1; @p tolerance in units of y.
[[nodiscard]] Metrics measure(std::span<const double> y, std::span<const double> predicted, double tolerance);
[[nodiscard]] Metrics measure(const Polynomial &polynomial, const Examples &examples, double tolerance);

} // namespace overfit
