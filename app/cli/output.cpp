// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include "core/text/json_text.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace overfit::cli {

std::string cell(double value)
{
    return std::isfinite(value) ? exactNumber(value) : std::string();
}

std::string row(const std::vector<std::string> &cells)
{
    std::string text;
    for (const std::string &cell : cells) {
        text += cell;
        text += &cell == &cells.back() ? '\n' : ',';
    }
    return text;
}

std::string jsonText(const nlohmann::ordered_json &json)
{
    return overfit::jsonText(json, exactNumber);
}

} // namespace overfit::cli
