// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/data/shared.h"
#include "core/scenario/scenario.h"

#include <cstddef>
#include <cstdint>

namespace overfit {

/// Examples dealt into those that a model may see and those that it is judged by. A copy shares them.
struct Split {
    Shared<Dataset> pool; ///< everything that may be trained on, in one fixed order
    Shared<Dataset> validation; ///< never trained on; the same for every train size
    std::size_t trainSize = 0; ///< the first so many of the pool are trained on
    Interval domain; ///< mapped to [-1, 1] by the model; holds every x, but validation points moved by hand
                     ///< may lie beyond it
    Interval range; ///< lowest and highest y of pool and validation (equal where all y are)
    double tolerance = 0; ///< half the standard deviation of the pool's y: how near counts as right

    [[nodiscard]] Examples training() const { return pool->examples().first(trainSize); }
};

inline constexpr std::size_t kGeneratedPoolSize = 200;
inline constexpr std::size_t kGeneratedValidationSize = 100;

/// The same examples, with another number of them to be trained on.
[[nodiscard]] Split withTrainSize(Split split, int trainSize);

/// Draws or deals the examples of a scenario of a curve (which must be clamped()).
///
/// Generated: x uniform on kGeneratedDomain, y = law(x) + noise * z, z standard normal; a pool of
/// kGeneratedPoolSize and kGeneratedValidationSize validation examples. Training and validation, inputs and
/// noise have a stream each, so: a larger train size keeps the first examples; the noise rescales the same z
/// and moves no x. Real: the rows are shuffled by the seed; the last 30 % (at least one row) are the
/// validation set, the others the pool. Points put in place by hand take the place of all that, and the
/// domain of the source is widened to hold their pool (not their validation set, of which the model must
/// learn nothing).
[[nodiscard]] Split drawSplit(const Scenario &scenario);

/// The same of a generated curve, with a pool of @p poolSize: the first ones are the same, however many.
[[nodiscard]] Split drawGeneratedSplit(const Scenario &scenario, std::size_t poolSize);

/// Deals rows by the seed, a share of them (0 < share < 1) for validation; all others are trained on. The
/// share kDealtValidationShare deals as drawSplit() does. There must be at least two rows.
[[nodiscard]] Split dealSplit(const Dataset &rows, std::uint64_t seed, double validationShare);

/// All rows are trained on, in their order, and none are held out.
[[nodiscard]] Split undividedSplit(Dataset rows);

/// How many examples of a curve or of classes can be trained on: the largest train size that changes
/// anything.
[[nodiscard]] int largestTrainSize(const DataSource &data);
/// The same with points put in place by hand.
[[nodiscard]] int largestTrainSize(const Scenario &scenario);

/// How many examples a source of a curve or of classes gives, of both sets together.
[[nodiscard]] std::size_t exampleCount(const DataSource &data);

} // namespace overfit
