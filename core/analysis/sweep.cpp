// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sweep.h"

#include "core/analysis/epoch_run.h"
#include "core/analysis/pointwise_sweep.h"
#include "core/analysis/scoreboard.h"
#include "core/analysis/tally.h"
#include "core/model/least_squares.h"
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
    std::vector<double> values;
    Candidates candidates;
};

std::optional<Trained> trainDegrees(
    const Scenario &scenario, const Split &split, const std::vector<double> &degrees, const StopToken &stop)
{
    TriangularSystem system(split.domain, static_cast<int>(degrees.back()) + 1, scenario.model.ridge);
    if (!system.add(split.training(), stop))
        return std::nullopt;
    const Matrix all = system.solveAll().coefficients;
    Matrix coefficients(all.rows(), degrees.size());
    std::vector<std::size_t> terms;
    for (std::size_t j = 0; j < degrees.size(); ++j) {
        const auto degree = static_cast<std::size_t>(degrees[j]);
        std::copy_n(all.column(degree), all.rows(), coefficients.column(j));
        terms.push_back(degree + 1);
    }
    const std::vector<std::size_t> each(degrees.size(), split.training().size());
    return Trained{degrees, {split.domain, std::move(coefficients), std::move(terms), each}};
}

/// One factorisation serves all penalties: each adds its own rows to the triangle that is left of the data
/// (Golub and Van Loan, Matrix Computations, 4th ed., 6.1.4).
std::optional<Trained> trainRidges(
    const Scenario &scenario, const Split &split, const std::vector<double> &ridges, const StopToken &stop)
{
    const auto terms = static_cast<std::size_t>(scenario.model.degree) + 1;
    TriangularSystem system(split.domain, scenario.model.degree + 1, 0);
    if (!system.add(split.training(), stop))
        return std::nullopt;
    Matrix coefficients(terms, ridges.size());
    for (std::size_t j = 0; j < ridges.size(); ++j) {
        if (stop.requested())
            return std::nullopt;
        const Solution solution = system.withRidge(ridges[j]).solve(static_cast<int>(terms));
        std::copy(solution.coefficients.begin(), solution.coefficients.end(), coefficients.column(j));
    }
    const std::vector<std::size_t> each(ridges.size(), split.training().size());
    return Trained{ridges,
        {split.domain, std::move(coefficients), std::vector<std::size_t>(ridges.size(), terms), each}};
}

bool grow(TriangularSystem &system, const Examples &examples, const StopToken &stop)
{
    if (examples.size() >= kManyRows)
        return system.add(examples, stop);
    for (std::size_t i = 0; i < examples.size(); ++i)
        system.add(examples.x[i], examples.y[i]);
    return !stop.requested();
}

std::optional<Trained> trainSizes(
    const Scenario &scenario, const Split &split, const std::vector<double> &sizes, const StopToken &stop)
{
    const auto terms = static_cast<std::size_t>(scenario.model.degree) + 1;
    TriangularSystem system(split.domain, scenario.model.degree + 1, scenario.model.ridge);
    Matrix coefficients(terms, sizes.size());
    std::size_t grown = 0;
    for (std::size_t j = 0; j < sizes.size(); ++j) {
        const auto size = static_cast<std::size_t>(sizes[j]);
        if (!grow(system, split.pool->examples().between(grown, size), stop))
            return std::nullopt;
        const std::vector<double> solution = system.currentCoefficients();
        std::copy(solution.begin(), solution.end(), coefficients.column(j));
        grown = size;
    }
    const std::vector<std::size_t> each(sizes.size(), terms);
    std::vector<std::size_t> seen;
    seen.reserve(sizes.size());
    for (const double size : sizes)
        seen.push_back(static_cast<std::size_t>(size));
    return Trained{sizes, {split.domain, std::move(coefficients), each, std::move(seen)}};
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
    if (!board.add(examples, stop))
        return std::nullopt;
    const std::vector<double> totals = totalsOf(examples.y, candidates.examples);
    std::vector<Metrics> metrics;
    for (std::size_t j = 0; j < totals.size(); ++j)
        metrics.push_back(metricsOf(board.tally(j), totals[j]));
    return metrics;
}

std::optional<Sweep> scoredSweep(Trained trained, const Split &split, Dial dial, const StopToken &stop)
{
    const Examples seen = split.pool->examples().first(trained.candidates.examples.back());
    const auto training = score(trained.candidates, seen, split.tolerance, stop);
    trained.candidates.examples.assign(trained.values.size(), split.validation->size());
    const auto validation = score(trained.candidates, split.validation->examples(), split.tolerance, stop);
    if (!training || !validation)
        return std::nullopt;
    Sweep result{dial, {}, {}};
    for (std::size_t j = 0; j < trained.values.size(); ++j)
        result.points.push_back({trained.values[j], (*training)[j], (*validation)[j]});
    result.best = bestOf(result.points);
    return result;
}

/// Fully trained models of a curve that come out of one another.
std::optional<Trained> trainTogether(const Scenario &scenario, const Split &split, Dial dial,
    const std::vector<double> &values, const StopToken &stop)
{
    if (dial == Dial::Degree)
        return trainDegrees(scenario, split, values, stop);
    return dial == Dial::TrainSize ? trainSizes(scenario, split, values, stop)
                                   : trainRidges(scenario, split, values, stop);
}

bool canTrainTogether(const Scenario &scenario, Dial dial)
{
    return scenario.model.epochs == kFullyTrained
        && (dial == Dial::Degree || dial == Dial::TrainSize || dial == Dial::Ridge);
}

std::optional<Sweep> sweepTogether(const Scenario &scenario, const Split &split, Dial dial,
    const std::vector<double> &values, const StopToken &stop)
{
    auto trained = trainTogether(scenario, split, dial, values, stop);
    if (!trained)
        return std::nullopt;
    return scoredSweep(std::move(*trained), split, dial, stop);
}

Split scaled(Split split, double scale)
{
    for (Shared<Dataset> *part : {&split.pool, &split.validation}) {
        Dataset data = **part;
        for (double &y : data.y)
            y *= scale;
        *part = std::move(data);
    }
    split.tolerance *= scale;
    return split;
}

std::optional<Polynomial> trainAlone(const Scenario &scenario, const Split &split, const StopToken &stop)
{
    if (scenario.model.epochs != kFullyTrained)
        return trainCurve(scenario, split.training(), split.domain, stop);
    const std::optional<Fit> fit =
        fitPolynomial(split.training(), split.domain, scenario.model.degree, scenario.model.ridge, stop);
    return fit ? std::optional(fit->polynomial) : std::nullopt;
}

/// The curve of models that are trained each by itself.
std::optional<Sweep> sweepEachAlone(const Scenario &scenario, const Split &split, Dial dial,
    const std::vector<double> &values, const StopToken &stop)
{
    const auto pointAt = [&](double value) -> std::optional<SweepPoint> {
        const Scenario there = withDialValue(scenario, dial, value);
        const Split part = withTrainSize(split, there.sampling.trainSize);
        const std::optional<Polynomial> polynomial = trainAlone(there, part, stop);
        if (!polynomial)
            return std::nullopt;
        return SweepPoint{value, measure(*polynomial, part.training(), part.tolerance),
            measure(*polynomial, part.validation->examples(), part.tolerance)};
    };
    return pointwiseSweep(dial, values, pointAt);
}

} // namespace

std::optional<Sweep> sweep(const Scenario &scenario, const Split &split, Dial dial, const StopToken &stop)
{
    const int most = canTrainTogether(scenario, dial) ? kMostTrainSizes : kMostSeparateModels;
    return sweepAt(
        scenario, split, dial, dialValues(scenario, dial, static_cast<int>(split.pool->size()), most), stop);
}

std::optional<Sweep> sweepAt(const Scenario &scenario, const Split &split, Dial dial,
    const std::vector<double> &values, const StopToken &stop)
{
    if (!canTrainTogether(scenario, dial))
        return sweepEachAlone(scenario, split, dial, values, stop);
    const double scale = std::min(safeScale(split.pool->y), safeScale(split.validation->y));
    if (scale == 1)
        return sweepTogether(scenario, split, dial, values, stop);
    auto result = sweepTogether(scenario, scaled(split, scale), dial, values, stop);
    for (std::size_t i = 0; result && i < result->points.size(); ++i) {
        SweepPoint &point = result->points[i];
        point.training = unscaled(point.training, scale);
        point.validation = unscaled(point.validation, scale);
    }
    return result;
}

} // namespace overfit
