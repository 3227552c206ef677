// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace overfit::ui {

// The positions of the ridge slider: a real 0, then ten steps a decade from 10⁻⁶ to 10³ (the Renard numbers
// R10, ISO 3).

inline constexpr int kRidgePositions = 92; ///< 0 … 91

/// The λ of a position.
[[nodiscard]] double ridgeAt(int position);
/// The position nearest to λ.
[[nodiscard]] int ridgePosition(double ridge);

} // namespace overfit::ui
