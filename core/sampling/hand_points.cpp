// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/hand_points.h"

#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "core/text/number.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <utility>
#include <vector>

namespace overfit {
namespace {

constexpr double kOutlierDeviations = 3;

/// Within what a file may hold, so that every edit can be saved and read again.
double bounded(double value)
{
    return std::clamp(value, -kLargestNumber, kLargestNumber);
}

Place bounded(const Place &place)
{
    return {bounded(place.x), bounded(place.y)};
}

bool isPlace(const Place &place)
{
    return !std::isnan(place.x) && !std::isnan(place.y);
}

/// A row of either problem; a curve has no label.
struct Row {
    Place place;
    std::uint8_t label = 0;
};

template <class Value>
void insertAt(std::vector<Value> &values, std::size_t index, Value value)
{
    values.insert(values.begin() + static_cast<std::ptrdiff_t>(index), value);
}

template <class Value>
void eraseAt(std::vector<Value> &values, std::size_t index)
{
    values.erase(values.begin() + static_cast<std::ptrdiff_t>(index));
}

Row rowAt(const Dataset &data, std::size_t index)
{
    return {{data.x[index], data.y[index]}, 0};
}

Row rowAt(const ClassDataset &data, std::size_t index)
{
    return {{data.x1[index], data.x2[index]}, data.label[index]};
}

void insertRow(Dataset &data, std::size_t index, const Row &row)
{
    insertAt(data.x, index, row.place.x);
    insertAt(data.y, index, row.place.y);
}

void insertRow(ClassDataset &data, std::size_t index, const Row &row)
{
    insertAt(data.x1, index, row.place.x);
    insertAt(data.x2, index, row.place.y);
    insertAt(data.label, index, row.label);
}

void eraseRow(Dataset &data, std::size_t index)
{
    eraseAt(data.x, index);
    eraseAt(data.y, index);
}

void eraseRow(ClassDataset &data, std::size_t index)
{
    eraseAt(data.x1, index);
    eraseAt(data.x2, index);
    eraseAt(data.label, index);
}

template <class Data>
void replaceRow(Data &data, std::size_t index, const Row &row)
{
    eraseRow(data, index);
    insertRow(data, index, row);
}

template <class Points> // const or not
auto &partOf(Points &points, Role role)
{
    return role == Role::Training ? points.pool : points.validation;
}

std::size_t trainedCount(const Scenario &scenario, std::size_t pool)
{
    return std::min(static_cast<std::size_t>(scenario.sampling.trainSize), pool);
}

/// What an edit works on: calls @p edit with the examples of the problem.
template <class Edit>
decltype(auto) visit(const Scenario &scenario, HandPoints &points, const Edit &edit)
{
    return problemOf(scenario) == Problem::Curve ? edit(points.curve) : edit(points.classes);
}

Scenario withPoints(Scenario scenario, HandPoints points)
{
    scenario.data.points = nullptr;
    if (pointsOf(scenario) != points)
        scenario.data.points = std::make_shared<const HandPoints>(std::move(points));
    return scenario;
}

/// The train size after a training point came (+1) or went (-1). One beyond the pool stands for all of it,
/// and stays.
int trainSizeAfter(const Scenario &scenario, std::size_t pool, int change)
{
    const bool counted = static_cast<std::size_t>(scenario.sampling.trainSize) <= pool;
    return scenario.sampling.trainSize + (counted ? change : 0);
}

template <class Data>
void add(Scenario &scenario, Divided<Data> &points, Role role, const Row &row)
{
    if (role == Role::Validation) {
        insertRow(points.validation, points.validation.size(), row);
        return;
    }
    const std::size_t pool = points.pool.size();
    insertRow(points.pool, trainedCount(scenario, pool), row);
    scenario.sampling.trainSize = trainSizeAfter(scenario, pool, 1);
}

template <class Data>
void remove(Scenario &scenario, Divided<Data> &points, const PointId &point)
{
    const std::size_t pool = points.pool.size();
    eraseRow(partOf(points, point.role), point.index);
    if (point.role == Role::Training)
        scenario.sampling.trainSize = trainSizeAfter(scenario, pool, -1);
}

bool isSeen(const Scenario &scenario, const HandPoints &points, const PointId &point)
{
    return point.index < seenCount(scenario, points, point.role);
}

/// The scenario with another row in place of a point.
template <class Edit>
Scenario withRow(const Scenario &scenario, const PointId &point, const Edit &edit)
{
    HandPoints points = pointsOf(scenario);
    if (!isSeen(scenario, points, point))
        return scenario;
    visit(scenario, points, [&](auto &examples) {
        auto &part = partOf(examples, point.role);
        replaceRow(part, point.index, edit(examples, rowAt(part, point.index)));
    });
    return withPoints(scenario, std::move(points));
}

/// @p value, further away from the mean of the column.
double farOut(double value, const std::vector<double> &column)
{
    const double count = static_cast<double>(column.size());
    const double mean = std::accumulate(column.begin(), column.end(), 0.0) / count;
    double squares = 0;
    for (const double other : column)
        squares += (other - mean) * (other - mean);
    const double deviation = squares > 0 ? std::sqrt(squares / count) : std::max(1.0, std::abs(mean));
    return bounded(value + (value < mean ? -1 : 1) * kOutlierDeviations * deviation);
}

Row outlier(const Divided<Dataset> &points, Row row)
{
    row.place.y = farOut(row.place.y, points.pool.y);
    return row;
}

Row outlier(const Divided<ClassDataset> &points, Row row)
{
    row.place = {farOut(row.place.x, points.pool.x1), farOut(row.place.y, points.pool.x2)};
    return row;
}

} // namespace

HandPoints pointsOf(const Scenario &scenario)
{
    if (scenario.data.points)
        return *scenario.data.points;
    HandPoints points;
    if (problemOf(scenario) == Problem::Curve) {
        const Split split = drawSplit(scenario);
        points.curve = {split.pool, split.validation};
    } else {
        const ClassSplit split = drawClassSplit(scenario);
        points.classes = {split.pool, split.validation};
    }
    return points;
}

std::size_t exampleCount(const Scenario &scenario)
{
    if (!scenario.data.points)
        return exampleCount(scenario.data.source);
    const HandPoints &points = *scenario.data.points;
    return points.curve.pool.size() + points.curve.validation.size() + points.classes.pool.size()
        + points.classes.validation.size();
}

bool arePointsEditable(const Scenario &scenario)
{
    return exampleCount(scenario) <= kMostHandPoints;
}

std::size_t seenCount(const Scenario &scenario, const HandPoints &points, Role role)
{
    const auto count = [&](const auto &examples) {
        return role == Role::Training ? trainedCount(scenario, examples.pool.size())
                                      : examples.validation.size();
    };
    return problemOf(scenario) == Problem::Curve ? count(points.curve) : count(points.classes);
}

PointId newestPoint(const Scenario &scenario, Role role)
{
    return {role, seenCount(scenario, pointsOf(scenario), role) - 1};
}

bool canSpare(const Scenario &scenario, Role role)
{
    return seenCount(scenario, pointsOf(scenario), role)
        > (role == Role::Training ? kFewestTrainingPoints : kFewestValidationPoints);
}

Scenario addPoint(const Scenario &scenario, Role role, const Place &place, std::uint8_t label)
{
    if (exampleCount(scenario) >= kMostHandPoints || !isPlace(place))
        return scenario;
    Scenario edited = scenario;
    HandPoints points = pointsOf(scenario);
    visit(scenario, points, [&](auto &examples) { add(edited, examples, role, {bounded(place), label}); });
    return withPoints(std::move(edited), std::move(points));
}

Scenario movePoint(const Scenario &scenario, const PointId &point, const Place &place)
{
    if (!isPlace(place))
        return scenario;
    return withRow(scenario, point, [&](const auto &, Row row) {
        row.place = bounded(place);
        return row;
    });
}

Scenario deletePoint(const Scenario &scenario, const PointId &point)
{
    HandPoints points = pointsOf(scenario);
    if (!isSeen(scenario, points, point) || !canSpare(scenario, point.role))
        return scenario;
    Scenario edited = scenario;
    visit(scenario, points, [&](auto &examples) { remove(edited, examples, point); });
    return withPoints(std::move(edited), std::move(points));
}

Scenario switchRole(const Scenario &scenario, const PointId &point)
{
    HandPoints points = pointsOf(scenario);
    if (!isSeen(scenario, points, point) || !canSpare(scenario, point.role))
        return scenario;
    Scenario edited = scenario;
    const Role other = point.role == Role::Training ? Role::Validation : Role::Training;
    visit(scenario, points, [&](auto &examples) {
        const Row row = rowAt(partOf(examples, point.role), point.index);
        remove(edited, examples, point);
        add(edited, examples, other, row);
    });
    return withPoints(std::move(edited), std::move(points));
}

Scenario makeOutlier(const Scenario &scenario, const PointId &point)
{
    return withRow(
        scenario, point, [](const auto &examples, const Row &row) { return outlier(examples, row); });
}

Scenario switchClass(const Scenario &scenario, const PointId &point)
{
    return withRow(scenario, point, [](const auto &, Row row) {
        row.label = static_cast<std::uint8_t>(1 - row.label);
        return row;
    });
}

bool drawsOtherExamples(const Scenario &before, const Scenario &after)
{
    if (!(before.data.source == after.data.source) || before.data.seed != after.data.seed)
        return true;
    const bool noisy = static_cast<bool>(after.data.source.law());
    const bool mislabelled = after.data.source.kind() == DataSource::Kind::GeneratedClasses;
    return (noisy && before.data.noise != after.data.noise)
        || (mislabelled && before.data.labelNoise != after.data.labelNoise);
}

Scenario withFreshPoints(const Scenario &before, Scenario after)
{
    if (after.data.points && after.data.points == before.data.points && drawsOtherExamples(before, after))
        after.data.points = nullptr;
    return after;
}

} // namespace overfit
