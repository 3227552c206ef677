// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"

#include <string>

namespace overfit::bench {

/// Start to first painted frame and peak memory of the program, against a bare window with two empty charts.
/// Each start is a process of its own: this program again, as one of the children below.
void benchStartup(Report &report);

/// Runs this process as a child: "bare" or "window". Prints the milliseconds since the epoch at its first
/// frame and its peak memory in KiB.
int runStartupChild(const std::string &kind, int argc, char **argv);

} // namespace overfit::bench
