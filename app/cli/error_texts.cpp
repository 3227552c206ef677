// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_texts.h"

#include <algorithm>

namespace overfit::cli {

std::string leftOutText(const LeftOutRows &rows)
{
    constexpr std::size_t kMostTold = 5;
    if (rows.count == 0)
        return {};
    std::string text = rows.first.front().file
        + (rows.count == 1 ? ": a row was left out"
                           : ": " + std::to_string(rows.count) + " rows were left out");
    const std::size_t told = std::min(rows.first.size(), kMostTold);
    for (std::size_t i = 0; i < told; ++i) {
        const ReadError &error = rows.first[i];
        text += (i == 0 ? ": line " : "; line ") + std::to_string(error.line) + ", column "
            + std::to_string(error.column) + ": " + plainText(leftOutReason(error));
    }
    return text + (rows.count > told ? "; and so on." : ".");
}

} // namespace overfit::cli
