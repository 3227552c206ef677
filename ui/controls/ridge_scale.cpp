// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ridge_scale.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace overfit::ui {

namespace {

constexpr std::array kRenard{1.0, 1.25, 1.6, 2.0, 2.5, 3.15, 4.0, 5.0, 6.3, 8.0};
// Each the double nearest to the decimal: computed powers of ten would differ between platforms.
constexpr std::array kDecades{1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1e0, 1e1, 1e2, 1e3};

} // namespace

double ridgeAt(int position)
{
    if (position <= 0)
        return 0;
    const auto step = static_cast<std::size_t>(std::min(position, kRidgePositions - 1) - 1);
    return kRenard[step % kRenard.size()] * kDecades[step / kRenard.size()];
}

int ridgePosition(double ridge)
{
    if (!(ridge > 0))
        return 0;
    return std::clamp(
        static_cast<int>(std::lround(10 * (std::log10(ridge) + 6))) + 1, 1, kRidgePositions - 1);
}

} // namespace overfit::ui
