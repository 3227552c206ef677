// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace overfit::cli {

/// How well polynomials predict rows that they were not fitted to.
[[nodiscard]] Command addCrossValidate(CLI::App &program);

} // namespace overfit::cli
