// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"
#include "core/data/class_examples.h"
#include "core/model/plane_polynomial.h"

#include <cstdint>
#include <span>
#include <vector>

namespace overfit {

/// Whether a model that gives @p logit predicts class 1. (On the boundary, class 0.)
[[nodiscard]] inline bool predictsOne(double logit)
{
    return logit > 0;
}

/// Scores @p logits, f(x1, x2) of each example, against the labels; both have the same length, at least 1.
[[nodiscard]] Metrics measureClasses(std::span<const std::uint8_t> label, std::span<const double> logits);
[[nodiscard]] Metrics measureClasses(const PlanePolynomial &polynomial, const ClassExamples &examples);

/// f(x1, x2) of each example.
[[nodiscard]] std::vector<double> logitsOf(const PlanePolynomial &polynomial, const ClassExamples &examples);

/// 1 for each example that is predicted right, else 0.
[[nodiscard]] std::vector<std::uint8_t> rightOnes(
    std::span<const std::uint8_t> label, std::span<const double> logits);

} // namespace overfit
