// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/dataset.h"

#include <algorithm>

namespace overfit {

Examples Examples::first(std::size_t count) const
{
    const std::size_t kept = std::min(count, size());
    return {x.first(kept), y.first(kept)};
}

} // namespace overfit
