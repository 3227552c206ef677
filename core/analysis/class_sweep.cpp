// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/class_metrics.h"
#include "core/analysis/epoch_run.h"
#include "core/analysis/pointwise_sweep.h"
#include "core/analysis/sweep.h"
#include "core/model/logistic.h"

#include <algorithm>

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
    const auto pointAt = [&](int value) -> std::optional<SweepPoint> {
        Scenario there = scenario;
        (dial == Dial::Degree ? there.model.degree : there.sampling.trainSize) = value;
        const ClassExamples training = split.pool.examples().first(static_cast<std::size_t>(there.sampling.trainSize));
        const std::optional<PlanePolynomial> polynomial = trained(there, training, split.domain, stop);
        if (!polynomial)
            return std::nullopt;
        return SweepPoint{value, measureClasses(*polynomial, training),
            measureClasses(*polynomial, split.validation.examples())};
    };
    return pointwiseSweep(dial,
        dial == Dial::Degree ? degreesOf(Problem::Classes)
                             : trainSizesUpTo(split.pool.size(), kMostSeparateTrainSizes),
        pointAt);
}

} // namespace overfit
