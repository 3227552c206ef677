// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/stop_token.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overfit {

/// Why a table could not be read, and where. The wording is left to whoever shows it.
struct ReadError {
    enum class Reason {
        CannotOpen, ///< @p found holds the system's reason
        IsDirectory,
        NotAFile, ///< a pipe or a device
        TooLarge, ///< more numbers than there is memory for
        Empty, ///< no row of data
        TooFewColumns, ///< fewer than two columns of numbers; @p found is the first row of data
        NotANumber, ///< @p found stands where a number was expected; or it is not finite, or beyond
                    ///< kLargestNumber
        MissingCell, ///< the row ends before the column, or the cell is empty
        UnknownColumn, ///< none is called @p found; @p columns are those that there are
        SameColumn, ///< the column @p column is chosen for x and for y; @p found is its name or number
        TooFewRows, ///< fewer than three rows
        AllInputsEqual, ///< one distinct x only: nothing to fit along
        BrokenQuotes, ///< a quoted cell is never closed, or closed in its middle; or a quote stands in
                      ///< another cell
        LineTooLong, ///< longer than kLongestLine bytes
        NotText, ///< a zero byte: not a text file, or UTF-16; told before anything that is wrong in an
                 ///< earlier line
    };

    Reason reason = Reason::Empty;
    std::string file; ///< UTF-8
    std::size_t line = 0; ///< counted from 1; 0 where no line can be named
    std::size_t column = 0; ///< the cell in its row, counted from 1; 0 where none can be named
    std::string found; ///< UTF-8, one line, shortened to at most 40 characters
    std::vector<std::string> columns = {}; ///< their names, or where there is no header their numbers

    bool operator==(const ReadError &) const = default;
};

inline constexpr std::size_t kLongestLine = 1 << 20;
/// Beyond this, squares and their sums would leave the range of double.
inline constexpr double kLargestNumber = 1e100;

/// The columns to be read, each by its name in the header, with or without the unit, or by its number from 1
/// where none has that name. One that is empty is the first column of numbers that is left.
struct ColumnChoice {
    std::string x;
    std::string y;
};

using ReadResult = std::variant<Table, ReadError>;

/// Reads text in which cells are separated by commas, semicolons or tabs (whichever the first row shows),
/// with an optional header, quotes, blank lines, lines that start with '#', a UTF-8 byte order mark, and LF,
/// CRLF or CR. The first two columns that hold a number in the first row of data become x and y, unless
/// @p choice says otherwise; every row must have finite numbers there. A header "speed (mph)" or "speed
/// [mph]" gives a name and a unit; without one the names are "x" and "y".
///
/// Where the first row shows more than one separator, a tab goes before a semicolon, and that before a comma:
/// a comma may be a decimal comma, which is refused as NotANumber, and never read as two cells. The first row
/// is a header where it has fewer than two numbers and a word. A row of empty cells counts as blank. Text
/// that is not UTF-8 is taken as Latin-1. @p name goes into errors, the title and the source.
[[nodiscard]] ReadResult parseTable(
    std::string_view text, const std::string &name, const ColumnChoice &choice = {});

/// The same from a file, read piece by piece; the title is its name without the ending. Returns an Empty
/// error when @p stop was requested.
[[nodiscard]] ReadResult readTable(
    const std::filesystem::path &path, const StopToken &stop, const ColumnChoice &choice = {});

} // namespace overfit
