// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/line_reader.h"

#include <utility>

namespace overfit {
namespace {

bool endsPart(char character)
{
    // Nearly all are beyond the first comparison.
    return static_cast<unsigned char>(character) <= '\r'
        && (character == '\n' || character == '\r' || character == '\0');
}

} // namespace

LineReader::LineReader(Source source, std::size_t longest) : m_source(std::move(source)), m_longest(longest)
{
}

std::optional<Line> LineReader::next()
{
    m_begun.clear();
    ++m_number;
    while (!m_ended && refill()) {
        const std::string_view part = takePart();
        if (!m_rest.empty() && m_rest.front() == '\0')
            return faulty(Line::Fault::ZeroByte);
        if (m_begun.size() + part.size() > m_longest)
            return faulty(Line::Fault::TooLong);
        const bool isWhole = !m_rest.empty();
        if (isWhole)
            takeLineEnd();
        if (isWhole && m_begun.empty())
            return Line{m_number, part, Line::Fault::None};
        m_begun += part;
        if (isWhole)
            return Line{m_number, m_begun, Line::Fault::None};
    }
    m_ended = true;
    return m_begun.empty() ? std::nullopt : std::optional(Line{m_number, m_begun, Line::Fault::None});
}

/// Makes sure that there is something in m_rest; false at the end of the text.
bool LineReader::refill()
{
    if (m_rest.empty())
        m_rest = m_source();
    if (m_afterCarriageReturn && !m_rest.empty() && m_rest.front() == '\n')
        m_rest.remove_prefix(1);
    m_afterCarriageReturn = false;
    if (m_rest.empty())
        m_rest = m_source();
    return !m_rest.empty();
}

/// What stands before the next end of a line, zero byte or end of the piece.
std::string_view LineReader::takePart()
{
    std::size_t end = 0;
    while (end < m_rest.size() && !endsPart(m_rest[end]))
        ++end;
    const std::string_view part = m_rest.substr(0, end);
    m_rest.remove_prefix(part.size());
    return part;
}

void LineReader::takeLineEnd()
{
    m_afterCarriageReturn = m_rest.front() == '\r';
    m_rest.remove_prefix(1);
}

Line LineReader::faulty(Line::Fault fault)
{
    m_ended = true;
    m_begun.clear();
    return {m_number, {}, fault};
}

} // namespace overfit
