// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"
#include "core/tables/line_reader.h"
#include "core/tables/row_reader.h"
#include "core/tables/table_head.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overfit {

/// The columns that @p choice names in a table that begins like @p head; or UnknownColumn, TooFewColumns,
/// MoreCellsThanNames. The error has no line.
[[nodiscard]] std::variant<ChosenColumns, ReadError> chooseColumns(
    const TableHead &head, const ColumnChoice &choice);

/// What stood in a text, fit for one line of a message.
[[nodiscard]] std::string quotation(std::string_view found);

/// Turns the lines of a text into a table, by the rules that parseData() states. Of all that it is fed it
/// keeps one row, two numbers and a label per row, and the first places of rows that it leaves out.
class TableReader
{
public:
    /// @p file is the name for errors, @p head how the text begins. Of the options the columns count.
    TableReader(std::string file, const TableHead &head, const ReadOptions &options);

    /// Makes room for so many rows.
    void reserve(std::size_t rows);

    /// Takes the next line; an error ends the reading.
    std::optional<ReadError> take(const Line &line);

    /// The table after the last line, with an empty title, or what is wrong with it.
    DataResult finished();

private:
    std::optional<ReadError> takeText(std::string_view text, std::size_t line);
    std::optional<ReadError> takeRow();
    std::optional<ReadError> takeCells();
    [[nodiscard]] CellReading numberAt(std::size_t column);
    void settleDecimal(CellShape shape);
    std::optional<ReadError> takeLabel();
    [[nodiscard]] bool isInDoubt() const;
    void leaveOut(std::size_t column, CellReading::Fault fault);
    [[nodiscard]] std::optional<ReadError> wrongWhole() const;
    [[nodiscard]] Table table();
    [[nodiscard]] ClassTable classTable();
    [[nodiscard]] std::string wholeRow() const;
    [[nodiscard]] Column columnOf(std::size_t column, const char *nameless) const;
    [[nodiscard]] ReadError error(ReadError::Reason reason, std::size_t line = 0, std::size_t column = 0,
        std::string_view found = {}) const;
    [[nodiscard]] ReadError brokenQuotes() const;

    std::string m_file;
    RowReader m_row;
    TableFormat m_format;
    std::vector<std::string> m_header;
    std::optional<std::size_t> m_doubtfulColumn; ///< see firstDoubtfulColumn()
    ChosenColumns m_columns;
    std::optional<ReadError> m_wrongColumns; ///< told when the first row of data has come
    bool m_isHeaderAhead;
    bool m_hasData = false;
    Dataset m_rows;
    std::vector<std::uint8_t> m_labels; ///< in the order in which the classes appear
    std::vector<std::string> m_classes;
    LeftOutRows m_leftOut;
};

} // namespace overfit
