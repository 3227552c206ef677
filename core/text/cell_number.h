// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/number.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace overfit {

/// What a cell tells, before it is known how its table writes numbers. Numbers are known as people write
/// them, too: with a minus or a dash of Unicode, as "1.0D+03", or as ="2.5", which keeps a spreadsheet from
/// changing it.
enum class CellShape : std::uint8_t {
    Empty,
    Word,
    NotFinite, ///< "nan", "inf", or beyond kLargestNumber
    Whole, ///< a number that is the same with either mark
    Point, ///< a number with a decimal point
    PointOrGroup, ///< "1.234": 1.234 or 1234
    Comma, ///< a number with a decimal comma
    CommaOrGroup, ///< "1,234": 1.234 or 1234
    Grouped, ///< "1 234" or "1'234": a number that is the same with either mark
    GroupedPoint, ///< "1,234.5", "1,234,567", "1 234.5": separators that leave no other mark
    GroupedComma, ///< "1.234,5", "1.234.567", "1 234,5"
};

[[nodiscard]] CellShape shapeOf(std::string_view text);

/// Whether somebody meant a number there.
[[nodiscard]] bool isMeantAsNumber(CellShape shape);

/// The number in a cell of any such shape, where the decimal mark is @p mark. "1,234" is 1234 where that is
/// the point, and 1.234 where it is the comma. Empty where anything else stands there.
[[nodiscard]] std::optional<double> cellNumber(std::string_view text, DecimalMark mark);

} // namespace overfit
