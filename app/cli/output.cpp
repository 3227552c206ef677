// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/output.h"

#include <nlohmann/json.hpp>

#include <cmath>

namespace overfit::cli {

namespace {

using Json = nlohmann::ordered_json;

void write(std::string &text, const Json &value, std::size_t depth);

void startLine(std::string &text, std::size_t depth)
{
    text += '\n';
    text.append(2 * depth, ' ');
}

void writeObject(std::string &text, const Json &object, std::size_t depth)
{
    const char *separator = "";
    text += '{';
    for (const auto &[key, value] : object.items()) {
        text += separator;
        startLine(text, depth + 1);
        text += Json(key).dump();
        text += ": ";
        write(text, value, depth + 1);
        separator = ",";
    }
    startLine(text, depth);
    text += '}';
}

void writeArray(std::string &text, const Json &array, std::size_t depth)
{
    const char *separator = "";
    text += '[';
    for (const Json &value : array) {
        text += separator;
        write(text, value, depth);
        separator = ", ";
    }
    text += ']';
}

// The library's own dump() writes the fewest digits that give the number back, not 17.
void write(std::string &text, const Json &value, std::size_t depth)
{
    if (value.is_object())
        writeObject(text, value, depth);
    else if (value.is_array())
        writeArray(text, value, depth);
    else if (value.is_number_float())
        text += std::isfinite(value.get<double>()) ? exactNumber(value.get<double>()) : "null";
    else
        text += value.dump();
}

} // namespace

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

std::string jsonText(const Json &json)
{
    std::string text;
    write(text, json, 0);
    return text + '\n';
}

} // namespace overfit::cli
