// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/polynomial.h"

#include "core/model/lanes.h"
#include "core/model/legendre.h"
#include "core/parallel.h"

#include <algorithm>
#include <array>

namespace overfit {

namespace {

double clenshaw(std::span<const double> coefficients, std::span<const LegendreStep> steps, double u)
{
    double last = 0;
    double before = 0;
    for (std::size_t k = coefficients.size(); k-- > 0;) {
        const double next = coefficients[k] + steps[k].slope * u * last - steps[k + 1].back * before;
        before = last;
        last = next;
    }
    return last;
}

constexpr std::size_t kTile = 8;
using Tile = std::array<Lanes, kTile / 2>;

// The same operations on eight x side by side: each step of the recurrence waits for the one before it.
std::array<double, kTile> clenshaw(std::span<const double> coefficients, std::span<const LegendreStep> steps,
    const std::array<double, kTile> &u)
{
    Tile last;
    last.fill(Lanes::Zero());
    Tile before = last;
    for (std::size_t k = coefficients.size(); k-- > 0;) {
        const Lanes coefficient = Lanes::Constant(coefficients[k]);
        unrolled<kTile / 2>([&](auto lane) {
            const Lanes next = coefficient + steps[k].slope * loadLanes(u.data() + 2 * lane) * last[lane]
                - steps[k + 1].back * before[lane];
            before[lane] = last[lane];
            last[lane] = next;
        });
    }
    std::array<double, kTile> values{};
    unrolled<kTile / 2>([&](auto lane) { Lanes::Map(values.data() + 2 * lane) = last[lane]; });
    return values;
}

std::vector<LegendreStep> stepsFor(const Polynomial &polynomial)
{
    return legendreSteps(polynomial.degree() + 2);
}

void evaluateInto(double *values, const Polynomial &polynomial, std::span<const double> x)
{
    const std::vector<LegendreStep> steps = stepsFor(polynomial);
    for (std::size_t at = 0; at < x.size(); at += kTile) {
        const std::size_t count = std::min(kTile, x.size() - at);
        std::array<double, kTile> u{};
        for (std::size_t i = 0; i < count; ++i)
            u[i] = toUnit(polynomial.domain, x[at + i]);
        const std::array<double, kTile> tile = clenshaw(polynomial.coefficients, steps, u);
        std::copy_n(tile.begin(), count, values + at);
    }
}

} // namespace

double toUnit(Interval domain, double x)
{
    // The distances from both ends: exactly -1 and 1 there, never beyond in between, and no centre that had
    // to be rounded. Halved first (which is exact), so that the width of no interval overflows.
    const double half = 0.5 * x;
    const double low = 0.5 * domain.low;
    const double high = 0.5 * domain.high;
    return ((half - low) - (high - half)) / (high - low);
}

double evaluate(const Polynomial &polynomial, double x)
{
    return clenshaw(polynomial.coefficients, stepsFor(polynomial), toUnit(polynomial.domain, x));
}

std::vector<double> evaluate(const Polynomial &polynomial, std::span<const double> x)
{
    std::vector<double> values(x.size());
    forBlocks(x.size(), kBlockRows, [&](const RowBlock &block) {
        const std::size_t count = block.to - block.from;
        evaluateInto(values.data() + block.from, polynomial, x.subspan(block.from, count));
    });
    return values;
}

} // namespace overfit
