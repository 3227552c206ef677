// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_error_words.h"
#include "core/tables/read_error_words.h"

#include <string>

namespace overfit::cli {

/// What is wrong with a table or an experiment, where, and what to do about it. One line.
template <typename Error>
[[nodiscard]] std::string errorText(const Error &error)
{
    return plainText(errorMessage(error, Audience::CommandLine));
}

/// How many rows of a table were left out, and why the first of them were; empty for none. One line.
[[nodiscard]] std::string leftOutText(const LeftOutRows &rows);

} // namespace overfit::cli
