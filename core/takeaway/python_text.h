// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

// The pieces that a script is put together from. Each ends with a line feed.

namespace overfit {

/// NAME = np.array(…), 17 significant digits; NaN is np.nan.
[[nodiscard]] std::string pythonArray(std::string_view name, std::span<const double> values);
[[nodiscard]] std::string pythonArray(std::string_view name, std::span<const std::uint8_t> values);
/// NAME = VALUE
[[nodiscard]] std::string pythonNumber(std::string_view name, double value);
[[nodiscard]] std::string pythonNumber(std::string_view name, int value);
/// NAME = "VALUE", whatever characters it holds.
[[nodiscard]] std::string pythonString(std::string_view name, std::string_view value);

/// scale(): an input mapped from an interval to [-1, 1].
[[nodiscard]] std::string_view pythonScale();
/// descend(): training for a number of epochs, and the settings that it reads. @p weights is the largest
/// number of weights that it is asked for.
[[nodiscard]] std::string pythonDescent(const DescentSettings &settings, std::size_t weights, bool logistic);

} // namespace overfit
