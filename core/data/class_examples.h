// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace overfit {

/// A view of examples of two classes: the inputs x1[i], x2[i] go with label[i], which is 0 or 1; all have the
/// same length.
struct ClassExamples {
    std::span<const double> x1;
    std::span<const double> x2;
    std::span<const std::uint8_t> label;

    [[nodiscard]] std::size_t size() const { return x1.size(); }
    /// The first @p count examples (all of them where there are fewer).
    [[nodiscard]] ClassExamples first(std::size_t count) const;
    /// Those from @p from to @p to - 1.
    [[nodiscard]] ClassExamples between(std::size_t from, std::size_t to) const
    {
        const std::size_t count = to - from;
        return {x1.subspan(from, count), x2.subspan(from, count), label.subspan(from, count)};
    }
};

/// The same with memory of their own.
struct ClassDataset {
    std::vector<double> x1;
    std::vector<double> x2;
    std::vector<std::uint8_t> label;

    [[nodiscard]] std::size_t size() const { return x1.size(); }
    [[nodiscard]] ClassExamples examples() const { return {x1, x2, label}; }
    bool operator==(const ClassDataset &) const = default;
};

/// A rectangle of inputs.
struct Rectangle {
    Interval x1;
    Interval x2;

    bool operator==(const Rectangle &) const = default;
};

/// Real data of two classes as they were read: rows in file order and what they mean. UTF-8 throughout.
struct ClassTable {
    std::string title;
    Column x1;
    Column x2;
    std::array<std::string, 2> classes; ///< what the labels 0 and 1 are called
    ClassDataset rows;
    std::string source; ///< where they come from, one line
    std::size_t publishedTraining = 0; ///< the first so many rows were published as training set, the others
                                       ///< as test set; 0 where there is no such division

    bool operator==(const ClassTable &) const = default;
};

using ClassTablePtr = std::shared_ptr<const ClassTable>;

} // namespace overfit
