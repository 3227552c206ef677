// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"
#include "core/model/descent.h"
#include "core/model/plane_polynomial.h"
#include "core/model/polynomial.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace overfit {

/// A model in training, with its accuracy after every epoch, and its weights, so that any epoch can be gone
/// back to. It can be left at any epoch and be taken up again later.
class EpochRun
{
public:
    struct Scores {
        Metrics training;
        Metrics validation;
    };
    using Scorer = std::function<Scores(std::span<const double> weights)>;

    EpochRun(Descent descent, Scorer scorer);

    /// Trains for one more epoch.
    void advance();
    /// Trains until @p epochs are done, or @p stop is requested.
    void advanceTo(int epochs, const StopToken &stop);
    /// How many epochs are done.
    [[nodiscard]] int epochs() const { return static_cast<int>(m_points.size()); }
    /// The accuracy after epoch 1, 2, …
    [[nodiscard]] const std::vector<SweepPoint> &points() const { return m_points; }
    /// The weights after an epoch, 1 … epochs().
    [[nodiscard]] std::span<const double> weights(int epoch) const;
    /// The first epoch after which the weights had left all bounds; none where they have not. (From then on
    /// they stay.)
    [[nodiscard]] std::optional<int> divergedAt() const { return m_divergedAt; }
    /// Bytes that the accuracies and weights of all epochs take.
    [[nodiscard]] std::size_t bytes() const;

private:
    Descent m_descent;
    Scorer m_scorer;
    std::vector<SweepPoint> m_points;
    std::vector<double> m_weights;
    std::optional<int> m_divergedAt;
};

/// From so many training or validation examples on, training by epochs sees the first so many only: it goes
/// through them again and again.
inline constexpr std::size_t kMostByEpochs = 20000;

/// The examples of y are trained on about their mean, in units of their standard deviation, so that one
/// learning rate suits all data.
struct Standardisation {
    double mean = 0;
    double deviation = 1; ///< 1 where all y are equal
};
[[nodiscard]] Standardisation standardisationOf(std::span<const double> y);

/// A polynomial of scenario.model.degree in training. @p split may go before the run does.
[[nodiscard]] EpochRun curveRun(const Scenario &scenario, const Split &split);
/// The model of a curveRun() after an epoch.
[[nodiscard]] Polynomial curveAt(const EpochRun &run, int epoch, const Split &split);

/// A model of two classes in training. @p split may go before the run does.
[[nodiscard]] EpochRun classRun(const Scenario &scenario, const ClassSplit &split);
/// The model of a classRun() after an epoch.
[[nodiscard]] PlanePolynomial planeAt(const EpochRun &run, int epoch, const Rectangle &domain, int degree);

/// The model of these examples after scenario.model.epochs, without a record of the epochs before. Nothing
/// when
/// @p stop was requested.
[[nodiscard]] std::optional<Polynomial> trainCurve(
    const Scenario &scenario, const Examples &training, Interval domain, const StopToken &stop);
[[nodiscard]] std::optional<PlanePolynomial> trainClasses(
    const Scenario &scenario, const ClassExamples &training, const Rectangle &domain, const StopToken &stop);

} // namespace overfit
