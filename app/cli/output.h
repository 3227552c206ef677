// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/exact_number.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <vector>

namespace overfit::cli {

/// A cell of a CSV file: empty where the number is not finite, which means that it is not defined.
[[nodiscard]] std::string cell(double value);

/// A row of a CSV file with its end.
[[nodiscard]] std::string row(const std::vector<std::string> &cells);

/// Objects with a line for each member, everything else on one line; numbers as exactNumber() writes them,
/// and null where they are not finite.
[[nodiscard]] std::string jsonText(const nlohmann::ordered_json &json);

} // namespace overfit::cli
