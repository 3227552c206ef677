// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/model/plane_polynomial.h"
#include "core/stop_token.h"

#include <optional>

namespace overfit {

/// A trained model of two classes.
struct ClassFit {
    PlanePolynomial polynomial;
    double penalty = 0; ///< the λ that was used: the ridge asked for, but at least kLeastPenalty
    int steps = 0; ///< of Newton's method; 0 where it was trained by epochs
    bool separated = false; ///< every training example is predicted right
};

/// Where a polynomial separates the classes, the likelihood has no maximum: the weights would grow without
/// end. This penalty bounds them, whatever the data.
inline constexpr double kLeastPenalty = 1e-3;

/// Maximises the penalised likelihood: minimises the sum of -ln(probability of the true class) over the
/// examples, plus λ/2 times the sum of the squared coefficients but the constant; λ is @p ridge, but at least
/// kLeastPenalty. Nothing when @p stop was requested, which is asked every few thousand examples. Beside the
/// examples it takes some 20 bytes for each of them, whatever the degree. examples.size() >= 1.
[[nodiscard]] std::optional<ClassFit> fitClasses(
    const ClassExamples &examples, const Rectangle &domain, int degree, double ridge, const StopToken &stop);

} // namespace overfit
