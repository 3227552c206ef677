// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/snapshot.h"

namespace overfit {

const Sweep *Snapshot::sweepAlong(Dial dial) const
{
    return sweeps[dial].get();
}

const RivalAnswer *Snapshot::rival(std::size_t index) const
{
    return index < rivals.size() ? rivals[index].get() : nullptr;
}

std::size_t Snapshot::poolSize() const
{
    return curve ? curve->split->pool->size() : classes->split->pool->size();
}

double curveInput(Interval domain, int step)
{
    // Both ends exactly: low + width may miss high by a rounding.
    const double share = static_cast<double>(step) / kCurveSteps;
    return (1 - share) * domain.low + share * domain.high;
}

} // namespace overfit
