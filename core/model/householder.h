// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/matrix.h"

namespace overfit {

/// Householder's QR factorisation of the first @p pivots columns of @p matrix (Golub and Van Loan, Matrix
/// Computations, 4th ed., 5.2.2), without its Q: on return the upper triangle of these columns is R, and the
/// columns after them are multiplied by Q^T. What is below the triangle is left undefined. There may be fewer
/// rows than pivots.
void reduceToTriangle(Matrix &matrix, std::size_t pivots);

} // namespace overfit
