// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_scale.h"

#include <algorithm>

namespace overfit::ui {

IntRange dialRange(const Scenario &scenario, Dial dial, int pool)
{
    switch (dial) {
    case Dial::Degree:
        return degreeRange(problemOf(scenario));
    case Dial::TrainSize:
        return {std::min(kTrainSizeRange.low, pool), pool};
    case Dial::Epochs:
        break;
    }
    return {kEpochRange.low, scenario.training.lastEpoch + 1};
}

int dialPosition(const Scenario &scenario, Dial dial, int pool)
{
    switch (dial) {
    case Dial::Degree:
        return scenario.model.degree;
    case Dial::TrainSize:
        return std::min(scenario.sampling.trainSize, pool);
    case Dial::Epochs:
        break;
    }
    return std::min(scenario.model.epochs, scenario.training.lastEpoch + 1);
}

Scenario withDial(Scenario scenario, Dial dial, int position, int pool)
{
    const IntRange range = dialRange(scenario, dial, pool);
    const int inside = std::clamp(position, range.low, range.high);
    switch (dial) {
    case Dial::Degree:
        scenario.model.degree = inside;
        break;
    case Dial::TrainSize:
        scenario.sampling.trainSize = inside;
        break;
    case Dial::Epochs:
        scenario.model.epochs = inside > scenario.training.lastEpoch ? kFullyTrained : inside;
        break;
    }
    return scenario;
}

int dialPage(Dial dial)
{
    return dial == Dial::Degree ? 5 : 10;
}

} // namespace overfit::ui
