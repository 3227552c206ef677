// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/scenario/law.h"
#include "core/tables/shipped.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {
namespace {

double clampedReal(double value, RealRange range, double standard)
{
    return std::isfinite(value) ? std::clamp(value, range.low, range.high) : standard;
}

template <typename Pointer>
bool sameTable(const Pointer &a, const Pointer &b)
{
    return a == b || (a && b && *a == *b);
}

DescentSettings clampedDescent(DescentSettings settings)
{
    const DescentSettings standard;
    if (settings.optimizer < Optimizer::GradientDescent || settings.optimizer > Optimizer::Adam)
        settings.optimizer = standard.optimizer;
    settings.learningRate = clampedReal(settings.learningRate, kLearningRateRange, standard.learningRate);
    settings.rateFactor = clampedReal(settings.rateFactor, kRateFactorRange, standard.rateFactor);
    settings.batchSize = std::clamp(settings.batchSize, kBatchSizeRange.low, kBatchSizeRange.high);
    settings.startSpread = clampedReal(settings.startSpread, kStartSpreadRange, standard.startSpread);
    settings.seed = std::min(settings.seed, kLargestSeed);
    return settings;
}

ModelSettings clampedModel(ModelSettings model)
{
    model.degree = std::clamp(model.degree, kDegreeRange.low, kDegreeRange.high);
    model.ridge = clampedReal(model.ridge, kRidgeRange, 0);
    model.epochs = std::clamp(model.epochs, kEpochRange.low, kFullyTrained);
    return model;
}

/// Whether there is anything behind the source.
bool isThere(const DataSource &data)
{
    switch (data.kind) {
    case DataSource::Kind::Shipped:
        return findShippedSet(data.shipped) != nullptr;
    case DataSource::Kind::Own:
        return data.own != nullptr;
    case DataSource::Kind::OwnClasses:
        return data.ownClasses != nullptr;
    case DataSource::Kind::Formula:
        return isLaw(data.formula);
    case DataSource::Kind::Generated:
    case DataSource::Kind::GeneratedClasses:
        break;
    }
    return true;
}

} // namespace

DataSource DataSource::generated(Target target)
{
    DataSource source;
    source.target = target;
    return source;
}

DataSource DataSource::generatedClasses(Shape shape)
{
    DataSource source;
    source.kind = Kind::GeneratedClasses;
    source.shape = shape;
    return source;
}

DataSource DataSource::shippedSet(std::string id)
{
    DataSource source;
    source.kind = Kind::Shipped;
    source.shipped = std::move(id);
    return source;
}

DataSource DataSource::ownTable(TablePtr table)
{
    DataSource source;
    source.kind = Kind::Own;
    source.own = std::move(table);
    return source;
}

DataSource DataSource::ownClassTable(ClassTablePtr table)
{
    DataSource source;
    source.kind = Kind::OwnClasses;
    source.ownClasses = std::move(table);
    return source;
}

DataSource DataSource::ofFormula(std::string formula)
{
    DataSource source;
    source.kind = Kind::Formula;
    source.formula = std::move(formula);
    return source;
}

bool operator==(const DataSource &a, const DataSource &b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case DataSource::Kind::Shipped:
        return a.shipped == b.shipped;
    case DataSource::Kind::Own:
        return sameTable(a.own, b.own);
    case DataSource::Kind::OwnClasses:
        return sameTable(a.ownClasses, b.ownClasses);
    case DataSource::Kind::Formula:
        return a.formula == b.formula;
    case DataSource::Kind::GeneratedClasses:
        return a.shape == b.shape;
    case DataSource::Kind::Generated:
        break;
    }
    return a.target == b.target;
}

Problem problemOf(const DataSource &data)
{
    if (data.kind == DataSource::Kind::GeneratedClasses || data.kind == DataSource::Kind::OwnClasses)
        return Problem::Classes;
    if (data.kind != DataSource::Kind::Shipped)
        return Problem::Curve;
    const ShippedSet *const set = findShippedSet(data.shipped);
    return set != nullptr && set->problem == Problem::Classes ? Problem::Classes : Problem::Curve;
}

Problem problemOf(const Scenario &scenario)
{
    return problemOf(scenario.data.source);
}

IntRange degreeRange(Problem problem)
{
    return problem == Problem::Curve ? kDegreeRange : kClassDegreeRange;
}

Scenario trainingRunOf(Scenario scenario)
{
    const Scenario plain;
    scenario.model.epochs = plain.model.epochs;
    scenario.training.lastEpoch = plain.training.lastEpoch;
    scenario.curve = plain.curve;
    scenario.rival = plain.rival;
    return scenario;
}

Scenario clamped(Scenario scenario)
{
    const Scenario standard;
    if (!isThere(scenario.data.source))
        scenario.data.source = standard.data.source;
    const Problem problem = problemOf(scenario);
    if (scenario.data.points && !areSound(*scenario.data.points, problem == Problem::Classes))
        scenario.data.points = nullptr;
    const IntRange degrees = degreeRange(problem);
    scenario.model.degree = std::clamp(scenario.model.degree, degrees.low, degrees.high);
    scenario.sampling.trainSize =
        std::clamp(scenario.sampling.trainSize, kTrainSizeRange.low, kTrainSizeRange.high);
    scenario.data.noise = clampedReal(scenario.data.noise, kNoiseRange, standard.data.noise);
    scenario.data.labelNoise =
        clampedReal(scenario.data.labelNoise, kLabelNoiseRange, standard.data.labelNoise);
    scenario.model.ridge = clampedReal(scenario.model.ridge, kRidgeRange, standard.model.ridge);
    scenario.model.epochs = std::clamp(scenario.model.epochs, kEpochRange.low, kFullyTrained);
    scenario.training.lastEpoch =
        std::clamp(scenario.training.lastEpoch, kLastEpochRange.low, kLastEpochRange.high);
    if (scenario.model.epochs != kFullyTrained)
        scenario.training.lastEpoch = std::max(scenario.training.lastEpoch, scenario.model.epochs);
    scenario.training.descent = clampedDescent(scenario.training.descent);
    if (problem == Problem::Classes)
        scenario.rival.reset();
    else if (scenario.rival)
        scenario.rival = clampedModel(*scenario.rival);
    scenario.data.seed = std::min(scenario.data.seed, kLargestSeed);
    return scenario;
}

} // namespace overfit
