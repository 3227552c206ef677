// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/number.h"

#include <fast_float/fast_float.h>

#include <cmath>
#include <locale>
#include <sstream>

namespace overfit {
namespace {

/// The length of a space beyond ASCII that @p text begins with; 0 where it begins with none.
std::size_t wideSpaceAt(std::string_view text)
{
    if (text.starts_with('\xA0')) // in Latin-1; no character of UTF-8 begins with it
        return 1;
    if (text.starts_with("\xC2\xA0"))
        return 2;
    // Spaces of many widths, one of them none; those of East Asia; the byte order mark.
    if (text.size() >= 3 && text.starts_with("\xE2\x80")) {
        const auto last = static_cast<unsigned char>(text[2]);
        return (last >= 0x80 && last <= 0x8B) || last == 0xAF ? 3 : 0;
    }
    const bool isOther = text.starts_with("\xE2\x81\x9F") || text.starts_with("\xE2\x81\xA0")
        || text.starts_with("\xE3\x80\x80") || text.starts_with("\xEF\xBB\xBF");
    return isOther ? 3 : 0;
}

/// The same at the end. In UTF-8 the byte of Latin-1 is the end of other characters.
std::size_t wideSpaceBefore(std::string_view text)
{
    for (const std::size_t length : {std::size_t{3}, std::size_t{2}}) {
        if (text.size() >= length && wideSpaceAt(text.substr(text.size() - length)) == length)
            return length;
    }
    const bool isAlone = text.size() < 2 || static_cast<unsigned char>(text[text.size() - 2]) < 0x80;
    return isAlone && text.ends_with('\xA0') ? 1 : 0;
}

bool isBeyondAscii(char character)
{
    return static_cast<unsigned char>(character) > 0x7F;
}

} // namespace

std::string_view trimmed(std::string_view text)
{
    const auto isPlain = [](char character) { return character > ' ' && !isBeyondAscii(character); };
    if (!text.empty() && isPlain(text.front()) && isPlain(text.back()))
        return text; // nearly always
    const auto spaceAt = [](std::string_view rest) -> std::size_t {
        const char first = rest.front();
        if (first == ' ' || first == '\t' || first == '\r' || first == '\n')
            return 1;
        return isBeyondAscii(first) ? wideSpaceAt(rest) : 0;
    };
    const auto spaceBefore = [](std::string_view rest) -> std::size_t {
        const char last = rest.back();
        if (last == ' ' || last == '\t' || last == '\r' || last == '\n')
            return 1;
        return isBeyondAscii(last) ? wideSpaceBefore(rest) : 0;
    };
    for (std::size_t space = 1; !text.empty() && space > 0; text.remove_prefix(space))
        space = spaceAt(text);
    for (std::size_t space = 1; !text.empty() && space > 0; text.remove_suffix(space))
        space = spaceBefore(text);
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
