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

/// Every degree of degreeRange().
[[nodiscard]] std::vector<int> degreesOf(Problem problem);

/// The whole numbers low … high, thinned evenly to at most @p most of them (which is at least 2), ends
/// included.
[[nodiscard]] std::vector<int> evenlyThinned(int low, int high, int most);

/// Train sizes 2 … @p pool (what there is), thinned evenly to at most @p most, ends included.
[[nodiscard]] std::vector<int> trainSizesUpTo(std::size_t pool, int most);

/// The most train sizes that a curve holds for which each model is trained by itself.
inline constexpr int kMostSeparateTrainSizes = 50;

/// The point of a curve at a value of its dial; nothing when the work was stopped.
using PointAt = std::function<std::optional<SweepPoint>(int value)>;

/// A curve whose models have nothing in common: each is asked for by itself. Nothing when one of them was
/// stopped.
[[nodiscard]] std::optional<Sweep> pointwiseSweep(
    Dial dial, const std::vector<int> &values, const PointAt &pointAt);

} // namespace overfit
