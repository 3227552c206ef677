// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/answerer.h"

#include "core/data/targets.h"
#include "core/model/monomial.h"

#include <utility>

namespace overfit {

namespace {

/// The scenario without what does not bear on its data. The train size only says how much of the pool is
/// used.
Scenario dataOf(Scenario scenario)
{
    const Scenario plain;
    scenario.degree = plain.degree;
    scenario.trainSize = plain.trainSize;
    scenario.ridge = plain.ridge;
    scenario.curve = plain.curve;
    return scenario;
}

/// The scenario without what does not bear on its curve along @p dial.
Scenario curveOf(Scenario scenario, Dial dial)
{
    const Scenario plain;
    if (dial == Dial::Degree)
        scenario.degree = plain.degree;
    else
        scenario.trainSize = plain.trainSize;
    scenario.curve = plain.curve;
    return scenario;
}

std::vector<double> curveInputs(Interval domain)
{
    std::vector<double> inputs;
    inputs.reserve(kCurveSteps + 1);
    for (int step = 0; step <= kCurveSteps; ++step)
        inputs.push_back(curveInput(domain, step));
    return inputs;
}

std::vector<double> targetValues(const DataSource &data, const std::vector<double> &inputs)
{
    std::vector<double> values;
    if (data.kind != DataSource::Kind::Generated)
        return values;
    values.reserve(inputs.size());
    for (const double x : inputs)
        values.push_back(targetValue(data.target, x));
    return values;
}

Snapshot fitted(const Scenario &scenario, std::shared_ptr<const Split> split)
{
    Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.fit = fitPolynomial(split->training(), split->domain, scenario.degree, scenario.ridge);
    const Polynomial &polynomial = snapshot.fit.polynomial;
    snapshot.training = measure(polynomial, split->training(), split->tolerance);
    snapshot.validation = measure(polynomial, split->validation.examples(), split->tolerance);
    const std::vector<double> inputs = curveInputs(split->domain);
    snapshot.curve = evaluate(polynomial, inputs);
    snapshot.target = targetValues(scenario.data, inputs);
    snapshot.split = std::move(split);
    return snapshot;
}

/// The coefficients of 1, x, x², … by the more exact way where that solves the same system and costs little.
std::vector<double> displayedCoefficients(const Snapshot &snapshot)
{
    constexpr std::size_t kMostRows = 2000;
    constexpr double kSafeCondition = 1e10; // the refined and the drawn solution agree to what can be seen
    const Fit &fit = snapshot.fit;
    const Examples training = snapshot.split->training();
    const bool plain = snapshot.scenario.ridge == 0 && fit.rank == fit.polynomial.degree() + 1;
    if (plain && fit.condition < kSafeCondition && training.size() <= kMostRows)
        return refinedMonomialCoefficients(training, snapshot.split->domain, fit.polynomial.degree());
    return monomialCoefficients(fit.polynomial);
}

} // namespace

void Answerer::answer(const Scenario &scenario, const StopToken &stop, const Deliver &deliver)
{
    const Scenario asked = clamped(scenario);
    const std::shared_ptr<const Split> split = splitFor(asked);
    if (stop.requested())
        return;
    Snapshot snapshot = fitted(asked, split);
    if (stop.requested())
        return;
    snapshot.byDegree = known(m_byDegree, asked, Dial::Degree);
    snapshot.byTrainSize = known(m_byTrainSize, asked, Dial::TrainSize);
    deliver(std::make_shared<const Snapshot>(snapshot));

    const bool degreeFirst = asked.curve == Dial::Degree;
    for (const Dial dial : {asked.curve, degreeFirst ? Dial::TrainSize : Dial::Degree}) {
        if (snapshot.sweepAlong(dial))
            continue;
        const std::shared_ptr<const Sweep> made = makeSweep(snapshot, dial, stop);
        if (!made || stop.requested())
            return;
        (dial == Dial::Degree ? snapshot.byDegree : snapshot.byTrainSize) = made;
        if (dial == asked.curve)
            deliver(std::make_shared<const Snapshot>(snapshot));
    }

    snapshot.monomials = displayedCoefficients(snapshot);
    snapshot.verdict = judge(snapshot.fit.polynomial, *split, *snapshot.byDegree, asked.seed);
    if (!stop.requested())
        deliver(std::make_shared<const Snapshot>(std::move(snapshot)));
}

std::shared_ptr<const Split> Answerer::splitFor(const Scenario &scenario)
{
    const Scenario key = dataOf(scenario);
    if (!m_split.split || m_split.scenario != key) {
        m_split = {key, scenario.trainSize, std::make_shared<const Split>(drawSplit(scenario))};
    } else if (m_split.trainSize != scenario.trainSize) {
        m_split.split = std::make_shared<const Split>(withTrainSize(*m_split.split, scenario.trainSize));
    }
    m_split.trainSize = scenario.trainSize;
    return m_split.split;
}

std::shared_ptr<const Sweep> Answerer::known(const KnownSweep &kept, const Scenario &scenario, Dial dial)
{
    return kept.scenario == curveOf(scenario, dial) ? kept.sweep : nullptr;
}

std::shared_ptr<const Sweep> Answerer::makeSweep(const Snapshot &snapshot, Dial dial, const StopToken &stop)
{
    std::optional<Sweep> made = sweep(snapshot.scenario, *snapshot.split, dial, stop);
    if (!made)
        return nullptr;
    KnownSweep &kept = dial == Dial::Degree ? m_byDegree : m_byTrainSize;
    kept = {curveOf(snapshot.scenario, dial), std::make_shared<const Sweep>(std::move(*made))};
    return kept.sweep;
}

} // namespace overfit
