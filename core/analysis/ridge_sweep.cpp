// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ridge_sweep.h"

#include "core/model/least_squares.h"
#include "core/text/exact_number.h"

#include <algorithm>
#include <cmath>

namespace overfit {

namespace {

/// The double nearest to the decimal of six digits that is nearest to @p value.
double toSixDigits(double value)
{
    const int digitsBehind = 5 - static_cast<int>(std::floor(std::log10(value)));
    const double power = kPowersOfTen.at(static_cast<std::size_t>(std::abs(digitsBehind)));
    return digitsBehind >= 0 ? std::round(value * power) / power : std::round(value / power) * power;
}

} // namespace

std::vector<double> ridgesBetween(double low, double high, int count)
{
    std::vector<double> ridges{low};
    const double width = std::log(high / low);
    for (int i = 1; i < count - 1; ++i)
        ridges.push_back(toSixDigits(low * std::exp(width * i / (count - 1))));
    if (count > 1)
        ridges.push_back(high);
    return ridges;
}

int usualRidgeCount(double low, double high)
{
    constexpr int kStepsPerDecade = 10;
    const int steps = static_cast<int>(std::lround(kStepsPerDecade * std::log10(high / low)));
    return high > low ? std::max(steps, 1) + 1 : 1;
}

std::vector<RidgePoint> sweepRidge(const Split &split, int degree, const std::vector<double> &ridges)
{
    std::vector<RidgePoint> points;
    for (const double ridge : ridges) {
        const Polynomial polynomial = fitPolynomial(split.training(), split.domain, degree, ridge).polynomial;
        points.push_back({ridge, measure(polynomial, split.training(), split.tolerance),
            measure(polynomial, split.validation.examples(), split.tolerance)});
    }
    return points;
}

} // namespace overfit
