// SPDX-License-Identifier: GPL-3.0-or-later
// A small matrix product (Legendre polynomials at the examples, times coefficients) whose results are scored
// while they are still in registers: eight examples by two candidates at a time.
#include "core/analysis/scoreboard.h"

#include "core/model/lanes.h"
#include "core/model/legendre.h"
#include "core/model/polynomial.h"

#include <algorithm>
#include <array>

namespace overfit {

namespace {

constexpr std::size_t kTile = 8; ///< examples
constexpr std::size_t kLanes = kTile / 2;

using Tile = std::array<Lanes, kLanes>;

/// Sums of one candidate, lane by lane.
struct Sums {
    std::size_t count = 0;
    Lanes squared = Lanes::Zero();
    Lanes absolute = Lanes::Zero();
    std::size_t within = 0;

    void add(const Lanes &miss, double tolerance)
    {
        squared += miss * miss;
        absolute += miss;
        within += std::size_t(miss[0] <= tolerance) + std::size_t(miss[1] <= tolerance);
    }
};

/// Two neighbours among the candidates (or the last one and an idle twin).
struct Couple {
    std::vector<std::array<double, 2>> coefficients; ///< of P_0, P_1, …
    std::array<std::size_t, 2> examples{}; ///< how many each is scored on
    std::array<Sums, 2> sums;
};

using Predictions = std::array<Tile, 2>;

Predictions predict(const Tile *basis, const Couple &couple)
{
    Predictions sums;
    for (Tile &tile : sums)
        tile.fill(Lanes::Zero());
    for (const auto &[first, second] : couple.coefficients) {
        const Tile &values = *basis++;
        const Lanes a = Lanes::Constant(first);
        const Lanes b = Lanes::Constant(second);
        unrolled<kLanes>([&, p = &values](auto lane) {
            sums[0][lane] += a * (*p)[lane];
            sums[1][lane] += b * (*p)[lane];
        });
    }
    return sums;
}

void scoreWhole(const Tile &predicted, const Tile &y, double tolerance, Sums &sums)
{
    unrolled<kLanes>([&](auto lane) { sums.add((y[lane] - predicted[lane]).abs(), tolerance); });
    sums.count += kTile;
}

void scoreFirst(std::size_t count, const Tile &predicted, const Tile &y, double tolerance, Sums &sums)
{
    for (std::size_t i = 0; i < count; ++i) {
        const auto at = static_cast<Eigen::Index>(i % 2);
        const double miss = std::abs(y[i / 2][at] - predicted[i / 2][at]);
        sums.squared[at] += miss * miss;
        sums.absolute[at] += miss;
        sums.within += std::size_t(miss <= tolerance);
    }
    sums.count += count;
}

} // namespace

struct Scoreboard::State {
    Interval domain;
    double tolerance = 0;
    std::vector<LegendreStep> steps;
    std::vector<Couple> couples;
    std::vector<Tile> basis; ///< P_0, P_1, … at the examples of a tile
    std::size_t seen = 0;

    void fillBasis(std::span<const double> x);
    void addTile(const Examples &tile);
};

// Lanes beyond the last example keep what an earlier tile left there; they are never scored.
void Scoreboard::State::fillBasis(std::span<const double> x)
{
    Tile u = basis.size() > 1 ? basis[1] : Tile();
    for (std::size_t i = 0; i < x.size(); ++i)
        u[i / 2][static_cast<Eigen::Index>(i % 2)] = toUnit(domain, x[i]);
    if (basis.size() > 1)
        basis[1] = u;
    Tile before = basis[0];
    Tile last = u;
    for (std::size_t k = 1; k < steps.size(); ++k) {
        const Lanes slope = Lanes::Constant(steps[k].slope);
        const Lanes back = Lanes::Constant(steps[k].back);
        Tile &next = basis[k + 1];
        unrolled<kLanes>([&](auto lane) {
            const Lanes value = slope * u[lane] * last[lane] - back * before[lane];
            before[lane] = last[lane];
            last[lane] = value;
            next[lane] = value;
        });
    }
}

void Scoreboard::State::addTile(const Examples &tile)
{
    fillBasis(tile.x);
    Tile y;
    y.fill(Lanes::Zero());
    for (std::size_t i = 0; i < tile.size(); ++i)
        y[i / 2][static_cast<Eigen::Index>(i % 2)] = tile.y[i];
    const auto first = std::find_if(
        couples.begin(), couples.end(), [this](const Couple &couple) { return couple.examples[1] > seen; });
    for (auto couple = first; couple != couples.end(); ++couple) {
        const Predictions predicted = predict(basis.data(), *couple);
        for (std::size_t i = 0; i < 2; ++i) {
            const std::size_t left = couple->examples[i] - std::min(seen, couple->examples[i]);
            if (left >= kTile && tile.size() == kTile)
                scoreWhole(predicted[i], y, tolerance, couple->sums[i]);
            else
                scoreFirst(std::min(left, tile.size()), predicted[i], y, tolerance, couple->sums[i]);
        }
    }
    seen += tile.size();
}

Scoreboard::Scoreboard(const Candidates &candidates, double tolerance) : m_state(std::make_unique<State>())
{
    const Matrix &coefficients = candidates.coefficients;
    Tile zero;
    zero.fill(Lanes::Zero());
    m_state->domain = candidates.domain;
    m_state->tolerance = tolerance;
    m_state->steps = legendreSteps(static_cast<int>(coefficients.rows()) - 1);
    m_state->basis.assign(coefficients.rows(), zero);
    m_state->basis[0].fill(Lanes::Ones());
    m_state->couples.reserve((coefficients.columns() + 1) / 2);
    for (std::size_t j = 0; j < coefficients.columns(); j += 2) {
        const std::size_t twin = std::min(j + 1, coefficients.columns() - 1);
        Couple couple;
        couple.coefficients.reserve(candidates.terms[twin]);
        for (std::size_t k = 0; k < candidates.terms[twin]; ++k)
            couple.coefficients.push_back({coefficients(k, j), coefficients(k, twin)});
        couple.examples = {candidates.examples[j], candidates.examples[twin]};
        m_state->couples.push_back(std::move(couple));
    }
}

Scoreboard::~Scoreboard() = default;

void Scoreboard::add(const Examples &examples)
{
    for (std::size_t at = 0; at < examples.size(); at += kTile) {
        const std::size_t count = std::min(kTile, examples.size() - at);
        m_state->addTile({examples.x.subspan(at, count), examples.y.subspan(at, count)});
    }
}

Tally Scoreboard::tally(std::size_t candidate) const
{
    const Sums &sums = m_state->couples[candidate / 2].sums[candidate % 2];
    return {sums.count, sums.squared.sum(), sums.absolute.sum(), sums.within};
}

} // namespace overfit
