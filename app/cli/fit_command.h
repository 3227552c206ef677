// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"

namespace overfit::cli {

/// One polynomial, its coefficients and how well it does.
[[nodiscard]] Command addFit(CLI::App &program);

} // namespace overfit::cli
