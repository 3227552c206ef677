// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_parts.h"

#include "core/files/experiment_data.h"
#include "core/files/json_members.h"

#include <algorithm>
#include <string>
#include <utility>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Reason = ExperimentError::Reason;

constexpr const char *kFullyTrainedText = "full";

/// In the order of the enumerations.
const std::vector<std::string> kOptimizerNames{"gradient-descent", "mini-batches", "adam"};
const std::vector<std::string> kDialNames{"degree", "train-size", "epochs"};

template <typename Enum>
const std::string &nameIn(const std::vector<std::string> &names, Enum value)
{
    return names.at(static_cast<std::size_t>(value));
}

// --- the models ---

Json epochsJson(int epochs)
{
    return epochs == kFullyTrained ? Json(kFullyTrainedText) : Json(epochs);
}

int readEpochs(const JsonMembers &members)
{
    const bool isText = members.has("epochs") && members.at("epochs").is_string();
    if (isText && members.text("epochs") == kFullyTrainedText)
        return kFullyTrained;
    return members.wholeOr("epochs", kEpochRange, kFullyTrained);
}

Json modelPart(const Scenario &scenario)
{
    return {{"degree", scenario.model.degree}, {"trainSize", scenario.sampling.trainSize},
        {"ridge", scenario.model.ridge}, {"epochs", epochsJson(scenario.model.epochs)},
        {"lastEpoch", scenario.training.lastEpoch}};
}

void readModel(const Json &root, Scenario &scenario)
{
    const JsonMembers model(
        root.at("model"), "model", {"degree", "trainSize", "ridge", "epochs", "lastEpoch"});
    scenario.model.degree = model.wholeOr("degree", degreeRange(problemOf(scenario)), scenario.model.degree);
    scenario.sampling.trainSize = model.wholeOr("trainSize", kTrainSizeRange, scenario.sampling.trainSize);
    scenario.model.ridge = model.numberOr("ridge", kRidgeRange, scenario.model.ridge);
    scenario.model.epochs = readEpochs(model);
    IntRange ends = kLastEpochRange;
    if (scenario.model.epochs != kFullyTrained)
        ends.low = std::max(ends.low, scenario.model.epochs);
    scenario.training.lastEpoch =
        model.wholeOr("lastEpoch", ends, std::max(scenario.training.lastEpoch, ends.low));
}

Json trainingPart(const DescentSettings &descent)
{
    return {{"optimizer", nameIn(kOptimizerNames, descent.optimizer)}, {"learningRate", descent.learningRate},
        {"rateFactor", descent.rateFactor}, {"batchSize", descent.batchSize},
        {"startSpread", descent.startSpread}, {"seed", descent.seed}};
}

DescentSettings readTraining(const Json &json)
{
    const JsonMembers training(
        json, "training", {"optimizer", "learningRate", "rateFactor", "batchSize", "startSpread", "seed"});
    DescentSettings descent;
    descent.optimizer = static_cast<Optimizer>(training.choiceOr("optimizer", kOptimizerNames, 0));
    descent.learningRate = training.numberOr("learningRate", kLearningRateRange, descent.learningRate);
    descent.rateFactor = training.numberOr("rateFactor", kRateFactorRange, descent.rateFactor);
    descent.batchSize = training.wholeOr("batchSize", kBatchSizeRange, descent.batchSize);
    descent.startSpread = training.numberOr("startSpread", kStartSpreadRange, descent.startSpread);
    descent.seed = training.seedOr("seed", descent.seed);
    return descent;
}

Json comparisonPart(const std::optional<ModelSettings> &rival)
{
    if (!rival)
        return nullptr;
    return {{"degree", rival->degree}, {"ridge", rival->ridge}, {"epochs", epochsJson(rival->epochs)}};
}

std::optional<ModelSettings> readComparison(const Json &json, const Scenario &scenario)
{
    if (json.is_null())
        return std::nullopt;
    const JsonMembers comparison(json, "comparison", {"degree", "ridge", "epochs"});
    if (problemOf(scenario) == Problem::Classes) // a second model is for curves only
        throw ExperimentError{Reason::UnknownMember, {}, 0, 0, "comparison"};
    ModelSettings rival;
    rival.degree = comparison.wholeOr("degree", kDegreeRange, rival.degree);
    rival.ridge = comparison.numberOr("ridge", kRidgeRange, rival.ridge);
    rival.epochs = readEpochs(comparison);
    return rival;
}

// --- the window ---

Json viewPart(const Experiment &experiment)
{
    return {{"curve", nameIn(kDialNames, experiment.scenario.curve)},
        {"truthShown", experiment.view.truthShown}, {"moreShown", experiment.view.moreShown},
        {"speed", experiment.view.speed}, {"patience", experiment.view.patience}};
}

void readView(const Json &json, Experiment &experiment)
{
    const JsonMembers view(json, "view", {"curve", "truthShown", "moreShown", "speed", "patience"});
    experiment.scenario.curve = static_cast<Dial>(view.choiceOr("curve", kDialNames, 0));
    experiment.view.truthShown = view.flagOr("truthShown", experiment.view.truthShown);
    experiment.view.moreShown = view.flagOr("moreShown", experiment.view.moreShown);
    experiment.view.speed = view.wholeOr("speed", kSpeedRange, experiment.view.speed);
    experiment.view.patience = view.wholeOr("patience", kPatienceRange, experiment.view.patience);
}

} // namespace

Json partsOf(const Experiment &experiment)
{
    const Scenario &scenario = experiment.scenario;
    return {{"data", dataPart(scenario)}, {"model", modelPart(scenario)},
        {"training", trainingPart(scenario.training.descent)}, {"comparison", comparisonPart(scenario.rival)},
        {"view", viewPart(experiment)}};
}

Experiment experimentFrom(const Json &root)
{
    Experiment experiment;
    readDataPart(root.at("data"), experiment.scenario);
    if (root.contains("model"))
        readModel(root, experiment.scenario);
    if (root.contains("training"))
        experiment.scenario.training.descent = readTraining(root.at("training"));
    if (root.contains("comparison"))
        experiment.scenario.rival = readComparison(root.at("comparison"), experiment.scenario);
    if (root.contains("view"))
        readView(root.at("view"), experiment);
    return experiment;
}

} // namespace overfit
