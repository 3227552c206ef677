// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace overfit {

/// How the weights are changed by the gradient of the loss.
enum class Optimizer {
    GradientDescent, ///< a step an epoch, by the gradient over all training examples
    MiniBatches, ///< the examples are shuffled in every epoch, and a step is made for each batch of them
    Adam, ///< mini-batches, and each weight's step is scaled by the running moments of its gradient
};

inline constexpr double kLargestLearningRate = 10;

/// How a model is trained for a number of epochs.
struct DescentSettings {
    Optimizer optimizer = Optimizer::GradientDescent;
    double learningRate = 0.3; ///< η, of the steps of the first epoch
    /// η is multiplied by it from epoch to epoch: below 1 an exponential decay, above 1 a warm-up, in which
    /// it grows to at most kLargestLearningRate.
    double rateFactor = 1;
    int batchSize = 10; ///< examples a step; all of them where there are fewer; not for GradientDescent
    double startSpread = 0; ///< standard deviation of the random weights to start from; 0 to start from 0
    std::uint64_t seed = 1; ///< of the shuffling and of the starting weights

    bool operator==(const DescentSettings &) const = default;
};

} // namespace overfit
