// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace overfit {

/// How a text is written in bytes.
enum class Encoding {
    Utf8,
    Latin1, ///< what is not UTF-8 is taken as this
    Utf16LittleEndian,
    Utf16BigEndian,
};

/// Gives the next piece of a text, empty at the end. A piece must stay valid until the next one is asked for.
using PieceSource = std::function<std::string_view()>;

/// Takes the byte order mark off a text that arrives in pieces, and turns UTF-16 into UTF-8, piece by piece.
/// UTF-16 is known by its mark, or, without one, by its zero bytes: more than half of the bytes at one parity
/// of the beginning, none at the other. Half a surrogate pair, or half a character at the end, becomes
/// U+FFFD. Any other text passes as it is.
class TextDecoder
{
public:
    explicit TextDecoder(PieceSource source);

    /// The next piece, empty at the end; valid until the next one is asked for.
    std::string_view next();

    /// Known once the first piece has been asked for; never Latin1, which this does not look for.
    [[nodiscard]] Encoding encoding() const { return m_encoding; }

private:
    std::string_view begin();
    std::string_view converted(std::string_view piece);
    void takeUnit(std::uint32_t unit);
    void append(std::uint32_t codePoint);

    PieceSource m_source;
    Encoding m_encoding = Encoding::Utf8;
    bool m_hasBegun = false;
    bool m_hasEnded = false;
    std::string m_beginning; ///< what was looked at to tell the encoding
    std::string m_converted;
    int m_halfUnit = -1; ///< the byte of a unit that a piece ended in; -1 for none
    std::uint32_t m_high = 0; ///< the first half of a surrogate pair; 0 for none
};

} // namespace overfit
