// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_layout.h"

#include "core/tables/row_sketch.h"
#include "core/tables/table_head.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <vector>

namespace overfit {
namespace {

constexpr std::size_t kMostAbove = 300; // rows of a preamble
constexpr std::size_t kFewRows = 50; // that tell what a column holds

/// The rows of the beginning, and the last remark above them.
struct Sketch {
    RowRules rules;
    std::vector<RowSketch> rows;
    std::string remark; ///< without the '#'
    std::size_t hashes = 0; ///< rows that begin with '#'
};

Sketch sketchOf(std::string_view text, const RowRules &rules)
{
    Sketch sketch{rules, {}, {}};
    eachRow(
        text, rules,
        [&sketch](const RowReader &row) {
            sketch.rows.push_back(sketched(row));
            sketch.hashes += row.cell(0).text.starts_with('#') ? 1U : 0U;
            return sketch.rows.size() < kMostHeadRows + kMostAbove;
        },
        [&sketch](std::string_view line, std::size_t) {
            if (!sketch.rows.empty())
                return;
            sketch.remark = line.substr(std::min(line.find_first_not_of("# \t"), line.size()));
            if (sketch.remark.starts_with(sketch.rules.separator)) // "#,x,y": the sign is a name
                sketch.remark.insert(0, 1, '#');
        });
    return sketch;
}

/// What most rows from @p from on have as the number of their cells, and which of their columns hold numbers.
struct Body {
    std::size_t width = 0;
    std::vector<bool> isNumeric;

    [[nodiscard]] bool holdsNumbers(std::size_t column) const
    {
        return column < isNumeric.size() && isNumeric[column];
    }
};

Body bodyOf(const std::vector<RowSketch> &rows, std::size_t from)
{
    const std::size_t to = std::min(rows.size(), from + kFewRows);
    std::map<std::size_t, std::size_t> numbers;
    for (std::size_t i = from; i < to; ++i)
        numbers[rows[i].cells.size()] += rows[i].numbers;
    Body body;
    std::size_t most = 0;
    for (const auto &[width, count] : numbers) {
        if (count > most) {
            most = count;
            body.width = width;
        }
    }
    std::vector<std::size_t> filled(body.width);
    std::vector<std::size_t> counted(body.width);
    for (std::size_t i = from; i < to; ++i) {
        for (std::size_t column = 0; column < std::min(rows[i].cells.size(), body.width); ++column) {
            const CellShape shape = rows[i].cells[column];
            filled[column] += shape != CellShape::Empty ? 1U : 0U;
            counted[column] += isMeantAsNumber(shape) ? 1U : 0U;
        }
    }
    for (std::size_t column = 0; column < body.width; ++column)
        body.isNumeric.push_back(counted[column] > 0 && 2 * counted[column] >= filled[column]);
    return body;
}

/// Whether a row is like those of the body: two numbers above numbers, or all that there are, and no word.
bool isData(const RowSketch &row, const Body &body)
{
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!body.holdsNumbers(i))
            continue;
        if (row.cells[i] == CellShape::Word)
            return false;
        numbers += isMeantAsNumber(row.cells[i]) ? 1U : 0U;
    }
    const auto columns = std::count(body.isNumeric.begin(), body.isNumeric.end(), true);
    return numbers > 0 && (numbers > 1 || columns == 1);
}

/// Whether a row with numbers in it holds names nevertheless: a word of it stands above a column of numbers,
/// and no number does, or one number beside two different words.
bool areNamesWithNumbers(const RowSketch &row, const Body &body)
{
    std::size_t words = 0;
    std::size_t numbersAboveNumbers = 0;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (!body.holdsNumbers(i))
            continue;
        words += row.cells[i] == CellShape::Word ? 1U : 0U;
        numbersAboveNumbers += isMeantAsNumber(row.cells[i]) ? 1U : 0U;
    }
    if (numbersAboveNumbers == 0)
        return words > 0;
    return numbersAboveNumbers == 1 && words > 1 && row.hasTwoWords;
}

/// How much a row is like names of the columns below it; 0 for not at all.
int likenessToNames(const std::vector<RowSketch> &rows, std::size_t at)
{
    enum { None, Title, Words, WithNumbers, AsWide };
    const RowSketch &row = rows[at];
    const Body body = bodyOf(rows, at + 1);
    if (body.width == 0 || row.areGaps)
        return None;
    for (std::size_t i = 0; i < at; ++i) {
        if (isData(rows[i], body))
            return None;
    }
    const bool fits = row.cells.size() <= body.width + 1 && row.cells.size() + 1 >= body.width;
    if (row.numbers > 0) {
        const bool isAbove = at + 1 < rows.size() && isData(rows[at + 1], body);
        return isAbove && fits && areNamesWithNumbers(row, body) ? WithNumbers : None;
    }
    // Only a first row may say the same in all cells.
    if (row.filled > 1 && (at == 0 || row.hasTwoWords))
        return fits ? AsWide : Words;
    return row.filled == 1 ? Title : None;
}

/// Whether a row and the next are numbers as those that follow.
bool haveBegun(const std::vector<RowSketch> &rows, std::size_t at)
{
    if (at + 1 >= rows.size() || rows[at].numbers < 2 || rows[at + 1].numbers < 2)
        return false;
    const Body body = bodyOf(rows, at);
    return rows[at].cells.size() == body.width && isData(rows[at], body) && isData(rows[at + 1], body);
}

std::optional<std::size_t> namesIn(const std::vector<RowSketch> &rows)
{
    std::optional<std::size_t> best;
    int most = 0;
    for (std::size_t i = 0; i < std::min(rows.size(), kMostAbove); ++i) {
        if (haveBegun(rows, i))
            break;
        if (rows[i].words == 0)
            continue;
        const int likeness = likenessToNames(rows, i);
        if (likeness > 0 && likeness >= most) {
            most = likeness;
            best = i;
        }
    }
    return best;
}

bool areOneAboveOther(const RowSketch &names, const RowSketch &units)
{
    return units.areUnits && !names.areUnits && names.numbers == 0
        && units.cells.size() == names.cells.size();
}

/// Sets the row of names, and that of units above or below it.
void place(TableLayout &layout, const std::vector<RowSketch> &rows, std::size_t names)
{
    std::size_t last = names;
    if (names > 0 && rows[names - 1].filled > 1 && areOneAboveOther(rows[names - 1], rows[names]))
        --names;
    else if (names + 1 < rows.size() && areOneAboveOther(rows[names], rows[names + 1]))
        ++last;
    layout.headerLine = rows[names].firstLine;
    layout.unitsLine = last > names ? rows[last].firstLine : 0;
    layout.linesBefore = rows[last].lastLine;
}

/// Whether the first cells are names of rows, as R writes them: words; or whole numbers, no two alike, in
/// quotes or such as count the rows.
bool areRowNames(const std::vector<RowSketch> &rows, std::size_t from, bool mayCount)
{
    std::size_t words = 0;
    std::size_t quoted = 0;
    std::size_t whole = 0;
    bool isCounted = true;
    std::set<double> different;
    for (std::size_t i = from; i < rows.size(); ++i) {
        words += rows[i].cells.front() == CellShape::Word ? 1U : 0U;
        quoted += rows[i].isQuoted ? 1U : 0U;
        whole += rows[i].cells.front() == CellShape::Whole ? 1U : 0U;
        isCounted = isCounted && rows[i].first == rows[from].first + static_cast<double>(i - from);
        if (!std::isnan(rows[i].first))
            different.insert(rows[i].first);
    }
    const std::size_t count = rows.size() - from;
    if (2 * words > count)
        return true;
    const bool areDifferent = whole == count && different.size() == count;
    return areDifferent && (quoted == count || (isCounted && rows[from].first <= 1 && mayCount));
}

/// Looks at a header that is one name short.
void findRowNames(TableLayout &layout, const Sketch &sketch)
{
    const std::vector<RowSketch> &rows = sketch.rows;
    const auto isOf = [](std::size_t line) {
        return [line](const RowSketch &row) { return row.firstLine == line; };
    };
    const auto header = std::find_if(rows.begin(), rows.end(), isOf(layout.headerLine));
    if (header == rows.end() || header->cells.size() < 2)
        return;
    const std::size_t width = header->cells.size() + 1;
    const auto from = static_cast<std::size_t>(std::find_if(header, rows.end(), [&layout](const auto &row) {
        return row.firstLine > layout.linesBefore;
    }) - rows.begin());
    std::size_t filled = 0;
    std::size_t numbers = 0;
    bool showsPoint = false;
    for (std::size_t i = from; i < rows.size(); ++i) {
        if (rows[i].cells.size() != width)
            return;
        filled += rows[i].cells.back() != CellShape::Empty ? 1U : 0U;
        numbers += isMeantAsNumber(rows[i].cells.back()) ? 1U : 0U;
        showsPoint =
            showsPoint || std::count(rows[i].cells.begin(), rows[i].cells.end(), CellShape::Point) > 0;
    }
    if (from == rows.size() || 2 * filled < rows.size() - from)
        return;
    // "1,5,2" may be one and a half, and two.
    const bool isCut = sketch.rules.separator == ',' && !showsPoint;
    layout.hasRowNames = areRowNames(rows, from, !isCut);
    layout.isNameMissing = !layout.hasRowNames && !isCut && 2 * numbers >= filled;
}

bool isWidthOf(const std::string &remark, const Sketch &sketch)
{
    RowReader row;
    row.setSeparator(sketch.rules.separator);
    if (row.feed(remark, 1) != RowReader::State::RowEnded || row.size() < 2)
        return false;
    const RowSketch names = sketched(row);
    const Body body = bodyOf(sketch.rows, 0);
    return names.cells.size() == body.width && names.filled == body.width && names.hasTwoWords
        && (names.numbers == 0 || areNamesWithNumbers(names, body));
}

/// What looks like a row above the first row of data, but begins with '#'.
void skipRemarks(TableLayout &layout, const Sketch &sketch)
{
    if (2 * sketch.hashes >= sketch.rows.size())
        return;
    const Body body = bodyOf(sketch.rows, 0);
    for (const RowSketch &row : sketch.rows) {
        if (!row.isHash || row.cells.size() == body.width)
            return;
        layout.linesBefore = row.lastLine;
    }
}

} // namespace

TableLayout layoutOf(std::string_view text, char separator, std::optional<bool> hasHeader)
{
    Sketch sketch = sketchOf(text, {separator, false});
    if (text.find('#') != std::string_view::npos) {
        Sketch other = sketchOf(text, {separator, true});
        if (other.hashes > sketch.hashes && 2 * other.hashes > other.rows.size())
            sketch = std::move(other);
    }
    TableLayout layout{sketch.rules};
    if (hintedSeparator(text.substr(0, text.find_first_of("\r\n"))))
        layout.linesBefore = 1;
    if (sketch.rows.empty() || hasHeader == false)
        return layout;
    std::optional<std::size_t> names = namesIn(sketch.rows);
    const bool isNamed = names && sketch.rows[*names].filled > 1;
    if (!isNamed && isWidthOf(sketch.remark, sketch)) {
        if (names) // a title
            layout.linesBefore = sketch.rows[*names].lastLine;
        layout.remarkedNames = std::move(sketch.remark);
        return layout;
    }
    const bool areWords = sketch.rows.front().words > 0 && sketch.rows.front().numbers == 0;
    if (!names && (hasHeader == true || (bodyOf(sketch.rows, 0).width == 0 && areWords)))
        names = 0; // the one who reads on will tell that there are no numbers
    if (names)
        place(layout, sketch.rows, *names);
    else
        skipRemarks(layout, sketch);
    findRowNames(layout, sketch);
    return layout;
}

} // namespace overfit
