// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/option_values.h"

#include "app/cli/errors.h"
#include "core/text/number.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <sstream>
#include <string_view>

namespace overfit::cli {

namespace {

constexpr std::size_t kLongestShown = 80;

/// The number spelt by digits alone, with a sign perhaps; empty for 1e3 and 5.0 too, which would surprise.
std::optional<double> spelledWhole(const std::string &text)
{
    const std::size_t sign = !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
    return text.find_first_not_of("0123456789", sign) == std::string::npos ? spelledNumber(text)
                                                                           : std::nullopt;
}

constexpr IntRange kSeeds{0, static_cast<int>(kLargestSeed)};

} // namespace

std::string shown(const std::string &text)
{
    const auto isControl = [](char character) {
        return static_cast<unsigned char>(character) < ' ' || character == '\x7F';
    };
    std::string line = shortened(text, kLongestShown);
    std::replace_if(line.begin(), line.end(), isControl, ' '); // a line break would break the message
    const bool standsOut = !line.empty() && line.find_first_of(" \"") == std::string::npos;
    return standsOut ? line : '"' + line + '"';
}

void refuseValue(const std::string &name, const std::string &text, const std::string &expected)
{
    throw UsageError{name + " " + shown(text) + ": expected " + expected + "."};
}

int wholeNumber(const std::string &name, const std::string &text, IntRange range)
{
    const std::optional<double> value = spelledWhole(text);
    if (!value || !(*value >= range.low && *value <= range.high))
        refuseValue(name, text, "a whole number from " + rangeText(range));
    return static_cast<int>(*value);
}

double realNumber(const std::string &name, const std::string &text, RealRange range)
{
    const std::optional<double> value = spelledNumber(text);
    if (!value || !(*value >= range.low && *value <= range.high))
        refuseValue(name, text, "a number from " + rangeText(range));
    return *value;
}

std::vector<int> wholeNumbers(const std::string &name, const std::string &text, IntRange range)
{
    std::vector<int> numbers;
    std::istringstream list(text + ','); // the last item ends like the others
    for (std::string item; std::getline(list, item, ',');) {
        if (trimmed(item).empty())
            refuseValue(name, text, "whole numbers from " + rangeText(range) + ", separated by commas");
        numbers.push_back(wholeNumber(name, std::string(trimmed(item)), range));
    }
    return numbers;
}

std::size_t choice(const std::string &name, const std::string &text, const std::vector<std::string> &choices)
{
    const auto found = std::find(choices.begin(), choices.end(), text);
    if (found == choices.end())
        refuseValue(name, text, "one of " + listed(choices));
    return static_cast<std::size_t>(found - choices.begin());
}

int wholeNumberOr(int standard, const std::string &name, const OptionText &text, IntRange range)
{
    return text ? wholeNumber(name, *text, range) : standard;
}

double realNumberOr(double standard, const std::string &name, const OptionText &text, RealRange range)
{
    return text ? realNumber(name, *text, range) : standard;
}

std::uint64_t seedOr(std::uint64_t standard, const OptionText &text)
{
    return text ? static_cast<std::uint64_t>(wholeNumber("--seed", *text, kSeeds)) : standard;
}

void refuseGiven(const std::string &name, const OptionText &text, const std::string &because)
{
    if (text)
        throw UsageError{name + " has no meaning here: " + because + " Leave it out."};
}

std::string rangeText(IntRange range)
{
    return std::to_string(range.low) + " to " + std::to_string(range.high);
}

std::string rangeText(RealRange range)
{
    return plainNumber(range.low) + " to " + plainNumber(range.high);
}

std::string seedRangeText()
{
    return rangeText(kSeeds);
}

std::string withoutIt(double standard)
{
    return "; without it " + plainNumber(standard);
}

std::string listed(const std::vector<std::string> &names)
{
    std::string text;
    for (const std::string &name : names) {
        text += text.empty() ? "" : ", ";
        text += name;
    }
    return text;
}

} // namespace overfit::cli
