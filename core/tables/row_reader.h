// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct csv_parser;

namespace overfit {

/// A cell of a row, without quotes, and without the spaces around it where it had none.
struct Cell {
    std::string_view text;
    std::size_t line; ///< where the cell begins
};

/// Puts lines together into rows of cells with libcsv. (A quoted cell may run over several lines.) It is fed
/// line by line, because libcsv itself does not know where it stands. A row without quotes, as nearly all
/// are, is cut here, into the same cells, for libcsv looks at it character by character. A quote opens a cell
/// where it is the first thing in it; one further on (5.25" disk) is a character like any other. Between
/// blanks there are no empty cells, and a quoted cell ends in the line in which it begins.
class RowReader
{
public:
    enum class State {
        RowEnded, ///< the row can be asked for; a blank line is a row without cells
        InsideQuotes, ///< a quoted cell goes on in the next line
        BrokenQuotes, ///< a quoted cell is closed in its middle
    };

    RowReader();
    ~RowReader();
    RowReader(const RowReader &) = delete;
    RowReader &operator=(const RowReader &) = delete;

    /// A blank stands for one or more blanks and tabs.
    void setSeparator(char separator);

    /// Takes the line number @p line, without its end. After a row has ended, this begins the next one.
    State feed(std::string_view text, std::size_t line);

    [[nodiscard]] State state() const { return m_state; }
    /// Where the row begins.
    [[nodiscard]] std::size_t line() const { return m_firstLine; }
    /// Where it ends, or has come to.
    [[nodiscard]] std::size_t lastLine() const { return m_lineNow; }
    /// Whether its first cell stands in quotes.
    [[nodiscard]] bool isFirstQuoted() const { return m_isFirstQuoted; }
    [[nodiscard]] std::size_t size() const { return m_cells.size(); }
    [[nodiscard]] Cell cell(std::size_t index) const;
    /// Whether all cells are empty.
    [[nodiscard]] bool isBlank() const;
    /// The cell that was being read when the quotes broke or the text ended.
    [[nodiscard]] Cell unfinished() const;
    /// How long the row is so far, in bytes, with one for each separator.
    [[nodiscard]] std::size_t length() const;

private:
    struct Position {
        std::size_t begin; ///< in m_text
        std::size_t end;
        std::size_t line;
    };

    static void takeCell(void *text, std::size_t length, void *reader) noexcept;
    static void endRow(int character, void *reader) noexcept;
    void cut(std::string_view text);
    State cutAtBlanks(std::string_view text);
    bool markInnerQuotes(std::string_view text, bool isInside);
    bool parse(std::string_view text);
    void beginRow(std::string_view text, std::size_t line);

    std::unique_ptr<csv_parser> m_parser;
    char m_separator = ',';
    bool m_isMemoryShort = false; ///< in a callback of libcsv, through which nothing can be thrown
    bool m_hasInnerQuotes = false;
    std::string m_marked; ///< a line in which quotes within cells are marked
    std::string m_text; ///< the cells of the row, one after the other: rows come by the million
    std::vector<Position> m_cells;
    std::size_t m_firstLine = 0;
    std::size_t m_lineNow = 0;
    bool m_isFirstQuoted = false;
    std::size_t m_cellLine = 0; ///< where the cell begins that is being read
    State m_state = State::RowEnded;
};

} // namespace overfit
