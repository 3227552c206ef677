// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string_view>

namespace overfit {

/// The text of resources/datasets/<id>.csv as it was when the program was built; empty for an unknown id.
/// cmake/EmbedData.cmake writes the body.
[[nodiscard]] std::string_view embeddedDataset(std::string_view id);

} // namespace overfit
