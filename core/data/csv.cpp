// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/csv.h"

#include "core/data/line_reader.h"
#include "core/data/table_reader.h"

#include <cerrno>
#include <fstream>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

namespace overfit {
namespace {

constexpr std::size_t kPieceSize = 1 << 16;

std::string utf8(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

/// In a picture, say, words in the number columns are the least that is wrong.
ReadError moreTelling(const ReadError &error, const LineReader &lines)
{
    if (error.reason == ReadError::Reason::NotText || !lines.hasZeroByteAhead())
        return error;
    return {ReadError::Reason::NotText, error.file, 0, 0, {}};
}

ReadResult tableFromPieces(const LineReader::Source &source, const std::string &file,
    const std::string &title, const ColumnChoice &choice)
{
    LineReader lines(source, kLongestLine);
    TableReader reader(file, choice);
    while (const std::optional<Line> line = lines.next()) {
        const std::optional<ReadError> error = reader.take(*line);
        if (error)
            return moreTelling(*error, lines);
    }
    ReadResult result = reader.finished();
    if (Table *const table = std::get_if<Table>(&result))
        table->title = title;
    return result;
}

/// What the system said last, as an error about the file.
ReadError cannotOpen(const std::string &file)
{
    return {ReadError::Reason::CannotOpen, file, 0, 0, std::generic_category().message(errno)};
}

} // namespace

ReadResult parseTable(std::string_view text, const std::string &name, const ColumnChoice &choice)
{
    return tableFromPieces([&text] { return std::exchange(text, std::string_view()); }, name, name, choice);
}

ReadResult readTable(const std::filesystem::path &path, const StopToken &stop, const ColumnChoice &choice)
{
    const std::string file = utf8(path);
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored))
        return ReadError{ReadError::Reason::IsDirectory, file, 0, 0, {}};
    // A pipe or a device may never answer, and then the reading could not be stopped either.
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored))
        return ReadError{ReadError::Reason::NotAFile, file, 0, 0, {}};
    errno = 0;
    std::ifstream stream(path, std::ios::binary);
    if (!stream)
        return cannotOpen(file);
    std::vector<char> piece(kPieceSize);
    const auto nextPiece = [&] {
        if (stop.requested())
            return std::string_view();
        stream.read(piece.data(), static_cast<std::streamsize>(piece.size()));
        return std::string_view(piece.data(), static_cast<std::size_t>(stream.gcount()));
    };
    ReadResult result = tableFromPieces(nextPiece, file, utf8(path.stem()), choice);
    if (stream.bad())
        return cannotOpen(file);
    return stop.requested() ? ReadError{ReadError::Reason::Empty, file, 0, 0, {}} : std::move(result);
}

} // namespace overfit
