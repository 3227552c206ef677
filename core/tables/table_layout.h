// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/head_rows.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace overfit {

/// Where in a text the rows of data begin, and what stands above them.
struct TableLayout {
    RowRules rules;
    std::size_t headerLine = 0; ///< where the row of the names begins, counted from 1; 0 where there is none
    std::size_t unitsLine = 0; ///< the same of the row of units below them
    std::string remarkedNames = {}; ///< names in a remark, "# x,y"; without the '#'
    std::size_t linesBefore = 0; ///< all lines above the first row of data
    bool hasRowNames = false; ///< the rows begin with a name of their own, above which none stands
    /// The rows have one cell more than there are names, and nothing tells whether the first or the last is
    /// without.
    bool isNameMissing = false;

    [[nodiscard]] bool hasHeader() const { return headerLine > 0 || !remarkedNames.empty(); }
};

/// Finds it out as inspectHead() says; @p hasHeader settles whether there are names.
[[nodiscard]] TableLayout layoutOf(std::string_view text, char separator, std::optional<bool> hasHeader);

} // namespace overfit
