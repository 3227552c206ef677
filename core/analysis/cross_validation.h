// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <span>
#include <vector>

namespace overfit {

/// What k-fold cross-validation says of a polynomial (Hastie, Tibshirani, Friedman, The Elements of
/// Statistical Learning, 2nd ed., 7.10): each fold is predicted by a model that was fitted to all others.
struct CrossValidation {
    int degree = 0;
    double meanMse = 0; ///< mean over the folds of their mean squared errors, in units of y²
    double sdMse = 0; ///< their standard deviation, divided by the number of folds
    double meanR2 = 0; ///< mean of R², each about its fold's own mean; NaN where a fold has equal y only
};

/// @p rows cut into @p folds, 2 … rows.size(), consecutive blocks in the given order; where they can't be
/// equal, the first ones have one row more.
[[nodiscard]] std::vector<std::vector<std::size_t>> foldsOf(std::span<const std::size_t> rows, int folds);

/// Cross-validates polynomials of the given degrees, with the model that is fitted everywhere else, on the
/// domain of all rows.
[[nodiscard]] std::vector<CrossValidation> crossValidate(const Dataset &data,
    const std::vector<std::vector<std::size_t>> &folds, std::span<const int> degrees, double ridge);

} // namespace overfit
