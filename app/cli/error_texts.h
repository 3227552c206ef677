// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"
#include "core/tables/csv.h"

#include <string>

namespace overfit::cli {

/// What is wrong with a table, where, and what to do about it. One line.
[[nodiscard]] std::string errorText(const ReadError &error);
/// The same for an experiment.
[[nodiscard]] std::string errorText(const ExperimentError &error);

/// How many rows of a table were left out, and why the first of them were; empty for none. One line.
[[nodiscard]] std::string leftOutText(const LeftOutRows &rows);

} // namespace overfit::cli
