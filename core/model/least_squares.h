// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/polynomial.h"
#include "core/stop_token.h"

#include <memory>
#include <optional>
#include <vector>

namespace overfit {

/// A trained polynomial and what is to be known of the system that it solves.
struct Fit {
    Polynomial polynomial;
    /// Numerical rank of the design matrix (with the ridge rows, where there are any), at most degree + 1.
    /// Less than that means either that minimumNorm is set, or that columns could not be told apart in double
    /// precision: then this is the fit of degree rank - 1, and the coefficients after that are 0.
    int rank = 0;
    /// Estimate of the 2-norm condition number of the independent part, which was solved.
    double condition = 1;
    /// More coefficients than distinct x: the shortest of the many solutions was taken.
    bool minimumNorm = false;
};

/// Minimises sum_i (y_i - p(x_i))² + ridge * sum_{k>=1} coefficient_k² over the polynomials of degree <=
/// degree. The constant is not penalised (Hastie, Tibshirani, Friedman, The Elements of Statistical Learning,
/// 2nd ed., 3.4.1). Where the minimum is not unique (ridge = 0 and fewer distinct x than coefficients) it is
/// the solution of least norm of the coefficients. Where it is unique, but its coefficients would be so large
/// that their rounding alone spoils the fit (condition beyond about 10^14: interpolation of 31 random points,
/// say), the highest lower degree for which that is not so takes its place, so that the training error never
/// grows with the degree. Computed from a Householder QR factorisation of the design matrix, which may be
/// given fewer rows than columns; examples.size() >= 1.
[[nodiscard]] Fit fitPolynomial(const Examples &examples, Interval domain, int degree, double ridge);
/// The same; nothing when @p stop was requested, which is asked every few thousand examples.
[[nodiscard]] std::optional<Fit> fitPolynomial(
    const Examples &examples, Interval domain, int degree, double ridge, const StopToken &stop);

/// The fits of every degree 0 … largestDegree, out of one factorisation: the design matrix of a lower degree
/// is the first columns of that of a higher one, so its triangular factor is the leading block (Golub and Van
/// Loan, Matrix Computations, 4th ed., 5.3). result[d] has degree d and equals fitPolynomial(…, d, …) to
/// rounding.
[[nodiscard]] std::vector<Fit> fitAllDegrees(
    const Examples &examples, Interval domain, int largestDegree, double ridge);

/// Fits of one degree to a growing set of examples, in the order in which they come. Adding an example costs
/// O(degree²) by Givens rotations of the triangular factor (Golub and Van Loan, 4th ed., 6.5.3), however many
/// came before.
class GrowingFit
{
public:
    GrowingFit(Interval domain, int degree, double ridge);
    ~GrowingFit();
    GrowingFit(GrowingFit &&) noexcept;
    GrowingFit &operator=(GrowingFit &&) noexcept;

    void add(double x, double y);
    /// The fit to everything added so far; at least one example must have been. Equals fitPolynomial() to
    /// rounding.
    [[nodiscard]] Fit fit() const;

private:
    struct State;
    std::unique_ptr<State> m_state;
};

} // namespace overfit
