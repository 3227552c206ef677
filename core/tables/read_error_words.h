// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"
#include "core/text/message.h"

namespace overfit {

/// What is wrong with a table, where, and what to do about it.
[[nodiscard]] Message errorMessage(const ReadError &error, Audience audience);

/// Why a row was left out, in few words: "“n/a” is not a number".
[[nodiscard]] Message leftOutReason(const ReadError &error);

} // namespace overfit
