// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"
#include "core/analysis/sweep.h"
#include "core/analysis/verdict.h"
#include "core/data/split.h"
#include "core/model/least_squares.h"
#include "core/scenario.h"

#include <memory>
#include <optional>
#include <vector>

namespace overfit {

/// How many equal steps the fitted curve is drawn in.
inline constexpr int kCurveSteps = 480;

/// The whole answer to a scenario, as far as it is known; never changed once it is made.
struct Snapshot {
    Scenario scenario;
    std::shared_ptr<const Split> split;
    Fit fit;
    Metrics training;
    Metrics validation;
    std::vector<double>
        curve; ///< the fit at kCurveSteps + 1 equally spaced x, from split->domain.low to .high
    std::vector<double> target; ///< the target function at the same x; empty for real data
    std::shared_ptr<const Sweep> byDegree; ///< null while it is not known
    std::shared_ptr<const Sweep> byTrainSize; ///< null while it is not known
    std::optional<Verdict> verdict;
    std::vector<double> monomials; ///< coefficients of 1, x, x², …; empty while they are not known

    /// The curve along a dial, or null while it is not known.
    [[nodiscard]] const Sweep *sweepAlong(Dial dial) const;
    /// Nothing more will come for this scenario.
    [[nodiscard]] bool complete() const { return verdict.has_value(); }
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The x of step @p step of the drawn curve, 0 … kCurveSteps.
[[nodiscard]] double curveInput(Interval domain, int step);

} // namespace overfit
