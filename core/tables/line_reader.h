// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/text_decoder.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace overfit {

/// A physical line of a text, without its end.
struct Line {
    enum class Fault { None, TooLong, ZeroByte };

    std::size_t number = 0; ///< counted from 1
    std::string_view text; ///< valid until the next line is asked for; empty where there is a fault
    Fault fault = Fault::None;
};

/// Cuts a text that arrives in pieces into lines; they end with LF, CRLF or CR. Never holds more than one
/// line of at most @p longest bytes, and looks at each byte once.
class LineReader
{
public:
    using Source = PieceSource;

    LineReader(Source source, std::size_t longest);

    /// The next line, or nothing at the end of the text and after a line with a fault.
    std::optional<Line> next();

    /// Whether there is a zero byte in what has arrived and is still to come.
    [[nodiscard]] bool hasZeroByteAhead() const { return m_rest.find('\0') != std::string_view::npos; }

private:
    bool refill();
    std::string_view takePart();
    void takeLineEnd();
    Line faulty(Line::Fault fault);

    Source m_source;
    std::size_t m_longest;
    std::string_view m_rest; ///< what is left of the piece
    std::string m_begun; ///< the line so far, where a piece ended within it
    std::size_t m_number = 0;
    bool m_afterCarriageReturn = false;
    bool m_ended = false;
};

} // namespace overfit
