// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/early_stopping.h"

#include <cmath>

namespace overfit {

std::optional<int> stopEpoch(const Sweep &run, int patience)
{
    const SweepPoint *best = nullptr;
    for (const SweepPoint &point : run.points) {
        if (std::isnan(point.validation.accuracy))
            continue;
        if (best == nullptr || point.validation.accuracy > best->validation.accuracy)
            best = &point;
        else if (point.value - best->value >= patience)
            return static_cast<int>(point.value);
    }
    return std::nullopt;
}

} // namespace overfit
