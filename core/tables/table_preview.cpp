// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_preview.h"

#include "core/tables/head_source.h"
#include "core/tables/piece_file.h"

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

namespace overfit {
namespace {

constexpr std::size_t kFewestForClasses = 6; // rows
constexpr std::uintmax_t kMostRead = 4 * kLongestLine; // whatever breaks the first row has shown by then

/// Whether all cells are whole numbers, as 0 and 1, or 0.0 and 1.0.
bool holdsWholeNumbers(const ColumnHead &column)
{
    return std::all_of(column.distinct.begin(), column.distinct.end(), [](const std::string &text) {
        for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma}) {
            const std::optional<double> number = spelledNumber(text, mark);
            if (number && std::floor(*number) == *number)
                return true;
        }
        return false;
    });
}

/// A column of two words; or of two whole numbers, besides two other columns of numbers. Nearly each row has
/// one: remarks are rarer.
std::optional<std::size_t> classColumn(const TableHead &head, const std::vector<std::size_t> &numeric)
{
    for (std::size_t i = head.columns.size(); i > 0; --i) {
        const ColumnHead &column = head.columns[i - 1];
        const bool isInput = numeric.size() < 3 && column.isNumeric();
        const bool hasWords = kindOf(column) == ColumnKind::FewWords;
        const bool isFilled = 10 * column.filled() >= 9 * head.rows;
        if (column.distinct.size() == 2 && isFilled && (hasWords || (!isInput && holdsWholeNumbers(column))))
            return i - 1;
    }
    return std::nullopt;
}

/// Of each row, whether the reader leaves it out because of cells below no name.
std::vector<bool> doubtfulRows(const TableHead &head)
{
    std::vector<bool> doubtful(head.rows, false);
    for (std::size_t i = firstDoubtfulColumn(head).value_or(head.columns.size()); i < head.columns.size();
         ++i) {
        for (const FilledCell &cell : head.columns[i].cells) {
            if (cell.shape == CellShape::Whole)
                doubtful[cell.row] = true;
        }
    }
    return doubtful;
}

ColumnPick suggested(const TableHead &head)
{
    const std::vector<std::size_t> numeric = head.likelyColumns();
    ColumnPick pick;
    if (head.isNameMissing)
        return pick; // the reader tells it
    if (head.rows >= kFewestForClasses && numeric.size() >= 2)
        pick.label = classColumn(head, numeric);
    pick.problem = pick.label ? Problem::Classes : Problem::Curve;
    std::vector<std::size_t> inputs = numeric;
    inputs.erase(std::remove(inputs.begin(), inputs.end(), pick.label), inputs.end());
    const auto isFilled = [&head](
                              std::size_t column) { return 2 * head.columns[column].filled() >= head.rows; };
    if (head.isNumbered && inputs.size() > 2 && inputs[0] == 0 && isFilled(inputs[1]) && isFilled(inputs[2]))
        inputs.erase(inputs.begin());
    if (!inputs.empty())
        pick.x = inputs[0];
    if (inputs.size() > 1)
        pick.y = inputs[1];
    return pick;
}

/// What the beginning shows, or that it is no text; nothing where it shows no row of data.
std::optional<PreviewResult> previewOf(
    PieceSource pieces, const std::string &name, const FormatChoice &choice)
{
    HeadSource source(std::move(pieces));
    TablePreview preview{name, source.inspected(choice), {}};
    if (source.next().find('\0') != std::string_view::npos)
        return ReadError{ReadError::Reason::NotText, name, 0, 0, {}};
    if (preview.head.rows == 0)
        return std::nullopt;
    preview.suggestion = suggested(preview.head);
    return preview;
}

/// Why the reader finds no row either: it names line and column of what is broken.
ReadError refusalOf(const DataResult &result, const std::string &name)
{
    const ReadError *const error = std::get_if<ReadError>(&result);
    return error ? *error : ReadError{ReadError::Reason::Empty, name, 0, 0, {}};
}

} // namespace

ColumnKind kindOf(const ColumnHead &column)
{
    const std::size_t filled = column.filled();
    if (filled == 0)
        return ColumnKind::Empty;
    if (column.isNumeric())
        return ColumnKind::Numbers;
    const bool areFew = column.distinct.size() < kMostDistinct && column.distinct.size() < filled;
    return areFew ? ColumnKind::FewWords : ColumnKind::Text;
}

PreviewResult previewTable(const std::filesystem::path &path, const FormatChoice &choice)
{
    PieceFile file(path);
    if (std::optional<ReadError> problem = file.problem())
        return std::move(*problem);
    if (std::optional<PreviewResult> shown = previewOf([&file] { return file.next(); }, file.name(), choice))
        return std::move(*shown);
    StopToken stop;
    const auto stopInTime = [&stop](std::uintmax_t read, std::uintmax_t /*size*/) {
        if (read > kMostRead)
            stop.request();
    };
    return refusalOf(readData(path, stop, {{}, choice, {}, stopInTime}), file.name());
}

PreviewResult previewText(std::string_view text, const std::string &name, const FormatChoice &choice)
{
    std::string_view rest = text;
    if (std::optional<PreviewResult> shown =
            previewOf([&rest] { return std::exchange(rest, std::string_view()); }, name, choice))
        return std::move(*shown);
    return refusalOf(parseData(text, name, {{}, choice}), name);
}

std::size_t usableRows(const TableHead &head, const ColumnPick &pick)
{
    const bool hasClasses = pick.problem == Problem::Classes;
    const bool isWhole = pick.x && pick.y && pick.x != pick.y
        && (!hasClasses || (pick.label && pick.label != pick.x && pick.label != pick.y));
    if (!isWhole)
        return 0;
    const auto isNumber = [&head](std::size_t column, std::size_t row) {
        return faultOf(head.columns[column].shapeAt(row), head.format) == CellReading::Fault::None;
    };
    const std::vector<bool> doubtful = doubtfulRows(head);
    std::size_t count = 0;
    for (std::size_t row = 0; row < head.rows; ++row) {
        if (doubtful[row])
            continue;
        const bool hasLabel = !hasClasses || head.columns[*pick.label].shapeAt(row) != CellShape::Empty;
        count += hasLabel && isNumber(*pick.x, row) && isNumber(*pick.y, row) ? 1U : 0U;
    }
    return count;
}

bool isBeyondDoubt(const TablePreview &preview)
{
    const TableHead &head = preview.head;
    const ColumnPick &pick = preview.suggestion;
    std::vector<std::size_t> numeric = head.numericColumns();
    if (head.hasRowNames)
        numeric.erase(std::remove(numeric.begin(), numeric.end(), std::size_t{0}), numeric.end());
    if (pick.problem != Problem::Curve || numeric.size() != 2)
        return false;
    // A title above the rows is one cell, and no name of what stands below it.
    const bool areNamed = head.header.empty() || pick.y < head.header.size();
    return areNamed && usableRows(head, pick) == head.rows;
}

ReadOptions readOptions(const TableHead &head, const ColumnPick &pick)
{
    // A name may stand above two columns, and a number may be a name: then the wrong column would be read.
    ReadOptions options;
    options.picked = {
        pick.x.value_or(0), pick.y.value_or(0), pick.problem == Problem::Classes ? pick.label : std::nullopt};
    options.format = {
        head.format.separator, head.format.decimal, head.format.hasHeader, head.format.takesGroups};
    return options;
}

} // namespace overfit
