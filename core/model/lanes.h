// SPDX-License-Identifier: GPL-3.0-or-later
// Only for .cpp files: it brings Eigen along.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <type_traits>
#include <utility>

namespace overfit {

/// Two numbers that are worked on at once: a vector register of every processor that we build for. Written
/// out by hand where the order of a sum must depend neither on the compiler nor on where the numbers lie in
/// memory.
using Lanes = Eigen::Array2d;

[[nodiscard]] inline Lanes loadLanes(const double *from)
{
    return Lanes::Map(from);
}

template <typename Body, std::size_t... I>
void unrolled(std::index_sequence<I...>, Body body)
{
    (body(std::integral_constant<std::size_t, I>()), ...);
}

/// Calls body with the constants 0 … Count-1: a loop that no compiler has to be asked to unroll.
template <std::size_t Count, typename Body>
void unrolled(Body body)
{
    unrolled(std::make_index_sequence<Count>(), body);
}

} // namespace overfit
