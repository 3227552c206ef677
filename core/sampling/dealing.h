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

/// The share of real rows that are held out where nobody says otherwise.
inline constexpr double kDealtValidationShare = 0.3;

/// 0 … rows-1, shuffled by the seed (Fisher-Yates; Knuth, TAOCP 2, 3.4.2, algorithm P).
[[nodiscard]] std::vector<std::size_t> shuffledRows(std::size_t rows, std::uint64_t seed);

/// How many of @p rows may be trained on: where the first @p publishedTraining rows were published as the
/// training set, these; else (0) all but 30 %, which are rounded to at least one row.
[[nodiscard]] std::size_t dealtPoolSize(std::size_t rows, std::size_t publishedTraining = 0);

/// The rows as shuffledRows() has them, cut into a pool of dealtPoolSize() and the validation set. Parts that
/// were published stay apart, and each is shuffled.
[[nodiscard]] DealtRows dealtRows(std::size_t rows, std::uint64_t seed, std::size_t publishedTraining = 0);

/// The same with a share of the rows, rounded to at least one of them and to all but one, as the validation
/// set; 0 < share < 1, rows >= 2. kDealtValidationShare deals as dealtRows().
[[nodiscard]] DealtRows dealtByShare(std::size_t rows, std::uint64_t seed, double validationShare);

} // namespace overfit
