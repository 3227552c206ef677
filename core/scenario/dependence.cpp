// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/dependence.h"

#include "core/scenario/dial.h"

namespace overfit {

Dependence dependenceOfExamples(const Scenario &scenario)
{
    return {scenario.data, {}, {}, {}};
}

Dependence dependenceOfModel(const Scenario &scenario, const ModelSettings &model)
{
    Dependence result{scenario.data, scenario.sampling, model, {}};
    if (model.epochs != kFullyTrained)
        result.descent = scenario.training.descent;
    return result;
}

Dependence dependenceOfRun(const Scenario &scenario)
{
    ModelSettings model = scenario.model;
    model.epochs = kEpochRange.low; // whatever their number
    return dependenceOfModel(scenario, model);
}

Dependence dependenceOfCurve(const Scenario &scenario, Dial dial)
{
    if (dial == Dial::Epochs)
        return dependenceOfRun(scenario);
    const Scenario anywhere = withDialValue(scenario, dial, dialValue(Scenario(), dial));
    return dependenceOfModel(anywhere, anywhere.model);
}

} // namespace overfit
