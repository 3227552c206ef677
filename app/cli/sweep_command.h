// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace overfit::cli {

/// How accuracies change along one setting, all others held.
[[nodiscard]] Command addSweep(CLI::App &program);

} // namespace overfit::cli
