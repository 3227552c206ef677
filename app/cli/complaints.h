// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

#include <string>
#include <vector>

namespace CLI {
class Error;
} // namespace CLI

namespace overfit::cli {

// What is wrong with a command line as such, in one sentence or two: what is there, what was expected, what
// to do.

/// For what the parser threw at @p arguments.
[[nodiscard]] std::string complaint(
    const CLI::Error &error, const std::vector<Command> &commands, const std::vector<std::string> &arguments);

/// For the arguments that are left over, in the order in which they were typed.
[[nodiscard]] std::string complaintOfExtras(
    const std::vector<std::string> &extras, const std::vector<Command> &commands);

} // namespace overfit::cli
