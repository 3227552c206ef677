// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/class_split.h"

#include "core/random.h"
#include "core/sampling/dealing.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace overfit {
namespace {

struct Streams {
    Stream inputs;
    Stream noise;
};

void append(ClassDataset &data, double x1, double x2, std::uint8_t label)
{
    data.x1.push_back(x1);
    data.x2.push_back(x2);
    data.label.push_back(label);
}

ClassDataset generatedExamples(const Scenario &scenario, std::size_t count, Streams streams)
{
    Random inputs(scenario.data.seed, streams.inputs);
    Random noise(scenario.data.seed, streams.noise);
    const Shape shape = scenario.data.source.shape();
    ClassDataset result;
    for (std::size_t i = 0; i < count; ++i) {
        const ShapePoint point = drawShapePoint(shape, inputs);
        const bool isWrong = noise.uniform() < scenario.data.labelNoise;
        append(
            result, point.x1, point.x2, static_cast<std::uint8_t>(isWrong ? 1 - point.label : point.label));
    }
    return result;
}

ClassDataset chosen(const ClassDataset &rows, const std::vector<std::size_t> &indices)
{
    ClassDataset result;
    for (const std::size_t i : indices)
        append(result, rows.x1[i], rows.x2[i], rows.label[i]);
    return result;
}

Interval rangeOf(const std::vector<double> &values)
{
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high};
}

/// With points put in place by hand instead of those that were drawn.
ClassSplit withPoints(ClassSplit split, const Divided<ClassDataset> &points)
{
    split.pool = points.pool;
    split.validation = points.validation;
    split.domain = {widened(split.domain.x1, split.pool->x1), widened(split.domain.x2, split.pool->x2)};
    return split;
}

ClassSplit dealtSplit(const ClassTable &table, std::uint64_t seed)
{
    const std::size_t rows = table.rows.size();
    DealtRows dealt = dealtRows(rows, seed, table.publishedTraining);
    ClassSplit split;
    if (rows > kMostClassRows && table.publishedTraining == 0) {
        dealt.pool.resize(dealtPoolSize(kMostClassRows));
        dealt.validation.resize(kMostClassRows - dealt.pool.size());
        split.sampledFrom = rows;
    }
    split.pool = chosen(table.rows, dealt.pool);
    split.validation = chosen(table.rows, dealt.validation);
    split.domain = {rangeOf(table.rows.x1), rangeOf(table.rows.x2)};
    return split;
}

} // namespace

Interval widened(Interval interval, const std::vector<double> &values)
{
    const Interval range = rangeOf(values);
    return {std::min(interval.low, range.low), std::max(interval.high, range.high)};
}

ClassSplit withTrainSize(ClassSplit split, int trainSize)
{
    split.trainSize = std::min(static_cast<std::size_t>(trainSize), split.pool->size());
    return split;
}

ClassSplit drawClassSplit(const Scenario &scenario)
{
    const ClassTablePtr table = scenario.data.source.classTable();
    ClassSplit split = table ? dealtSplit(*table, scenario.data.seed)
                             : drawGeneratedClassSplit(scenario, kGeneratedClassPoolSize);
    if (scenario.data.points)
        split = withPoints(std::move(split), scenario.data.points->classes);
    return withTrainSize(std::move(split), scenario.sampling.trainSize);
}

ClassSplit drawGeneratedClassSplit(const Scenario &scenario, std::size_t poolSize)
{
    ClassSplit split;
    split.pool = generatedExamples(scenario, poolSize, {Stream::TrainingInputs, Stream::TrainingNoise});
    split.validation = generatedExamples(
        scenario, kGeneratedClassValidationSize, {Stream::ValidationInputs, Stream::ValidationNoise});
    split.domain = {kGeneratedDomain, kGeneratedDomain};
    return withTrainSize(std::move(split), scenario.sampling.trainSize);
}

} // namespace overfit
