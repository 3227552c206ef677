// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/row_reader.h"
#include "core/text/cell_number.h"

#include <cstddef>
#include <vector>

namespace overfit {

/// What a row shows without its texts.
struct RowSketch {
    std::size_t firstLine = 0;
    std::size_t lastLine = 0;
    std::vector<CellShape> cells;
    std::size_t filled = 0;
    std::size_t numbers = 0;
    std::size_t words = 0;
    double first = 0; ///< the number in the first cell; NaN where there is none
    bool isQuoted = false; ///< the first cell stands in quotes
    bool isHash = false; ///< the first cell begins with '#', and is no value that a spreadsheet has not
    bool hasTwoWords = false; ///< that are different
    bool areGaps = false; ///< all that it holds stands for nothing: "n/a", "-"
    bool areUnits = false; ///< all that it holds are units, in brackets or well known
};

[[nodiscard]] RowSketch sketched(const RowReader &row);

} // namespace overfit
