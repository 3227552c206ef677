// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace overfit::cli {

/// What the program was called with, without its own name, in UTF-8: on Windows argv is in a code page, in
/// which not every file name can be written.
[[nodiscard]] std::vector<std::string> argumentsOf(int argc, const char *const *argv);

/// From here on the standard streams carry bytes, so that lines end with LF on every platform, and a console
/// takes UTF-8 until the program ends.
void makeStreamsPlain();

} // namespace overfit::cli
