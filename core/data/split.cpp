// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split.h"

#include "core/data/class_split.h"
#include "core/data/dealing.h"
#include "core/data/shipped.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
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
    Random inputs(scenario.seed, streams.inputs);
    Random noise(scenario.seed, streams.noise);
    Dataset result;
    for (std::size_t i = 0; i < count; ++i) {
        const double x = kGeneratedDomain.low + kGeneratedDomain.width() * inputs.uniform();
        result.x.push_back(x);
        result.y.push_back(targetValue(scenario.data.target, x) + scenario.noise * noise.normal());
    }
    return result;
}

Split generatedSplit(const Scenario &scenario)
{
    Split split;
    split.pool =
        generatedExamples(scenario, kGeneratedPoolSize, {Stream::TrainingInputs, Stream::TrainingNoise});
    split.validation = generatedExamples(
        scenario, kGeneratedValidationSize, {Stream::ValidationInputs, Stream::ValidationNoise});
    split.domain = kGeneratedDomain;
    return split;
}

/// The rows of a real curve; nullptr for anything else.
TablePtr realTable(const DataSource &data)
{
    if (data.kind == DataSource::Kind::Own)
        return data.own;
    const ShippedSet *const set =
        data.kind == DataSource::Kind::Shipped ? findShippedSet(data.shipped) : nullptr;
    return set ? shippedTable(*set) : nullptr;
}

Split dealtSplit(const Dataset &rows, std::uint64_t seed)
{
    const DealtRows dealt = dealtRows(rows.size(), seed);
    const auto chosen = [&rows](const std::vector<std::size_t> &indices) {
        Dataset part;
        for (const std::size_t i : indices) {
            part.x.push_back(rows.x[i]);
            part.y.push_back(rows.y[i]);
        }
        return part;
    };
    Split split;
    split.pool = chosen(dealt.pool);
    split.validation = chosen(dealt.validation);
    const auto [low, high] = std::minmax_element(rows.x.begin(), rows.x.end());
    split.domain = {*low, *high};
    return split;
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

/// Of a curve or of classes.
std::size_t poolSize(const DataSource &data)
{
    if (data.kind == DataSource::Kind::GeneratedClasses)
        return kGeneratedClassPoolSize;
    if (problemOf(data) == Problem::Classes) {
        const ClassTablePtr table = shippedClassTable(*findShippedSet(data.shipped));
        return dealtPoolSize(table->rows.size(), table->publishedTraining);
    }
    const TablePtr table = realTable(data);
    return table ? dealtPoolSize(table->rows.size()) : kGeneratedPoolSize;
}

Interval rangeOf(const Split &split)
{
    Interval range{split.pool.y.front(), split.pool.y.front()};
    for (const Dataset *part : {&split.pool, &split.validation}) {
        for (const double y : part->y) {
            range.low = std::min(range.low, y);
            range.high = std::max(range.high, y);
        }
    }
    return range;
}

} // namespace

Split withTrainSize(Split split, int trainSize)
{
    split.trainSize = std::min(static_cast<std::size_t>(trainSize), split.pool.size());
    return split;
}

Split drawSplit(const Scenario &scenario)
{
    const TablePtr table = realTable(scenario.data);
    Split split = table ? dealtSplit(table->rows, scenario.seed) : generatedSplit(scenario);
    split.range = rangeOf(split);
    split.tolerance = standardDeviation(split.pool.y) / 2;
    return withTrainSize(std::move(split), scenario.trainSize);
}

int largestTrainSize(const DataSource &data)
{
    return static_cast<int>(std::min(poolSize(data), static_cast<std::size_t>(kTrainSizeRange.high)));
}

} // namespace overfit
