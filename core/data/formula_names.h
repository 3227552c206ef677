// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace overfit {

/// A function that formulas can name.
struct FormulaFunction {
    std::string_view name;
    std::string_view meaning; ///< what the parser knows it by; several names may mean the same
    int fewest; ///< arguments
    int most;
};

/// Null where there is none of that name, which is in lower case.
[[nodiscard]] const FormulaFunction *findFormulaFunction(std::string_view name);

/// Whether it is x, e or pi.
[[nodiscard]] bool isFormulaValue(std::string_view name);

/// A sign, and what it plainly stands for: "×" for "*", "²" for "^2".
struct FormulaSign {
    std::string_view typed;
    std::string_view meaning;
};

/// The sign that @p text begins with; a single byte that is no such sign stands for itself.
[[nodiscard]] FormulaSign formulaSignAt(std::string_view text);

/// How many bytes of a name in lower case can be cut off as a factor: 1 of "xsin", 2 of "pix"; 0 where none.
/// Not of "ex", which may be meant as a power.
[[nodiscard]] std::size_t leadingFactor(std::string_view name);

/// The exponent that stands between a function and its bracket, as in "sin^2(x)" or "sin²(x)".
struct FunctionPower {
    std::string_view digits;
    std::size_t length = 0; ///< bytes of the text up to the bracket
};

/// Of a text that follows the name of a function; without digits where there is none.
[[nodiscard]] FunctionPower functionPowerAt(std::string_view text);

/// How many bytes a beginning such as "y =" or "f(x) =" takes; 0 where there is none.
[[nodiscard]] std::size_t subjectLength(std::string_view text);

} // namespace overfit
