// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dealing.h"

#include "core/random.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <utility>

namespace overfit {
namespace {

void shuffle(std::span<std::size_t> order, Random &random)
{
    for (std::size_t left = order.size(); left > 1; --left)
        std::swap(order[left - 1], order[static_cast<std::size_t>(random.below(left))]);
}

} // namespace

std::size_t dealtPoolSize(std::size_t rows, std::size_t publishedTraining)
{
    return publishedTraining > 0 ? publishedTraining : rows - std::max<std::size_t>(1, (3 * rows + 5) / 10);
}

DealtRows dealtRows(std::size_t rows, std::uint64_t seed, std::size_t publishedTraining)
{
    Random random(seed, Stream::Order);
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (publishedTraining > 0) {
        shuffle(std::span(order).first(publishedTraining), random);
        shuffle(std::span(order).subspan(publishedTraining), random);
    } else {
        shuffle(order, random);
    }
    const auto cut = order.begin() + static_cast<std::ptrdiff_t>(dealtPoolSize(rows, publishedTraining));
    return {{order.begin(), cut}, {cut, order.end()}};
}

} // namespace overfit
