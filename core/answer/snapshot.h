// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"
#include "core/analysis/sweep.h"
#include "core/analysis/verdict.h"
#include "core/answer/class_picture.h"
#include "core/model/least_squares.h"
#include "core/model/logistic.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "core/scenario/scenario.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace overfit {

/// How many equal steps the fitted curve is drawn in.
inline constexpr int kCurveSteps = 480;

/// What a snapshot says of a curve; see Problem.
struct CurveAnswer {
    std::shared_ptr<const Split> split;
    Interval shown; ///< split->domain, widened to hold the validation examples too
    Fit fit;
    std::vector<double> curve; ///< the fit at kCurveSteps + 1 equally spaced x, from shown.low to .high
    std::vector<double> target; ///< the target function at the same x, NaN where it has no value; empty for
                                ///< real data
    std::vector<double> monomials; ///< coefficients of 1, x, x², …; empty while they are not known
};

/// What a snapshot says of two classes.
struct ClassAnswer {
    std::shared_ptr<const ClassSplit> split;
    ClassFit fit;
    ClassPicture picture;
    std::shared_ptr<const std::vector<PlaneLine>> truth; ///< the true boundary; null for real data
    std::vector<std::uint8_t> trainingRight; ///< 1 for each training example that is predicted right
    std::vector<std::uint8_t> validationRight;
};

/// A further model of a curve, which it is compared with.
struct RivalAnswer {
    ModelSettings settings;
    std::vector<double> curve; ///< as in CurveAnswer
    Metrics training;
    Metrics validation;
    Fit fit;
    std::vector<double> monomials; ///< as in CurveAnswer
};

/// The whole answer to a scenario, as far as it is known; never changed once it is made.
struct Snapshot {
    Scenario scenario;
    /// The epoch that is shown: that of the scenario, or while training is on its way there, the one reached.
    int epoch = kFullyTrained;
    std::optional<int> divergedAt; ///< the epoch, up to this one, after which the weights had left all bounds
    std::shared_ptr<const CurveAnswer> curve; ///< null where the problem is not a curve
    std::shared_ptr<const ClassAnswer> classes; ///< null where the problem is not one of classes
    Metrics training;
    Metrics validation;
    ByDial<std::shared_ptr<const Sweep>> sweeps; ///< as far as they are known; null where one is not at all
    std::optional<Verdict> verdict;
    std::vector<std::shared_ptr<const RivalAnswer>>
        rivals; ///< as in the scenario; null while one is not known
    bool last = false; ///< see complete()

    /// The curve along a dial, or null while it is not known.
    [[nodiscard]] const Sweep *sweepAlong(Dial dial) const;
    /// A further model, or null where it is not known or not asked for.
    [[nodiscard]] const RivalAnswer *rival(std::size_t index = 0) const;
    /// Nothing more will come for this scenario.
    [[nodiscard]] bool complete() const { return last; }
    /// How many examples could be trained on.
    [[nodiscard]] std::size_t poolSize() const;
};

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The x of step @p step of the drawn curve, 0 … kCurveSteps.
[[nodiscard]] double curveInput(Interval domain, int step);

} // namespace overfit
