// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <cstddef>
#include <string>

namespace overfit {

/// The most examples that a script is made for; beyond that it would be a file of data.
inline constexpr std::size_t kMostInScript = 20000;

/// How many examples the script of a snapshot would hold.
[[nodiscard]] std::size_t scriptSize(const Snapshot &snapshot);

/// A Python program for NumPy and scikit-learn that makes the model of a snapshot anew, out of the very same
/// examples, prints its accuracies and coefficients, and draws the picture where Matplotlib is installed. The
/// same numbers to rounding: the same basis, domain and penalties; where the model is trained for a number of
/// epochs, the same descent step by step, with the same shuffling. Of a snapshot of a curve with a second
/// model, both.
[[nodiscard]] std::string pythonScript(const Snapshot &snapshot);

} // namespace overfit
