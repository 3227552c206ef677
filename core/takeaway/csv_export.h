// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/sweep.h"
#include "core/answer/snapshot.h"

#include <string>
#include <string_view>

// What a snapshot shows, as comma-separated values (RFC 4180, but lines end with LF): UTF-8, a header,
// numbers with 17 significant digits. A cell is empty where a number is not defined.

namespace overfit {

/// A cell of text: in quotes where it holds a comma, a semicolon, a tab, a quote or the end of a line, begins
/// with '#', or has a space at an end.
[[nodiscard]] std::string csvCell(std::string_view text);

/// Every example with the set that it belongs to, those that are trained on first, then those of validation.
/// A curve: the names of x and y, "set"; classes: both inputs, "class", "set".
[[nodiscard]] std::string pointsCsv(const Snapshot &snapshot);

/// The curve: x, "model", with "model B" where there is a second one, and "target" where it is known. Of
/// classes the lines: both inputs and "line", which is "model 1", "target 1", and so on.
[[nodiscard]] std::string curveCsv(const Snapshot &snapshot);

/// The accuracies along a dial. A curve: its value, train_r2, validation_r2, train_rmse, validation_rmse;
/// classes: its value, train_accuracy, validation_accuracy, train_log_loss, validation_log_loss.
[[nodiscard]] std::string sweepCsv(const Sweep &sweep, Problem problem);

} // namespace overfit
