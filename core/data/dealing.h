// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace overfit {

/// Rows of real data, by their index: each is in one of the two parts, once.
struct DealtRows {
    std::vector<std::size_t> pool; ///< may be trained on, in this order
    std::vector<std::size_t> validation;
};

/// How many of @p rows may be trained on: where the first @p publishedTraining rows were published as the
/// training set, these; else (0) all but 30 %, which are rounded to at least one row.
[[nodiscard]] std::size_t dealtPoolSize(std::size_t rows, std::size_t publishedTraining = 0);

/// Shuffles rows by the seed (Fisher-Yates; Knuth, TAOCP 2, 3.4.2, algorithm P) and cuts them into a pool of
/// dealtPoolSize() and the validation set. Parts that were published stay apart, and each is shuffled.
[[nodiscard]] DealtRows dealtRows(std::size_t rows, std::uint64_t seed, std::size_t publishedTraining = 0);

} // namespace overfit
