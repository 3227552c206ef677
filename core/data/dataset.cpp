// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>
#include <functional>

namespace overfit {

Examples Examples::first(std::size_t count) const
{
    const std::size_t kept = std::min(count, size());
    return {x.first(kept), y.first(kept)};
}

bool areAllEqual(const std::vector<double> &values)
{
    return std::adjacent_find(values.begin(), values.end(), std::not_equal_to<>()) == values.end();
}

} // namespace overfit
