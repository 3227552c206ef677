// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/piece_file.h"

#include "core/text/path_utf8.h"

#include <cerrno>
#include <system_error>

namespace overfit {
namespace {

constexpr std::size_t kPieceSize = 1 << 16;

/// What the system said last, as an error about the file.
ReadError cannotOpen(const std::string &file)
{
    return {ReadError::Reason::CannotOpen, file, 0, 0, std::generic_category().message(errno)};
}

} // namespace

PieceFile::PieceFile(const std::filesystem::path &path) : m_path(path), m_name(utf8(path))
{
    std::error_code ignored;
    if (std::filesystem::is_directory(path, ignored)) {
        m_problem = ReadError{ReadError::Reason::IsDirectory, m_name, 0, 0, {}};
        return;
    }
    // A pipe or a device may never answer, and then the reading could not be stopped either.
    if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored)) {
        m_problem = ReadError{ReadError::Reason::NotAFile, m_name, 0, 0, {}};
        return;
    }
    m_before = state();
    errno = 0;
    m_stream.open(path, std::ios::binary);
    if (!m_stream)
        m_problem = cannotOpen(m_name);
    else
        m_piece.resize(kPieceSize);
}

std::optional<ReadError> PieceFile::problem() const
{
    if (m_problem)
        return m_problem;
    if (m_stream.bad())
        return cannotOpen(m_name);
    if (state() != m_before)
        return ReadError{ReadError::Reason::Changed, m_name, 0, 0, {}};
    return std::nullopt;
}

std::string_view PieceFile::next()
{
    if (m_problem || m_read > m_before.size) // one that grows might never end
        return {};
    m_stream.read(m_piece.data(), static_cast<std::streamsize>(m_piece.size()));
    const auto length = static_cast<std::size_t>(m_stream.gcount());
    m_read += length;
    return {m_piece.data(), length};
}

PieceFile::State PieceFile::state() const
{
    State now;
    std::error_code error;
    now.size = std::filesystem::file_size(m_path, error);
    if (error)
        now.size = 0;
    now.written = std::filesystem::last_write_time(m_path, error);
    return now;
}

} // namespace overfit
