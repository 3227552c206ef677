// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/class_metrics.h"
#include "core/analysis/epoch_run.h"
#include "core/analysis/pointwise_sweep.h"
#include "core/analysis/sweep.h"
#include "core/model/logistic.h"

namespace overfit {

namespace {

std::optional<PlanePolynomial> trained(
    const Scenario &scenario, const ClassExamples &training, const Rectangle &domain, const StopToken &stop)
{
    if (scenario.model.epochs != kFullyTrained)
        return trainClasses(scenario, training, domain, stop);
    const auto fit = fitClasses(training, domain, scenario.model.degree, scenario.model.ridge, stop);
    if (!fit)
        return std::nullopt;
    return fit->polynomial;
}

} // namespace

std::optional<Sweep> sweep(
    const Scenario &scenario, const ClassSplit &split, Dial dial, const StopToken &stop)
{
    const auto pointAt = [&](double value) -> std::optional<SweepPoint> {
        const Scenario there = withDialValue(scenario, dial, value);
        const ClassSplit part = withTrainSize(split, there.sampling.trainSize);
        const std::optional<PlanePolynomial> polynomial = trained(there, part.training(), split.domain, stop);
        if (!polynomial)
            return std::nullopt;
        return SweepPoint{value, measureClasses(*polynomial, part.training()),
            measureClasses(*polynomial, part.validation->examples())};
    };
    const int pool = static_cast<int>(split.pool->size());
    return pointwiseSweep(dial, dialValues(scenario, dial, pool, kMostSeparateModels), pointAt);
}

} // namespace overfit
