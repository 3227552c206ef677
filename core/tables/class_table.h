// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"

#include <optional>
#include <string_view>

namespace overfit {

/// Reads text with three cells a row, separated by commas: two numbers and the name of a class. The first row
/// is a header, which names the inputs. There must be two classes; they get the labels 0 and 1 in
/// alphabetical order, whichever comes first. The title and the source stay empty. Nothing where the text is
/// anything else: this is for files that are known to be good.
[[nodiscard]] std::optional<ClassTable> parseClassTable(std::string_view text);

} // namespace overfit
