// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

namespace overfit::ui {

// The positions of a dial, the same for its slider and for the marker on its curve. Degree and train size
// stand at their values; the epochs at 1 … lastEpoch, and one further for "fully trained".

/// From the first to the last position; @p pool is how many examples could be trained on.
[[nodiscard]] IntRange dialRange(const Scenario &scenario, Dial dial, int pool);

/// Where the dial of a scenario stands.
[[nodiscard]] int dialPosition(const Scenario &scenario, Dial dial, int pool);

/// The scenario with its dial moved to a position; one out of range counts as the nearest end.
[[nodiscard]] Scenario withDial(Scenario scenario, Dial dial, int position, int pool);

/// How far a key of a page moves the dial.
[[nodiscard]] int dialPage(Dial dial);

} // namespace overfit::ui
