// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace overfit::cli {

/// Answers an experiment file, with all that the window would show of it.
[[nodiscard]] Command addRun(CLI::App &program);

} // namespace overfit::cli
