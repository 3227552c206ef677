// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace overfit::cli {

/// Points of a generated law or of generated classes.
[[nodiscard]] Command addGenerate(CLI::App &program);

} // namespace overfit::cli
