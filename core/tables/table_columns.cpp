// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_columns.h"

#include "core/text/cell_number.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace overfit {
namespace {

constexpr std::size_t kLongestFound = 40;

std::vector<std::size_t> columnsWithoutUnit(const TableHead &head, const std::string &name)
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < head.header.size(); ++i) {
        if (head.columns[i].name.name == name)
            result.push_back(i);
    }
    return result;
}

std::optional<std::size_t> columnCalled(const TableHead &head, const std::string &name)
{
    const auto exact = std::find(head.header.begin(), head.header.end(), name);
    if (exact != head.header.end())
        return static_cast<std::size_t>(exact - head.header.begin());
    // Of "speed (mph)" and "speed (km/h)" the first may not be the one that is meant.
    const std::vector<std::size_t> like = columnsWithoutUnit(head, name);
    if (!like.empty())
        return like.size() == 1 ? std::optional(like.front()) : std::nullopt;
    const std::optional<double> number = spelledNumber(name);
    const auto count = static_cast<double>(head.columns.size());
    if (!number || !(*number >= 1 && *number <= count) || *number != std::floor(*number))
        return std::nullopt;
    return static_cast<std::size_t>(*number) - 1;
}

ReadError unknownColumn(const TableHead &head, const std::string &name)
{
    ReadError result{ReadError::Reason::UnknownColumn, {}, 0, 0, quotation(name)};
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
        const bool isNamed = i < head.header.size();
        result.columns.push_back(isNamed ? quotation(head.header[i]) : std::to_string(i + 1));
    }
    return result;
}

ReadError sameColumn(const TableHead &head, std::size_t column)
{
    const bool isNamed = column < head.header.size() && !head.header[column].empty();
    return {ReadError::Reason::SameColumn, {}, 0, column + 1,
        isNamed ? quotation(head.header[column]) : std::to_string(column + 1)};
}

/// Where most cells are words, a place among them is of more help than that there is no column.
std::vector<std::size_t> columnsWithNumbers(const TableHead &head)
{
    std::vector<std::size_t> result;
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
        const std::vector<FilledCell> &cells = head.columns[i].cells;
        const auto isNumber = [&head](const FilledCell &cell) {
            return faultOf(cell.shape, head.format) == CellReading::Fault::None;
        };
        if (std::any_of(cells.begin(), cells.end(), isNumber))
            result.push_back(i);
    }
    return result;
}

/// Whether a column was not found by its name.
bool isNumberOf(const TableHead &head, const std::string &name)
{
    const bool isName = std::find(head.header.begin(), head.header.end(), name) != head.header.end();
    return !name.empty() && !isName && columnsWithoutUnit(head, name).empty();
}

double shareOfDigits(const ColumnHead &column)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    std::size_t digits = 0;
    std::size_t all = 0;
    for (const std::string &text : column.distinct) {
        digits += static_cast<std::size_t>(std::count_if(text.begin(), text.end(), isDigit));
        all += text.size();
    }
    return all > 0 ? static_cast<double>(digits) / static_cast<double>(all) : 0;
}

/// The column that comes closest to being one of numbers; or that nothing parts the cells.
ReadError tooFewColumns(const TableHead &head)
{
    if (head.columns.size() < 2)
        return {ReadError::Reason::TooFewColumns, {}, 0, 0, {}};
    std::optional<std::size_t> closest;
    for (std::size_t i = 0; i < head.columns.size(); ++i) {
        const ColumnHead &column = head.columns[i];
        const bool isCloser = !closest || shareOfDigits(column) > shareOfDigits(head.columns[*closest]);
        if (column.filled() > 0 && !column.isNumeric() && isCloser)
            closest = i;
    }
    if (!closest)
        return {ReadError::Reason::TooFewColumns, {}, 0, 0, {}};
    return {ReadError::Reason::NoNumber, {}, 0, *closest + 1, {}};
}

ReadError nameMissing(const TableHead &head)
{
    ReadError result{ReadError::Reason::NameMissing, {}, 0, 0, {}};
    for (const std::string &name : head.header)
        result.columns.push_back(quotation(name));
    return result;
}

/// Whether "1,5,2,7" stands below "x,y".
bool hasMoreCellsThanNames(const TableHead &head)
{
    const std::optional<std::size_t> doubtful = firstDoubtfulColumn(head);
    if (!doubtful)
        return false;
    return std::any_of(head.columns.begin() + static_cast<std::ptrdiff_t>(*doubtful), head.columns.end(),
        [&head](const ColumnHead &column) { return 2 * column.filled() >= head.rows; });
}

} // namespace

std::string quotation(std::string_view found)
{
    std::string text = shortened(asUtf8(found), kLongestFound);
    const auto breaksTheLine = [](char character) { return static_cast<unsigned char>(character) < ' '; };
    std::replace_if(text.begin(), text.end(), breaksTheLine, ' ');
    return text;
}

std::variant<ChosenColumns, ReadError> chooseColumns(const TableHead &head, const ColumnChoice &choice)
{
    const std::array<const std::string *, 3> names{&choice.x, &choice.y, &choice.label};
    std::array<std::optional<std::size_t>, 3> found;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (names[i]->empty())
            continue;
        found[i] = columnCalled(head, *names[i]);
        if (!found[i])
            return unknownColumn(head, *names[i]);
    }
    auto &[x, y, label] = found;
    for (const auto &[a, b] : {std::pair(x, y), std::pair(x, label), std::pair(y, label)}) {
        if (a && a == b)
            return sameColumn(head, *a);
    }
    if (head.isNameMissing && !(isNumberOf(head, choice.x) && isNumberOf(head, choice.y)))
        return nameMissing(head);
    std::vector<std::size_t> candidates = head.likelyColumns();
    if (candidates.size() < 2)
        candidates = columnsWithNumbers(head);
    for (const std::size_t column : candidates) {
        if (column == label)
            continue;
        if (!x && column != y)
            x = column;
        else if (!y && column != x)
            y = column;
    }
    if (!x || !y)
        return tooFewColumns(head);
    if (hasMoreCellsThanNames(head))
        return ReadError{ReadError::Reason::MoreCellsThanNames, {}, 0, 0, {}};
    return ChosenColumns{*x, *y, label};
}

} // namespace overfit
