// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string>

namespace overfit {

/// Writes a number that is finite.
using NumberText = std::string (*)(double value);

/// With the fewest digits that give back the same double wherever they are read; whatever the locale.
[[nodiscard]] std::string shortestNumber(double value);

/// Objects with a line for each member, everything else on one line; ends with a line break. Numbers that are
/// not whole are written by @p number, and as null where they are not finite.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json &json, NumberText number);

} // namespace overfit
