// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <array>
#include <string>

namespace overfit {

/// What the numbers of a data source are called, in the words of the data; UTF-8. In files these names stay
/// the same whatever language the window speaks.
struct AxisNames {
    std::string x; ///< of classes the first input; with its unit, as in "speed (mph)"
    std::string y; ///< of classes the second input
    std::array<std::string, 2> classes; ///< what the labels 0 and 1 are called
};

/// Generated data have x and y, or x1, x2 and the classes 0 and 1.
[[nodiscard]] AxisNames axisNames(const DataSource &data);

} // namespace overfit
