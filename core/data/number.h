// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string_view>

namespace overfit {

/// The number that @p text spells: decimal digits with a point, an exponent and a sign ("+" too), spaces
/// around it, whatever the locale. "nan" and "inf" are spelt numbers, and one too large for a double becomes
/// infinite, so that whoever asks can tell them from words. Empty where anything else stands there.
[[nodiscard]] std::optional<double> spelledNumber(std::string_view text);

/// @p text without the spaces and tabs at its ends.
[[nodiscard]] std::string_view trimmed(std::string_view text);

} // namespace overfit
