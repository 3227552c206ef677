// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/scenario/law.h"
#include "core/scenario/setting.h"
#include "core/tables/shipped.h"

#include <algorithm>
#include <utility>

namespace overfit {
namespace {

template <typename Pointer>
bool sameTable(const Pointer &a, const Pointer &b)
{
    return a == b || (a && b && *a == *b);
}

/// With its settings that are numbers within their ranges.
Scenario withinRanges(Scenario scenario, Problem problem)
{
    for (const SettingRow &row : settingRows())
        row.set(scenario, nearestValue(row, problem, row.get(scenario)));
    return scenario;
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

Scenario clamped(Scenario scenario)
{
    const Scenario standard;
    if (!isThere(scenario.data.source))
        scenario.data.source = standard.data.source;
    const Problem problem = problemOf(scenario);
    if (scenario.data.points && !areSound(*scenario.data.points, problem == Problem::Classes))
        scenario.data.points = nullptr;
    scenario = withinRanges(std::move(scenario), problem);
    if (scenario.model.epochs != kFullyTrained)
        scenario.training.lastEpoch = std::max(scenario.training.lastEpoch, scenario.model.epochs);
    if (problem == Problem::Classes)
        scenario.rival.reset();
    else if (scenario.rival) {
        Scenario other;
        other.model = *scenario.rival;
        scenario.rival = withinRanges(std::move(other), problem).model;
    }
    return scenario;
}

} // namespace overfit
