// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario.h"

#include "core/data/shipped.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {
namespace {

double clampedReal(double value, RealRange range, double standard)
{
    return std::isfinite(value) ? std::clamp(value, range.low, range.high) : standard;
}

bool sameTable(const TablePtr &a, const TablePtr &b)
{
    return a == b || (a && b && *a == *b);
}

/// Whether there is anything behind the source.
bool isThere(const DataSource &data)
{
    switch (data.kind) {
    case DataSource::Kind::Shipped:
        return findShippedSet(data.shipped) != nullptr;
    case DataSource::Kind::Own:
        return data.own != nullptr;
    case DataSource::Kind::Generated:
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

bool operator==(const DataSource &a, const DataSource &b)
{
    if (a.kind != b.kind)
        return false;
    switch (a.kind) {
    case DataSource::Kind::Shipped:
        return a.shipped == b.shipped;
    case DataSource::Kind::Own:
        return sameTable(a.own, b.own);
    case DataSource::Kind::Generated:
        break;
    }
    return a.target == b.target;
}

Scenario clamped(Scenario scenario)
{
    const Scenario standard;
    if (!isThere(scenario.data))
        scenario.data = standard.data;
    scenario.degree = std::clamp(scenario.degree, kDegreeRange.low, kDegreeRange.high);
    scenario.trainSize = std::clamp(scenario.trainSize, kTrainSizeRange.low, kTrainSizeRange.high);
    scenario.noise = clampedReal(scenario.noise, kNoiseRange, standard.noise);
    scenario.ridge = clampedReal(scenario.ridge, kRidgeRange, standard.ridge);
    scenario.seed = std::min(scenario.seed, kLargestSeed);
    return scenario;
}

} // namespace overfit
