// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/metrics.h"

namespace overfit {

/// What two models of a curve look like beside each other.
enum class Comparison {
    FirstRemembers, ///< the first is better on the training points only, and the second one follows the curve
    SecondRemembers,
    FirstBetter, ///< on validation points
    SecondBetter,
    Alike, ///< on validation points
};

/// A difference of accuracy counts from 5 points on, and a model follows the curve where it explains half of
/// the variation of y of the validation points.
[[nodiscard]] Comparison compare(const Metrics &firstTraining, const Metrics &firstValidation,
    const Metrics &secondTraining, const Metrics &secondValidation);

} // namespace overfit
