// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/text_decoder.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kLookedAt = 512; // bytes, to tell the encoding by
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kLittleEndianMark = "\xFF\xFE";
constexpr std::string_view kBigEndianMark = "\xFE\xFF";
constexpr std::uint32_t kReplacement = 0xFFFD;

struct Beginning {
    Encoding encoding;
    std::size_t markLength;
};

/// UTF-16 without a mark: of characters below U+0100, one byte is zero.
Encoding encodingByZeros(std::string_view text)
{
    const std::string_view looked = text.substr(0, std::min(text.size(), kLookedAt) / 2 * 2);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < looked.size(); ++i)
        zeros[i % 2] += looked[i] == '\0' ? 1U : 0U;
    const std::size_t most = looked.size() / 4; // half of those at one parity
    if (zeros[0] == 0 && zeros[1] > most)
        return Encoding::Utf16LittleEndian;
    return zeros[1] == 0 && zeros[0] > most ? Encoding::Utf16BigEndian : Encoding::Utf8;
}

Beginning beginningOf(std::string_view text)
{
    if (text.starts_with(kUtf8Mark))
        return {Encoding::Utf8, kUtf8Mark.size()};
    if (text.starts_with(kLittleEndianMark))
        return {Encoding::Utf16LittleEndian, kLittleEndianMark.size()};
    if (text.starts_with(kBigEndianMark))
        return {Encoding::Utf16BigEndian, kBigEndianMark.size()};
    return {encodingByZeros(text), 0};
}

} // namespace

TextDecoder::TextDecoder(PieceSource source) : m_source(std::move(source)) { }

std::string_view TextDecoder::next()
{
    // A piece may hold no more than half a character, and an empty one would say that the text ends.
    while (!m_hasEnded) {
        const std::string_view piece = m_hasBegun ? m_source() : begin();
        const bool isEnd = piece.empty() && m_hasBegun;
        m_hasBegun = true;
        m_hasEnded = isEnd;
        const std::string_view text = m_encoding == Encoding::Utf8 ? piece : converted(piece);
        if (!text.empty())
            return text;
    }
    return {};
}

/// The first pieces without the mark.
std::string_view TextDecoder::begin()
{
    while (m_beginning.size() < kLookedAt) {
        const std::string_view piece = m_source();
        if (piece.empty())
            break;
        m_beginning += piece;
    }
    const Beginning found = beginningOf(m_beginning);
    m_encoding = found.encoding;
    return std::string_view(m_beginning).substr(found.markLength);
}

/// UTF-16 as UTF-8; an empty piece is the end.
std::string_view TextDecoder::converted(std::string_view piece)
{
    m_converted.clear();
    for (const char character : piece) {
        const auto byte = static_cast<unsigned char>(character);
        if (m_halfUnit < 0) {
            m_halfUnit = byte;
            continue;
        }
        const auto first = static_cast<std::uint32_t>(std::exchange(m_halfUnit, -1));
        takeUnit(
            m_encoding == Encoding::Utf16BigEndian ? first << 8U | byte : std::uint32_t{byte} << 8U | first);
    }
    const bool isCut = m_hasEnded && (m_high != 0 || m_halfUnit >= 0);
    if (isCut)
        append(kReplacement);
    return m_converted;
}

void TextDecoder::takeUnit(std::uint32_t unit)
{
    const bool isHigh = unit >= 0xD800 && unit < 0xDC00;
    const bool isLow = unit >= 0xDC00 && unit < 0xE000;
    const std::uint32_t high = std::exchange(m_high, isHigh ? unit : 0);
    if (high != 0 && isLow) {
        append(0x10000U + ((high - 0xD800U) << 10U) + (unit - 0xDC00U));
        return;
    }
    if (high != 0)
        append(kReplacement);
    if (!isHigh)
        append(isLow ? kReplacement : unit);
}

void TextDecoder::append(std::uint32_t codePoint)
{
    const auto add = [this](std::uint32_t byte) { m_converted += static_cast<char>(byte); };
    if (codePoint < 0x80) {
        add(codePoint);
        return;
    }
    if (codePoint < 0x800) {
        add(0xC0U | codePoint >> 6U);
    } else {
        if (codePoint < 0x10000) {
            add(0xE0U | codePoint >> 12U);
        } else {
            add(0xF0U | codePoint >> 18U);
            add(0x80U | (codePoint >> 12U & 0x3FU));
        }
        add(0x80U | (codePoint >> 6U & 0x3FU));
    }
    add(0x80U | (codePoint & 0x3FU));
}

} // namespace overfit
