// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/tables/text_decoder.h"
#include "core/text/cell_number.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

/// How a table is written.
struct TableFormat {
    char separator = ','; ///< comma, semicolon, tab, or a blank for blanks and tabs
    std::optional<DecimalMark> decimal; ///< nothing where no cell shows it, or none beyond doubt
    Encoding encoding = Encoding::Utf8;
    bool hasHeader = false;
    bool takesGroups = false; ///< the mark is beyond doubt, so the other one parts thousands

    bool operator==(const TableFormat &) const = default;
};

/// What somebody knows better than the text shows; what is left out is told from the text.
struct FormatChoice {
    std::optional<char> separator = {};
    std::optional<DecimalMark> decimal = {};
    std::optional<bool> hasHeader = {};
    std::optional<bool> takesGroups = {}; ///< with a decimal mark; it does where that is all that is said

    bool operator==(const FormatChoice &) const = default;
};

/// A number, as it is known to be written so far, or why a cell is none.
struct CellReading {
    enum class Fault {
        None,
        Empty,
        NotANumber, ///< or not finite, or beyond kLargestNumber
        OtherDecimalMark, ///< a comma where this table has points, or the other way round
        Unclear, ///< "1,234" or "1.234" where nothing tells 1.234 from 1234
        Grouped, ///< the same where numbers have either mark
    };

    double value = 0;
    Fault fault = Fault::None;
};

/// What is wrong with a cell of this shape in a table of this format.
[[nodiscard]] CellReading::Fault faultOf(CellShape shape, const TableFormat &format);

/// A cell that is not empty.
struct FilledCell {
    std::uint32_t row = 0; ///< of data, counted from 0
    CellShape shape = CellShape::Word;
};

/// A column in the rows that were looked at.
struct ColumnHead {
    Column name; ///< without a header both are empty
    std::vector<FilledCell> cells; ///< no others: one wide row must not cost a cell for each row and column
    std::vector<std::string> distinct; ///< texts, trimmed, in the order of their appearance; at most
                                       ///< kMostDistinct

    [[nodiscard]] std::size_t filled() const { return cells.size(); }
    [[nodiscard]] CellShape shapeAt(std::size_t row) const;
    /// Most of what it holds is meant as a number.
    [[nodiscard]] bool isNumeric() const;
};

inline constexpr std::size_t kMostDistinct = 13;

/// What the beginning of a table shows.
struct TableHead {
    TableFormat format;
    std::vector<std::string> header; ///< the names as they stand there; empty without a header
    std::vector<ColumnHead> columns;
    std::size_t rows = 0; ///< of data, that were looked at
    std::size_t linesBefore = 0; ///< above the first row of data: a preamble, names, units
    bool areHashesNames = false; ///< see RowRules
    bool hasRowNames = false; ///< the first column has no name, and what stands in it are names of the rows
    bool isNameMissing =
        false; ///< the rows have one cell more than there are names; which one, nothing tells
    bool isMarkUnclear = false; ///< "1.234" or "1,234", and nothing tells which mark it is
    bool isNumbered = false; ///< the first column counts the rows, from 0 or 1, and has no unit
    std::size_t bytes = 0; ///< that these and all before them take, in UTF-8
    std::vector<std::vector<std::string>>
        texts; ///< of the first rows, at most kMostTexts of kMostTextColumns

    /// The columns that hold numbers, in their order.
    [[nodiscard]] std::vector<std::size_t> numericColumns() const;
    /// Those that can be meant where nobody names any: without names of rows, and without columns that are
    /// empty in most rows, where two others are left.
    [[nodiscard]] std::vector<std::size_t> likelyColumns() const;
};

/// From where on a whole number tells that a comma of its row may be a decimal mark: in "2,5,3" below "x,y"
/// nobody can say which one. Nothing where no row is in doubt.
[[nodiscard]] std::optional<std::size_t> firstDoubtfulColumn(const TableHead &head);

inline constexpr std::size_t kMostHeadRows = 1000;
inline constexpr std::size_t kMostTexts = 20;
inline constexpr std::size_t kMostTextColumns = 200;

/// Looks at the first kMostHeadRows rows of @p text; where that is not all there is, @p isCut, its last line
/// is left out. What is broken ends the looking: the one who reads on will tell.
///
/// The separator is the one that makes most numbers out of rows with as many cells as one another, then the
/// one that makes most such rows, then a tab before a semicolon before a comma; so the words of a title or a
/// remark settle nothing. A comma within numbers between tabs, semicolons or blanks ("1,5;2") cuts nothing.
/// Blanks part cells where they make more numbers than any of the others. A hint such as "sep=;" settles it,
/// as hintedSeparator() says.
///
/// The header is the last row of words above the first row of data, whatever stands above it: one with as
/// many names as the rows have cells, give or take one, before one with fewer, before a title of one cell. A
/// row of units below it belongs to it. A row with numbers in it is a header where it stands directly above
/// the data, and a word of it stands above a column of numbers, and no number does, or one number beside two
/// different words: a row of data with a gap ("1,n/a") must not be taken for names, for then nobody would be
/// told. Without any, names can stand in the last remark ("# x,y"). Where the rows have one cell more than
/// there are names, and begin with words, with whole numbers in quotes, or with such as count the rows, these
/// are names of the rows, as R writes them.
///
/// The decimal mark is what most of the numbers with a mark have, and with as many of either the comma in a
/// table of semicolons, else the point. "1,234" counts as a decimal comma in a table of semicolons, which are
/// there because commas are taken, unless others ("1,234.5") show what its comma is; elsewhere it counts for
/// neither. "1.234" counts where no other number has a mark: as a decimal point between commas or blanks,
/// unless numbers without a mark stand in the same column, as below 1000 they would; else for neither.
[[nodiscard]] TableHead inspectHead(std::string_view text, bool isCut, const FormatChoice &choice = {});

/// "speed (mph)" is a name with a unit; "f(x)", without a space, is a name.
[[nodiscard]] Column nameWithUnit(std::string_view text);

} // namespace overfit
