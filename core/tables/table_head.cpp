// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_head.h"

#include "core/tables/head_rows.h"
#include "core/tables/table_layout.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kLongestText = 80; // characters of a cell that are kept to be shown
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

/// Looks at one row after the other.
class Inspector
{
public:
    Inspector(const TableFormat &known, const TableLayout &layout);

    /// Takes a row; false where there is no use in going on.
    bool take(const RowReader &row);
    TableHead finished(const FormatChoice &choice);

private:
    void takeNames(const RowReader &row);
    void takeUnits(const RowReader &row);
    void takeCells(const RowReader &row);
    void countAlong(std::string_view firstCell);
    void findRowNames();
    void settleDecimal(const FormatChoice &choice);

    const TableLayout &m_layout;
    bool m_isUtf8 = true;
    double m_firstNumber = 0; ///< of a first column that counts the rows
    TableHead m_head;
};

Inspector::Inspector(const TableFormat &known, const TableLayout &layout) : m_layout(layout)
{
    m_head.format = known;
    m_head.linesBefore = layout.linesBefore;
    m_head.areHashesNames = layout.rules.areHashesNames;
    m_head.hasRowNames = layout.hasRowNames;
    m_head.isNameMissing = layout.isNameMissing;
    if (layout.remarkedNames.empty())
        return;
    RowReader row;
    row.setSeparator(known.separator);
    row.feed(layout.remarkedNames, 1);
    takeNames(row);
}

bool Inspector::take(const RowReader &row)
{
    for (std::size_t i = 0; i < row.size(); ++i)
        m_isUtf8 = m_isUtf8 && isUtf8(row.cell(i).text);
    if (row.line() == m_layout.headerLine)
        takeNames(row);
    else if (row.line() == m_layout.unitsLine)
        takeUnits(row);
    else if (row.line() > m_layout.linesBefore)
        takeCells(row);
    return m_head.rows < kMostHeadRows;
}

void Inspector::takeNames(const RowReader &row)
{
    if (m_head.hasRowNames)
        m_head.header.emplace_back();
    for (std::size_t i = 0; i < row.size(); ++i) {
        const std::string name = asUtf8(trimmed(row.cell(i).text));
        if (m_head.format.separator == ' ' && i == 0 && name == "%")
            continue; // begins a remark of some programs
        // Between blanks a unit looks like a name.
        const bool isUnit =
            m_head.format.separator == ' ' && (name.starts_with('(') || name.starts_with('['));
        if (isUnit && !m_head.header.empty())
            m_head.header.back() += ' ' + name;
        else
            m_head.header.push_back(name);
    }
    m_head.columns.resize(m_head.header.size());
    for (std::size_t i = 0; i < m_head.header.size(); ++i)
        m_head.columns[i].name = nameWithUnit(m_head.header[i]);
}

/// Below "speed" stands "(mph)" or "mph": the name is "speed (mph)".
void Inspector::takeUnits(const RowReader &row)
{
    const std::size_t shift = m_head.hasRowNames ? 1 : 0;
    for (std::size_t i = 0; i < row.size() && i + shift < m_head.header.size(); ++i) {
        std::string unit = asUtf8(trimmed(row.cell(i).text));
        if (unit.size() > 1 && (unit.front() == '(' || unit.front() == '['))
            unit = unit.substr(1, unit.size() - 2);
        std::string &name = m_head.header[i + shift];
        Column &column = m_head.columns[i + shift].name;
        if (unit.empty() || unit == "-" || name.empty() || !column.unit.empty())
            continue;
        name += " (" + unit + ')';
        column = nameWithUnit(name);
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
    const std::optional<double> number = cellNumber(firstCell, DecimalMark::Point);
    if (m_head.rows == 0) {
        m_firstNumber = number.value_or(-1);
        m_head.isNumbered =
            (m_firstNumber == 0 || m_firstNumber == 1) && m_head.columns.front().name.unit.empty();
    }
    m_head.isNumbered = m_head.isNumbered && number == m_firstNumber + static_cast<double>(m_head.rows);
}

/// A first column without a name, or with that sign, that counts the rows, beside others that have names, is
/// no column of data.
void Inspector::findRowNames()
{
    const bool mayBe = m_head.isNumbered && m_head.header.size() > 2;
    if (!mayBe || !(m_head.header.front().empty() || m_head.header.front() == "#"))
        return;
    const auto isNamed = [this](std::size_t column) {
        return column > 0 && column < m_head.header.size() && !m_head.header[column].empty();
    };
    const std::vector<std::size_t> numeric = m_head.numericColumns();
    m_head.hasRowNames = m_head.hasRowNames || std::count_if(numeric.begin(), numeric.end(), isNamed) > 1;
}

/// The marks that the numbers of a table show.
struct ShownMarks {
    std::size_t points = 0;
    std::size_t commas = 0;
    std::size_t unclear = 0; ///< "1.234"
    bool areUnclearBesideWhole = false; ///< two of them, and a number without a mark, in one column
};

ShownMarks shownMarks(const TableHead &head)
{
    ShownMarks marks;
    std::size_t groupedPoints = 0;
    std::size_t likelyCommas = 0; // "1,234" between semicolons, which are there because commas are taken
    for (const ColumnHead &column : head.columns) {
        std::size_t unclear = 0;
        std::size_t whole = 0;
        for (const auto &[row, shape] : column.cells) {
            marks.points += shape == CellShape::Point || shape == CellShape::GroupedPoint ? 1U : 0U;
            marks.commas += shape == CellShape::Comma || shape == CellShape::GroupedComma ? 1U : 0U;
            groupedPoints += shape == CellShape::GroupedPoint ? 1U : 0U;
            likelyCommas += shape == CellShape::CommaOrGroup && head.format.separator == ';' ? 1U : 0U;
            unclear += shape == CellShape::PointOrGroup ? 1U : 0U;
            whole += shape == CellShape::Whole ? 1U : 0U;
        }
        marks.unclear += unclear;
        marks.areUnclearBesideWhole = marks.areUnclearBesideWhole || (unclear > 1 && whole > 0);
    }
    marks.commas += groupedPoints == 0 ? likelyCommas : 0; // else commas part thousands
    return marks;
}

void Inspector::settleDecimal(const FormatChoice &choice)
{
    TableFormat &format = m_head.format;
    if (choice.decimal) {
        format.takesGroups = choice.takesGroups.value_or(true);
        return;
    }
    const ShownMarks marks = shownMarks(m_head);
    const bool isOfCommas = format.separator == ',' || format.separator == ' ';
    if (marks.points + marks.commas > 0) {
        const bool areCommas =
            marks.commas > marks.points || (marks.commas == marks.points && format.separator == ';');
        format.decimal = areCommas ? DecimalMark::Comma : DecimalMark::Point;
        format.takesGroups = marks.points == 0 || marks.commas == 0;
    } else if (marks.unclear > 0 && isOfCommas && !marks.areUnclearBesideWhole) {
        format.decimal = DecimalMark::Point;
    } else {
        m_head.isMarkUnclear = marks.unclear > 0;
    }
}

TableHead Inspector::finished(const FormatChoice &choice)
{
    m_head.format.hasHeader = !m_head.header.empty();
    m_head.format.encoding = m_isUtf8 ? Encoding::Utf8 : Encoding::Latin1;
    findRowNames();
    settleDecimal(choice);
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
    case CellShape::Grouped:
        return Fault::None;
    case CellShape::Point:
    case CellShape::GroupedPoint:
        return format.decimal == DecimalMark::Comma ? Fault::OtherDecimalMark : Fault::None;
    case CellShape::Comma:
    case CellShape::GroupedComma:
        return format.decimal == DecimalMark::Point ? Fault::OtherDecimalMark : Fault::None;
    case CellShape::PointOrGroup:
    case CellShape::CommaOrGroup:
        break;
    }
    const DecimalMark own = shape == CellShape::PointOrGroup ? DecimalMark::Point : DecimalMark::Comma;
    const bool isComma = own == DecimalMark::Comma && format.separator == ';';
    if (!format.decimal)
        return isComma ? Fault::None : Fault::Unclear;
    return format.decimal == own || format.takesGroups ? Fault::None : Fault::Grouped;
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

std::vector<std::size_t> TableHead::likelyColumns() const
{
    const std::vector<std::size_t> all = numericColumns();
    std::vector<std::size_t> filled;
    for (const std::size_t column : all) {
        if (2 * columns[column].filled() >= rows && !(hasRowNames && column == 0))
            filled.push_back(column);
    }
    return filled.size() > 1 ? filled : all;
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
    const std::string_view firstLine = rest.substr(0, rest.find_first_of("\r\n"));
    const std::optional<char> said = choice.separator ? choice.separator : hintedSeparator(firstLine);
    format.separator = said ? *said : likelySeparator(rest);
    format.decimal = choice.decimal;
    const TableLayout layout = layoutOf(rest, format.separator, choice.hasHeader);
    Inspector inspector(format, layout);
    const std::size_t bytes =
        eachRow(rest, layout.rules, [&inspector](const RowReader &row) { return inspector.take(row); });
    TableHead head = inspector.finished(choice);
    head.bytes = bytes;
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
