// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/task.h"
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
    if (!scenario.data.points)
        return shown; // holds every x
    for (const double x : split.validation->x) {
        shown.low = std::min(shown.low, x);
        shown.high = std::max(shown.high, x);
    }
    return shown;
}

std::vector<double> targetValues(const DataSource &data, const std::vector<double> &inputs)
{
    std::vector<double> values;
    const Law law = data.law();
    if (!law)
        return values;
    values.reserve(inputs.size());
    for (const double x : inputs)
        values.push_back(law(x));
    return values;
}

/// The coefficients of 1, x, x², …
std::vector<double> displayedCoefficients(const Fit &fit, int epochs, double ridge, const Split &split)
{
    constexpr std::size_t kMostRows = 2000; // that are refined in no time
    if (epochs != kFullyTrained)
        return monomialCoefficients(fit.polynomial);
    return reportOf(fit, split.training(), ridge, kMostRows).coefficients;
}

class CurveTask : public Task
{
public:
    CurveTask(const Scenario &scenario, std::shared_ptr<const Split> split)
        : m_scenario(scenario), m_split(std::move(split)), m_shown(shownOf(m_scenario, *m_split))
    {
    }

    std::optional<Contribution> fullyTrained(const StopToken &stop) const override
    {
        std::optional<Fit> fit = fitPolynomial(
            m_split->training(), m_split->domain, m_scenario.model.degree, m_scenario.model.ridge, stop);
        if (!fit)
            return std::nullopt;
        return shown(kFullyTrained, *std::move(fit));
    }

    EpochRun startRun() const override { return curveRun(m_scenario, *m_split); }

    Contribution afterEpoch(const EpochRun &run, int epoch) const override
    {
        Fit fit;
        fit.polynomial = curveAt(run, epoch, *m_split);
        fit.rank = m_scenario.model.degree + 1;
        return shown(epoch, std::move(fit));
    }

    std::optional<Sweep> sweepAlong(Dial dial, const StopToken &stop) const override
    {
        return sweep(m_scenario, *m_split, dial, stop);
    }

    Verdict judgeBy(const Snapshot &snapshot, const Sweep &along, double value) const override
    {
        return judge(snapshot.curve->fit.polynomial, *m_split, along, value, m_scenario.data.seed);
    }

    std::optional<RivalAnswer> rival(std::size_t index, const StopToken &stop) const override
    {
        if (index >= m_scenario.rivals.size())
            return std::nullopt;
        const ModelSettings &settings = m_scenario.rivals[index];
        std::optional<Fit> fit = rivalFit(settings, stop);
        if (!fit)
            return std::nullopt;
        const Polynomial &polynomial = fit->polynomial;
        RivalAnswer answer{settings, evaluate(polynomial, curveInputs(m_shown)),
            measure(polynomial, m_split->training(), m_split->tolerance),
            measure(polynomial, m_split->validation->examples(), m_split->tolerance), {}, {}};
        answer.fit = std::move(*fit);
        return answer;
    }

    Contribution details(const Snapshot &snapshot) const override
    {
        auto answer = std::make_shared<CurveAnswer>(*snapshot.curve);
        answer->monomials =
            displayedCoefficients(answer->fit, m_scenario.model.epochs, m_scenario.model.ridge, *m_split);
        std::vector<std::shared_ptr<const RivalAnswer>> rivals;
        for (const std::shared_ptr<const RivalAnswer> &known : snapshot.rivals) {
            auto rival = std::make_shared<RivalAnswer>(*known);
            rival->monomials =
                displayedCoefficients(rival->fit, rival->settings.epochs, rival->settings.ridge, *m_split);
            rivals.push_back(std::move(rival));
        }
        return [answer = std::shared_ptr<const CurveAnswer>(std::move(answer)), rivals = std::move(rivals)](
                   Snapshot &made) {
            made.curve = answer;
            made.rivals = rivals;
        };
    }

    bool isQuick(Dial dial) const override
    {
        return dial != Dial::Epochs && m_scenario.model.epochs == kFullyTrained;
    }

private:
    [[nodiscard]] Contribution shown(int epoch, Fit fit) const
    {
        auto answer = std::make_shared<CurveAnswer>();
        const std::vector<double> inputs = curveInputs(m_shown);
        answer->curve = evaluate(fit.polynomial, inputs);
        answer->target = targetValues(m_scenario.data.source, inputs);
        const Metrics training = measure(fit.polynomial, m_split->training(), m_split->tolerance);
        const Metrics validation =
            measure(fit.polynomial, m_split->validation->examples(), m_split->tolerance);
        if (epoch != kFullyTrained) // in step with the epochs that are played
            answer->monomials = monomialCoefficients(fit.polynomial);
        answer->fit = std::move(fit);
        answer->split = m_split;
        answer->shown = m_shown;
        return [epoch, training, validation, answer](Snapshot &snapshot) {
            snapshot.epoch = epoch;
            snapshot.training = training;
            snapshot.validation = validation;
            snapshot.curve = answer;
        };
    }

    [[nodiscard]] std::optional<Fit> rivalFit(const ModelSettings &settings, const StopToken &stop) const
    {
        if (settings.epochs == kFullyTrained)
            return fitPolynomial(m_split->training(), m_split->domain, settings.degree, settings.ridge, stop);
        Scenario scenario = m_scenario;
        scenario.model.degree = settings.degree;
        scenario.model.ridge = settings.ridge;
        scenario.model.epochs = settings.epochs;
        std::optional<Polynomial> polynomial =
            trainCurve(scenario, m_split->training(), m_split->domain, stop);
        if (!polynomial)
            return std::nullopt;
        Fit fit;
        fit.polynomial = std::move(*polynomial);
        fit.rank = settings.degree + 1;
        return fit;
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
