// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/row_sketch.h"

#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>
#include <string_view>

namespace overfit {
namespace {

constexpr std::array<std::string_view, 14> kGapWords{
    "n/a", "na", "n.a.", "#n/a", "null", "none", "nil", "-", "--", "---", ".", "?", "*", "missing"};

/// Without what stands before them: kV, mV and V are one.
constexpr std::array<std::string_view, 58> kUnits{"s", "sec", "second", "seconds", "min", "h", "hr", "hour",
    "hours", "d", "day", "days", "yr", "year", "years", "m", "g", "t", "l", "V", "volt", "volts", "A",
    "ampere", "amps", "W", "watt", "Wh", "Hz", "hertz", "Pa", "bar", "N", "J", "cal", "mol", "M", "K",
    "\xC2\xB0"
    "C",
    "\xC2\xB0"
    "F",
    "\xC2\xB0", "deg", "degC", "rad", "%", "ppm", "ppb", "dB", "ft", "in", "inch", "lb", "oz", "mi", "mph",
    "Ohm", "\xCE\xA9", "a.u."};

constexpr std::array<std::string_view, 12> kPrefixes{
    "k", "M", "G", "m", "u", "\xC2\xB5", "\xCE\xBC", "n", "p", "c", "d", "h"};

std::string lower(std::string_view text)
{
    std::string result(text);
    for (char &character : result)
        character = character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
    return result;
}

bool isKnownUnit(std::string_view text)
{
    const auto isIn = [](std::string_view unit) {
        const std::string small = lower(unit); // "Volt", "Second"
        return std::any_of(kUnits.begin(), kUnits.end(),
            [&](std::string_view known) { return known == unit || (known.size() > 2 && known == small); });
    };
    if (text.ends_with("(s)"))
        text.remove_suffix(3);
    if (isIn(text))
        return true;
    return std::any_of(kPrefixes.begin(), kPrefixes.end(), [&](std::string_view prefix) {
        return text.size() > prefix.size() && text.starts_with(prefix) && isIn(text.substr(prefix.size()));
    });
}

/// "(s)", "[m/s]", "km/h", "m^2", "1/s".
bool isUnit(std::string_view text)
{
    const bool isBracketed = text.size() > 1
        && ((text.front() == '(' && text.back() == ')') || (text.front() == '[' && text.back() == ']'));
    if (isBracketed || text == "-" || text == "1")
        return true;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("/*. "), text.size());
        std::string_view part = text.substr(0, text == "a.u." ? text.size() : end);
        const std::size_t whole = part.size();
        for (const std::string_view power : {"\xC2\xB2", "\xC2\xB3", "^2", "^3", "2", "3", "^-1", "-1"}) {
            if (part.size() > power.size() && part.ends_with(power)) {
                part.remove_suffix(power.size());
                break;
            }
        }
        if (part != "1" && !isKnownUnit(part))
            return false;
        text.remove_prefix(std::min(whole + 1, text.size()));
    }
    return true;
}

bool isGap(std::string_view text)
{
    return std::find(kGapWords.begin(), kGapWords.end(), lower(text)) != kGapWords.end();
}

} // namespace

RowSketch sketched(const RowReader &row)
{
    RowSketch sketch{row.line(), row.lastLine(), {}};
    sketch.isQuoted = row.isFirstQuoted();
    sketch.first = cellNumber(row.cell(0).text, DecimalMark::Point).value_or(std::nan(""));
    sketch.areGaps = true;
    sketch.areUnits = true;
    std::string_view word;
    std::size_t dashes = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string_view text = trimmed(row.cell(i).text);
        const CellShape shape = shapeOf(text);
        sketch.cells.push_back(shape);
        if (shape == CellShape::Empty)
            continue;
        ++sketch.filled;
        sketch.numbers += isMeantAsNumber(shape) ? 1U : 0U;
        sketch.words += shape == CellShape::Word ? 1U : 0U;
        sketch.areGaps = sketch.areGaps && isGap(text);
        sketch.areUnits = sketch.areUnits && isUnit(asUtf8(text));
        dashes += text == "-" || text == "1" ? 1U : 0U;
        sketch.hasTwoWords =
            sketch.hasTwoWords || (shape == CellShape::Word && !word.empty() && text != word);
        if (shape == CellShape::Word && word.empty())
            word = text;
    }
    sketch.areUnits = sketch.areUnits && dashes < sketch.filled && sketch.numbers == 0;
    sketch.isHash = row.cell(0).text.starts_with('#') && !isGap(row.cell(0).text)
        && !row.cell(0).text.ends_with('!') && !row.cell(0).text.ends_with('?');
    return sketch;
}

} // namespace overfit
