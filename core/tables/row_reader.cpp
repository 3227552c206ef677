// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/row_reader.h"

#include "core/text/number.h"

#include <csv.h>

#include <algorithm>
#include <new>
#include <utility>

namespace overfit {
namespace {

// libcsv's buffer grows by so much; its own 128 bytes would make a long cell slow.
constexpr std::size_t kBufferStep = 1 << 16;

/// Stands for a quote that is a character like any other, which libcsv would stumble at. No line has it: see
/// Line::Fault::ZeroByte.
constexpr char kInnerQuote = '\0';

bool isBlankCharacter(char character)
{
    return character == ' ' || character == '\t';
}

} // namespace

RowReader::RowReader() : m_parser(std::make_unique<csv_parser>())
{
    // Every end of a row is reported, that of an empty one too: it is missing only inside quotes.
    if (csv_init(m_parser.get(), CSV_STRICT | CSV_REPALL_NL) != 0)
        throw std::bad_alloc();
    csv_set_blk_size(m_parser.get(), kBufferStep);
}

RowReader::~RowReader()
{
    csv_free(m_parser.get());
}

void RowReader::setSeparator(char separator)
{
    m_separator = separator;
    csv_set_delim(m_parser.get(), static_cast<unsigned char>(separator));
}

RowReader::State RowReader::feed(std::string_view text, std::size_t line)
{
    if (m_state == State::RowEnded)
        beginRow(text, line);
    m_lineNow = line;
    if (m_separator == ' ')
        return cutAtBlanks(text);
    if (m_state == State::RowEnded && text.find('"') == std::string_view::npos) {
        cut(text);
        return m_state;
    }
    const bool isMarked = markInnerQuotes(text, m_state == State::InsideQuotes);
    m_state = State::InsideQuotes;
    if (!parse(isMarked ? m_marked : text) || !parse("\n"))
        m_state = State::BrokenQuotes;
    return m_state;
}

Cell RowReader::cell(std::size_t index) const
{
    const Position &position = m_cells[index];
    return {std::string_view(m_text).substr(position.begin, position.end - position.begin), position.line};
}

bool RowReader::isBlank() const
{
    for (std::size_t i = 0; i < m_cells.size(); ++i) {
        if (!trimmed(cell(i).text).empty())
            return false;
    }
    return true;
}

Cell RowReader::unfinished() const
{
    if (m_separator == ' ')
        return {m_text, m_lineNow};
    return {{reinterpret_cast<const char *>(m_parser->entry_buf), m_parser->entry_pos}, m_cellLine};
}

std::size_t RowReader::length() const
{
    return m_text.size() + m_cells.size() + m_parser->entry_pos;
}

void RowReader::takeCell(void *text, std::size_t length, void *reader) noexcept
{
    auto *const self = static_cast<RowReader *>(reader);
    try {
        const std::size_t begin = self->m_text.size();
        self->m_text.append(static_cast<const char *>(text), length);
        std::replace(
            self->m_text.begin() + static_cast<std::ptrdiff_t>(begin), self->m_text.end(), kInnerQuote, '"');
        self->m_cells.push_back({begin, self->m_text.size(), self->m_cellLine});
    } catch (const std::bad_alloc &) {
        self->m_isMemoryShort = true;
    }
    self->m_cellLine = self->m_lineNow;
}

void RowReader::endRow(int /*character*/, void *reader) noexcept
{
    static_cast<RowReader *>(reader)->m_state = State::RowEnded;
}

bool RowReader::parse(std::string_view text)
{
    const bool isWhole =
        csv_parse(m_parser.get(), text.data(), text.size(), takeCell, endRow, this) == text.size();
    if (m_isMemoryShort || (!isWhole && csv_error(m_parser.get()) == CSV_ENOMEM))
        throw std::bad_alloc();
    return isWhole;
}

/// A whole row without quotes, as libcsv would: without the spaces and tabs at the ends of a cell; and where
/// there is nothing else at all, there are no cells.
void RowReader::cut(std::string_view text)
{
    const auto isSpace = [this](std::size_t at) { return isBlankCharacter(m_text[at]); };
    m_text.assign(text);
    for (std::size_t from = 0; from <= m_text.size();) {
        const std::size_t separator = std::min(m_text.find(m_separator, from), m_text.size());
        std::size_t begin = from;
        std::size_t end = separator;
        while (begin < end && isSpace(begin))
            ++begin;
        while (begin < end && isSpace(end - 1))
            --end;
        m_cells.push_back({begin, end, m_lineNow});
        from = separator + 1;
    }
    if (m_cells.size() == 1 && m_cells.front().begin == m_cells.front().end)
        m_cells.clear();
}

/// A whole row of cells between blanks; a cell in quotes may hold some.
RowReader::State RowReader::cutAtBlanks(std::string_view text)
{
    m_text.assign(text);
    const auto isBlankAt = [this](std::size_t at) { return isBlankCharacter(m_text[at]); };
    for (std::size_t at = 0;;) {
        while (at < m_text.size() && isBlankAt(at))
            ++at;
        if (at == m_text.size())
            return m_state = State::RowEnded;
        const bool isQuoted = m_text[at] == '"';
        std::size_t end = isQuoted ? m_text.find('"', at + 1) : at;
        while (!isQuoted && end < m_text.size() && !isBlankAt(end))
            ++end;
        const std::size_t next = isQuoted && end != std::string::npos ? end + 1 : end;
        if (next == std::string::npos || (isQuoted && next < m_text.size() && !isBlankAt(next)))
            return m_state = State::BrokenQuotes;
        m_cells.push_back({at + (isQuoted ? 1 : 0), end, m_lineNow});
        at = next;
    }
}

/// Makes m_marked of a line, in which quotes are marked that neither open nor close a cell; false where there
/// are none.
bool RowReader::markInnerQuotes(std::string_view text, bool isInside)
{
    m_hasInnerQuotes = false;
    for (std::size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at)) {
        if (isInside) {
            const bool isDouble = at + 1 < text.size() && text[at + 1] == '"';
            isInside = isDouble;
            at = isDouble ? at + 2 : std::min(text.find(m_separator, at), text.size());
            continue;
        }
        std::size_t begin = at;
        while (begin > 0 && text[begin - 1] != m_separator && isBlankCharacter(text[begin - 1]))
            --begin;
        isInside = begin == 0 || text[begin - 1] == m_separator;
        if (!isInside) {
            if (!std::exchange(m_hasInnerQuotes, true))
                m_marked.assign(text);
            m_marked[at] = kInnerQuote;
        }
        ++at;
    }
    return m_hasInnerQuotes;
}

void RowReader::beginRow(std::string_view text, std::size_t line)
{
    m_isFirstQuoted = text.starts_with('"');
    m_text.clear();
    m_cells.clear();
    m_firstLine = line;
    m_cellLine = line;
}

} // namespace overfit
