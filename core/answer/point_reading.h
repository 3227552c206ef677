// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "core/sampling/hand_points.h"

#include <cstdint>
#include <optional>

namespace overfit {

/// One point of a snapshot, and what the model makes of it.
struct PointReading {
    Role role = Role::Training;
    Place place;
    std::optional<double> residual; ///< of a curve: y less what the model says
    std::uint8_t label = 0; ///< of classes
    std::optional<double> probability; ///< of classes: how sure the model is of class 1, 0 … 1
};

/// Nothing where the snapshot has no such point.
[[nodiscard]] std::optional<PointReading> readPoint(const Snapshot &snapshot, const PointId &point);

} // namespace overfit
