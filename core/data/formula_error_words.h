// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/formula.h"
#include "core/text/message.h"

#include <string_view>

namespace overfit {

/// What is wrong with @p formula, where, and what to write instead. Characters are counted from 1.
[[nodiscard]] Message formulaErrorMessage(const FormulaError &error, std::string_view formula);

} // namespace overfit
