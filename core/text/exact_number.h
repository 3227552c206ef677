// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <string>

namespace overfit {

/// 10^0 … 10^22, all of them exact: a whole number below 2^53 that is divided or multiplied by one of them is
/// rounded once, to the double that is nearest to the decimal.
inline constexpr std::array<double, 23> kPowersOfTen{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10,
    1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// With 17 significant digits, which give back the same double wherever they are read; whatever the locale.
[[nodiscard]] std::string exactNumber(double value);

} // namespace overfit
