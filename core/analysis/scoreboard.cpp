// SPDX-License-Identifier: GPL-3.0-or-later
// A small matrix product (Legendre polynomials at the examples, times coefficients) whose results are scored
// while they are still in registers: eight examples by two candidates at a time.
#include "core/analysis/scoreboard.h"

#include "core/model/lanes.h"
#include "core/model/legendre.h"
#include "core/model/polynomial.h"
#include "core/parallel.h"

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

    void add(const Sums &more)
    {
        count += more.count;
        squared += more.squared;
        absolute += more.absolute;
        within += more.within;
    }
};

using CoupleSums = std::array<Sums, 2>;

/// Two neighbours among the candidates (or the last one and an idle twin).
struct Couple {
    std::vector<std::array<double, 2>> coefficients; ///< of P_0, P_1, …
    std::array<std::size_t, 2> examples{}; ///< how many each is scored on
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

/// What does not change.
struct Scoreboard::Plan {
    Interval domain;
    double tolerance = 0;
    std::size_t terms = 0;
    std::vector<LegendreStep> steps;
    std::vector<Couple> couples;
};

/// Over examples that follow one another.
class Scoreboard::Pass
{
public:
    /// @p before: how many examples come before the first one.
    Pass(const Plan &plan, std::size_t before)
        : m_plan(plan), m_sums(plan.couples.size()), m_basis(plan.terms, zeros()), m_seen(before)
    {
        m_basis[0].fill(Lanes::Ones());
    }

    void add(const Examples &examples)
    {
        for (std::size_t at = 0; at < examples.size(); at += kTile)
            addTile(examples.between(at, std::min(at + kTile, examples.size())));
    }

    /// What was seen by one that began where this one has ended.
    void add(const Pass &next)
    {
        for (std::size_t i = 0; i < m_sums.size(); ++i)
            for (std::size_t j = 0; j < 2; ++j)
                m_sums[i][j].add(next.m_sums[i][j]);
        m_seen = next.m_seen;
    }

    [[nodiscard]] std::size_t seen() const { return m_seen; }
    [[nodiscard]] const Sums &sums(std::size_t candidate) const
    {
        return m_sums[candidate / 2][candidate % 2];
    }

private:
    static Tile zeros()
    {
        Tile tile;
        tile.fill(Lanes::Zero());
        return tile;
    }

    void fillBasis(std::span<const double> x);
    void addTile(const Examples &tile);

    const Plan &m_plan;
    std::vector<CoupleSums> m_sums; ///< of each couple
    std::vector<Tile> m_basis; ///< P_0, P_1, … at the examples of a tile
    std::size_t m_seen;
};

// Lanes beyond the last example keep what an earlier tile left there; they are never scored.
void Scoreboard::Pass::fillBasis(std::span<const double> x)
{
    Tile u = m_basis.size() > 1 ? m_basis[1] : Tile();
    for (std::size_t i = 0; i < x.size(); ++i)
        u[i / 2][static_cast<Eigen::Index>(i % 2)] = toUnit(m_plan.domain, x[i]);
    if (m_basis.size() > 1)
        m_basis[1] = u;
    Tile before = m_basis[0];
    Tile last = u;
    for (std::size_t k = 1; k < m_plan.steps.size(); ++k) {
        const Lanes slope = Lanes::Constant(m_plan.steps[k].slope);
        const Lanes back = Lanes::Constant(m_plan.steps[k].back);
        Tile &next = m_basis[k + 1];
        unrolled<kLanes>([&](auto lane) {
            const Lanes value = slope * u[lane] * last[lane] - back * before[lane];
            before[lane] = last[lane];
            last[lane] = value;
            next[lane] = value;
        });
    }
}

void Scoreboard::Pass::addTile(const Examples &tile)
{
    fillBasis(tile.x);
    Tile y = zeros();
    for (std::size_t i = 0; i < tile.size(); ++i)
        y[i / 2][static_cast<Eigen::Index>(i % 2)] = tile.y[i];
    const std::vector<Couple> &couples = m_plan.couples;
    const auto first = std::find_if(
        couples.begin(), couples.end(), [this](const Couple &couple) { return couple.examples[1] > m_seen; });
    for (auto couple = first; couple != couples.end(); ++couple) {
        const Predictions predicted = predict(m_basis.data(), *couple);
        CoupleSums &sums = m_sums[static_cast<std::size_t>(couple - couples.begin())];
        for (std::size_t i = 0; i < 2; ++i) {
            const std::size_t left = couple->examples[i] - std::min(m_seen, couple->examples[i]);
            if (left >= kTile && tile.size() == kTile)
                scoreWhole(predicted[i], y, m_plan.tolerance, sums[i]);
            else
                scoreFirst(std::min(left, tile.size()), predicted[i], y, m_plan.tolerance, sums[i]);
        }
    }
    m_seen += tile.size();
}

Scoreboard::Scoreboard(const Candidates &candidates, double tolerance)
{
    const Matrix &coefficients = candidates.coefficients;
    auto plan = std::make_unique<Plan>();
    plan->domain = candidates.domain;
    plan->tolerance = tolerance;
    plan->terms = coefficients.rows();
    plan->steps = legendreSteps(static_cast<int>(coefficients.rows()) - 1);
    plan->couples.reserve((coefficients.columns() + 1) / 2);
    for (std::size_t j = 0; j < coefficients.columns(); j += 2) {
        const std::size_t twin = std::min(j + 1, coefficients.columns() - 1);
        Couple couple;
        couple.coefficients.reserve(candidates.terms[twin]);
        for (std::size_t k = 0; k < candidates.terms[twin]; ++k)
            couple.coefficients.push_back({coefficients(k, j), coefficients(k, twin)});
        couple.examples = {candidates.examples[j], candidates.examples[twin]};
        plan->couples.push_back(std::move(couple));
    }
    m_plan = std::move(plan);
    m_pass = std::make_unique<Pass>(*m_plan, 0);
}

Scoreboard::~Scoreboard() = default;

bool Scoreboard::add(const Examples &examples, const StopToken &stop)
{
    if (examples.size() <= kBlockRows) {
        m_pass->add(examples);
        return !stop.requested();
    }
    const std::size_t before = m_pass->seen();
    return forBlocks<Pass>(
        examples.size(), kBlockRows, stop,
        [&](const RowBlock &block) {
            Pass pass(*m_plan, before + block.from);
            pass.add(examples.between(block.from, block.to));
            return pass;
        },
        [this](const Pass &pass) { m_pass->add(pass); });
}

Tally Scoreboard::tally(std::size_t candidate) const
{
    const Sums &sums = m_pass->sums(candidate);
    return {sums.count, sums.squared.sum(), sums.absolute.sum(), sums.within};
}

} // namespace overfit
