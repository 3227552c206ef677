// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace overfit {

/// What stands before the decimals.
enum class DecimalMark { Point, Comma };

/// The number that @p text spells: decimal digits with @p mark, an exponent and a sign ("+" too), spaces
/// around it, whatever the locale. "nan" and "inf" are spelt numbers, and one too large for a double becomes
/// infinite, so that whoever asks can tell them from words. Empty where anything else stands there.
[[nodiscard]] std::optional<double> spelledNumber(
    std::string_view text, DecimalMark mark = DecimalMark::Point);

/// Beyond this, squares and their sums would leave the range of double.
inline constexpr double kLargestNumber = 1e100;

/// @p text without the spaces, tabs and ends of lines around it; those of Unicode too, which nobody can see.
[[nodiscard]] std::string_view trimmed(std::string_view text);

/// A number as it is written in messages, such as 0.3, whatever the locale.
[[nodiscard]] std::string shortNumber(double value);

/// The same to six places, with an exponent only where these are not enough: 0.00001, 1000000.
[[nodiscard]] std::string plainNumber(double value);

} // namespace overfit
