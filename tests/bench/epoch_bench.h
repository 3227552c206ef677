// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/core_bench.h"

#include <cstddef>
#include <vector>

namespace overfit::bench {

/// One epoch of logistic regression, against a loop as one would write it first.
[[nodiscard]] std::vector<BenchCase> epochBenchCases();

/// What a run of 2,000 epochs at degree 12 keeps, in bytes.
[[nodiscard]] std::size_t checkpointBytes();

} // namespace overfit::bench
