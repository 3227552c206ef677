// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_head.h"

#include "core/tables/line_reader.h"
#include "core/tables/row_reader.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kLongestText = 80; // characters of a cell that are kept to be shown
// In order of precedence: a comma may be a decimal comma.
constexpr std::array kSeparators{'\t', ';', ','};

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

std::string_view firstLine(std::string_view text)
{
    return text.substr(0, text.find_first_of("\r\n"));
}

bool isMeantAsNumber(CellShape shape)
{
    return shape != CellShape::Empty && shape != CellShape::Word;
}

/// Gives @p takeRow the rows that @p separator makes of @p text, until it returns false or quotes are broken;
/// how many bytes that took.
std::size_t eachRow(
    std::string_view text, char separator, const std::function<bool(const RowReader &)> &takeRow)
{
    std::string_view rest = text;
    LineReader lines([&rest] { return std::exchange(rest, std::string_view()); }, text.size());
    RowReader row;
    row.setSeparator(separator);
    std::size_t bytes = 0;
    while (const std::optional<Line> line = lines.next()) {
        bytes += line->text.size() + 1;
        if (line->fault != Line::Fault::None)
            break;
        const bool isHint = line->number == 1 && hintedSeparator(line->text);
        if (isHint || (row.state() == RowReader::State::RowEnded && line->text.starts_with('#')))
            continue;
        const RowReader::State state = row.feed(line->text, line->number);
        if (state == RowReader::State::BrokenQuotes)
            break;
        if (state == RowReader::State::RowEnded && !row.isBlank() && !takeRow(row))
            break;
    }
    return std::min(bytes, text.size());
}

/// Whether the comma between two cells is the decimal mark of "1,5;2", which another separator cuts.
bool isDecimalComma(std::string_view left, std::string_view right)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    const auto isCut = [](std::string_view cell) {
        return cell.find_first_of("\t;") != std::string_view::npos;
    };
    const bool isBetweenDigits =
        !left.empty() && !right.empty() && isDigit(left.back()) && isDigit(right.front());
    return isBetweenDigits && (isCut(left) || isCut(right));
}

/// The cells of a row that are numbers, but for halves of numbers with a decimal comma.
std::size_t numbersIn(const RowReader &row, char separator)
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string_view text = row.cell(i).text;
        const bool isHalf = separator == ','
            && ((i > 0 && isDecimalComma(row.cell(i - 1).text, text))
                || (i + 1 < row.size() && isDecimalComma(text, row.cell(i + 1).text)));
        count += !isHalf && isMeantAsNumber(shapeOf(text)) ? 1U : 0U;
    }
    return count;
}

/// How much sense a separator makes of a text.
struct Sense {
    std::size_t numbers = 0; ///< tells more than the rows: words have commas too
    std::size_t rows = 0;

    bool operator<(const Sense &other) const
    {
        return std::tie(numbers, rows) < std::tie(other.numbers, other.rows);
    }
};

/// Of the rows with as many cells as one another, two at least, those that make most sense.
Sense senseOf(std::string_view text, char separator)
{
    std::map<std::size_t, Sense> byCells;
    std::size_t rows = 0;
    eachRow(text, separator, [&](const RowReader &row) {
        if (row.size() > 1) {
            Sense &sense = byCells[row.size()];
            sense.numbers += numbersIn(row, separator);
            ++sense.rows;
        }
        return ++rows <= kMostHeadRows; // and the header
    });
    Sense best;
    for (const auto &[cells, sense] : byCells)
        best = std::max(best, sense);
    return best;
}

char likelySeparator(std::string_view text)
{
    char likely = ',';
    Sense most;
    for (const char separator : kSeparators) {
        if (text.find(separator) == std::string_view::npos)
            continue;
        const Sense sense = senseOf(text, separator);
        if (most < sense) {
            most = sense;
            likely = separator;
        }
    }
    return likely;
}

/// Looks at one row after the other.
class Inspector
{
public:
    explicit Inspector(const TableFormat &known) : m_isHeaderAhead(known.hasHeader) { m_head.format = known; }

    /// Takes a row; false where there is no use in going on.
    bool take(const RowReader &row);
    TableHead finished();

private:
    void takeHeader(const RowReader &row);
    void takeCells(const RowReader &row);
    void countAlong(std::string_view firstCell);
    [[nodiscard]] std::optional<DecimalMark> shownDecimal() const;

    bool m_isHeaderAhead;
    bool m_isUtf8 = true;
    double m_firstNumber = 0; ///< of a first column that counts the rows
    TableHead m_head;
};

bool Inspector::take(const RowReader &row)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        m_isUtf8 = m_isUtf8 && isUtf8(row.cell(i).text);
    if (std::exchange(m_isHeaderAhead, false))
        takeHeader(row);
    else
        takeCells(row);
    return m_head.rows < kMostHeadRows;
}

void Inspector::takeHeader(const RowReader &row)
{
    m_head.columns.resize(row.size());
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string name = asUtf8(trimmed(row.cell(i).text));
        m_head.columns[i].name = nameWithUnit(name);
        m_head.header.push_back(name);
    }
}

void Inspector::takeCells(const RowReader &row)
{
    if (m_head.columns.size() < row.size())
        m_head.columns.resize(row.size());
    countAlong(row.cell(0).text);
    const bool isShown = m_head.texts.size() < kMostTexts;
    if (isShown)
        m_head.texts.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
        ColumnHead &column = m_head.columns[i];
        const std::string_view text = trimmed(row.cell(i).text);
        if (!text.empty())
            column.cells.push_back({static_cast<std::uint32_t>(m_head.rows), shapeOf(text)});
        const bool isKnown =
            std::find(column.distinct.begin(), column.distinct.end(), text) != column.distinct.end();
        if (!text.empty() && !isKnown && column.distinct.size() < kMostDistinct)
            column.distinct.emplace_back(text);
        if (isShown && i < kMostTextColumns)
            m_head.texts.back().push_back(shortened(asUtf8(text), kLongestText));
    }
    ++m_head.rows;
}

void Inspector::countAlong(std::string_view firstCell)
{
    const std::optional<double> number = spelledNumber(firstCell);
    if (m_head.rows == 0) {
        m_firstNumber = number.value_or(-1);
        m_head.isNumbered =
            (m_firstNumber == 0 || m_firstNumber == 1) && m_head.columns.front().name.unit.empty();
    }
    m_head.isNumbered = m_head.isNumbered && number == m_firstNumber + static_cast<double>(m_head.rows);
}

std::optional<DecimalMark> Inspector::shownDecimal() const
{
    const bool hasSemicolons = m_head.format.separator == ';';
    std::size_t points = 0;
    std::size_t commas = 0;
    for (const ColumnHead &column : m_head.columns) {
        for (const auto &[row, shape] : column.cells) {
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
    m_head.format.hasHeader = !m_head.header.empty();
    if (!m_head.format.decimal)
        m_head.format.decimal = shownDecimal();
    m_head.format.encoding = m_isUtf8 ? Encoding::Utf8 : Encoding::Latin1;
    return std::move(m_head);
}

TableHead inspected(std::string_view text, const TableFormat &known)
{
    Inspector inspector(known);
    const std::size_t bytes =
        eachRow(text, known.separator, [&inspector](const RowReader &row) { return inspector.take(row); });
    TableHead head = inspector.finished();
    head.bytes = bytes;
    return head;
}

/// Whether what was taken for the names of columns is no row of data.
bool areNames(const TableHead &head)
{
    std::set<std::string_view> names; // of columns of numbers
    std::size_t words = 0;
    std::size_t numbers = 0;
    std::size_t numbersAboveNumbers = 0;
    for (std::size_t i = 0; i < head.header.size(); ++i) {
        const CellShape shape = shapeOf(head.header[i]);
        const bool isAboveNumbers = head.columns[i].isNumeric();
        words += shape == CellShape::Word ? 1U : 0U;
        numbers += isMeantAsNumber(shape) ? 1U : 0U;
        numbersAboveNumbers += isMeantAsNumber(shape) && isAboveNumbers ? 1U : 0U;
        if (shape == CellShape::Word && isAboveNumbers)
            names.insert(head.header[i]);
    }
    if (numbers == 0)
        return words > 0;
    return numbersAboveNumbers == 0 ? !names.empty() : numbersAboveNumbers == 1 && names.size() > 1;
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

CellShape ColumnHead::shapeAt(std::size_t row) const
{
    const auto isBefore = [](const FilledCell &cell, std::size_t wanted) { return cell.row < wanted; };
    const auto found = std::lower_bound(cells.begin(), cells.end(), row, isBefore);
    return found != cells.end() && found->row == row ? found->shape : CellShape::Empty;
}

bool ColumnHead::isNumeric() const
{
    const auto numbers = std::count_if(
        cells.begin(), cells.end(), [](const FilledCell &cell) { return isMeantAsNumber(cell.shape); });
    return numbers > 0 && 2 * static_cast<std::size_t>(numbers) >= filled();
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

std::optional<std::size_t> firstDoubtfulColumn(const TableHead &head)
{
    const bool isInDoubt = head.format.separator == ',' && !head.format.decimal && head.header.size() > 1;
    return isInDoubt ? std::optional(head.header.size()) : std::nullopt;
}

TableHead inspectHead(std::string_view text, bool isCut, const FormatChoice &choice)
{
    std::string_view rest = text;
    if (isCut)
        rest = rest.substr(0, rest.find_last_of("\r\n") + 1); // npos + 1 is 0
    TableFormat format;
    const std::optional<char> said = choice.separator ? choice.separator : hintedSeparator(firstLine(rest));
    format.separator = said ? *said : likelySeparator(rest);
    format.decimal = choice.decimal;
    format.hasHeader = choice.hasHeader.value_or(true);
    std::optional<TableHead> head = inspected(rest, format);
    if (choice.hasHeader || areNames(*head))
        return std::move(*head);
    head.reset(); // a million columns are large
    format.hasHeader = false;
    return inspected(rest, format);
}

std::optional<char> hintedSeparator(std::string_view firstLine)
{
    constexpr std::string_view kHint = "sep=";
    if (firstLine.size() != kHint.size() + 1 || !firstLine.starts_with(kHint))
        return std::nullopt;
    const char separator = firstLine.back();
    const bool isKnown = std::find(kSeparators.begin(), kSeparators.end(), separator) != kSeparators.end();
    return isKnown ? std::optional(separator) : std::nullopt;
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
