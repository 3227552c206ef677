// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table_reader.h"

#include "core/data/number.h"
#include "core/data/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kFewestRows = 3;
constexpr std::size_t kLongestFound = 40;
constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
// In order of precedence; csv.h says why.
constexpr std::array kSeparators{'\t', ';', ','};

bool startsLikeUtf16(std::string_view text)
{
    return text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF");
}

/// The separator that a line shows outside quotes; zero where it shows none.
char shownSeparator(std::string_view text, bool insideQuotes)
{
    std::size_t best = kSeparators.size();
    for (const char character : text) {
        if (character == '"')
            insideQuotes = !insideQuotes;
        if (insideQuotes)
            continue;
        const auto found = std::find(kSeparators.begin(), kSeparators.end(), character);
        best = std::min(best, static_cast<std::size_t>(found - kSeparators.begin()));
    }
    return best == kSeparators.size() ? '\0' : kSeparators[best];
}

/// Where the bracket opens that the last character of @p text closes.
std::size_t openingBracket(std::string_view text, char open)
{
    int depth = 0;
    for (std::size_t i = text.size(); i > 0; --i) {
        depth += text[i - 1] == text.back() ? 1 : text[i - 1] == open ? -1 : 0;
        if (depth == 0)
            return i - 1;
    }
    return std::string_view::npos;
}

/// "speed (mph)" is a name with a unit; "f(x)", without a space, is a name.
Column nameWithUnit(std::string_view text)
{
    const bool round = text.ends_with(')');
    if (!round && !text.ends_with(']'))
        return {std::string(text), {}};
    const std::size_t open = openingBracket(text, round ? '(' : '[');
    const std::string_view name = trimmed(text.substr(0, open == std::string_view::npos ? 0 : open));
    if (name.empty() || (round && name.size() == open))
        return {std::string(text), {}};
    const std::string_view unit = text.substr(open + 1, text.size() - open - 2);
    return {std::string(name), std::string(trimmed(unit))};
}

/// What stood in the file, fit for one line of a message.
std::string quotation(std::string_view found)
{
    std::string text = shortened(asUtf8(found), kLongestFound);
    const auto breaksTheLine = [](char character) { return static_cast<unsigned char>(character) < ' '; };
    std::replace_if(text.begin(), text.end(), breaksTheLine, ' ');
    return text;
}

bool areAllEqual(const std::vector<double> &values)
{
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

} // namespace

TableReader::TableReader(std::string file, ColumnChoice choice)
    : m_file(std::move(file)), m_choice(std::move(choice))
{
}

std::optional<ReadError> TableReader::take(const Line &line)
{
    const bool isFirst = line.number == 1;
    if (line.fault == Line::Fault::ZeroByte || (isFirst && startsLikeUtf16(line.text)))
        return error(ReadError::Reason::NotText, line.number);
    if (line.fault == Line::Fault::TooLong)
        return error(ReadError::Reason::LineTooLong, line.number);
    const bool isMarked = isFirst && line.text.starts_with(kUtf8Mark);
    return takeText(isMarked ? line.text.substr(kUtf8Mark.size()) : line.text, line.number);
}

ReadResult TableReader::finished()
{
    if (m_row.state() == RowReader::State::InsideQuotes)
        return brokenQuotes();
    if (!m_columns)
        return error(ReadError::Reason::Empty);
    if (m_rows.size() < kFewestRows)
        return error(ReadError::Reason::TooFewRows);
    if (areAllEqual(m_rows.x))
        return error(ReadError::Reason::AllInputsEqual, 0, m_columns->x + 1);
    return Table{{}, columnOf(m_columns->x, "x"), columnOf(m_columns->y, "y"), std::move(m_rows), m_file};
}

std::optional<ReadError> TableReader::takeText(std::string_view text, std::size_t line)
{
    const bool isNewRow = m_row.state() == RowReader::State::RowEnded;
    if (isNewRow && text.starts_with('#'))
        return std::nullopt;
    if (m_separator == '\0')
        findSeparator(text);
    switch (m_row.feed(text, line)) {
    case RowReader::State::RowEnded:
        return takeRow();
    case RowReader::State::InsideQuotes:
        // A quote that is never closed must not swallow a large file.
        return m_row.length() > kLongestLine ? std::optional(brokenQuotes()) : std::nullopt;
    case RowReader::State::BrokenQuotes:
        break;
    }
    return brokenQuotes();
}

std::optional<ReadError> TableReader::takeRow()
{
    if (m_columns)
        return isBlankRow() ? std::nullopt : takeNumbers();
    if (isBlankRow())
        return std::nullopt;
    if (numberColumns().size() < 2 && takeHeader())
        return std::nullopt;
    const std::optional<ReadError> error = chooseColumns();
    return error ? error : takeNumbers();
}

std::optional<ReadError> TableReader::takeNumbers()
{
    const std::optional<double> x = numberAt(m_columns->x);
    const std::optional<double> y = numberAt(m_columns->y);
    if (!x || !y)
        return wrongCell(x ? m_columns->y : m_columns->x);
    m_rows.x.push_back(*x);
    m_rows.y.push_back(*y);
    return std::nullopt;
}

void TableReader::findSeparator(std::string_view text)
{
    // Before the first separator has been seen, no cell can have been split by another one.
    m_separator = shownSeparator(text, m_row.state() == RowReader::State::InsideQuotes);
    if (m_separator != '\0')
        m_row.setSeparator(m_separator);
}

/// Keeps the row as the header if it may be one: the first row, with a word in it.
bool TableReader::takeHeader()
{
    std::vector<std::string> names;
    bool hasWord = false;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        const std::string_view text = trimmed(m_row.cell(i).text);
        hasWord = hasWord || (!text.empty() && !spelledNumber(text));
        names.push_back(asUtf8(text));
    }
    if (m_header || !hasWord)
        return false;
    m_header = std::move(names);
    return true;
}

/// The columns that hold a number in this row.
std::vector<std::size_t> TableReader::numberColumns() const
{
    std::vector<std::size_t> columns;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        if (spelledNumber(m_row.cell(i).text))
            columns.push_back(i);
    }
    return columns;
}

/// Decides by the first row of data which columns are read.
std::optional<ReadError> TableReader::chooseColumns()
{
    std::optional<std::size_t> x = columnCalled(m_choice.x);
    std::optional<std::size_t> y = columnCalled(m_choice.y);
    for (const auto &[name, column] : {std::pair(m_choice.x, x), std::pair(m_choice.y, y)}) {
        if (!name.empty() && !column)
            return unknownColumn(name);
    }
    if (x && x == y)
        return sameColumn(*x);
    for (const std::size_t column : numberColumns()) {
        if (!x && column != y)
            x = column;
        else if (!y && column != x)
            y = column;
    }
    if (!x || !y)
        return error(ReadError::Reason::TooFewColumns, m_row.line(), 0, wholeRow());
    m_columns = Columns{*x, *y};
    return std::nullopt;
}

std::optional<std::size_t> TableReader::columnCalled(const std::string &name) const
{
    if (name.empty())
        return std::nullopt;
    const std::size_t named = m_header ? m_header->size() : 0;
    for (std::size_t i = 0; i < named; ++i) {
        if ((*m_header)[i] == name || nameWithUnit((*m_header)[i]).name == name)
            return i;
    }
    const std::optional<double> number = spelledNumber(name);
    const std::size_t count = std::max(named, m_row.size());
    if (!number || !(*number >= 1 && *number <= static_cast<double>(count)) || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<std::size_t>(*number) - 1;
}

std::vector<std::string> TableReader::columnNames() const
{
    if (m_header)
        return *m_header;
    std::vector<std::string> numbers;
    for (std::size_t i = 1; i <= m_row.size(); ++i)
        numbers.push_back(std::to_string(i));
    return numbers;
}

ReadError TableReader::unknownColumn(const std::string &name) const
{
    ReadError result = error(ReadError::Reason::UnknownColumn, 0, 0, name);
    for (const std::string &column : columnNames())
        result.columns.push_back(quotation(column));
    return result;
}

ReadError TableReader::sameColumn(std::size_t column) const
{
    const bool isNamed = m_header && column < m_header->size() && !(*m_header)[column].empty();
    const std::string name = isNamed ? (*m_header)[column] : std::to_string(column + 1);
    return error(ReadError::Reason::SameColumn, 0, column + 1, name);
}

std::optional<double> TableReader::numberAt(std::size_t column) const
{
    if (column >= m_row.size())
        return std::nullopt;
    const std::optional<double> number = spelledNumber(m_row.cell(column).text);
    return number && std::abs(*number) <= kLargestNumber ? number : std::nullopt;
}

bool TableReader::isBlankRow() const
{
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        if (!trimmed(m_row.cell(i).text).empty())
            return false;
    }
    return true;
}

std::string TableReader::wholeRow() const
{
    std::string result;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        if (i > 0)
            result += m_separator;
        result += m_row.cell(i).text;
    }
    return result;
}

Column TableReader::columnOf(std::size_t column, const char *nameless) const
{
    const bool isNamed = m_header && column < m_header->size() && !(*m_header)[column].empty();
    return isNamed ? nameWithUnit((*m_header)[column]) : Column{nameless, {}};
}

ReadError TableReader::error(
    ReadError::Reason reason, std::size_t line, std::size_t column, std::string_view found) const
{
    return {reason, m_file, line, column, quotation(found)};
}

ReadError TableReader::wrongCell(std::size_t column) const
{
    if (column >= m_row.size())
        return error(ReadError::Reason::MissingCell, m_row.line(), column + 1);
    const Cell cell = m_row.cell(column);
    if (trimmed(cell.text).empty())
        return error(ReadError::Reason::MissingCell, cell.line, column + 1);
    return error(ReadError::Reason::NotANumber, cell.line, column + 1, cell.text);
}

ReadError TableReader::brokenQuotes() const
{
    const Cell cell = m_row.unfinished();
    return error(ReadError::Reason::BrokenQuotes, cell.line, m_row.size() + 1, cell.text);
}

} // namespace overfit
