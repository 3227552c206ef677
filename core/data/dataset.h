// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace overfit {

/// A view of examples: x[i] goes with y[i]; both have the same length.
struct Examples {
    std::span<const double> x;
    std::span<const double> y;

    [[nodiscard]] std::size_t size() const { return x.size(); }
    /// The first @p count examples (all of them where there are fewer).
    [[nodiscard]] Examples first(std::size_t count) const;
    /// Those from @p from to @p to - 1.
    [[nodiscard]] Examples between(std::size_t from, std::size_t to) const
    {
        return {x.subspan(from, to - from), y.subspan(from, to - from)};
    }
};

/// Examples that own their memory.
struct Dataset {
    std::vector<double> x;
    std::vector<double> y;

    [[nodiscard]] std::size_t size() const { return x.size(); }
    [[nodiscard]] Examples examples() const { return {x, y}; }
    bool operator==(const Dataset &) const = default;
};

/// What a table of one's own must have at least.
inline constexpr std::size_t kFewestRows = 3;

/// Whether there is one distinct value at most: nothing to fit along.
[[nodiscard]] bool areAllEqual(const std::vector<double> &values);

/// A closed interval of inputs, low < high.
struct Interval {
    double low = -1;
    double high = 1;

    [[nodiscard]] double width() const { return high - low; }
    bool operator==(const Interval &) const = default;
};

/// What a column of numbers means.
struct Column {
    std::string name;
    std::string unit; ///< empty where there is none

    bool operator==(const Column &) const = default;
};

/// Real data as they were read: rows in file order and what they mean. UTF-8 throughout.
struct Table {
    std::string title;
    Column x;
    Column y;
    Dataset rows;
    std::string source; ///< where they come from, one line

    bool operator==(const Table &) const = default;
};

using TablePtr = std::shared_ptr<const Table>;

} // namespace overfit
