// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/monomial.h"

#include "core/model/double_double.h"
#include "core/model/refinement.h"
#include "core/parallel.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <limits>

namespace overfit {

namespace {

using Numbers = std::vector<DoubleDouble>;

/// The polynomial sum_j powers[j] x^j, times u(x) = offset + slope x; the highest power is 0 and falls off.
Numbers timesUnit(const Numbers &powers, const DoubleDouble &offset, const DoubleDouble &slope)
{
    Numbers product(powers.size());
    for (std::size_t j = 0; j < powers.size(); ++j) {
        product[j] = powers[j] * offset;
        if (j > 0)
            product[j] += powers[j - 1] * slope;
    }
    return product;
}

// Clenshaw's recurrence, with polynomials in x in the place of numbers.
std::vector<double> inPowers(const Numbers &legendre, Interval domain)
{
    const DoubleDouble slope = DoubleDouble(2.0) / (DoubleDouble(domain.high) - domain.low);
    const DoubleDouble offset = preciseUnit(domain, 0.0);
    Numbers last(legendre.size());
    Numbers before(legendre.size());
    for (std::size_t k = legendre.size(); k-- > 0;) {
        const auto degree = static_cast<double>(k);
        const DoubleDouble forward = DoubleDouble(2 * degree + 1) / (degree + 1);
        const DoubleDouble back = DoubleDouble(degree + 1) / (degree + 2);
        Numbers next = timesUnit(last, offset, slope);
        for (std::size_t j = 0; j < next.size(); ++j)
            next[j] = next[j] * forward - before[j] * back;
        next[0] += legendre[k];
        before = std::move(last);
        last = std::move(next);
    }
    std::vector<double> powers(last.size());
    std::transform(last.begin(), last.end(), powers.begin(), [](const auto &c) { return c.rounded(); });
    return powers;
}

/// What is certain to be rounding becomes 0.
std::vector<double> withoutRounding(std::vector<double> powers, Interval domain, const Examples &examples)
{
    constexpr double kShare = 0x1p-64; // of the largest y; a double has 53 bits
    double largest = 0;
    for (const double y : examples.y)
        largest = std::max(largest, std::abs(y));
    const double reach = std::max(std::abs(domain.low), std::abs(domain.high));
    double power = 1;
    for (double &coefficient : powers) {
        if (std::abs(coefficient) * power < kShare * largest)
            coefficient = 0;
        power *= reach;
    }
    return powers;
}

double squaredResiduals(const Polynomial &polynomial, const Examples &examples)
{
    double squares = 0;
    const auto squaresOf = [&](const RowBlock &block) {
        const Examples part = examples.between(block.from, block.to);
        const std::vector<double> predicted = evaluate(polynomial, part.x);
        double sum = 0;
        for (std::size_t i = 0; i < predicted.size(); ++i)
            sum += (part.y[i] - predicted[i]) * (part.y[i] - predicted[i]);
        return sum;
    };
    static_cast<void>(forBlocks<double>(examples.size(), kBlockRows, StopToken(), squaresOf,
        [&squares](const double &sum) { squares += sum; }));
    return squares;
}

} // namespace

std::vector<double> monomialCoefficients(const Polynomial &polynomial)
{
    return inPowers({polynomial.coefficients.begin(), polynomial.coefficients.end()}, polynomial.domain);
}

std::vector<double> refinedMonomialCoefficients(const Examples &examples, Interval domain, int degree)
{
    return inPowers(refinedSolution(examples, domain, degree).coefficients, domain);
}

double cancellation(const std::vector<double> &coefficients, const Polynomial &polynomial)
{
    constexpr int kSteps = 200;
    std::vector<double> inputs;
    double terms = 0;
    for (int step = 0; step <= kSteps; ++step) {
        const double share = static_cast<double>(step) / kSteps;
        const double x = (1 - share) * polynomial.domain.low + share * polynomial.domain.high;
        double sum = 0;
        for (std::size_t k = coefficients.size(); k-- > 0;)
            sum = sum * std::abs(x) + std::abs(coefficients[k]);
        if (!std::isfinite(sum))
            return std::numeric_limits<double>::infinity();
        terms = std::max(terms, sum);
        inputs.push_back(x);
    }
    double largest = 0;
    for (const double value : evaluate(polynomial, inputs))
        largest = std::max(largest, std::abs(value));
    return terms == 0 ? 1 : terms / largest;
}

FitReport reportOf(const Fit &fit, const Examples &examples, double ridge, std::size_t mostRows)
{
    constexpr double kSafeCondition = 1e10; // the refined and the drawn solution agree to what can be seen
    const Interval domain = fit.polynomial.domain;
    const int degree = fit.polynomial.degree();
    const bool plain = ridge == 0 && fit.rank == degree + 1 && fit.condition < kSafeCondition;
    if (!plain || examples.size() > mostRows)
        return {monomialCoefficients(fit.polynomial), squaredResiduals(fit.polynomial, examples)};
    const RefinedSolution solution = refinedSolution(examples, domain, degree);
    double squares = 0;
    for (const DoubleDouble &residual : solution.residuals)
        squares += residual.rounded() * residual.rounded();
    return {withoutRounding(inPowers(solution.coefficients, domain), domain, examples), squares};
}

} // namespace overfit
