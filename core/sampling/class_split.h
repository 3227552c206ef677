// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/shared.h"
#include "core/scenario/scenario.h"

#include <cstddef>
#include <vector>

namespace overfit {

/// Examples of two classes dealt into those that a model may see and those that it is judged by. A copy
/// shares them.
struct ClassSplit {
    Shared<ClassDataset> pool; ///< everything that may be trained on, in one fixed order
    Shared<ClassDataset> validation; ///< never trained on; the same for every train size
    std::size_t trainSize = 0; ///< the first so many of the pool are trained on
    Rectangle domain; ///< mapped to [-1, 1] x [-1, 1] by the model; holds every example, but validation
                      ///< points moved by hand may lie beyond it

    std::size_t sampledFrom = 0; ///< so many rows, of which kMostClassRows were dealt; 0 where all were

    [[nodiscard]] ClassExamples training() const { return pool->examples().first(trainSize); }
};

inline constexpr std::size_t kGeneratedClassPoolSize = 250;
inline constexpr std::size_t kGeneratedClassValidationSize = 250;

/// Of a table with more rows of two classes, so many are dealt, which the seed chooses: a fit by Newton's
/// method goes through all of them several times, and each curve takes fifty fits and more.
inline constexpr std::size_t kMostClassRows = 50000;

/// The same examples, with another number of them to be trained on.
[[nodiscard]] ClassSplit withTrainSize(ClassSplit split, int trainSize);

/// Draws or deals the examples of a scenario of classes (which must be clamped()).
///
/// Generated: the shape says where points lie and which class they are of; label i is then turned around
/// where a uniform number u_i < labelNoise. Training and validation, inputs and label noise have a stream
/// each, so: a larger train size keeps the first examples; more noise turns further labels around, and moves
/// no point. Real: the rows are shuffled by the seed, and the last 30 % are the validation set, the others
/// the pool; a published division into training and test set is kept, and each part shuffled. Of more than
/// kMostClassRows rows the first ones of each part are taken.
/// Points put in place by hand take the place of all that, as in drawSplit().
[[nodiscard]] ClassSplit drawClassSplit(const Scenario &scenario);

/// The same of a generated shape, with a pool of @p poolSize: the first ones are the same, however many.
[[nodiscard]] ClassSplit drawGeneratedClassSplit(const Scenario &scenario, std::size_t poolSize);

/// The least interval that holds @p interval and all @p values, of which there must be one.
[[nodiscard]] Interval widened(Interval interval, const std::vector<double> &values);

} // namespace overfit
