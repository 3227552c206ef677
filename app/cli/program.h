// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace overfit::cli {

/// What the program was called with.
struct Call {
    std::string version;
    std::vector<std::string> arguments; ///< UTF-8, without the program's own name
};

struct Streams {
    std::istream &in;
    std::ostream &out;
    std::ostream &err;
};

inline constexpr int kSuccess = 0;
inline constexpr int kBadData = 1; ///< the data, or the machine's means
inline constexpr int kBadUsage = 2;

/// The whole program overfit-cli: prints the answer to out, or one line about what is wrong to err. Returns
/// the exit code.
[[nodiscard]] int run(const Call &call, const Streams &streams);

} // namespace overfit::cli
