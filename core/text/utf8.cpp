// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/utf8.h"

namespace overfit {
namespace {

bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// How many bytes the character has that starts with @p lead; 0 where none starts so.
std::size_t characterLength(unsigned char lead)
{
    if (lead < 0x80)
        return 1;
    if (lead >= 0xC2 && lead < 0xE0)
        return 2;
    if (lead >= 0xE0 && lead < 0xF0)
        return 3;
    return lead >= 0xF0 && lead < 0xF5 ? 4 : 0;
}

/// Overlong forms, surrogates and what is beyond U+10FFFF show in the second byte.
bool isSecondByteAllowed(unsigned char lead, unsigned char second)
{
    switch (lead) {
    case 0xE0:
        return second >= 0xA0;
    case 0xED:
        return second < 0xA0;
    case 0xF0:
        return second >= 0x90;
    case 0xF4:
        return second < 0x90;
    default:
        return true;
    }
}

/// The length of the valid character that @p text starts with; 0 where there is none.
std::size_t validCharacter(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t length = characterLength(lead);
    if (length == 0 || length > text.size())
        return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if (!isContinuation(text[i]))
            return 0;
    }
    return length == 1 || isSecondByteAllowed(lead, static_cast<unsigned char>(text[1])) ? length : 0;
}

std::string fromLatin1(std::string_view text)
{
    std::string result;
    for (const char character : text) {
        const auto code = static_cast<unsigned char>(character);
        if (code < 0x80) {
            result += character;
        } else {
            result += static_cast<char>(0xC0U | (code >> 6U));
            result += static_cast<char>(0x80U | (code & 0x3FU));
        }
    }
    return result;
}

/// Where the character number @p index starts, or the end.
std::size_t characterStart(std::string_view utf8, std::size_t index)
{
    std::size_t position = 0;
    for (; position < utf8.size(); ++position) {
        if (!isContinuation(utf8[position]) && index-- == 0)
            break;
    }
    return position;
}

} // namespace

bool isUtf8(std::string_view text)
{
    while (!text.empty()) {
        const std::size_t length = validCharacter(text);
        if (length == 0)
            return false;
        text.remove_prefix(length);
    }
    return true;
}

std::string asUtf8(std::string_view text)
{
    return isUtf8(text) ? std::string(text) : fromLatin1(text);
}

std::string shortened(std::string_view utf8, std::size_t most)
{
    if (characterStart(utf8, most) == utf8.size())
        return std::string(utf8);
    return std::string(utf8.substr(0, characterStart(utf8, most - 1))) + "\u2026";
}

} // namespace overfit
