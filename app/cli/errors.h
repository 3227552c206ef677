// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace overfit::cli {

// Both texts say in full sentences what was wrong, what was expected, and what to do.

/// The command line asks for something that can't be.
struct UsageError {
    std::string text;
};

/// The data are not what the command line takes them for.
struct DataError {
    std::string text;
};

} // namespace overfit::cli
