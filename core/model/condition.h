// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/matrix.h"

#include <cstddef>
#include <vector>

namespace overfit {

/// Of an upper triangular matrix R, given as @p transposed (column k holds row k of R): the estimated
/// condition numbers of its leading 1x1, 2x2, … blocks, up to @p size, as long as their smallest singular
/// value is above @p negligible. The length of the result is therefore the number of columns that can be told
/// apart.
///
/// The smallest singular value is estimated by Bischof's incremental condition estimation (SIAM J. Matrix
/// Anal. Appl. 11 (1990), 312-322), never too low and seldom more than three times too high; the largest one
/// by the Frobenius norm, which is at most sqrt(size) times too high. O(size²) for all blocks together.
[[nodiscard]] std::vector<double> usableBlocks(const Matrix &transposed, std::size_t size, double negligible);

} // namespace overfit
