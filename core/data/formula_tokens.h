// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/formula.h"

#include <string>
#include <string_view>
#include <variant>

namespace overfit {

/// A formula as it is spelt out for the parser: every product with its sign, a space between any two parts,
/// ASCII throughout. Or the first thing that is wrong with @p text.
[[nodiscard]] std::variant<std::string, FormulaError> spelledOut(std::string_view text);

} // namespace overfit
