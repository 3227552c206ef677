// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"
#include "core/model/polynomial.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"

#include <cstdint>

namespace overfit {

/// The gap between training and validation accuracy, graded against what chance alone would make of it. In
/// this an R² below 0 counts as 0: all of that is worth nothing, and how far below it is, a single wild
/// example decides; its spread would be as large as the gap itself, and the worst overfitting would pass for
/// chance.
enum class Gap { WithinChance, Noticeable, Large };

/// What is going on, in the order in which it is looked for.
enum class Finding {
    Unmeasurable, ///< no R² is defined for the training or for the validation set
    NothingToLearn, ///< nowhere along the dial is the validation set predicted better than by its mean (or
                    ///< its more frequent class), beyond chance
    Underfit, ///< the gap is within chance, and a higher value of the dial does better on validation data,
              ///< beyond chance and by at least a point
    Good, ///< none of the others
    PastBest, ///< the gap is within chance, but a lower value of the dial does better in the same way
    Diverged, ///< the learning rate was too large: the weights left all bounds
    Overfit, ///< the gap is more than chance explains
};

struct Verdict {
    Finding finding = Finding::Good;
    Gap gap = Gap::WithinChance;
    Dial dial = Dial::Degree; ///< along which it was looked for something better
    double best = 0; ///< the dial's value with the best validation accuracy; means nothing where Unmeasurable
    double gapSpread = 0; ///< standard deviation of (training R² - validation R²) over bootstrap resamples of
                          ///< both sets; 0 without an R²
};

/// @p along is a sweep of the same scenario, in which the dial stands at @p value. The spread is that of 200
/// bootstrap resamples of the examples with the model held (Efron and Tibshirani, An Introduction to the
/// Bootstrap, 1993, chapter 6), drawn from
/// @p seed; resamples without an R² are left out. A gap of up to two such standard deviations, or of
/// less than a point, is within chance; beyond it is large from a quarter (25 points of R²) up.
///
/// "Better beyond chance", for n validation examples: the share of the squared error that is taken away
/// exceeds 9/(n+7). That share is at most the squared correlation between the errors of before and the change
/// of the predictions; were these unrelated, the correlation would have a standard deviation of 1/sqrt(n-1),
/// and the bound is three of them (three, since the best of 31 degrees is looked at) in Student's form. It
/// needs no refit of the better degree.
[[nodiscard]] Verdict judge(
    const Polynomial &polynomial, const Split &split, const Sweep &along, double value, std::uint64_t seed);

/// The same for two classes. The variance of an accuracy of k right ones among n examples is p (1-p)/(n+4)
/// with p = (k+2)/(n+4) (Agresti and Coull, The American Statistician 52 (1998), 119-126): it is not 0 where
/// all are right. "Better beyond chance": the difference g of two shares of the same examples exceeds three
/// of sqrt((d - g²)/n), d the share of those on which the two differ (McNemar, Psychometrika 12 (1947),
/// 153-157). Between two models d is at most the sum of their shares of errors; against always saying the
/// more frequent class it is the share predicted to be of the other.
[[nodiscard]] Verdict judgeClasses(const ClassSplit &split, const Sweep &along, double value);

} // namespace overfit
