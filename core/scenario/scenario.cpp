// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/scenario/setting.h"

#include <algorithm>
#include <utility>

namespace overfit {
namespace {

/// With its settings that are numbers within their ranges.
Scenario withinRanges(Scenario scenario, Problem problem)
{
    for (const SettingRow &row : settingRows())
        row.set(scenario, nearestValue(row, problem, row.get(scenario)));
    return scenario;
}

} // namespace

Problem problemOf(const Scenario &scenario)
{
    return scenario.data.source.problem();
}

IntRange degreeRange(Problem problem)
{
    return problem == Problem::Curve ? kDegreeRange : kClassDegreeRange;
}

Scenario clamped(Scenario scenario)
{
    const Scenario standard;
    if (!scenario.data.source.isThere())
        scenario.data.source = standard.data.source;
    const Problem problem = scenario.data.source.problem();
    scenario = withinRanges(std::move(scenario), problem);
    if (scenario.model.epochs != kFullyTrained)
        scenario.training.lastEpoch = std::max(scenario.training.lastEpoch, scenario.model.epochs);
    scenario.rivals.resize(problem == Problem::Curve ? std::min(scenario.rivals.size(), kMostRivals) : 0);
    for (ModelSettings &rival : scenario.rivals) {
        Scenario other;
        other.model = rival;
        rival = withinRanges(std::move(other), problem).model;
    }
    if (scenario.data.points && !areSound(*scenario.data.points, problem == Problem::Classes))
        scenario.data.points = nullptr;
    return scenario;
}

} // namespace overfit
