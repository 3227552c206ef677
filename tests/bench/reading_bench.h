// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "report.h"

#include <string>

namespace overfit::bench {

/// Opening tables of 1, 10 and 100 MB: the time for a row must not depend on how many there are, and the
/// memory is that of what is kept. Each reading is a process of its own: this program again, as the child
/// below.
void benchReading(Report &report);

/// Reads a file and prints the milliseconds that took, the number of rows, and by how many KiB the peak
/// memory grew.
int runReadingChild(const std::string &file);

} // namespace overfit::bench
