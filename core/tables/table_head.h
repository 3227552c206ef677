// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/tables/text_decoder.h"
#include "core/text/number.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

/// How a table is written.
struct TableFormat {
    char separator = ','; ///< comma, semicolon or tab
    std::optional<DecimalMark> decimal; ///< nothing where no cell shows it, or none beyond doubt
    Encoding encoding = Encoding::Utf8;
    bool hasHeader = false;

    bool operator==(const TableFormat &) const = default;
};

/// What somebody knows better than the text shows; what is left out is told from the text.
struct FormatChoice {
    std::optional<char> separator;
    std::optional<DecimalMark> decimal;
    std::optional<bool> hasHeader;

    bool operator==(const FormatChoice &) const = default;
};

/// A number, as it is known to be written so far, or why a cell is none.
struct CellReading {
    enum class Fault {
        None,
        Empty,
        NotANumber, ///< or not finite, or beyond kLargestNumber
        OtherDecimalMark, ///< a comma where this table has points, or the other way round
        Unclear, ///< "1,234" where nothing tells 1.234 from 1234
        Grouped, ///< has thousands separators, which are not guessed at
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
    bool isNumbered = false; ///< the first column counts the rows, from 0 or 1, and has no unit
    std::size_t bytes = 0; ///< that these and all before them take, in UTF-8
    std::vector<std::vector<std::string>>
        texts; ///< of the first rows, at most kMostTexts of kMostTextColumns

    /// The columns that hold numbers, in their order.
    [[nodiscard]] std::vector<std::size_t> numericColumns() const;
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
/// The separator is the one that cuts most numbers out of rows with as many cells as one another, then the
/// one that makes most such rows, then a tab before a semicolon before a comma; so the words of a title or a
/// remark settle nothing. A comma within numbers between tabs or semicolons ("1,5;2") cuts nothing. A hint
/// such as "sep=;" settles it, as hintedSeparator() says. The first row is a header where it holds words
/// alone; with numbers, where a word of it stands above a column of numbers, and no number does, or one
/// number beside two different words: a row of data with a gap ("1,n/a") must not be taken for names, for
/// then nobody would be told. The decimal mark is what most of the numbers with a mark have, and with as many
/// of either the comma in a table of semicolons, else the point. "1,234" counts as a decimal comma in a table
/// of semicolons, which are there because commas are taken; elsewhere it counts for neither.
[[nodiscard]] TableHead inspectHead(std::string_view text, bool isCut, const FormatChoice &choice = {});

/// What the line "sep=;" says, which Excel takes, and some programs write, as the first of a table; nothing
/// where @p firstLine is another line. It is no row.
[[nodiscard]] std::optional<char> hintedSeparator(std::string_view firstLine);

/// "speed (mph)" is a name with a unit; "f(x)", without a space, is a name.
[[nodiscard]] Column nameWithUnit(std::string_view text);

} // namespace overfit
