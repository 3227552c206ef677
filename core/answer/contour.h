// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace overfit {

/// A point of a grid, in steps: column and row need not be whole.
struct GridPoint {
    double column;
    double row;
};

/// The lines along which values on a grid, @p columns of them a row, row after row, are 0: marching squares
/// (Lorensen and Cline, Computer Graphics 21 (1987), 163-169, in the plane), with the crossings interpolated
/// along the edges. A closed line ends where it began. 0 counts as negative. Where a cell is crossed twice,
/// the pairing is that which keeps the negative corners apart.
[[nodiscard]] std::vector<std::vector<GridPoint>> zeroLines(
    const std::vector<double> &values, std::size_t columns);

} // namespace overfit
