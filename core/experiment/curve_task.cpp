// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/law.h"
#include "core/experiment/task.h"
#include "core/model/monomial.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace overfit {

namespace {

std::vector<double> curveInputs(Interval domain)
{
    std::vector<double> inputs;
    inputs.reserve(kCurveSteps + 1);
    for (int step = 0; step <= kCurveSteps; ++step)
        inputs.push_back(curveInput(domain, step));
    return inputs;
}

/// What is drawn: the domain, and validation points that were moved beyond it.
Interval shownOf(const Scenario &scenario, const Split &split)
{
    Interval shown = split.domain;
    if (!scenario.points)
        return shown; // holds every x
    for (const double x : split.validation.x) {
        shown.low = std::min(shown.low, x);
        shown.high = std::max(shown.high, x);
    }
    return shown;
}

std::vector<double> targetValues(const DataSource &data, const std::vector<double> &inputs)
{
    std::vector<double> values;
    const std::function<double(double)> law = lawOf(data);
    if (!law)
        return values;
    values.reserve(inputs.size());
    for (const double x : inputs)
        values.push_back(law(x));
    return values;
}

/// The coefficients of 1, x, x², …
std::vector<double> displayedCoefficients(const Scenario &scenario, const CurveAnswer &answer)
{
    constexpr std::size_t kMostRows = 2000; // that are refined in no time
    if (scenario.epochs != kFullyTrained)
        return monomialCoefficients(answer.fit.polynomial);
    return reportOf(answer.fit, answer.split->training(), scenario.ridge, kMostRows).coefficients;
}

class CurveTask : public Task
{
public:
    CurveTask(const Scenario &scenario, std::shared_ptr<const Split> split)
        : m_scenario(scenario), m_split(std::move(split)), m_shown(shownOf(m_scenario, *m_split))
    {
    }

    bool showFullyTrained(Snapshot &snapshot, const StopToken &) const override
    {
        snapshot.epoch = kFullyTrained;
        show(snapshot,
            fitPolynomial(m_split->training(), m_split->domain, m_scenario.degree, m_scenario.ridge));
        return true;
    }

    EpochRun startRun() const override { return curveRun(m_scenario, *m_split); }

    void showEpoch(Snapshot &snapshot, const EpochRun &run, int epoch) const override
    {
        snapshot.epoch = epoch;
        Fit fit;
        fit.polynomial = curveAt(run, epoch, *m_split);
        fit.rank = m_scenario.degree + 1;
        show(snapshot, std::move(fit));
    }

    std::optional<Sweep> sweepAlong(Dial dial, const StopToken &stop) const override
    {
        return sweep(m_scenario, *m_split, dial, stop);
    }

    Verdict judgeBy(const Snapshot &snapshot, const Sweep &along, int value) const override
    {
        return judge(snapshot.curve->fit.polynomial, *m_split, along, value, m_scenario.seed);
    }

    std::optional<RivalAnswer> rival(const StopToken &stop) const override
    {
        if (!m_scenario.rival)
            return std::nullopt;
        const std::optional<Polynomial> polynomial = rivalModel(*m_scenario.rival, stop);
        if (!polynomial)
            return std::nullopt;
        return RivalAnswer{*m_scenario.rival, evaluate(*polynomial, curveInputs(m_shown)),
            measure(*polynomial, m_split->training(), m_split->tolerance),
            measure(*polynomial, m_split->validation.examples(), m_split->tolerance)};
    }

    void finish(Snapshot &snapshot) const override
    {
        auto answer = std::make_shared<CurveAnswer>(*snapshot.curve);
        answer->monomials = displayedCoefficients(m_scenario, *answer);
        snapshot.curve = std::move(answer);
    }

    bool isQuick(Dial dial) const override
    {
        return dial != Dial::Epochs && m_scenario.epochs == kFullyTrained;
    }

private:
    void show(Snapshot &snapshot, Fit fit) const
    {
        auto answer = std::make_shared<CurveAnswer>();
        const std::vector<double> inputs = curveInputs(m_shown);
        answer->curve = evaluate(fit.polynomial, inputs);
        answer->target = targetValues(m_scenario.data, inputs);
        snapshot.training = measure(fit.polynomial, m_split->training(), m_split->tolerance);
        snapshot.validation = measure(fit.polynomial, m_split->validation.examples(), m_split->tolerance);
        if (snapshot.epoch != kFullyTrained) // in step with the epochs that are played
            answer->monomials = monomialCoefficients(fit.polynomial);
        answer->fit = std::move(fit);
        answer->split = m_split;
        answer->shown = m_shown;
        snapshot.curve = std::move(answer);
    }

    [[nodiscard]] std::optional<Polynomial> rivalModel(
        const ModelSettings &settings, const StopToken &stop) const
    {
        if (settings.epochs == kFullyTrained)
            return fitPolynomial(m_split->training(), m_split->domain, settings.degree, settings.ridge)
                .polynomial;
        Scenario scenario = m_scenario;
        scenario.degree = settings.degree;
        scenario.ridge = settings.ridge;
        scenario.epochs = settings.epochs;
        return trainCurve(scenario, *m_split, stop);
    }

    Scenario m_scenario;
    std::shared_ptr<const Split> m_split;
    Interval m_shown;
};

} // namespace

std::unique_ptr<Task> makeCurveTask(const Scenario &scenario, std::shared_ptr<const Split> split)
{
    return std::make_unique<CurveTask>(scenario, std::move(split));
}

} // namespace overfit
