// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario.h"

#include <functional>
#include <string>

namespace overfit {

/// Whether the data of a curve are drawn from a law: a target or a formula.
[[nodiscard]] bool hasLaw(const DataSource &data);

/// The law that the data of a curve are drawn from, over kGeneratedDomain; empty where there is none. Where a
/// formula has no finite value, which isLaw() leaves room for between its steps, it gives 0.
[[nodiscard]] std::function<double(double)> lawOf(const DataSource &data);

/// Whether a formula can be learnt from: checkFormula() finds nothing wrong over kGeneratedDomain.
[[nodiscard]] bool isLaw(const std::string &formula);

} // namespace overfit
