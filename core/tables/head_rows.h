// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/row_reader.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <string_view>

namespace overfit {

/// What the line "sep=;" says, which Excel takes, and some programs write, as the first of a table; nothing
/// where @p firstLine is another line. Capitals, quotes around it and separators behind it, as some programs
/// add them, do not matter. It is no row.
[[nodiscard]] std::optional<char> hintedSeparator(std::string_view firstLine);

/// How lines become rows.
struct RowRules {
    char separator = ',';
    bool areHashesNames = false; ///< "#1,2,3": what begins with '#' are the names of rows
};

/// Whether a line with which a row may begin is a remark: it begins with '#', and no number stands in a
/// further cell; or one does ("# 1,2"), but a blank follows the '#', and rows have no such names. What a
/// spreadsheet writes for a value that it has not ("#N/A") begins a row.
[[nodiscard]] bool isRemark(std::string_view line, const RowRules &rules);

/// Gives @p takeRow the rows of @p text, until it returns false or quotes are broken; how many bytes that
/// took. A remark is none; it goes to @p takeRemark with the number of its line.
std::size_t eachRow(std::string_view text, const RowRules &rules,
    const std::function<bool(const RowReader &)> &takeRow,
    const std::function<void(std::string_view, std::size_t)> &takeRemark = {});

/// The separator that makes most sense of a text, as inspectHead() says.
[[nodiscard]] char likelySeparator(std::string_view text);

} // namespace overfit
