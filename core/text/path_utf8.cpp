// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/path_utf8.h"

namespace overfit {

std::string utf8(const std::filesystem::path &path)
{
    const std::u8string text = path.u8string();
    return {text.begin(), text.end()};
}

std::filesystem::path pathOf(std::string_view utf8)
{
    return std::u8string(utf8.begin(), utf8.end());
}

} // namespace overfit
