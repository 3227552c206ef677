// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"

#include <optional>

namespace overfit {

/// Where training ends by a stop rule: the first epoch that comes @p patience after the best of those before;
/// none where that does not happen in @p run (a sweep along the epochs). (Prechelt, Early Stopping - But
/// When?, in: Neural Networks: Tricks of the Trade, 1998, 55-69; the rule that counts epochs without
/// improvement.)
[[nodiscard]] std::optional<int> stopEpoch(const Sweep &run, int patience);

} // namespace overfit
