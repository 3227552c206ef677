// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/epoch_run.h"

#include "core/analysis/class_metrics.h"
#include "core/analysis/tally.h"
#include "core/model/feature_rows.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {

namespace {

/// The penalty that weighs as much on the examples that are seen as the ridge does on all.
double ridgeOf(const Scenario &scenario, std::size_t seen, std::size_t all)
{
    return scenario.model.ridge * static_cast<double>(seen) / static_cast<double>(all);
}

Descent curveDescent(const Scenario &scenario, const Examples &training, Interval domain)
{
    const Examples seen = training.first(kMostByEpochs);
    const Standardisation unit = standardisationOf(seen.y);
    std::vector<double> targets;
    for (const double y : seen.y)
        targets.push_back((y - unit.mean) / unit.deviation);
    return {curveFeatures(seen.x, domain, scenario.model.degree), std::move(targets), Loss::Squared,
        ridgeOf(scenario, seen.size(), training.size()), scenario.training.descent};
}

Descent classDescent(const Scenario &scenario, const ClassExamples &training, const Rectangle &domain)
{
    const ClassExamples seen = training.first(kMostByEpochs);
    return {planeFeatures(seen, domain, scenario.model.degree), {seen.label.begin(), seen.label.end()},
        Loss::Logistic, ridgeOf(scenario, seen.size(), training.size()), scenario.training.descent};
}

Polynomial curveOf(std::span<const double> weights, const Examples &training, Interval domain)
{
    const Standardisation unit = standardisationOf(training.first(kMostByEpochs).y);
    Polynomial polynomial{domain, {}};
    for (const double weight : weights)
        polynomial.coefficients.push_back(unit.deviation * weight);
    polynomial.coefficients.front() += unit.mean;
    return polynomial;
}

/// Runs all epochs of a scenario; false when stopped.
bool runAll(Descent &descent, int epochs, const StopToken &stop)
{
    for (int epoch = 0; epoch < epochs && !stop.requested(); ++epoch)
        descent.runEpoch();
    return !stop.requested();
}

std::span<const double> withoutPadding(const Descent &descent)
{
    return descent.weights().first(descent.features().terms());
}

/// Features and targets of a set, to be scored after every epoch.
struct CurveSet {
    FeatureRows features;
    std::vector<double> y;

    [[nodiscard]] Metrics score(std::span<const double> weights, Standardisation unit, double tolerance) const
    {
        std::vector<double> predicted = products(features, weights);
        for (double &value : predicted)
            value = unit.mean + unit.deviation * value;
        return measure(y, predicted, tolerance);
    }
};

CurveSet curveSet(const Examples &examples, Interval domain, int degree)
{
    const Examples seen = examples.first(kMostByEpochs);
    return {curveFeatures(seen.x, domain, degree), {seen.y.begin(), seen.y.end()}};
}

struct ClassSet {
    FeatureRows features;
    std::vector<std::uint8_t> label;

    [[nodiscard]] Metrics score(std::span<const double> weights) const
    {
        return measureClasses(label, products(features, weights));
    }
};

ClassSet classSet(const ClassExamples &examples, const Rectangle &domain, int degree)
{
    const ClassExamples seen = examples.first(kMostByEpochs);
    return {planeFeatures(seen, domain, degree), {seen.label.begin(), seen.label.end()}};
}

} // namespace

EpochRun::EpochRun(Descent descent, Scorer scorer)
    : m_descent(std::move(descent)), m_scorer(std::move(scorer))
{
}

void EpochRun::advance()
{
    m_descent.runEpoch();
    if (m_descent.diverged() && !m_divergedAt)
        m_divergedAt = epochs() + 1;
    const Scores scores = m_scorer(m_descent.weights());
    m_points.push_back({double(epochs() + 1), scores.training, scores.validation});
    const std::span<const double> weights = withoutPadding(m_descent);
    m_weights.insert(m_weights.end(), weights.begin(), weights.end());
}

void EpochRun::advanceTo(int epochs, const StopToken &stop)
{
    while (this->epochs() < epochs && !stop.requested())
        advance();
}

std::span<const double> EpochRun::weights(int epoch) const
{
    const std::size_t terms = m_descent.features().terms();
    return std::span(m_weights).subspan(static_cast<std::size_t>(epoch - 1) * terms, terms);
}

std::size_t EpochRun::bytes() const
{
    return m_weights.capacity() * sizeof(double) + m_points.capacity() * sizeof(SweepPoint);
}

Standardisation standardisationOf(std::span<const double> y)
{
    Standardisation unit;
    const auto count = static_cast<double>(y.size());
    for (const double value : y)
        unit.mean += value / count; // divided first: the sum might leave the range of double
    const double scale = safeScale(y);
    double squares = 0;
    for (const double value : y)
        squares += (scale * (value - unit.mean)) * (scale * (value - unit.mean));
    const double deviation = std::sqrt(squares / count) / scale;
    unit.deviation = deviation > 0 ? deviation : 1;
    return unit;
}

EpochRun curveRun(const Scenario &scenario, const Split &split)
{
    const Standardisation unit = standardisationOf(split.training().first(kMostByEpochs).y);
    return {curveDescent(scenario, split.training(), split.domain),
        [training = curveSet(split.training(), split.domain, scenario.model.degree),
            validation = curveSet(split.validation->examples(), split.domain, scenario.model.degree), unit,
            tolerance = split.tolerance](std::span<const double> weights) {
            return EpochRun::Scores{
                training.score(weights, unit, tolerance), validation.score(weights, unit, tolerance)};
        }};
}

Polynomial curveAt(const EpochRun &run, int epoch, const Split &split)
{
    return curveOf(run.weights(epoch), split.training(), split.domain);
}

EpochRun classRun(const Scenario &scenario, const ClassSplit &split)
{
    return {classDescent(scenario, split.training(), split.domain),
        [training = classSet(split.training(), split.domain, scenario.model.degree),
            validation = classSet(split.validation->examples(), split.domain, scenario.model.degree)](
            std::span<const double> weights) {
            return EpochRun::Scores{training.score(weights), validation.score(weights)};
        }};
}

PlanePolynomial planeAt(const EpochRun &run, int epoch, const Rectangle &domain, int degree)
{
    const std::span<const double> weights = run.weights(epoch);
    return {domain, degree, {weights.begin(), weights.end()}};
}

std::optional<Polynomial> trainCurve(
    const Scenario &scenario, const Examples &training, Interval domain, const StopToken &stop)
{
    Descent descent = curveDescent(scenario, training, domain);
    if (!runAll(descent, scenario.model.epochs, stop))
        return std::nullopt;
    return curveOf(withoutPadding(descent), training, domain);
}

std::optional<PlanePolynomial> trainClasses(
    const Scenario &scenario, const ClassExamples &training, const Rectangle &domain, const StopToken &stop)
{
    Descent descent = classDescent(scenario, training, domain);
    if (!runAll(descent, scenario.model.epochs, stop))
        return std::nullopt;
    const std::span<const double> weights = withoutPadding(descent);
    return PlanePolynomial{domain, scenario.model.degree, {weights.begin(), weights.end()}};
}

} // namespace overfit
