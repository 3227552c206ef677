// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/descent_settings.h"
#include "core/model/feature_rows.h"
#include "core/random.h"

#include <cstddef>
#include <span>
#include <vector>

namespace overfit {

/// What a prediction z costs where the target is t.
enum class Loss {
    Squared, ///< (z - t)²/2
    Logistic, ///< -ln of the probability of the true class: ln(1 + e^-z) for t = 1, ln(1 + e^z) for t = 0
};

/// 1/(1 + e^-z), the same to the bit on every platform; 0 or 1 to rounding for large |z|.
[[nodiscard]] double sigmoid(double z);
/// ln(1 + e^z) without overflow, the same to the bit on every platform.
[[nodiscard]] double softPlus(double z);

/// A linear model z = w · features in training, epoch by epoch. It goes down
///
///     F(w) = (1/n) (sum_i loss(z_i, t_i) + ridge/2 sum_{k>=1} w_k²),
///
/// the constant's weight is not penalised. GradientDescent: w -= η ∇F, once an epoch. MiniBatches: each epoch
/// goes through all examples in a new random order, batch by batch; a step takes the batch's mean loss for
/// that of all (Robbins and Monro, Annals of Mathematical Statistics 22 (1951), 400-407; Bottou, Curtis and
/// Nocedal, SIAM Review 60 (2018), 223-311). Adam: Kingma and Ba, "Adam: A Method for Stochastic
/// Optimization" (ICLR 2015), algorithm 1 with its β1 = 0.9, β2 = 0.999, ε = 1e-8.
///
/// The same settings and examples give the same weights to the bit, on every platform.
class Descent
{
public:
    /// @p targets is as long as there are rows, at least 1.
    Descent(FeatureRows features, std::vector<double> targets, Loss loss, double ridge,
        const DescentSettings &settings);

    void runEpoch();
    /// As many as a row of the features, with its zeros.
    [[nodiscard]] std::span<const double> weights() const { return m_weights; }
    /// The learning rate was too large: the weights left all bounds, and stay what they were in the epoch
    /// before.
    [[nodiscard]] bool diverged() const { return m_diverged; }
    [[nodiscard]] const FeatureRows &features() const { return m_features; }

private:
    void shuffle();
    void takeGradient(std::size_t from, std::size_t to);
    void step();
    void adamStep();
    [[nodiscard]] double residual(double z, double target) const;

    FeatureRows m_features;
    std::vector<double> m_targets;
    Loss m_loss;
    double m_decay; ///< ridge/n
    DescentSettings m_settings;
    std::size_t m_batch;
    double m_rate; ///< η of the next epoch
    Random m_shuffling;
    std::vector<std::size_t> m_order;
    std::vector<double> m_weights;
    std::vector<double> m_gradient;
    std::vector<double> m_mean; ///< Adam's running first moment
    std::vector<double> m_square; ///< and second
    double m_meanShare = 1; ///< β1^t
    double m_squareShare = 1; ///< β2^t
    bool m_diverged = false;
};

} // namespace overfit
