// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lessons/scenes.h"

#include "core/text/translate_noop.h"

#include <algorithm>
#include <vector>

namespace overfit {

namespace {

/// Three labels in ten are wrong, and 91 weights are enough to remember 26 points with all their errors.
/// Training starts from random weights and warms up: each epoch's steps are a fifth longer than those before,
/// so that learning the pattern (around epoch 50) and remembering the errors (after it) fit on one axis.
Scenario aroundEpoch50()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Blobs);
    scenario.model.degree = 12;
    scenario.sampling.trainSize = 26;
    scenario.data.labelNoise = 0.3;
    scenario.model.epochs = 50;
    scenario.training.lastEpoch = 200;
    scenario.training.descent = {Optimizer::Adam, 3e-5, 1.2, kBatchSizeRange.high, 1.2, 1};
    scenario.data.seed = 15;
    scenario.curve = Dial::Epochs;
    return scenario;
}

/// As many coefficients as points: A goes through all of them.
Scenario modelAAndModelB()
{
    Scenario scenario;
    scenario.model.degree = 9;
    scenario.sampling.trainSize = 10;
    scenario.data.seed = 60;
    scenario.rivals = {ModelSettings{3, 0, kFullyTrained}};
    return scenario;
}

Scenario twoMoons()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.sampling.trainSize = 60;
    scenario.model.degree = 4;
    return scenario;
}

std::vector<Scene> makeScenes()
{
    return {
        {"noisy-wave", QT_TRANSLATE_NOOP("scenes", "A noisy wave"),
            QT_TRANSLATE_NOOP("scenes", "A curve that fits well, one drag of the degree from disaster."),
            Scenario()},
        {"around-epoch-50", QT_TRANSLATE_NOOP("scenes", "Around epoch 50"),
            QT_TRANSLATE_NOOP("scenes",
                "Training accuracy climbs to 100 %; validation turns around epoch 50 and falls back."),
            aroundEpoch50()},
        {"model-a-and-model-b", QT_TRANSLATE_NOOP("scenes", "Model A and model B"),
            QT_TRANSLATE_NOOP("scenes",
                "A goes through every training point, B misses some of them and follows the target "
                "function."),
            modelAAndModelB()},
        {"two-moons", QT_TRANSLATE_NOOP("scenes", "Two moons"),
            QT_TRANSLATE_NOOP(
                "scenes", "Two classes, one label in ten wrong: drag the degree and see the boundary bend."),
            twoMoons()},
    };
}

const std::vector<Scene> &allScenes()
{
    static const std::vector<Scene> scenes = makeScenes();
    return scenes;
}

} // namespace

std::span<const Scene> scenes()
{
    return allScenes();
}

const Scene *findScene(std::string_view id)
{
    const auto found = std::find_if(
        allScenes().begin(), allScenes().end(), [id](const Scene &scene) { return scene.id == id; });
    return found == allScenes().end() ? nullptr : &*found;
}

} // namespace overfit
