// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/double_double.h"

#include <vector>

namespace overfit {

/// x mapped from @p domain to [-1, 1], as toUnit(), in double-double.
[[nodiscard]] DoubleDouble preciseUnit(Interval domain, const DoubleDouble &x);

/// A least-squares polynomial to nearly double-double precision.
struct RefinedSolution {
    std::vector<DoubleDouble> coefficients; ///< in the Legendre basis
    std::vector<DoubleDouble> residuals; ///< of the examples, in their order
};

/// The least-squares polynomial (ridge = 0).
/// Björck's refinement (BIT 7 (1967), 257-278): the residuals r and the solution beta solve r + A beta = y,
/// A^T r = 0 together; what is left over of both equations is computed in double-double, with A made anew
/// from the exact inputs, and gives the next correction by the QR factorisation of A in double. Throws
/// std::invalid_argument where A has not full column rank. Memory grows with the number of examples.
[[nodiscard]] RefinedSolution refinedSolution(const Examples &examples, Interval domain, int degree);

} // namespace overfit
