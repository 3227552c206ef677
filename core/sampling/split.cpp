// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/split.h"

#include "core/random.h"
#include "core/sampling/class_split.h"
#include "core/sampling/dealing.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace overfit {
namespace {

struct Streams {
    Stream inputs;
    Stream noise;
};

Dataset generatedExamples(const Scenario &scenario, std::size_t count, Streams streams)
{
    Random inputs(scenario.data.seed, streams.inputs);
    Random noise(scenario.data.seed, streams.noise);
    const Law law = scenario.data.source.law();
    Dataset result;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = kGeneratedDomain.low + kGeneratedDomain.width() * inputs.uniform();
        const double y = law(x);
        result.x.push_back(x);
        // A formula may have no value between the places at which it was checked.
        result.y.push_back((std::isnan(y) ? 0 : y) + scenario.data.noise * noise.normal());
    }
    return result;
}

double standardDeviation(const std::vector<double> &values)
{
    const double count = static_cast<double>(values.size());
    const double mean = std::accumulate(values.begin(), values.end(), 0.0) / count;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / count);
}

Interval rangeOf(const Split &split)
{
    Interval range{split.pool->y.front(), split.pool->y.front()};
    for (const Dataset *part : {&*split.pool, &*split.validation}) {
        for (const double y : part->y) {
            range.low = std::min(range.low, y);
            range.high = std::max(range.high, y);
        }
    }
    return range;
}

/// With what follows from its examples.
Split completed(Split split)
{
    split.range = rangeOf(split);
    split.tolerance = standardDeviation(split.pool->y) / 2;
    return split;
}

/// With points put in place by hand instead of those that were drawn.
Split withPoints(Split split, const Divided<Dataset> &points)
{
    split.pool = points.pool;
    split.validation = points.validation;
    split.domain = widened(split.domain, split.pool->x);
    return completed(std::move(split));
}

Interval inputsOf(const Dataset &rows)
{
    const auto [low, high] = std::minmax_element(rows.x.begin(), rows.x.end());
    return {*low, *high};
}

Split splitOf(const Dataset &rows, const DealtRows &dealt)
{
    const auto partOf = [&rows](const std::vector<std::size_t> &indices) {
        Dataset part;
        part.x.reserve(indices.size());
        part.y.reserve(indices.size());
        for (const std::size_t i : indices) {
            part.x.push_back(rows.x[i]);
            part.y.push_back(rows.y[i]);
        }
        return part;
    };
    Split split;
    split.pool = partOf(dealt.pool);
    split.validation = partOf(dealt.validation);
    split.domain = inputsOf(rows);
    return completed(std::move(split));
}

/// Of a curve or of classes.
std::size_t poolSize(const DataSource &data)
{
    if (const ClassTablePtr table = data.classTable())
        return dealtPoolSize(std::min(table->rows.size(), kMostClassRows), table->publishedTraining);
    if (const TablePtr table = data.table())
        return dealtPoolSize(table->rows.size());
    return data.problem() == Problem::Classes ? kGeneratedClassPoolSize : kGeneratedPoolSize;
}

} // namespace

Split withTrainSize(Split split, int trainSize)
{
    split.trainSize = std::min(static_cast<std::size_t>(trainSize), split.pool->size());
    return split;
}

Split drawSplit(const Scenario &scenario)
{
    const TablePtr table = scenario.data.source.table();
    Split split = table ? splitOf(table->rows, dealtRows(table->rows.size(), scenario.data.seed))
                        : drawGeneratedSplit(scenario, kGeneratedPoolSize);
    if (scenario.data.points)
        split = withPoints(std::move(split), scenario.data.points->curve);
    return withTrainSize(std::move(split), scenario.sampling.trainSize);
}

Split drawGeneratedSplit(const Scenario &scenario, std::size_t poolSize)
{
    Split split;
    split.pool = generatedExamples(scenario, poolSize, {Stream::TrainingInputs, Stream::TrainingNoise});
    split.validation = generatedExamples(
        scenario, kGeneratedValidationSize, {Stream::ValidationInputs, Stream::ValidationNoise});
    split.domain = kGeneratedDomain;
    return withTrainSize(completed(std::move(split)), scenario.sampling.trainSize);
}

Split dealSplit(const Dataset &rows, std::uint64_t seed, double validationShare)
{
    Split split = splitOf(rows, dealtByShare(rows.size(), seed, validationShare));
    split.trainSize = split.pool->size();
    return split;
}

Split undividedSplit(Dataset rows)
{
    Split split;
    split.domain = inputsOf(rows);
    split.trainSize = rows.size();
    split.pool = std::move(rows);
    return completed(std::move(split));
}

int largestTrainSize(const DataSource &data)
{
    return static_cast<int>(std::min(poolSize(data), static_cast<std::size_t>(kTrainSizeRange.high)));
}

int largestTrainSize(const Scenario &scenario)
{
    if (!scenario.data.points)
        return largestTrainSize(scenario.data.source);
    const bool classes = problemOf(scenario) == Problem::Classes;
    return static_cast<int>(
        classes ? scenario.data.points->classes.pool.size() : scenario.data.points->curve.pool.size());
}

std::size_t exampleCount(const DataSource &data)
{
    if (const ClassTablePtr table = data.classTable())
        return std::min(table->rows.size(), kMostClassRows);
    if (const TablePtr table = data.table())
        return table->rows.size();
    return data.problem() == Problem::Classes ? kGeneratedClassPoolSize + kGeneratedClassValidationSize
                                              : kGeneratedPoolSize + kGeneratedValidationSize;
}

} // namespace overfit
