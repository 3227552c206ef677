// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/number.h"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <locale>
#include <sstream>

namespace overfit {
namespace {

constexpr std::string_view kDigits = "0123456789";

/// What is left after up to @p most digits, at least @p least; nothing where there are fewer.
std::optional<std::string_view> withoutDigits(std::string_view text, std::size_t least, std::size_t most)
{
    const std::size_t count = std::min(text.find_first_not_of(kDigits), text.size());
    if (count < least || count > most)
        return std::nullopt;
    return text.substr(count);
}

/// What is left of "1,234,567.8" after its groups, which @p separator parts; nothing where there is none.
std::optional<std::string_view> withoutGroups(std::string_view text, std::string_view separator)
{
    std::optional<std::string_view> rest = withoutDigits(text, 1, 3);
    bool isGrouped = false;
    while (rest && rest->starts_with(separator)) {
        rest = withoutDigits(rest->substr(separator.size()), 3, 3);
        isGrouped = true;
    }
    return isGrouped ? rest : std::nullopt;
}

std::string_view withoutSign(std::string_view text)
{
    return text.starts_with('-') || text.starts_with('+') ? text.substr(1) : text;
}

/// Whether thousands are parted: by a comma, a point, a space (also a narrow one or one that does not
/// break), or an apostrophe (straight or not).
bool isGrouped(std::string_view text)
{
    constexpr std::array<std::string_view, 8> kSeparators{
        ",", ".", " ", "\xC2\xA0", "\xE2\x80\xAF", "\xE2\x80\x89", "'", "\xE2\x80\x99"};
    const std::string_view digits = withoutSign(text);
    return std::any_of(kSeparators.begin(), kSeparators.end(), [digits](std::string_view separator) {
        const std::optional<std::string_view> rest = withoutGroups(digits, separator);
        const bool hasDecimals = rest && !rest->empty() && (rest->front() == '.' || rest->front() == ',');
        return rest && (rest->empty() || (hasDecimals && withoutDigits(rest->substr(1), 0, 40) == ""));
    });
}

bool mayBeGroup(std::string_view text)
{
    const std::string_view digits = withoutSign(text);
    return digits.front() != '0' && withoutGroups(digits, ",") == "";
}

CellShape shapeOfNumber(double value, CellShape shape)
{
    return std::abs(value) <= kLargestNumber ? shape : CellShape::NotFinite; // NaN too
}

} // namespace

CellShape shapeOf(std::string_view text)
{
    const std::string_view cell = trimmed(text);
    if (cell.empty())
        return CellShape::Empty;
    if (const std::optional<double> number = spelledNumber(cell))
        return shapeOfNumber(
            *number, cell.find('.') == std::string_view::npos ? CellShape::Whole : CellShape::Point);
    if (const std::optional<double> number = spelledNumber(cell, DecimalMark::Comma))
        return shapeOfNumber(*number, mayBeGroup(cell) ? CellShape::CommaOrGroup : CellShape::Comma);
    return isGrouped(cell) ? CellShape::Grouped : CellShape::Word;
}

std::string_view trimmed(std::string_view text)
{
    const auto isSpace = [](char character) {
        return character == ' ' || character == '\t' || character == '\r' || character == '\n';
    };
    while (!text.empty() && isSpace(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isSpace(text.back()))
        text.remove_suffix(1);
    return text;
}

std::optional<double> spelledNumber(std::string_view text, DecimalMark mark)
{
    std::string_view digits = trimmed(text);
    if (digits.size() > 1 && digits[0] == '+' && digits[1] != '-' && digits[1] != '+')
        digits.remove_prefix(1);
    const char *const end = digits.data() + digits.size();
    double value = 0;
    const fast_float::parse_options options(
        fast_float::chars_format::general, mark == DecimalMark::Point ? '.' : ',');
    const fast_float::from_chars_result result =
        fast_float::from_chars_advanced(digits.data(), end, value, options);
    // Versions differ in whether they call 1e999 and 1e-999 an error; all of them set the value to infinity
    // and 0.
    if (digits.empty() || result.ptr != end || result.ec == std::errc::invalid_argument)
        return std::nullopt;
    return value;
}

std::string shortNumber(double value)
{
    std::ostringstream text;
    text.imbue(std::locale::classic());
    text << value;
    return text.str();
}

std::string plainNumber(double value)
{
    constexpr double kLeast = 1e-6;
    constexpr double kMost = 1e15;
    if (value != 0 && !(std::abs(value) >= kLeast && std::abs(value) < kMost))
        return shortNumber(value);
    std::ostringstream digits;
    digits.imbue(std::locale::classic());
    digits << std::fixed << value; // six places
    std::string text = digits.str();
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text;
}

} // namespace overfit
