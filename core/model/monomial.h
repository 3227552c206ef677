// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/least_squares.h"

#include <cstddef>
#include <vector>

namespace overfit {

/// The coefficients of 1, x, x², … of a polynomial, for display: as many as polynomial.coefficients. The
/// change of basis is carried in double-double arithmetic and rounded once at the end.
[[nodiscard]] std::vector<double> monomialCoefficients(const Polynomial &polynomial);

/// The least-squares solution itself in 1, x, x², …, to nearly full precision: a fit to @p examples (ridge =
/// 0, full rank) is improved by iterative refinement of the augmented system (Björck, BIT 7 (1967), 257-278)
/// with residuals in double-double, and only then changed to the basis of powers. Throws
/// std::invalid_argument where the design matrix has not full column rank (numerically). Memory grows with
/// examples.size() * degree.
[[nodiscard]] std::vector<double> refinedMonomialCoefficients(
    const Examples &examples, Interval domain, int degree);

/// By how much more than its value sum_k |coefficients[k] x^k| can be, as the ratio of the largest of either
/// over the domain: evaluated by Horner's rule in double arithmetic, so many times the rounding of one
/// operation is lost (Higham, Accuracy and Stability of Numerical Algorithms, 2nd ed. 2002, 5.1, p. 95).
/// Infinite where a coefficient is.
[[nodiscard]] double cancellation(const std::vector<double> &coefficients, const Polynomial &polynomial);

/// What is printed of a fit.
struct FitReport {
    /// Of 1, x, x², …; 0 where one of a refined solution is nothing but rounding: too small to change the
    /// last digit of the largest y anywhere in the domain.
    std::vector<double> coefficients;
    double squaredResiduals = 0; ///< their sum over the examples
};

/// Of a fit to @p examples, by refinement where that solves the same system and the examples are at most
/// @p mostRows, else from the fit as it is.
[[nodiscard]] FitReport reportOf(
    const Fit &fit, const Examples &examples, double ridge, std::size_t mostRows);

} // namespace overfit
