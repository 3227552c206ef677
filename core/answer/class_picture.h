// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/class_shapes.h"
#include "core/model/plane_polynomial.h"

#include <cstdint>
#include <vector>

namespace overfit {

struct PlanePoint {
    double x1;
    double x2;
};

/// A line through these points.
using PlaneLine = std::vector<PlanePoint>;

/// What a model of two classes says over the plane.
struct ClassPicture {
    Rectangle domain; ///< what the picture shows
    int columns = 0;
    int rows = 0;
    /// The probability of class 1 at the middle of each cell, 0 … 255 for 0 … 1; row after row, that of the
    /// highest x2 first.
    std::vector<std::uint8_t> probability;
    std::vector<PlaneLine> boundary; ///< where the probability is 1/2
};

/// The picture of a model over @p domain with so many cells.
[[nodiscard]] ClassPicture pictureOf(
    const PlanePolynomial &polynomial, const Rectangle &domain, int columns, int rows);

/// The true boundary of a generated shape within @p domain.
[[nodiscard]] std::vector<PlaneLine> trueBoundary(Shape shape, const Rectangle &domain);

} // namespace overfit
