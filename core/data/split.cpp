// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/split.h"

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

/// The rows of real data; nullptr for generated data and for an unknown set.
TablePtr realTable(const DataSource &data)
{
    if (data.kind == DataSource::Kind::Own)
        return data.own;
    const ShippedSet *const set =
        data.kind == DataSource::Kind::Shipped ? findShippedSet(data.shipped) : nullptr;
    return set ? shippedTable(*set) : nullptr;
}

/// 30 %, rounded, and at least one.
std::size_t validationSize(std::size_t rows)
{
    return std::max<std::size_t>(1, (3 * rows + 5) / 10);
}

std::vector<std::size_t> shuffledIndices(std::size_t count, std::uint64_t seed)
{
    Random random(seed, Stream::Order);
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    for (std::size_t left = count; left > 1; --left)
        std::swap(order[left - 1], order[static_cast<std::size_t>(random.below(left))]);
    return order;
}

Split dealtSplit(const Dataset &rows, std::uint64_t seed)
{
    const std::vector<std::size_t> order = shuffledIndices(rows.size(), seed);
    const std::size_t poolSize = rows.size() - validationSize(rows.size());
    Split split;
    for (std::size_t i = 0; i < order.size(); ++i) {
        Dataset &part = i < poolSize ? split.pool : split.validation;
        part.x.push_back(rows.x[order[i]]);
        part.y.push_back(rows.y[order[i]]);
    }
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
    const TablePtr table = realTable(data);
    if (!table)
        return static_cast<int>(kGeneratedPoolSize);
    const std::size_t pool = table->rows.size() - validationSize(table->rows.size());
    return static_cast<int>(std::min(pool, static_cast<std::size_t>(kTrainSizeRange.high)));
}

} // namespace overfit
