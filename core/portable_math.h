// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <span>

namespace overfit {

// Elementary functions made of IEEE additions, multiplications and divisions alone. The vendors' mathematical
// libraries differ in the last digit, and one seed must give the same data everywhere. Each is within 2 units
// in the last place of the true value on the range that it states.

/// e^x for |x| <= 700.
[[nodiscard]] double portableExp(double x);
/// The natural logarithm of a positive, finite, normal x.
[[nodiscard]] double portableLog(double x);
/// sin(x) for |x| <= 1000 (absolute error at most 2^-52 near the zeros of the sine).
[[nodiscard]] double portableSin(double x);
/// cos(x) for |x| <= 1000 (absolute error at most 2^-52 near the zeros of the cosine).
[[nodiscard]] double portableCos(double x);

/// The angle in radians from -π/2 to π/2 whose tangent is x; of infinities, too.
[[nodiscard]] double portableAtan(double x);

/// coefficients[0] + coefficients[1] x + coefficients[2] x² + …, by Horner's rule.
[[nodiscard]] constexpr double horner(std::span<const double> coefficients, double x)
{
    double sum = 0;
    for (std::size_t k = coefficients.size(); k > 0; --k)
        sum = sum * x + coefficients[k - 1];
    return sum;
}

} // namespace overfit
