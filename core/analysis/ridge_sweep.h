// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"
#include "core/sampling/split.h"
#include "core/scenario/scenario.h"

#include <vector>

namespace overfit {

/// The penalties that a sweep can go along; 0 has no place on a logarithmic scale.
inline constexpr RealRange kRidgeSweepRange{1e-12, kRidgeRange.high};

struct RidgePoint {
    double ridge = 0;
    Metrics training;
    Metrics validation;
};

/// @p count penalties from @p low to @p high (both included, within kRidgeSweepRange) in equal steps of the
/// logarithm; count >= 2, or 1 where low equals high. Those in between are rounded to six digits, so that
/// they are the same to the bit on every platform, and what is read can be typed.
[[nodiscard]] std::vector<double> ridgesBetween(double low, double high, int count);

/// Ten steps a decade, as the slider of the window has them.
[[nodiscard]] int usualRidgeCount(double low, double high);

/// Accuracy of the fully trained polynomial of a degree along the ridge penalty. Validation metrics are NaN
/// where there are no validation examples.
[[nodiscard]] std::vector<RidgePoint> sweepRidge(
    const Split &split, int degree, const std::vector<double> &ridges);

} // namespace overfit
