// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>

namespace overfit::ui {

/// The mouse is taken from a widget while a button may still be down: by a dialog, a menu, another window.
/// The release comes to it no more, so that a drag ends here.
[[nodiscard]] inline bool takesMouseAway(QEvent::Type type)
{
    return type == QEvent::WindowBlocked || type == QEvent::WindowDeactivate || type == QEvent::FocusOut
        || type == QEvent::Hide || type == QEvent::EnabledChange;
}

} // namespace overfit::ui
