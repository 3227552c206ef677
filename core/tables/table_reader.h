// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"
#include "core/tables/head_rows.h"
#include "core/tables/line_reader.h"
#include "core/tables/row_reader.h"
#include "core/tables/table_head.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

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

    /// A reader for lines further on, which may be read before those in between, by another thread. Null
    /// where it is sure to be in vain: while the first row is still to come, or where a row has begun.
    [[nodiscard]] std::unique_ptr<TableReader> another() const;

    /// Takes over what @p later, made by another(), was given since, and without an error: lines from
    /// @p linesBefore on, which are those that this has been given. False where it had to know what only this
    /// one does, such as a decimal mark that was found in between: then nothing has changed, and the lines
    /// are to be taken one by one.
    [[nodiscard]] bool append(const TableReader &later, std::size_t linesBefore);

    /// The table after the last line, with an empty title, or what is wrong with it.
    DataResult finished();

private:
    TableReader() = default;

    std::optional<ReadError> takeText(std::string_view text, std::size_t line);
    std::optional<ReadError> takeRow();
    [[nodiscard]] std::optional<ReadError> wrongRow() const;
    std::optional<ReadError> takeCells();
    [[nodiscard]] CellReading numberAt(std::size_t column);
    void settleDecimal(CellShape shape);
    std::optional<ReadError> takeLabel();
    [[nodiscard]] bool appendLabels(const TableReader &later);
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
    std::size_t m_linesBefore = 0; ///< that are no rows of data
    bool m_isDataAhead = false; ///< these lines are still to come
    RowRules m_rules;
    bool m_isMarkUnclear = false; ///< see TableHead
    bool m_isFromMany = false; ///< see ReadData
    bool m_hasData = false;
    std::optional<DecimalMark> m_firstDecimal; ///< of one made by another(): what was known then
    Dataset m_rows;
    std::vector<std::uint8_t> m_labels; ///< in the order in which the classes appear
    std::vector<std::string> m_classes;
    LeftOutRows m_leftOut;
};

} // namespace overfit
