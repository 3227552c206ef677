// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csv.h"

#include "core/parallel.h"
#include "core/tables/head_source.h"
#include "core/tables/line_reader.h"
#include "core/tables/piece_file.h"
#include "core/tables/table_reader.h"
#include "core/tables/text_blocks.h"
#include "core/text/path_utf8.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <utility>

namespace overfit {
namespace {

/// In a picture, say, words in the number columns are the least that is wrong.
ReadError moreTelling(const ReadError &error, const LineReader &lines)
{
    if (error.reason == ReadError::Reason::NotText || !lines.hasZeroByteAhead())
        return error;
    return {ReadError::Reason::NotText, error.file, 0, 0, {}};
}

/// About as many rows as a text of @p size bytes has, if all of it is like its beginning, and a little more;
/// never more than a text of that size can have.
std::size_t expectedRows(const TableHead &head, std::uintmax_t size)
{
    constexpr std::uintmax_t kShortestRow = 4; // "1,2" and its end
    if (head.rows < kMostHeadRows || head.bytes == 0)
        return head.rows;
    const double share = static_cast<double>(size) / static_cast<double>(head.bytes);
    const auto rows = static_cast<std::uintmax_t>(1.02 * share * static_cast<double>(head.rows));
    return static_cast<std::size_t>(std::min(rows, size / kShortestRow));
}

struct Text {
    PieceSource pieces;
    std::string name; ///< for errors
    std::string title;
    std::uintmax_t size; ///< in bytes, about; 0 where it is not known
};

LineReader linesOf(std::string_view text)
{
    return LineReader([text]() mutable { return std::exchange(text, std::string_view()); }, kLongestLine);
}

/// Reads a text in blocks, several at a time. That a block begins with a row is taken for granted, as what is
/// before it may not have been read yet; where it was wrong, the block is read once more.
class BlockReader
{
public:
    explicit BlockReader(TableReader &reader) : m_reader(reader) { }

    /// What breaks off the reading, if anything does.
    std::optional<ReadError> read(TextBlocks &blocks)
    {
        if (const std::optional<std::string> first = blocks.next()) // it tells what another reader must know
            takeLines(*first);
        if (m_error)
            return m_error;
        WorkLine<Block> line([&] { return made(blocks); }, readAhead, [this](Block &block) { take(block); });
        static_cast<void>(line.run(m_ended));
        return m_error;
    }

private:
    struct Block {
        std::string text;
        std::unique_ptr<TableReader> reader; ///< null where the block is to be read in its turn
        std::size_t lines = 0;
    };

    [[nodiscard]] std::optional<Block> made(TextBlocks &blocks) const
    {
        std::optional<std::string> text = blocks.next();
        if (!text)
            return std::nullopt;
        return Block{*std::move(text), m_reader.another()};
    }

    static void readAhead(Block &block)
    {
        if (!block.reader)
            return;
        LineReader lines = linesOf(block.text);
        while (const std::optional<Line> line = lines.next()) {
            ++block.lines;
            if (block.reader->take(*line)) { // who knows all that comes before will say what is wrong
                block.reader.reset();
                return;
            }
        }
    }

    void take(const Block &block)
    {
        if (block.reader && m_reader.append(*block.reader, m_lines))
            m_lines += block.lines;
        else
            takeLines(block.text);
    }

    void takeLines(std::string_view text)
    {
        LineReader lines = linesOf(text);
        while (std::optional<Line> line = lines.next()) {
            line->number = ++m_lines;
            const std::optional<ReadError> error = m_reader.take(*line);
            if (error) {
                m_error = moreTelling(*error, lines);
                m_ended.request();
                return;
            }
        }
    }

    TableReader &m_reader;
    std::size_t m_lines = 0; ///< that the reader was given
    std::optional<ReadError> m_error;
    StopToken m_ended;
};

DataResult dataFrom(const Text &text, const ReadOptions &options)
{
    HeadSource source(text.pieces);
    const TableHead head = source.inspected(options.format);
    TextBlocks blocks([&source] { return source.next(); }, kLongestLine);
    TableReader reader(text.name, head, options);
    reader.reserve(expectedRows(head, text.size));
    if (const std::optional<ReadError> error = BlockReader(reader).read(blocks))
        return *error;
    DataResult result = reader.finished();
    if (ReadData *const data = std::get_if<ReadData>(&result))
        std::visit([&text](auto &table) { table.title = text.title; }, data->table);
    return result;
}

ReadResult curveOf(DataResult result)
{
    if (ReadError *const error = std::get_if<ReadError>(&result))
        return std::move(*error);
    return std::move(std::get<Table>(std::get<ReadData>(result).table));
}

} // namespace

DataResult parseData(std::string_view text, const std::string &name, const ReadOptions &options)
{
    const std::uintmax_t size = text.size();
    return dataFrom({[&text] { return std::exchange(text, std::string_view()); }, name, name, size}, options);
}

DataResult readPieces(const PieceSource &pieces, const std::string &name, const ReadOptions &options)
{
    return dataFrom({pieces, name, name, 0}, options);
}

DataResult readData(const std::filesystem::path &path, const StopToken &stop, const ReadOptions &options)
{
    PieceFile file(path);
    if (std::optional<ReadError> problem = file.problem())
        return std::move(*problem);
    const auto nextPiece = [&] {
        if (options.progress)
            options.progress(std::min(file.bytesRead(), file.size()), file.size());
        return stop.requested() ? std::string_view() : file.next();
    };
    DataResult result = dataFrom({nextPiece, file.name(), utf8(path.stem()), file.size()}, options);
    if (stop.requested())
        return ReadError{ReadError::Reason::Empty, file.name(), 0, 0, {}};
    if (std::optional<ReadError> problem = file.problem())
        return std::move(*problem);
    return result;
}

ReadResult parseTable(std::string_view text, const std::string &name, const ColumnChoice &choice)
{
    return curveOf(parseData(text, name, {{choice.x, choice.y}, {}}));
}

ReadResult readTable(const std::filesystem::path &path, const StopToken &stop, const ColumnChoice &choice)
{
    return curveOf(readData(path, stop, {{choice.x, choice.y}, {}}));
}

} // namespace overfit
