// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/head_rows.h"

#include "core/tables/line_reader.h"
#include "core/tables/table_head.h"
#include "core/text/cell_number.h"

#include <algorithm>
#include <array>
#include <map>
#include <string>
#include <tuple>
#include <utility>

namespace overfit {
namespace {

// In order of precedence: a comma may be a decimal comma, and a blank may be anything.
constexpr std::array kSeparators{'\t', ';', ','};

/// Where a cell ends.
std::size_t endOfCell(std::string_view text, char separator)
{
    return separator == ' ' ? text.find_first_of(" \t") : text.find(separator);
}

bool hasNumber(std::string_view text, char separator)
{
    while (!text.empty()) {
        const std::size_t end = std::min(endOfCell(text, separator), text.size());
        std::string_view cell = trimmed(text.substr(0, end));
        if (cell.size() > 1 && cell.starts_with('"') && cell.ends_with('"'))
            cell = cell.substr(1, cell.size() - 2);
        if (isMeantAsNumber(shapeOf(cell)))
            return true;
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return false;
}

/// "#N/A", "#DIV/0!", and what they are called in other languages.
bool isMissingValue(std::string_view cell)
{
    constexpr std::array<std::string_view, 4> kNotAvailable{"#N/A", "#NA", "#NV", "#N/D"};
    const std::string_view name = trimmed(cell);
    if (std::find(kNotAvailable.begin(), kNotAvailable.end(), name) != kNotAvailable.end())
        return true;
    return name.size() > 2 && (name.ends_with('!') || name.ends_with('?'))
        && name.substr(1).find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ/0!?") == std::string_view::npos;
}

/// Whether the comma between two cells is the decimal mark of "1,5;2", which another separator cuts.
bool isDecimalComma(std::string_view left, std::string_view right)
{
    const auto isDigit = [](char character) { return character >= '0' && character <= '9'; };
    const auto isCut = [](std::string_view cell) {
        const bool areNumbers = cell.find_first_not_of("0123456789 +-eE") == std::string_view::npos;
        return cell.find_first_of(areNumbers ? "\t; " : "\t;") != std::string_view::npos;
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
Sense senseOf(std::string_view text, const RowRules &rules)
{
    std::map<std::size_t, Sense> byCells;
    std::size_t rows = 0;
    eachRow(text, rules, [&](const RowReader &row) {
        if (row.size() > 1) {
            Sense &sense = byCells[row.size()];
            const std::size_t numbers = numbersIn(row, rules.separator);
            // A number among words that blanks part tells nothing.
            const bool isRow = rules.separator != ' ' || (numbers >= 2 && numbers + 1 >= row.size());
            sense.numbers += isRow ? numbers : 0;
            sense.rows += isRow ? 1U : 0U;
        }
        return ++rows <= kMostHeadRows; // and the header
    });
    Sense best;
    for (const auto &[cells, sense] : byCells)
        best = std::max(best, sense);
    return best;
}

std::pair<char, Sense> mostSensible(std::string_view text, bool areHashesNames)
{
    char likely = ',';
    Sense most;
    for (const char separator : kSeparators) {
        if (text.find(separator) == std::string_view::npos)
            continue;
        const Sense sense = senseOf(text, {separator, areHashesNames});
        if (most < sense) {
            most = sense;
            likely = separator;
        }
    }
    const bool hasBlanks = // of a megabyte without any; looking for both at once takes many times as long
        text.find(' ') != std::string_view::npos || text.find('\t') != std::string_view::npos;
    if (hasBlanks) {
        const Sense sense = senseOf(text, {' ', areHashesNames});
        if (sense.numbers > most.numbers)
            return {' ', sense};
    }
    return {likely, most};
}

} // namespace

std::optional<char> hintedSeparator(std::string_view firstLine)
{
    constexpr std::string_view kHint = "sep=";
    constexpr std::size_t kLongest = 200;
    if (firstLine.size() < kHint.size() + 1 || firstLine.size() > kLongest)
        return std::nullopt;
    firstLine.remove_prefix(firstLine.find_first_not_of(" \"") == 1 ? 1 : 0);
    std::string begin(firstLine.substr(0, kHint.size()));
    for (char &character : begin)
        character = character >= 'A' && character <= 'Z' ? static_cast<char>(character + 32) : character;
    if (begin != kHint || firstLine.size() == kHint.size())
        return std::nullopt;
    const char separator = firstLine[kHint.size()];
    const bool isKnown = std::find(kSeparators.begin(), kSeparators.end(), separator) != kSeparators.end();
    const bool isAll =
        firstLine.substr(kHint.size() + 1).find_first_not_of("\",; \t") == std::string_view::npos;
    return isKnown && isAll ? std::optional(separator) : std::nullopt;
}

bool isRemark(std::string_view line, const RowRules &rules)
{
    if (!line.starts_with('#'))
        return false;
    const std::size_t end = endOfCell(line, rules.separator);
    if (end == std::string_view::npos)
        return true;
    if (isMissingValue(line.substr(0, end)))
        return false;
    const bool isSpaced = line[1] == ' ' || line[1] == '\t';
    if (isSpaced && !rules.areHashesNames)
        return true;
    return !hasNumber(line.substr(end + 1), rules.separator);
}

std::size_t eachRow(std::string_view text, const RowRules &rules,
    const std::function<bool(const RowReader &)> &takeRow,
    const std::function<void(std::string_view, std::size_t)> &takeRemark)
{
    std::string_view rest = text;
    LineReader lines([&rest] { return std::exchange(rest, std::string_view()); }, text.size());
    RowReader row;
    row.setSeparator(rules.separator);
    std::size_t bytes = 0;
    while (const std::optional<Line> line = lines.next()) {
        bytes += line->text.size() + 1;
        if (line->fault != Line::Fault::None)
            break;
        if (line->number == 1 && hintedSeparator(line->text))
            continue;
        if (row.state() == RowReader::State::RowEnded && isRemark(line->text, rules)) {
            if (takeRemark)
                takeRemark(line->text, line->number);
            continue;
        }
        const RowReader::State state = row.feed(line->text, line->number);
        if (state == RowReader::State::BrokenQuotes)
            break;
        if (state == RowReader::State::RowEnded && !row.isBlank() && !takeRow(row))
            break;
    }
    return std::min(bytes, text.size());
}

char likelySeparator(std::string_view text)
{
    const auto [separator, sense] = mostSensible(text, false);
    // Without any row there may be rows in what looks like remarks.
    return sense.numbers > 0 ? separator : mostSensible(text, true).first;
}

} // namespace overfit
