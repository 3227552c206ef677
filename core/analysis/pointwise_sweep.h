// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace overfit {

/// The index of the highest validation accuracy, of the lowest value among equals; none where none is
/// defined.
[[nodiscard]] std::optional<std::size_t> bestOf(const std::vector<SweepPoint> &points);

/// The most values that a curve holds for which each model is trained by itself.
inline constexpr int kMostSeparateModels = 50;

/// The point of a curve at a value of its dial; nothing when the work was stopped.
using PointAt = std::function<std::optional<SweepPoint>(double value)>;

/// A curve whose models have nothing in common: each is asked for by itself. Nothing when one of them was
/// stopped.
[[nodiscard]] std::optional<Sweep> pointwiseSweep(
    Dial dial, const std::vector<double> &values, const PointAt &pointAt);

} // namespace overfit
