// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

/// A file that is read piece by piece, and is expected to stay what it is meanwhile.
class PieceFile
{
public:
    explicit PieceFile(const std::filesystem::path &path);

    /// Why there is nothing to be read, or nothing more, or what has been read is not to be trusted.
    [[nodiscard]] std::optional<ReadError> problem() const;

    /// The next piece, empty at the end; valid until the next one is asked for.
    std::string_view next();

    [[nodiscard]] const std::string &name() const { return m_name; }
    [[nodiscard]] std::uintmax_t size() const { return m_before.size; }
    [[nodiscard]] std::uintmax_t bytesRead() const { return m_read; }

private:
    struct State {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type written;

        bool operator==(const State &) const = default;
    };

    [[nodiscard]] State state() const;

    std::filesystem::path m_path;
    std::string m_name;
    std::optional<ReadError> m_problem;
    std::ifstream m_stream;
    State m_before;
    std::uintmax_t m_read = 0;
    std::vector<char> m_piece;
};

} // namespace overfit
