// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_reader.h"

#include "core/tables/table_columns.h"
#include "core/text/number.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <utility>

namespace overfit {
namespace {

ReadError::Reason reasonFor(CellReading::Fault fault)
{
    switch (fault) {
    case CellReading::Fault::Empty:
        return ReadError::Reason::MissingCell;
    case CellReading::Fault::OtherDecimalMark:
        return ReadError::Reason::OtherDecimalMark;
    case CellReading::Fault::Unclear:
        return ReadError::Reason::UnclearNumber;
    case CellReading::Fault::Grouped:
        return ReadError::Reason::GroupedDigits;
    case CellReading::Fault::None:
    case CellReading::Fault::NotANumber:
        break;
    }
    return ReadError::Reason::NotANumber;
}

/// The decimal mark of a number where nothing else tells it.
DecimalMark markOf(CellShape shape)
{
    const bool isComma =
        shape == CellShape::Comma || shape == CellShape::CommaOrGroup || shape == CellShape::GroupedComma;
    return isComma ? DecimalMark::Comma : DecimalMark::Point;
}

} // namespace

TableReader::TableReader(std::string file, const TableHead &head, const ReadOptions &options)
    : m_file(std::move(file)), m_format(head.format), m_header(head.header),
      m_doubtfulColumn(firstDoubtfulColumn(head)), m_linesBefore(head.linesBefore),
      m_isDataAhead(head.linesBefore > 0), m_rules{head.format.separator, head.areHashesNames},
      m_isMarkUnclear(head.isMarkUnclear), m_isFromMany(head.numericColumns().size() > 2)
{
    m_row.setSeparator(m_format.separator);
    if (options.picked) {
        m_columns = *options.picked;
        return;
    }
    std::variant<ChosenColumns, ReadError> columns = chooseColumns(head, options.columns);
    if (const ChosenColumns *const chosen = std::get_if<ChosenColumns>(&columns))
        m_columns = *chosen;
    else
        m_wrongColumns = std::move(std::get<ReadError>(columns));
}

void TableReader::reserve(std::size_t rows)
{
    m_rows.x.reserve(rows);
    m_rows.y.reserve(rows);
    if (m_columns.label)
        m_labels.reserve(rows);
}

std::optional<ReadError> TableReader::take(const Line &line)
{
    if (line.fault == Line::Fault::ZeroByte)
        return error(ReadError::Reason::NotText, line.number);
    if (line.fault == Line::Fault::TooLong)
        return error(ReadError::Reason::LineTooLong, line.number);
    return takeText(line.text, line.number);
}

std::unique_ptr<TableReader> TableReader::another() const
{
    if (m_isDataAhead || m_wrongColumns || m_row.state() != RowReader::State::RowEnded)
        return nullptr;
    std::unique_ptr<TableReader> later(new TableReader());
    later->m_file = m_file;
    later->m_format = m_format;
    later->m_row.setSeparator(m_format.separator);
    later->m_header = m_header;
    later->m_doubtfulColumn = m_doubtfulColumn;
    later->m_columns = m_columns;
    later->m_rules = m_rules;
    later->m_isMarkUnclear = m_isMarkUnclear;
    later->m_firstDecimal = m_format.decimal;
    return later;
}

bool TableReader::append(const TableReader &later, std::size_t linesBefore)
{
    const bool isBetweenRows =
        m_row.state() == RowReader::State::RowEnded && later.m_row.state() == RowReader::State::RowEnded;
    if (!isBetweenRows || m_format.decimal != later.m_firstDecimal || !appendLabels(later))
        return false;
    m_format.decimal = later.m_format.decimal;
    m_hasData = m_hasData || later.m_hasData;
    m_rows.x.insert(m_rows.x.end(), later.m_rows.x.begin(), later.m_rows.x.end());
    m_rows.y.insert(m_rows.y.end(), later.m_rows.y.begin(), later.m_rows.y.end());
    m_leftOut.count += later.m_leftOut.count;
    for (const ReadError &leftOut : later.m_leftOut.first) {
        if (m_leftOut.first.size() == kMostPlaces)
            break;
        m_leftOut.first.push_back(leftOut);
        m_leftOut.first.back().line += linesBefore;
    }
    return true;
}

/// False where there would be a third class.
bool TableReader::appendLabels(const TableReader &later)
{
    std::vector<std::string> classes = m_classes;
    std::vector<std::uint8_t> labels; // of this, for those of the other
    for (const std::string &name : later.m_classes) {
        const auto found = std::find(classes.begin(), classes.end(), name);
        labels.push_back(static_cast<std::uint8_t>(found - classes.begin()));
        if (found == classes.end())
            classes.push_back(name);
    }
    if (classes.size() > 2)
        return false;
    m_classes = std::move(classes);
    for (const std::uint8_t label : later.m_labels)
        m_labels.push_back(labels[label]);
    return true;
}

DataResult TableReader::finished()
{
    if (m_row.state() == RowReader::State::InsideQuotes)
        return brokenQuotes();
    if (std::optional<ReadError> wrong = wrongWhole())
        return std::move(*wrong);
    ReadData result{{}, m_format, std::move(m_leftOut), m_columns, m_isFromMany};
    if (m_columns.label)
        result.table = classTable();
    else
        result.table = table();
    return result;
}

/// What is wrong with all rows together.
std::optional<ReadError> TableReader::wrongWhole() const
{
    if (!m_hasData)
        return error(ReadError::Reason::Empty);
    if (m_wrongColumns) // and no row has shown it
        return error(m_wrongColumns->reason, 0, m_wrongColumns->column);
    const std::size_t used = m_rows.size();
    if (m_leftOut.count > 0 && (used < kFewestRows || used < m_leftOut.count))
        return m_leftOut.first.front();
    if (used < kFewestRows)
        return error(ReadError::Reason::TooFewRows);
    if (areAllEqual(m_rows.x))
        return error(ReadError::Reason::AllInputsEqual, 0, m_columns.x + 1);
    if (!m_columns.label)
        return std::nullopt;
    if (areAllEqual(m_rows.y))
        return error(ReadError::Reason::AllInputsEqual, 0, m_columns.y + 1);
    if (m_classes.size() == 1)
        return error(ReadError::Reason::OneClass, 0, *m_columns.label + 1, m_classes.front());
    return std::nullopt;
}

Table TableReader::table()
{
    return {{}, columnOf(m_columns.x, "x"), columnOf(m_columns.y, "y"), std::move(m_rows), m_file};
}

ClassTable TableReader::classTable()
{
    ClassTable result{{}, columnOf(m_columns.x, "x"), columnOf(m_columns.y, "y"), {}, {}, m_file};
    if (m_classes[1] < m_classes[0]) {
        std::swap(m_classes[0], m_classes[1]);
        for (std::uint8_t &label : m_labels)
            label = label == 0 ? 1 : 0;
    }
    result.classes = {asUtf8(m_classes[0]), asUtf8(m_classes[1])};
    result.rows = {std::move(m_rows.x), std::move(m_rows.y), std::move(m_labels)};
    return result;
}

std::optional<ReadError> TableReader::takeText(std::string_view text, std::size_t line)
{
    if (m_isDataAhead) {
        m_isDataAhead = line < m_linesBefore;
        return std::nullopt;
    }
    const bool isNewRow = m_row.state() == RowReader::State::RowEnded;
    if (isNewRow && text.starts_with('#') && isRemark(text, m_rules))
        return std::nullopt;
    switch (m_row.feed(text, line)) {
    case RowReader::State::RowEnded:
        return m_row.isBlank() ? std::nullopt : takeRow();
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
    m_hasData = true;
    return m_wrongColumns ? wrongRow() : takeCells();
}

/// What is wrong with the columns, as it shows in this row; nothing where it does not.
std::optional<ReadError> TableReader::wrongRow() const
{
    ReadError wrong = *m_wrongColumns;
    wrong.file = m_file;
    switch (wrong.reason) {
    case ReadError::Reason::UnknownColumn:
    case ReadError::Reason::SameColumn:
    case ReadError::Reason::NameMissing:
        return wrong;
    case ReadError::Reason::MoreCellsThanNames:
        if (!m_doubtfulColumn || m_row.size() <= *m_doubtfulColumn)
            return std::nullopt;
        break;
    case ReadError::Reason::NoNumber: {
        const std::size_t column = wrong.column - 1;
        const Cell cell = column < m_row.size() ? m_row.cell(column) : Cell{{}, m_row.line()};
        if (isMeantAsNumber(shapeOf(cell.text)) || trimmed(cell.text).empty())
            return std::nullopt;
        wrong.line = cell.line;
        wrong.found = quotation(trimmed(cell.text));
        return wrong;
    }
    default:
        break;
    }
    wrong.line = m_row.line();
    wrong.found = quotation(wholeRow());
    return wrong;
}

bool TableReader::isInDoubt() const
{
    if (!m_doubtfulColumn)
        return false;
    for (std::size_t i = *m_doubtfulColumn; i < m_row.size(); ++i) {
        if (shapeOf(trimmed(m_row.cell(i).text)) == CellShape::Whole)
            return true;
    }
    return false;
}

std::optional<ReadError> TableReader::takeCells()
{
    if (isInDoubt()) {
        if (++m_leftOut.count <= kMostPlaces)
            m_leftOut.first.push_back(error(
                ReadError::Reason::MoreCellsThanNames, m_row.line(), *m_doubtfulColumn + 1, wholeRow()));
        return std::nullopt;
    }
    const CellReading x = numberAt(m_columns.x);
    const CellReading y = numberAt(m_columns.y);
    if (x.fault != CellReading::Fault::None) {
        leaveOut(m_columns.x, x.fault);
        return std::nullopt;
    }
    if (y.fault != CellReading::Fault::None) {
        leaveOut(m_columns.y, y.fault);
        return std::nullopt;
    }
    if (m_columns.label) {
        const bool hasLabel =
            *m_columns.label < m_row.size() && !trimmed(m_row.cell(*m_columns.label).text).empty();
        if (!hasLabel) {
            leaveOut(*m_columns.label, CellReading::Fault::Empty);
            return std::nullopt;
        }
        if (std::optional<ReadError> wrong = takeLabel())
            return wrong;
    }
    m_rows.x.push_back(x.value);
    m_rows.y.push_back(y.value);
    return std::nullopt;
}

CellReading TableReader::numberAt(std::size_t column)
{
    if (column >= m_row.size())
        return {0, CellReading::Fault::Empty};
    const std::string_view text = m_row.cell(column).text;
    const DecimalMark mark = m_format.decimal.value_or(DecimalMark::Point);
    const std::optional<double> number = spelledNumber(text, mark);
    if (number && m_format.decimal && std::abs(*number) <= kLargestNumber)
        return {*number, CellReading::Fault::None}; // nearly all of them
    const CellShape shape = shapeOf(text);
    settleDecimal(shape);
    const CellReading::Fault fault = faultOf(shape, m_format);
    if (fault != CellReading::Fault::None)
        return {0, fault};
    const std::optional<double> written = cellNumber(text, m_format.decimal.value_or(markOf(shape)));
    return {written.value_or(0), written ? fault : CellReading::Fault::NotANumber};
}

/// The first mark, where the beginning of the table has shown none.
void TableReader::settleDecimal(CellShape shape)
{
    if (m_format.decimal)
        return;
    const bool isOfCommas = m_format.separator == ',' || m_format.separator == ' ';
    if (shape == CellShape::Point || shape == CellShape::GroupedPoint
        || (shape == CellShape::PointOrGroup && isOfCommas && !m_isMarkUnclear))
        m_format.decimal = DecimalMark::Point;
    if (shape == CellShape::Comma || shape == CellShape::GroupedComma
        || (shape == CellShape::CommaOrGroup && m_format.separator == ';'))
        m_format.decimal = DecimalMark::Comma;
}

/// The class of the row; an error where it is the third.
std::optional<ReadError> TableReader::takeLabel()
{
    const Cell cell = m_row.cell(*m_columns.label);
    const std::string_view name = trimmed(cell.text);
    const auto found = std::find(m_classes.begin(), m_classes.end(), name);
    const auto index = static_cast<std::size_t>(found - m_classes.begin());
    if (index == 2) {
        ReadError wrong = error(ReadError::Reason::TooManyClasses, cell.line, *m_columns.label + 1, name);
        for (const std::string &known : m_classes)
            wrong.columns.push_back(quotation(known));
        wrong.columns.push_back(wrong.found);
        return wrong;
    }
    if (found == m_classes.end())
        m_classes.emplace_back(name);
    m_labels.push_back(static_cast<std::uint8_t>(index));
    return std::nullopt;
}

void TableReader::leaveOut(std::size_t column, CellReading::Fault fault)
{
    if (++m_leftOut.count > kMostPlaces)
        return;
    const Cell cell = column < m_row.size() ? m_row.cell(column) : Cell{{}, m_row.line()};
    const std::string_view found =
        fault == CellReading::Fault::Empty ? std::string_view() : trimmed(cell.text);
    ReadError wrong = error(reasonFor(fault), cell.line, column + 1, found);
    if (fault == CellReading::Fault::Unclear) { // how it reads with either mark
        for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma})
            wrong.columns.push_back(plainNumber(cellNumber(cell.text, mark).value_or(0)));
    }
    m_leftOut.first.push_back(std::move(wrong));
}

std::string TableReader::wholeRow() const
{
    std::string result;
    for (std::size_t i = 0; i < m_row.size(); ++i) {
        if (i > 0)
            result += m_format.separator;
        result += m_row.cell(i).text;
    }
    return result;
}

Column TableReader::columnOf(std::size_t column, const char *nameless) const
{
    const bool isNamed = column < m_header.size() && !m_header[column].empty();
    return isNamed ? nameWithUnit(m_header[column]) : Column{nameless, {}};
}

ReadError TableReader::error(
    ReadError::Reason reason, std::size_t line, std::size_t column, std::string_view found) const
{
    return {reason, m_file, line, column, quotation(found)};
}

ReadError TableReader::brokenQuotes() const
{
    const Cell cell = m_row.unfinished();
    return error(ReadError::Reason::BrokenQuotes, cell.line, m_row.size() + 1, cell.text);
}

} // namespace overfit
