// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv.h"
#include "core/data/line_reader.h"
#include "core/data/row_reader.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

/// Turns the lines of a text into a table, by the rules that parseTable() states. Of all that it is fed it
/// keeps the header, one row, and two numbers per row.
class TableReader
{
public:
    /// @p file is the name for errors.
    explicit TableReader(std::string file, ColumnChoice choice = {});

    /// Takes the next line; an error ends the reading.
    std::optional<ReadError> take(const Line &line);

    /// The table after the last line, with an empty title, or what is wrong with it.
    ReadResult finished();

private:
    struct Columns {
        std::size_t x;
        std::size_t y;
    };

    std::optional<ReadError> takeText(std::string_view text, std::size_t line);
    std::optional<ReadError> takeRow();
    std::optional<ReadError> takeNumbers();
    void findSeparator(std::string_view text);
    bool takeHeader();
    std::optional<ReadError> chooseColumns();
    [[nodiscard]] std::vector<std::size_t> numberColumns() const;
    [[nodiscard]] std::optional<std::size_t> columnCalled(const std::string &name) const;
    [[nodiscard]] std::vector<std::string> columnNames() const;
    [[nodiscard]] ReadError unknownColumn(const std::string &name) const;
    [[nodiscard]] ReadError sameColumn(std::size_t column) const;
    [[nodiscard]] std::optional<double> numberAt(std::size_t column) const;
    [[nodiscard]] bool isBlankRow() const;
    [[nodiscard]] std::string wholeRow() const;
    [[nodiscard]] Column columnOf(std::size_t column, const char *nameless) const;
    [[nodiscard]] ReadError error(ReadError::Reason reason, std::size_t line = 0, std::size_t column = 0,
        std::string_view found = {}) const;
    [[nodiscard]] ReadError wrongCell(std::size_t column) const;
    [[nodiscard]] ReadError brokenQuotes() const;

    std::string m_file;
    ColumnChoice m_choice;
    RowReader m_row;
    char m_separator = '\0'; ///< zero while none has been seen
    std::optional<std::vector<std::string>> m_header;
    std::optional<Columns> m_columns;
    Dataset m_rows;
};

} // namespace overfit
