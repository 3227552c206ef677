// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sweep.h"

#include "core/analysis/epoch_run.h"
#include "core/analysis/pointwise_sweep.h"
#include "core/analysis/scoreboard.h"
#include "core/analysis/tally.h"
#include "core/model/triangular_system.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <utility>

namespace overfit {

namespace {

/// From so many new rows on, reflectors of all of them together are cheaper than a rotation for each.
constexpr std::size_t kManyRows = 64;

/// The models of a sweep, and what the dial says for each.
struct Trained {
    std::vector<int> values;
    Candidates candidates;
};

Examples between(const Examples &examples, std::size_t from, std::size_t to)
{
    return {examples.x.subspan(from, to - from), examples.y.subspan(from, to - from)};
}

/// Gives the examples to @p sink in pieces, unless stopped in between; says whether it came to the end.
template <typename Sink>
bool feed(const Examples &examples, const StopToken &stop, Sink &sink)
{
    for (std::size_t at = 0; at < examples.size(); at += kChunkRows) {
        if (stop.requested())
            return false;
        sink.add(between(examples, at, std::min(examples.size(), at + kChunkRows)));
    }
    return !stop.requested();
}

std::optional<Trained> trainDegrees(const Scenario &scenario, const Split &split, const StopToken &stop)
{
    constexpr int columns = kDegreeRange.high + 1;
    TriangularSystem system(split.domain, columns, scenario.ridge);
    if (!feed(split.training(), stop, system))
        return std::nullopt;
    Trained trained{{}, {split.domain, system.solveAll().coefficients, {}, {}}};
    for (int degree = 0; degree < columns; ++degree) {
        trained.values.push_back(degree);
        trained.candidates.terms.push_back(static_cast<std::size_t>(degree) + 1);
    }
    trained.candidates.examples.assign(trained.values.size(), split.training().size());
    return trained;
}

bool grow(TriangularSystem &system, const Examples &examples, const StopToken &stop)
{
    if (examples.size() >= kManyRows)
        return feed(examples, stop, system);
    for (std::size_t i = 0; i < examples.size(); ++i)
        system.add(examples.x[i], examples.y[i]);
    return !stop.requested();
}

std::optional<Trained> trainSizesOf(const Scenario &scenario, const Split &split, const StopToken &stop)
{
    const std::vector<int> sizes = trainSizesUpTo(split.pool.size(), kMostTrainSizes);
    const auto terms = static_cast<std::size_t>(scenario.degree) + 1;
    TriangularSystem system(split.domain, scenario.degree + 1, scenario.ridge);
    Matrix coefficients(terms, sizes.size());
    std::size_t grown = 0;
    for (std::size_t j = 0; j < sizes.size(); ++j) {
        const auto size = static_cast<std::size_t>(sizes[j]);
        if (!grow(system, between(split.pool.examples(), grown, size), stop))
            return std::nullopt;
        const std::vector<double> solution = system.currentCoefficients();
        std::copy(solution.begin(), solution.end(), coefficients.column(j));
        grown = size;
    }
    const std::vector<std::size_t> each(sizes.size(), terms);
    return Trained{sizes, {split.domain, std::move(coefficients), each, {sizes.begin(), sizes.end()}}};
}

/// Sums of squares of y about the mean of the first so many, for rising numbers of them.
std::vector<double> totalsOf(std::span<const double> y, const std::vector<std::size_t> &counts)
{
    if (counts.front() == counts.back())
        return std::vector<double>(counts.size(), totalSquares(y.first(counts.back())));
    std::vector<double> totals;
    RunningSpread spread;
    std::size_t seen = 0;
    for (const std::size_t count : counts) {
        for (; seen < count; ++seen)
            spread.add(y[seen]);
        totals.push_back(spread.total());
    }
    return totals;
}

std::optional<std::vector<Metrics>> score(
    const Candidates &candidates, const Examples &examples, double tolerance, const StopToken &stop)
{
    Scoreboard board(candidates, tolerance);
    if (!feed(examples, stop, board))
        return std::nullopt;
    const std::vector<double> totals = totalsOf(examples.y, candidates.examples);
    std::vector<Metrics> metrics;
    for (std::size_t j = 0; j < totals.size(); ++j)
        metrics.push_back(metricsOf(board.tally(j), totals[j]));
    return metrics;
}

std::optional<Sweep> scoredSweep(Trained trained, const Split &split, Dial dial, const StopToken &stop)
{
    const Examples seen = split.pool.examples().first(trained.candidates.examples.back());
    const auto training = score(trained.candidates, seen, split.tolerance, stop);
    trained.candidates.examples.assign(trained.values.size(), split.validation.size());
    const auto validation = score(trained.candidates, split.validation.examples(), split.tolerance, stop);
    if (!training || !validation)
        return std::nullopt;
    Sweep result{dial, {}, {}};
    for (std::size_t j = 0; j < trained.values.size(); ++j)
        result.points.push_back({trained.values[j], (*training)[j], (*validation)[j]});
    result.best = bestOf(result.points);
    return result;
}

std::optional<Sweep> plainSweep(
    const Scenario &scenario, const Split &split, Dial dial, const StopToken &stop)
{
    auto trained =
        dial == Dial::Degree ? trainDegrees(scenario, split, stop) : trainSizesOf(scenario, split, stop);
    if (!trained)
        return std::nullopt;
    return scoredSweep(std::move(*trained), split, dial, stop);
}

Split scaled(Split split, double scale)
{
    for (std::vector<double> *y : {&split.pool.y, &split.validation.y})
        std::transform(y->begin(), y->end(), y->begin(), [=](double value) { return scale * value; });
    split.tolerance *= scale;
    return split;
}

/// The curve of models that are trained for a number of epochs, each by itself.
std::optional<Sweep> trainedSweep(
    const Scenario &scenario, const Split &split, Dial dial, const StopToken &stop)
{
    Split part = split; // once: own data may be large
    const auto pointAt = [&](int value) -> std::optional<SweepPoint> {
        Scenario there = scenario;
        (dial == Dial::Degree ? there.degree : there.trainSize) = value;
        part.trainSize = std::min(static_cast<std::size_t>(there.trainSize), part.pool.size());
        const std::optional<Polynomial> polynomial = trainCurve(there, part, stop);
        if (!polynomial)
            return std::nullopt;
        return SweepPoint{value, measure(*polynomial, part.training(), part.tolerance),
            measure(*polynomial, part.validation.examples(), part.tolerance)};
    };
    return pointwiseSweep(dial,
        dial == Dial::Degree ? degreesOf(Problem::Curve)
                             : trainSizesUpTo(split.pool.size(), kMostSeparateTrainSizes),
        pointAt);
}

} // namespace

std::optional<Sweep> sweep(const Scenario &scenario, const Split &split, Dial dial, const StopToken &stop)
{
    if (scenario.epochs != kFullyTrained)
        return trainedSweep(scenario, split, dial, stop);
    const double scale = std::min(safeScale(split.pool.y), safeScale(split.validation.y));
    if (scale == 1)
        return plainSweep(scenario, split, dial, stop);
    auto result = plainSweep(scenario, scaled(split, scale), dial, stop);
    for (std::size_t i = 0; result && i < result->points.size(); ++i) {
        SweepPoint &point = result->points[i];
        point.training = unscaled(point.training, scale);
        point.validation = unscaled(point.validation, scale);
    }
    return result;
}

} // namespace overfit
