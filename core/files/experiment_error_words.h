// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"
#include "core/text/message.h"

namespace overfit {

/// What is wrong with an experiment, where, and what to do about it.
[[nodiscard]] Message errorMessage(const ExperimentError &error, Audience audience);

} // namespace overfit
