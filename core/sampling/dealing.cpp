// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/dealing.h"

#include "core/random.h"

#include <algorithm>
#include <cmath>
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

std::vector<std::size_t> inOrder(std::size_t rows)
{
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

DealtRows cutAt(const std::vector<std::size_t> &order, std::size_t poolSize)
{
    const auto cut = order.begin() + static_cast<std::ptrdiff_t>(poolSize);
    return {{order.begin(), cut}, {cut, order.end()}};
}

} // namespace

std::vector<std::size_t> shuffledRows(std::size_t rows, std::uint64_t seed)
{
    Random random(seed, Stream::Order);
    std::vector<std::size_t> order = inOrder(rows);
    shuffle(order, random);
    return order;
}

std::size_t dealtPoolSize(std::size_t rows, std::size_t publishedTraining)
{
    return publishedTraining > 0 ? publishedTraining : rows - std::max<std::size_t>(1, (3 * rows + 5) / 10);
}

DealtRows dealtRows(std::size_t rows, std::uint64_t seed, std::size_t publishedTraining)
{
    const std::size_t poolSize = dealtPoolSize(rows, publishedTraining);
    if (publishedTraining == 0)
        return cutAt(shuffledRows(rows, seed), poolSize);
    Random random(seed, Stream::Order);
    std::vector<std::size_t> order = inOrder(rows);
    shuffle(std::span(order).first(publishedTraining), random);
    shuffle(std::span(order).subspan(publishedTraining), random);
    return cutAt(order, poolSize);
}

DealtRows dealtByShare(std::size_t rows, std::uint64_t seed, double validationShare)
{
    const auto wished =
        static_cast<std::size_t>(std::floor(validationShare * static_cast<double>(rows) + 0.5));
    return cutAt(shuffledRows(rows, seed), rows - std::clamp<std::size_t>(wished, 1, rows - 1));
}

} // namespace overfit
