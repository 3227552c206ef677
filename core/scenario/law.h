// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <functional>
#include <string>

namespace overfit {

/// Whether the data of a curve are drawn from a law: a target or a formula.
[[nodiscard]] bool hasLaw(const DataSource &data);

/// The law that the data of a curve are drawn from; empty where there is none. NaN where it has no
/// value, or one beyond ±kLargestNumber.
[[nodiscard]] std::function<double(double)> lawOf(const DataSource &data);
/// The same for drawing examples over kGeneratedDomain: 0 where there is no value, for which isLaw() leaves
/// room between its steps.
[[nodiscard]] std::function<double(double)> sampledLawOf(const DataSource &data);

/// Whether a formula can be learnt from: checkFormula() finds nothing wrong over kGeneratedDomain.
[[nodiscard]] bool isLaw(const std::string &formula);

} // namespace overfit
