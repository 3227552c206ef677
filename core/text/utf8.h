// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace overfit {

[[nodiscard]] bool isUtf8(std::string_view text);

/// Valid UTF-8 whatever @p text is: unchanged where it is UTF-8, else every byte taken as a Latin-1
/// character. (Tables from old spreadsheets have their headers in Latin-1, and nobody who gets our texts
/// should have to check them again.)
[[nodiscard]] std::string asUtf8(std::string_view text);

/// The first @p most characters of UTF-8, at least one; where some are left out, the last one kept gives way
/// to "…".
[[nodiscard]] std::string shortened(std::string_view utf8, std::size_t most);

} // namespace overfit
