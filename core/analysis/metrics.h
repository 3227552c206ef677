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
    /// Of a curve R² = 1 - SSE/SST, SST about the mean of this very set; NaN where all its y are equal. Of
    /// classes the share that is predicted right, 0 … 1.
    double accuracy = 0;
    double rmse = 0; ///< curve: root of the mean squared error, in units of y
    double mae = 0; ///< curve: mean absolute error, in units of y
    double within = 0; ///< curve: share of the examples, 0 … 1, missed by no more than the tolerance
    double ones = 0; ///< classes: share predicted to be of class 1
    double logLoss = 0; ///< classes: mean of -ln(probability given to the true class)
};

/// Scores @p predicted against @p y, which have the same length, at least 1; @p tolerance in units of y.
[[nodiscard]] Metrics measure(std::span<const double> y, std::span<const double> predicted, double tolerance);
[[nodiscard]] Metrics measure(const Polynomial &polynomial, const Examples &examples, double tolerance);

} // namespace overfit
