// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/text/message.h"

#include <QString>

namespace overfit::ui {

/// The language of the window. English is a language like any other: what is written in the sources is a
/// plural with "(s)", and from the start of the application on "1 point" and "2 points" are told apart,
/// wherever no other translator has its own word.
[[nodiscard]] QString textOf(const Message &message);

} // namespace overfit::ui
