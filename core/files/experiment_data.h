// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <nlohmann/json_fwd.hpp>

namespace overfit {

/// The part of an experiment file that says what there is to learn from: the source with its seed and noise,
/// own rows, and points put in place by hand.
[[nodiscard]] nlohmann::ordered_json dataPart(const Scenario &scenario);

/// Puts it into a scenario. Throws ExperimentError.
void readDataPart(const nlohmann::ordered_json &part, Scenario &scenario);

} // namespace overfit
