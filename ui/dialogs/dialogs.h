// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace overfit::ui {

/// Gives a window that belongs to another one its colours and its type, which are chosen there and grow with
/// it, in place of the desktop's; and its buttons words alone, as everywhere. To be called when all is in it,
/// and before as well where something is measured by the type.
void dressLikeParent(QWidget *dialog);

} // namespace overfit::ui
