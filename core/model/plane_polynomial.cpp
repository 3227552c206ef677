// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/plane_polynomial.h"

#include "core/model/legendre.h"
#include "core/model/polynomial.h"

namespace overfit {

std::size_t planeTerms(int degree)
{
    const auto d = static_cast<std::size_t>(degree);
    return (d + 1) * (d + 2) / 2;
}

double evaluate(const PlanePolynomial &polynomial, double x1, double x2)
{
    const std::vector<LegendreStep> steps = legendreSteps(polynomial.degree);
    const std::vector<double> first = legendreRow(toUnit(polynomial.domain.x1, x1), steps);
    const std::vector<double> second = legendreRow(toUnit(polynomial.domain.x2, x2), steps);
    double sum = 0;
    const double *coefficient = polynomial.coefficients.data();
    for (std::size_t total = 0; total < first.size(); ++total)
        for (std::size_t j = 0; j <= total; ++j)
            sum += *coefficient++ * first[total - j] * second[j];
    return sum;
}

} // namespace overfit
