// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace overfit::cli {

/// What the program was called with, without its own name, in UTF-8: on Windows argv is in a code page, in
/// which not every file name can be written.
[[nodiscard]] std::vector<std::string> argumentsOf(int argc, const char *const *argv);

/// While it lives, the standard streams carry bytes: lines end with LF on every platform, and a console takes
/// UTF-8.
class PlainStreams
{
public:
    PlainStreams();
    ~PlainStreams();
    PlainStreams(const PlainStreams &) = delete;
    PlainStreams &operator=(const PlainStreams &) = delete;

private:
    unsigned m_codePage = 0; ///< that the console had; only on Windows
};

} // namespace overfit::cli
