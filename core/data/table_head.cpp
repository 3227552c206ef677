// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/table_head.h"

#include "core/data/line_reader.h"
#include "core/data/row_reader.h"
#include "core/data/utf8.h"

#include <algorithm>
#include <array>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kLongestText = 80; // characters of a cell that are kept to be shown
constexpr char kQuote = '"';
// In order of precedence: a comma may be a decimal comma.
constexpr std::array kSeparators{'\t', ';', ','};

/// The separator that a line shows outside quotes; nothing where it shows none.
std::optional<char> shownSeparator(std::string_view text, bool insideQuotes)
{
    std::size_t best = kSeparators.size();
    for (const char character : text) {
        if (character == kQuote)
            insideQuotes = !insideQuotes;
        if (insideQuotes)
            continue;
        const auto found = std::find(kSeparators.begin(), kSeparators.end(), character);
        best = std::min(best, static_cast<std::size_t>(found - kSeparators.begin()));
    }
    return best == kSeparators.size() ? std::nullopt : std::optional(kSeparators[best]);
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

bool isMeantAsNumber(CellShape shape)
{
    return shape != CellShape::Empty && shape != CellShape::Word;
}

/// Looks at one row after the other.
class Inspector
{
public:
    explicit Inspector(const FormatChoice &choice) : m_choice(choice), m_separator(choice.separator)
    {
        if (m_separator)
            m_row.setSeparator(*m_separator);
    }

    /// Takes a line; false where there is no use in going on.
    bool take(const Line &line);
    TableHead finished();

private:
    void takeRow();
    [[nodiscard]] bool isHeader() const;
    void takeHeader();
    void takeCells();
    [[nodiscard]] std::optional<DecimalMark> shownDecimal() const;

    FormatChoice m_choice;
    std::optional<char> m_separator;
    RowReader m_row;
    bool m_isFirstRow = true;
    bool m_isUtf8 = true;
    TableHead m_head;
};

bool Inspector::take(const Line &line)
{
    if (line.fault != Line::Fault::None)
        return false;
    if (m_row.state() == RowReader::State::RowEnded && line.text.starts_with('#'))
        return true;
    m_isUtf8 = m_isUtf8 && isUtf8(line.text);
    if (!m_separator) {
        // Before the first separator has been seen, no cell can have been split by another one.
        m_separator = shownSeparator(line.text, m_row.state() == RowReader::State::InsideQuotes);
        if (m_separator)
            m_row.setSeparator(*m_separator);
    }
    const RowReader::State state = m_row.feed(line.text, line.number);
    if (state == RowReader::State::RowEnded && !m_row.isBlank())
        takeRow();
    return state != RowReader::State::BrokenQuotes && m_head.rows < kMostHeadRows;
}

void Inspector::takeRow()
{
    const bool isFirst = std::exchange(m_isFirstRow, false);
    if (isFirst && m_choice.hasHeader.value_or(isHeader()))
        takeHeader();
    else
        takeCells();
}

bool Inspector::isHeader() const
{
    int numbers = 0;
    bool hasWord = false;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        const CellShape shape = shapeOf(m_row.cell(i).text);
        numbers += isMeantAsNumber(shape) ? 1 : 0;
        hasWord = hasWord || shape == CellShape::Word;
    }
    return numbers < 2 && hasWord;
}

void Inspector::takeHeader()
{
    m_head.format.hasHeader = true;
    m_head.columns.resize(m_row.size());
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        const std::string name = asUtf8(trimmed(m_row.cell(i).text));
        m_head.columns[i].name = nameWithUnit(name);
        m_head.header.push_back(name);
    }
}

void Inspector::takeCells()
{
    if (m_head.columns.size() < m_row.size())
        m_head.columns.resize(m_row.size());
    const bool isShown = m_head.texts.size() < kMostTexts;
    if (isShown)
        m_head.texts.emplace_back();
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        ColumnHead &column = m_head.columns[i];
        const std::string_view text = trimmed(m_row.cell(i).text);
        column.cells.resize(m_head.rows, CellShape::Empty); // rows that ended before it
        column.cells.push_back(shapeOf(text));
        const bool isKnown =
            std::find(column.distinct.begin(), column.distinct.end(), text) != column.distinct.end();
        if (!text.empty() && !isKnown && column.distinct.size() < kMostDistinct)
            column.distinct.emplace_back(text);
        if (isShown && i < kMostTextColumns)
            m_head.texts.back().push_back(shortened(asUtf8(text), kLongestText));
    }
    ++m_head.rows;
}

std::optional<DecimalMark> Inspector::shownDecimal() const
{
    const bool hasSemicolons = m_separator == ';';
    std::size_t points = 0;
    std::size_t commas = 0;
    for (const ColumnHead &column : m_head.columns) {
        for (const CellShape shape : column.cells) {
            points += shape == CellShape::Point ? 1U : 0U;
            const bool isComma =
                shape == CellShape::Comma || (hasSemicolons && shape == CellShape::CommaOrGroup);
            commas += isComma ? 1U : 0U;
        }
    }
    if (points == 0 && commas == 0)
        return std::nullopt;
    const bool areCommas = commas > points || (commas == points && hasSemicolons);
    return areCommas ? DecimalMark::Comma : DecimalMark::Point;
}

TableHead Inspector::finished()
{
    for (ColumnHead &column : m_head.columns)
        column.cells.resize(m_head.rows, CellShape::Empty);
    m_head.format.separator = m_separator.value_or(',');
    m_head.format.decimal = m_choice.decimal ? m_choice.decimal : shownDecimal();
    m_head.format.encoding = m_isUtf8 ? Encoding::Utf8 : Encoding::Latin1;
    return std::move(m_head);
}

} // namespace

CellReading::Fault faultOf(CellShape shape, const TableFormat &format)
{
    using Fault = CellReading::Fault;
    switch (shape) {
    case CellShape::Empty:
        return Fault::Empty;
    case CellShape::Word:
    case CellShape::NotFinite:
        return Fault::NotANumber;
    case CellShape::Whole:
        return Fault::None;
    case CellShape::Grouped:
        return Fault::Grouped;
    case CellShape::Point:
        return format.decimal == DecimalMark::Comma ? Fault::OtherDecimalMark : Fault::None;
    case CellShape::Comma:
        return format.decimal == DecimalMark::Point ? Fault::OtherDecimalMark : Fault::None;
    case CellShape::CommaOrGroup:
        break;
    }
    if (format.decimal == DecimalMark::Point)
        return Fault::Grouped;
    const bool isDecimal = format.decimal == DecimalMark::Comma || format.separator == ';';
    return isDecimal ? Fault::None : Fault::Unclear;
}

std::size_t ColumnHead::filled() const
{
    return cells.size() - static_cast<std::size_t>(std::count(cells.begin(), cells.end(), CellShape::Empty));
}

bool ColumnHead::isNumeric() const
{
    const auto numbers = static_cast<std::size_t>(std::count_if(cells.begin(), cells.end(), isMeantAsNumber));
    return numbers > 0 && 2 * numbers >= filled();
}

std::vector<std::size_t> TableHead::numericColumns() const
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].isNumeric())
            result.push_back(i);
    }
    return result;
}

TableHead inspectHead(std::string_view text, bool isCut, const FormatChoice &choice)
{
    std::string_view rest = text;
    if (isCut)
        rest = rest.substr(0, rest.find_last_of("\r\n") + 1); // npos + 1 is 0
    const std::size_t size = rest.size();
    LineReader lines([&rest] { return std::exchange(rest, std::string_view()); }, size);
    Inspector inspector(choice);
    std::size_t bytes = 0;
    while (const std::optional<Line> line = lines.next()) {
        bytes += line->text.size() + 1;
        if (!inspector.take(*line))
            break;
    }
    TableHead head = inspector.finished();
    head.bytes = std::min(bytes, size);
    return head;
}

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

} // namespace overfit
