// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/matrix.h"

#include <span>
#include <vector>

namespace overfit {

/// One step of the recurrence P_{k+1}(u) = slope * u * P_k(u) - back * P_{k-1}(u); for k = 0 back is 0
/// (Abramowitz and Stegun, Handbook of Mathematical Functions, 22.7.10).
struct LegendreStep {
    double slope;
    double back;
};

/// The steps k = 0 … count-1.
[[nodiscard]] std::vector<LegendreStep> legendreSteps(int count);

/// P_0(u) … P_{steps.size()}(u).
[[nodiscard]] std::vector<double> legendreRow(double u, std::span<const LegendreStep> steps);

/// The same into @p values, which has room for steps.size() + 1 of them.
void writeLegendreRow(double u, std::span<const LegendreStep> steps, double *values);

/// Writes P_0 … P_{columns-1} at the mapped @p x into the first rows of the first columns of @p matrix.
void writeLegendreColumns(Interval domain, std::span<const double> x, int columns, Matrix &matrix);

} // namespace overfit
