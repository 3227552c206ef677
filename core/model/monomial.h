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

/// What is printed of a fit.
struct FitReport {
    std::vector<double> coefficients; ///< of 1, x, x², …
    double squaredResiduals = 0; ///< their sum over the examples
};

/// Of a fit to @p examples, by refinement where that solves the same system and the examples are at most
/// @p mostRows, else from the fit as it is.
[[nodiscard]] FitReport reportOf(
    const Fit &fit, const Examples &examples, double ridge, std::size_t mostRows);

} // namespace overfit
