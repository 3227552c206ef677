// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/descent.h"

#include "core/model/lanes.h"
#include "core/portable_math.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace overfit {

namespace {

constexpr double kMeanDecay = 0.9; // Adam's β1
constexpr double kSquareDecay = 0.999; // β2
constexpr double kSmallest = 1e-8; // ε
constexpr double kLargestWeight = 1e8; // targets are of the order of 1: what is larger has gone astray

void storeLanes(double *to, const Lanes &lanes)
{
    Lanes::Map(to) = lanes;
}

/// The exponent beyond which e^-x adds nothing to 1.
constexpr double kNegligible = 40;

} // namespace

double sigmoid(double z)
{
    if (z < 0) {
        const double e = portableExp(std::max(z, -700.0));
        return e / (1 + e);
    }
    return 1 / (1 + (z > kNegligible ? 0 : portableExp(-z)));
}

double softPlus(double z)
{
    const double size = std::abs(z);
    const double rest = size > kNegligible ? 0 : portableLog(1 + portableExp(-size));
    return std::max(z, 0.0) + rest;
}

Descent::Descent(FeatureRows features, std::vector<double> targets, Loss loss, double ridge,
    const DescentSettings &settings)
    : m_features(std::move(features)), m_targets(std::move(targets)), m_loss(loss),
      m_decay(ridge / static_cast<double>(m_targets.size())), m_settings(settings), m_batch(m_targets.size()),
      m_rate(settings.learningRate), m_shuffling(settings.seed, Stream::Shuffling), m_order(m_targets.size()),
      m_weights(m_features.stride()), m_gradient(m_features.stride()), m_mean(m_features.stride()),
      m_square(m_features.stride())
{
    std::iota(m_order.begin(), m_order.end(), std::size_t{0});
    if (settings.optimizer != Optimizer::GradientDescent)
        m_batch = std::min(m_batch, static_cast<std::size_t>(settings.batchSize));
    if (settings.startSpread > 0) {
        Random start(settings.seed, Stream::StartingWeights);
        for (std::size_t k = 0; k < m_features.terms(); ++k)
            m_weights[k] = settings.startSpread * start.normal();
    }
}

void Descent::runEpoch()
{
    if (m_diverged)
        return;
    const std::vector<double> before = m_weights;
    if (m_batch < m_order.size())
        shuffle();
    for (std::size_t from = 0; from < m_order.size(); from += m_batch) {
        takeGradient(from, std::min(from + m_batch, m_order.size()));
        if (m_settings.optimizer == Optimizer::Adam)
            adamStep();
        else
            step();
    }
    m_rate = std::min(m_rate * m_settings.rateFactor, kLargestLearningRate);
    const auto wild = [](double weight) { return !(std::abs(weight) < kLargestWeight); };
    if (std::any_of(m_weights.begin(), m_weights.end(), wild)) {
        m_weights = before;
        m_diverged = true;
    }
}

/// Knuth, TAOCP 2, 3.4.2, algorithm P, on the order of the epoch before.
void Descent::shuffle()
{
    for (std::size_t left = m_order.size(); left > 1; --left)
        std::swap(m_order[left - 1], m_order[static_cast<std::size_t>(m_shuffling.below(left))]);
}

double Descent::residual(double z, double target) const
{
    return (m_loss == Loss::Squared ? z : sigmoid(z)) - target;
}

/// The gradient of F as the examples from … to-1 of the order estimate it.
void Descent::takeGradient(std::size_t from, std::size_t to)
{
    const std::size_t stride = m_features.stride();
    std::fill(m_gradient.begin(), m_gradient.end(), 0.0);
    const double share = 1 / static_cast<double>(to - from);
    for (std::size_t i = from; i < to; ++i) {
        const double *row = m_features.row(m_order[i]);
        const double factor = share * residual(product(row, m_weights.data(), stride), m_targets[m_order[i]]);
        for (std::size_t k = 0; k < stride; k += 2) // zeros of the padding stay zeros
            storeLanes(m_gradient.data() + k, loadLanes(m_gradient.data() + k) + factor * loadLanes(row + k));
    }
    if (m_decay > 0)
        for (std::size_t k = 1; k < m_features.terms(); ++k)
            m_gradient[k] += m_decay * m_weights[k];
}

void Descent::step()
{
    for (std::size_t k = 0; k < m_weights.size(); ++k)
        m_weights[k] -= m_rate * m_gradient[k];
}

void Descent::adamStep()
{
    m_meanShare *= kMeanDecay;
    m_squareShare *= kSquareDecay;
    const double meanScale = m_rate / (1 - m_meanShare);
    const double squareScale = 1 / (1 - m_squareShare);
    for (std::size_t k = 0; k < m_weights.size(); k += 2) {
        const Lanes gradient = loadLanes(m_gradient.data() + k);
        const Lanes mean = kMeanDecay * loadLanes(m_mean.data() + k) + (1 - kMeanDecay) * gradient;
        const Lanes square =
            kSquareDecay * loadLanes(m_square.data() + k) + (1 - kSquareDecay) * (gradient * gradient);
        storeLanes(m_mean.data() + k, mean);
        storeLanes(m_square.data() + k, square);
        storeLanes(m_weights.data() + k,
            loadLanes(m_weights.data() + k) - meanScale * mean / ((squareScale * square).sqrt() + kSmallest));
    }
}

} // namespace overfit
