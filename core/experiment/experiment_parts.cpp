// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/experiment_parts.h"

#include "core/data/csv.h"
#include "core/data/points.h"
#include "core/data/shipped.h"
#include "core/experiment/json_members.h"

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <string>
#include <utility>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Reason = ExperimentError::Reason;

constexpr const char *kFullyTrainedText = "full";
constexpr std::size_t kFewestRows = 3;

/// In the order of the enumerations.
const std::vector<std::string> kKindNames{"generated", "classes", "shipped", "own", "own-classes"};
const std::vector<std::string> kOptimizerNames{"gradient-descent", "mini-batches", "adam"};
const std::vector<std::string> kDialNames{"degree", "train-size", "epochs"};

template <typename Values, typename Name>
std::vector<std::string> namesOf(const Values &values, Name name)
{
    std::vector<std::string> names;
    for (const auto &value : values)
        names.emplace_back(name(value));
    return names;
}

std::vector<std::string> targetNames()
{
    return namesOf(kTargets, targetName);
}

std::vector<std::string> shapeNames()
{
    return namesOf(kShapes, shapeName);
}

std::vector<std::string> shippedNames()
{
    return namesOf(shippedSets(), [](const ShippedSet &set) { return set.id; });
}

template <typename Enum>
const std::string &nameIn(const std::vector<std::string> &names, Enum value)
{
    return names[static_cast<std::size_t>(value)];
}

// --- the data ---

/// Of a path the name alone: where the file lay is nobody's business.
std::string fileName(const std::string &source)
{
    const std::u8string name =
        std::filesystem::path(std::u8string(source.begin(), source.end())).filename().u8string();
    return {name.begin(), name.end()};
}

Json jsonOf(const Column &column, const std::vector<double> &values)
{
    return {{"name", column.name}, {"unit", column.unit}, {"values", values}};
}

struct NamedValues {
    Column column;
    std::vector<double> values;
};

NamedValues readColumn(const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"name", "unit", "values"});
    return {
        {members.textOr("name", std::string(name)), members.textOr("unit", {})}, members.numbers("values")};
}

bool areAllEqual(const std::vector<double> &values)
{
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

void checkRows(const JsonMembers &parent, const Dataset &rows)
{
    if (rows.y.size() != rows.x.size())
        throw ExperimentError{
            Reason::WrongValue, {}, 0, 0, parent.pathOf("y.values"), "[…]", {Expectation::Kind::Numbers}};
    if (rows.size() < kFewestRows)
        throw ExperimentError{Reason::TooFewRows, {}, 0, 0, parent.pathOf("x.values")};
    if (areAllEqual(rows.x))
        throw ExperimentError{Reason::AllInputsEqual, {}, 0, 0, parent.pathOf("x.values")};
}

TablePtr readTableIn(const JsonMembers &data)
{
    const JsonMembers members(data.at("table"), data.pathOf("table"), {"title", "source", "x", "y"});
    NamedValues x = readColumn(members, "x");
    NamedValues y = readColumn(members, "y");
    Dataset rows{std::move(x.values), std::move(y.values)};
    checkRows(members, rows);
    return std::make_shared<const Table>(Table{members.textOr("title", {}), std::move(x.column),
        std::move(y.column), std::move(rows), members.textOr("source", {})});
}

void checkClassRows(const JsonMembers &parent, const ClassDataset &rows)
{
    for (const auto &[name, size] :
        {std::pair("x2.values", rows.x2.size()), std::pair("labels", rows.label.size())}) {
        if (size != rows.x1.size())
            throw ExperimentError{
                Reason::WrongValue, {}, 0, 0, parent.pathOf(name), "[…]", {Expectation::Kind::Numbers}};
    }
    if (rows.size() < kFewestRows)
        throw ExperimentError{Reason::TooFewRows, {}, 0, 0, parent.pathOf("x1.values")};
    if (std::adjacent_find(rows.label.begin(), rows.label.end(), std::not_equal_to<>()) == rows.label.end())
        parent.refuse("labels", {Expectation::Kind::WholeNumber, 0, 1}); // one class only
    for (const auto &[name, values] : {std::pair("x1.values", &rows.x1), std::pair("x2.values", &rows.x2)}) {
        if (areAllEqual(*values))
            throw ExperimentError{Reason::AllInputsEqual, {}, 0, 0, parent.pathOf(name)};
    }
}

/// 0 for the first class, 1 for the second.
std::vector<std::uint8_t> readLabels(const JsonMembers &parent)
{
    std::vector<std::uint8_t> labels;
    for (const double value : parent.numbers("labels")) {
        if (value != 0 && value != 1)
            parent.refuse("labels", {Expectation::Kind::WholeNumber, 0, 1});
        labels.push_back(static_cast<std::uint8_t>(value));
    }
    return labels;
}

ClassTablePtr readClassTableIn(const JsonMembers &data)
{
    const JsonMembers members(data.at("classTable"), data.pathOf("classTable"),
        {"title", "source", "x1", "x2", "classes", "labels"});
    NamedValues x1 = readColumn(members, "x1");
    NamedValues x2 = readColumn(members, "x2");
    ClassDataset rows{std::move(x1.values), std::move(x2.values), readLabels(members)};
    checkClassRows(members, rows);
    const JsonMembers classes(members.at("classes"), members.pathOf("classes"), {"0", "1"});
    return std::make_shared<const ClassTable>(
        ClassTable{members.textOr("title", {}), std::move(x1.column), std::move(x2.column),
            {classes.text("0"), classes.text("1")}, std::move(rows), members.textOr("source", {})});
}

Json jsonOf(const ClassTable &table)
{
    return {{"title", table.title}, {"source", fileName(table.source)},
        {"x1", jsonOf(table.x1, table.rows.x1)}, {"x2", jsonOf(table.x2, table.rows.x2)},
        {"classes", {{"0", table.classes[0]}, {"1", table.classes[1]}}}, {"labels", table.rows.label}};
}

void addSource(Json &data, const DataSource &source)
{
    data["kind"] = nameIn(kKindNames, source.kind);
    switch (source.kind) {
    case DataSource::Kind::Generated:
        data["target"] = std::string(targetName(source.target));
        break;
    case DataSource::Kind::GeneratedClasses:
        data["shape"] = std::string(shapeName(source.shape));
        break;
    case DataSource::Kind::Shipped:
        data["set"] = source.shipped;
        break;
    case DataSource::Kind::Own:
        data["table"] = {{"title", source.own->title}, {"source", fileName(source.own->source)},
            {"x", jsonOf(source.own->x, source.own->rows.x)},
            {"y", jsonOf(source.own->y, source.own->rows.y)}};
        break;
    case DataSource::Kind::OwnClasses:
        data["classTable"] = jsonOf(*source.ownClasses);
        break;
    }
}

DataSource readSource(const JsonMembers &data)
{
    const std::vector<std::string> shipped = shippedNames();
    switch (static_cast<DataSource::Kind>(data.choice("kind", kKindNames))) {
    case DataSource::Kind::GeneratedClasses:
        return DataSource::generatedClasses(kShapes.at(data.choice("shape", shapeNames())));
    case DataSource::Kind::Shipped:
        return DataSource::shippedSet(shipped.at(data.choice("set", shipped)));
    case DataSource::Kind::Own:
        return DataSource::ownTable(readTableIn(data));
    case DataSource::Kind::OwnClasses:
        return DataSource::ownClassTable(readClassTableIn(data));
    case DataSource::Kind::Generated:
        break;
    }
    return DataSource::generated(kTargets.at(data.choice("target", targetNames())));
}

Json jsonOf(const Dataset &points)
{
    return {{"x", points.x}, {"y", points.y}};
}

Json jsonOf(const ClassDataset &points)
{
    return {{"x1", points.x1}, {"x2", points.x2}, {"labels", points.label}};
}

template <typename Data>
Json jsonOf(const Divided<Data> &points)
{
    return {{"pool", jsonOf(points.pool)}, {"validation", jsonOf(points.validation)}};
}

void readInto(Dataset &points, const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"x", "y"});
    points = {members.numbers("x"), members.numbers("y")};
}

void readInto(ClassDataset &points, const JsonMembers &parent, std::string_view name)
{
    const JsonMembers members(parent.at(name), parent.pathOf(name), {"x1", "x2", "labels"});
    points = {members.numbers("x1"), members.numbers("x2"), readLabels(members)};
}

template <typename Data>
Divided<Data> readDivided(const JsonMembers &parent)
{
    Divided<Data> points;
    readInto(points.pool, parent, "pool");
    readInto(points.validation, parent, "validation");
    return points;
}

HandPointsPtr readPoints(const JsonMembers &data, Problem problem)
{
    if (!data.has("points"))
        return nullptr;
    const JsonMembers members(data.at("points"), data.pathOf("points"), {"pool", "validation"});
    HandPoints points;
    if (problem == Problem::Curve)
        points.curve = readDivided<Dataset>(members);
    else
        points.classes = readDivided<ClassDataset>(members);
    if (!areSound(points, problem == Problem::Classes))
        data.refuse("points", {Expectation::Kind::Numbers});
    return std::make_shared<const HandPoints>(std::move(points));
}

Json dataPart(const Scenario &scenario)
{
    Json data;
    addSource(data, scenario.data);
    if (scenario.points)
        data["points"] = problemOf(scenario.data) == Problem::Curve ? jsonOf(scenario.points->curve)
                                                                    : jsonOf(scenario.points->classes);
    data["seed"] = scenario.seed;
    data["noise"] = scenario.noise;
    data["labelNoise"] = scenario.labelNoise;
    return data;
}

std::uint64_t readSeed(const JsonMembers &members, std::uint64_t standard)
{
    return static_cast<std::uint64_t>(
        members.wholeOr("seed", {0, static_cast<int>(kLargestSeed)}, static_cast<int>(standard)));
}

void readData(const Json &root, Scenario &scenario)
{
    const JsonMembers data(root.at("data"), "data",
        {"kind", "target", "shape", "set", "table", "classTable", "points", "seed", "noise", "labelNoise"});
    scenario.data = readSource(data);
    scenario.points = readPoints(data, problemOf(scenario.data));
    scenario.seed = readSeed(data, scenario.seed);
    scenario.noise = data.numberOr("noise", kNoiseRange, scenario.noise);
    scenario.labelNoise = data.numberOr("labelNoise", kLabelNoiseRange, scenario.labelNoise);
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
    return {{"degree", scenario.degree}, {"trainSize", scenario.trainSize}, {"ridge", scenario.ridge},
        {"epochs", epochsJson(scenario.epochs)}, {"lastEpoch", scenario.lastEpoch}};
}

void readModel(const Json &root, Scenario &scenario)
{
    const JsonMembers model(
        root.at("model"), "model", {"degree", "trainSize", "ridge", "epochs", "lastEpoch"});
    scenario.degree = model.wholeOr("degree", degreeRange(problemOf(scenario.data)), scenario.degree);
    scenario.trainSize = model.wholeOr("trainSize", kTrainSizeRange, scenario.trainSize);
    scenario.ridge = model.numberOr("ridge", kRidgeRange, scenario.ridge);
    scenario.epochs = readEpochs(model);
    IntRange ends = kLastEpochRange;
    if (scenario.epochs != kFullyTrained)
        ends.low = std::max(ends.low, scenario.epochs);
    scenario.lastEpoch = model.wholeOr("lastEpoch", ends, std::max(scenario.lastEpoch, ends.low));
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
    descent.seed = readSeed(training, descent.seed);
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
    if (problemOf(scenario.data) == Problem::Classes) // a second model is for curves only
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
        {"training", trainingPart(scenario.descent)}, {"comparison", comparisonPart(scenario.rival)},
        {"view", viewPart(experiment)}};
}

Experiment experimentFrom(const Json &root)
{
    Experiment experiment;
    readData(root, experiment.scenario);
    if (root.contains("model"))
        readModel(root, experiment.scenario);
    if (root.contains("training"))
        experiment.scenario.descent = readTraining(root.at("training"));
    if (root.contains("comparison"))
        experiment.scenario.rival = readComparison(root.at("comparison"), experiment.scenario);
    if (root.contains("view"))
        readView(root.at("view"), experiment);
    return experiment;
}

} // namespace overfit
