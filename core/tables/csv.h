// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/dataset.h"
#include "core/stop_token.h"
#include "core/tables/table_head.h"
#include "core/tables/text_decoder.h"
#include "core/text/number.h"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overfit {

/// Why a table could not be read, and where; in words by read_error_words.h.
struct ReadError {
    enum class Reason {
        CannotOpen, ///< @p found holds the system's reason
        IsDirectory,
        NotAFile, ///< a pipe or a device
        TooLarge, ///< more numbers than there is memory for
        Empty, ///< no row of data
        TooFewColumns, ///< nothing parts the cells of the first row of data, which is @p found
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
        NotText, ///< a zero byte: not a text file; told before anything that is wrong in an earlier line
        OtherDecimalMark, ///< @p found has a decimal comma where the table has points, or the other way round
        UnclearNumber, ///< @p found is 1.234 or 1234, and nothing in the table tells which; @p columns are
                       ///< what it is with a decimal point, and with a comma
        GroupedDigits, ///< the same where the numbers of the table have either mark
        MoreCellsThanNames, ///< rows of a table of commas have more cells than the header has names, as
                            ///< where decimal commas are not in quotes; @p found is the first row
        NoNumber, ///< fewer than two columns of numbers; @p found, which is none, may be meant as one
        NameMissing, ///< the rows have one cell more than there are names, which @p columns are, and nothing
                     ///< tells whether the first or the last cell is without
        OneClass, ///< all rows are of the class @p found
        TooManyClasses, ///< more than two; @p columns are the first of them, @p found is the third
        Changed, ///< the file was written to while it was read
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

/// The columns to be read, each by its name in the header, or where none is called that by its name without
/// the unit, which no other may share, or where none has that name by its number from 1. One that is empty is
/// the first column of numbers that is left.
struct ColumnChoice {
    std::string x; ///< of classes the first input
    std::string y; ///< of classes the second input
    std::string label = {}; ///< the column of the class; empty for a curve

    bool operator==(const ColumnChoice &) const = default;
};

/// Columns that have been found, by their index from 0.
struct ChosenColumns {
    std::size_t x = 0; ///< of classes the first input
    std::size_t y = 0; ///< of classes the second input
    std::optional<std::size_t> label; ///< of classes

    bool operator==(const ChosenColumns &) const = default;
};

/// What is read of a text, and how.
struct ReadOptions {
    ColumnChoice columns;
    FormatChoice format;
    std::optional<ChosenColumns> picked = {}; ///< in place of columns: a name may stand above two of them
    /// Is told now and then how many bytes of how many have been read; of a file only.
    std::function<void(std::uintmax_t read, std::uintmax_t size)> progress = {};
};

/// Rows that could not be used.
struct LeftOutRows {
    std::size_t count = 0;
    std::vector<ReadError> first; ///< what is wrong with the first kMostPlaces of them, and where

    bool operator==(const LeftOutRows &) const = default;
};
inline constexpr std::size_t kMostPlaces = 100;

/// What a text turned out to hold.
struct ReadData {
    std::variant<Table, ClassTable> table;
    TableFormat format;
    LeftOutRows leftOut;
    ChosenColumns columns = {}; ///< that were read
    bool isFromMany = false; ///< others could have been meant

    /// How many were used.
    [[nodiscard]] std::size_t rowCount() const
    {
        return std::visit([](const auto &kind) { return kind.rows.size(); }, table);
    }
};

using DataResult = std::variant<ReadData, ReadError>;
using ReadResult = std::variant<Table, ReadError>;

/// Reads text in which cells are separated by commas, semicolons, tabs or blanks, in UTF-8, UTF-16 or
/// Latin-1, with an optional header (above it a preamble, below it a row of units), quotes, blank lines,
/// remarks, a first line "sep=;", and LF, CRLF or CR. How it is written is told from its beginning, as
/// inspectHead() says, unless @p options say it. The first two columns of numbers that are filled in most
/// rows become x and y, or the inputs of two classes, unless @p options name others; names of rows, above
/// which none stands, are no such column. A header "speed (mph)" or "speed [mph]" gives a name and a unit, as
/// does a row of units; without one the names are "x" and "y". A row of empty cells counts as blank. A line
/// that begins with '#' is a remark as isRemark() says. @p name goes into errors, the title and the source.
///
/// Numbers are known as people write them (core/text/cell_number.h), with thousands separators where these
/// can be nothing else: "1 234", "1,234,567", and "1,234" where the decimal mark is said, or all numbers that
/// show it show the point. Rows without a finite number in either column, or without a class, are left out
/// and counted; so are those with a number that can be read in two ways. Where fewer than three rows can be
/// used, or fewer than are left out, the text is refused with what is wrong with the first row that can't.
/// The labels 0 and 1 are the classes in alphabetical order.
[[nodiscard]] DataResult parseData(
    std::string_view text, const std::string &name, const ReadOptions &options = {});

/// The same from a text that comes in pieces, of which the whole is never held.
[[nodiscard]] DataResult readPieces(
    const PieceSource &pieces, const std::string &name, const ReadOptions &options = {});

/// The same from a file, read piece by piece; the title is its name without the ending. Returns an Empty
/// error when @p stop was requested.
[[nodiscard]] DataResult readData(
    const std::filesystem::path &path, const StopToken &stop, const ReadOptions &options = {});

/// The same for curves, where nobody asks what was left out.
[[nodiscard]] ReadResult parseTable(
    std::string_view text, const std::string &name, const ColumnChoice &choice = {});
[[nodiscard]] ReadResult readTable(
    const std::filesystem::path &path, const StopToken &stop, const ColumnChoice &choice = {});

} // namespace overfit
