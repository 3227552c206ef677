// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

namespace overfit::ui {

/// Takes longer than a window may stand still: it touches nothing of the window. Gives a text, such as what
/// went wrong.
using Work = std::function<QString()>;

/// What the window does with the text when it is there.
using Finish = std::function<void(const QString &)>;

} // namespace overfit::ui
