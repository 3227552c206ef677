// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/dataset.h"

#include <memory>

namespace overfit {

/// Examples of one kind in their two roles.
template <class Data>
struct Divided {
    Data pool; ///< may be trained on, in this order
    Data validation;

    bool operator==(const Divided &) const = default;
};

/// Examples as they were put in place by hand. Which of the two is filled follows from the problem; the other
/// one is empty.
struct HandPoints {
    Divided<Dataset> curve;
    Divided<ClassDataset> classes;

    bool operator==(const HandPoints &) const = default;
};

using HandPointsPtr = std::shared_ptr<const HandPoints>;

/// Equal where they hold equal points, or none.
[[nodiscard]] bool operator==(const HandPointsPtr &a, const HandPointsPtr &b);

/// The least that a problem can do with.
inline constexpr std::size_t kFewestTrainingPoints = 2;
inline constexpr std::size_t kFewestValidationPoints = 1;

/// Whether all numbers are within ±kLargestNumber, as in a file, all labels are 0 or 1, columns are equally
/// long, there are as many examples as it takes, and only those of a curve, or (@p classes) only those of
/// classes.
[[nodiscard]] bool areSound(const HandPoints &points, bool classes);

} // namespace overfit
