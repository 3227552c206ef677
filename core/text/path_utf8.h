// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace overfit {

/// A path, or a part of one, in UTF-8.
[[nodiscard]] std::string utf8(const std::filesystem::path &path);

/// The path that @p utf8 spells.
[[nodiscard]] std::filesystem::path pathOf(std::string_view utf8);

} // namespace overfit
