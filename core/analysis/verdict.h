// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"
#include "core/data/class_split.h"
#include "core/data/split.h"
#include "core/model/polynomial.h"

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
    Good, ///< neither of the others
    Overfit, ///< the gap is more than chance explains
};

struct Verdict {
    Finding finding = Finding::Good;
    Gap gap = Gap::WithinChance;
    Dial dial = Dial::Degree; ///< along which it was looked for something better
    int best = 0; ///< the dial's value with the best validation accuracy; means nothing where Unmeasurable
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
    const Polynomial &polynomial, const Split &split, const Sweep &along, int value, std::uint64_t seed);

/// The same for two classes. The standard deviation of an accuracy a of n examples is that of a share, sqrt(a
/// (1-a)/n): what a bootstrap of right and wrong would come to. "Better beyond chance": the difference of two
/// shares of the same examples exceeds three of sqrt(d/n), where d, the share of those on which the two
/// models differ, is at most the sum of their shares of errors (McNemar, Psychometrika 12 (1947), 153-157).
[[nodiscard]] Verdict judgeClasses(const ClassSplit &split, const Sweep &along, int value);

} // namespace overfit
