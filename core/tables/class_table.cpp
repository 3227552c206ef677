// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/class_table.h"

#include "core/tables/csv.h"
#include "core/tables/line_reader.h"
#include "core/tables/row_reader.h"
#include "core/text/number.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace overfit {
namespace {

using TextRow = std::array<std::string, 3>;

/// The rows as texts, the header first; nothing where one has not three cells.
std::optional<std::vector<TextRow>> textRows(std::string_view text)
{
    LineReader lines([&text] { return std::exchange(text, std::string_view()); }, kLongestLine);
    RowReader row;
    std::vector<TextRow> rows;
    while (const std::optional<Line> line = lines.next()) {
        const bool isWhole = line->fault == Line::Fault::None
            && row.feed(line->text, line->number) == RowReader::State::RowEnded && row.size() == 3;
        if (!isWhole)
            return std::nullopt;
        TextRow &cells = rows.emplace_back();
        for (std::size_t i = 0; i < cells.size(); ++i)
            cells[i] = row.cell(i).text;
    }
    return rows;
}

/// What the labels 0 and 1 are called; nothing where there are not two classes.
std::optional<std::array<std::string, 2>> classNames(std::span<const TextRow> rows)
{
    std::set<std::string> names;
    for (const TextRow &cells : rows)
        names.insert(cells[2]);
    if (names.size() != 2)
        return std::nullopt;
    return std::array{*names.begin(), *names.rbegin()};
}

} // namespace

std::optional<ClassTable> parseClassTable(std::string_view text)
{
    const std::optional<std::vector<TextRow>> rows = textRows(text);
    if (!rows || rows->empty())
        return std::nullopt;
    const std::span<const TextRow> examples = std::span(*rows).subspan(1);
    const std::optional<std::array<std::string, 2>> classes = classNames(examples);
    if (!classes)
        return std::nullopt;
    ClassTable table{{}, {rows->front()[0], {}}, {rows->front()[1], {}}, *classes, {}, {}};
    for (const TextRow &cells : examples) {
        const std::optional<double> x1 = spelledNumber(cells[0]);
        const std::optional<double> x2 = spelledNumber(cells[1]);
        if (!x1 || !x2 || !(std::max(std::abs(*x1), std::abs(*x2)) <= kLargestNumber))
            return std::nullopt;
        table.rows.x1.push_back(*x1);
        table.rows.x2.push_back(*x2);
        table.rows.label.push_back(cells[2] == (*classes)[1] ? 1 : 0);
    }
    return table;
}

} // namespace overfit
