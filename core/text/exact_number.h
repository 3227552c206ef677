// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace overfit {

/// With 17 significant digits, which give back the same double wherever they are read; whatever the locale.
[[nodiscard]] std::string exactNumber(double value);

} // namespace overfit
