// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "core/scenario/dial.h"
#include "core/stop_token.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace overfit {

struct SweepPoint {
    double value = 0; ///< what the dial is set to
    Metrics training;
    Metrics validation;
};

/// Accuracy along a dial, all other settings held.
struct Sweep {
    Dial dial = Dial::Degree;
    std::vector<SweepPoint> points; ///< by rising value
    std::optional<std::size_t> best; ///< index of the highest validation R² (the lowest value among equals);
                                     ///< none where no R² is defined
};

/// The most points that a sweep along the train size holds; longer ranges are thinned evenly, ends included.
inline constexpr int kMostTrainSizes = 200;

/// The curve along a dial, of models that are trained as the scenario says: at all positions of the dial, of
/// train sizes at no more than kMostTrainSizes, and at no more than kMostSeparateModels of any dial where
/// each model is trained by itself (for a number of epochs, and of classes). (The one along the epochs is
/// that of an EpochRun.) Nothing when @p stop was requested.
[[nodiscard]] std::optional<Sweep> sweep(
    const Scenario &scenario, const Split &split, Dial dial, const StopToken &stop);
[[nodiscard]] std::optional<Sweep> sweep(
    const Scenario &scenario, const ClassSplit &split, Dial dial, const StopToken &stop);
/// The same of a curve at the given values of the dial only: at least one, rising, each one that the dial can
/// have (train sizes within the pool).
[[nodiscard]] std::optional<Sweep> sweepAt(const Scenario &scenario, const Split &split, Dial dial,
    const std::vector<double> &values, const StopToken &stop);

} // namespace overfit
