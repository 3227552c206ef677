// SPDX-License-Identifier: GPL-3.0-or-later
// What the program should print, computed in another way: in long double, by Eigen, one model after the
// other.
#pragma once

#include "core/data/dataset.h"

#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <vector>

namespace overfit::test {

using Real = long double;
using Columns = Eigen::Matrix<Real, Eigen::Dynamic, Eigen::Dynamic>;
using Numbers = Eigen::Matrix<Real, Eigen::Dynamic, 1>;

/// Legendre polynomials of the inputs, mapped from the domain to [-1, 1].
inline Columns legendreDesign(std::span<const double> x, Interval domain, int degree)
{
    Columns design(static_cast<Eigen::Index>(x.size()), degree + 1);
    for (Eigen::Index i = 0; i < design.rows(); ++i) {
        const Real u = (2 * Real(x[static_cast<std::size_t>(i)]) - domain.low - domain.high)
            / (Real(domain.high) - domain.low);
        design(i, 0) = 1;
        if (degree > 0)
            design(i, 1) = u;
        for (int k = 1; k < degree; ++k)
            design(i, k + 1) = ((2 * k + 1) * u * design(i, k) - k * design(i, k - 1)) / (k + 1);
    }
    return design;
}

inline Numbers numbersOf(std::span<const double> values)
{
    Numbers numbers(static_cast<Eigen::Index>(values.size()));
    std::copy(values.begin(), values.end(), numbers.begin());
    return numbers;
}

/// The least-squares fit with a ridge penalty on all but the constant; its predictions for @p x. There must
/// be one solution.
inline Numbers bruteForcePredictions(
    const Examples &training, Interval domain, int degree, double ridge, std::span<const double> x)
{
    const Columns design = legendreDesign(training.x, domain, degree);
    Columns system = Columns::Zero(design.rows() + degree, degree + 1);
    system.topRows(design.rows()) = design;
    system.bottomRightCorner(degree, degree).diagonal().setConstant(std::sqrt(Real(ridge)));
    Numbers targets = Numbers::Zero(system.rows());
    targets.head(design.rows()) = numbersOf(training.y);
    const Numbers coefficients = system.colPivHouseholderQr().solve(targets);
    return legendreDesign(x, domain, degree) * coefficients;
}

struct BruteForceScores {
    double r2;
    double rmse;
    double mae;
};

inline BruteForceScores bruteForceScores(
    const Examples &training, Interval domain, int degree, double ridge, const Examples &scored)
{
    const Numbers y = numbersOf(scored.y);
    const Numbers misses = y - bruteForcePredictions(training, domain, degree, ridge, scored.x);
    const Real total = (y.array() - y.mean()).square().sum();
    const auto count = static_cast<Real>(y.size());
    return {static_cast<double>(1 - misses.squaredNorm() / total),
        static_cast<double>(std::sqrt(misses.squaredNorm() / count)),
        static_cast<double>(misses.cwiseAbs().sum() / count)};
}

inline Interval rangeOf(std::span<const double> x)
{
    const auto [low, high] = std::minmax_element(x.begin(), x.end());
    return {*low, *high};
}

} // namespace overfit::test
