// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

namespace overfit::bench {

/// Something to be timed, and the bound that it has to keep.
struct BenchCase {
    std::string name;
    std::function<void()> run;
    std::string baseline; ///< name of the case in the same table that it is measured against; may be empty
    double atMost = 0; ///< largest allowed ratio of the medians of this case and its baseline
};

/// The sweeps of the core, each with what it would cost by Eigen's HouseholderQR.
[[nodiscard]] std::vector<BenchCase> coreBenchCases();

/// Our own factorisation beside Eigen's, at the degrees of today and at many more: it is kept for as long as
/// it is faster.
[[nodiscard]] std::vector<BenchCase> factorisationBenchCases();

} // namespace overfit::bench
