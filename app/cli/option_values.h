// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>
#include <string>
#include <vector>

namespace overfit::cli {

/// What is given for an option, as it was typed; nothing where the option is not there.
using OptionText = std::optional<std::string>;

// Each of these reads the value of the option @p name, whatever the locale, and throws a UsageError where it
// is not what is expected.

/// What was typed, fit for one line of a message: in quotes where it is empty or would not stand out.
[[nodiscard]] std::string shown(const std::string &text);

/// The one thrown: "--degree x: expected a whole number."
[[noreturn]] void refuseValue(const std::string &name, const std::string &text, const std::string &expected);

[[nodiscard]] int wholeNumber(const std::string &name, const std::string &text, IntRange range);
[[nodiscard]] double realNumber(const std::string &name, const std::string &text, RealRange range);
/// Numbers separated by commas; at least one.
[[nodiscard]] std::vector<int> wholeNumbers(const std::string &name, const std::string &text, IntRange range);
/// One of @p choices, by its index.
[[nodiscard]] std::size_t choice(
    const std::string &name, const std::string &text, const std::vector<std::string> &choices);

// The same for options that may be left out.

[[nodiscard]] int wholeNumberOr(
    int standard, const std::string &name, const OptionText &text, IntRange range);
[[nodiscard]] double realNumberOr(
    double standard, const std::string &name, const OptionText &text, RealRange range);
[[nodiscard]] std::uint64_t seedOr(std::uint64_t standard, const OptionText &text);

/// Refuses an option that has no meaning together with what else was asked for.
void refuseGiven(const std::string &name, const OptionText &text, const std::string &because);

// For the help: "0 to 30", and "; without it 5".

[[nodiscard]] std::string rangeText(IntRange range);
[[nodiscard]] std::string rangeText(RealRange range);
[[nodiscard]] std::string seedRangeText();
[[nodiscard]] std::string withoutIt(double standard);

/// "a, b, c".
[[nodiscard]] std::string listed(const std::vector<std::string> &names);

} // namespace overfit::cli
