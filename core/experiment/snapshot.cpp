// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/snapshot.h"

namespace overfit {

const Sweep *Snapshot::sweepAlong(Dial dial) const
{
    return dial == Dial::Degree ? byDegree.get() : byTrainSize.get();
}

double curveInput(Interval domain, int step)
{
    // Both ends exactly: low + width may miss high by a rounding.
    const double share = static_cast<double>(step) / kCurveSteps;
    return (1 - share) * domain.low + share * domain.high;
}

} // namespace overfit
