// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"

#include <cstddef>
#include <vector>

namespace overfit {

/// f(x1, x2) = sum_k coefficients[k] P_i(u1) P_j(u2), P_i the Legendre polynomials, u1 and u2 the inputs
/// mapped from domain to [-1, 1]. The terms come by rising total degree i + j, within it by falling i, so
/// that the terms of a lower total degree are the first ones. The probability of class 1 is 1/(1 + e^-f).
struct PlanePolynomial {
    Rectangle domain;
    int degree = 0; ///< the highest i + j
    std::vector<double> coefficients{0.0}; ///< planeTerms(degree) of them

    bool operator==(const PlanePolynomial &) const = default;
};

/// How many terms there are up to a total degree: (degree + 1)(degree + 2)/2.
[[nodiscard]] std::size_t planeTerms(int degree);

/// f(x1, x2).
[[nodiscard]] double evaluate(const PlanePolynomial &polynomial, double x1, double x2);

} // namespace overfit
