// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/comparison.h"

namespace overfit {

Comparison compare(const Metrics &firstTraining, const Metrics &firstValidation,
    const Metrics &secondTraining, const Metrics &secondValidation)
{
    constexpr double kWorthAWord = 0.05; // of accuracy
    constexpr double kFollows = 0.5; // of the variation of y
    const double seen = firstTraining.accuracy - secondTraining.accuracy;
    const double unseen = firstValidation.accuracy - secondValidation.accuracy;
    if (seen > kWorthAWord && unseen < -kWorthAWord && secondValidation.accuracy >= kFollows)
        return Comparison::FirstRemembers;
    if (seen < -kWorthAWord && unseen > kWorthAWord && firstValidation.accuracy >= kFollows)
        return Comparison::SecondRemembers;
    if (unseen > kWorthAWord)
        return Comparison::FirstBetter;
    return unseen < -kWorthAWord ? Comparison::SecondBetter : Comparison::Alike;
}

} // namespace overfit
