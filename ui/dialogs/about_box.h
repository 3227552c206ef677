// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace overfit::ui {

/// Opens a box over @p window with the version, the licence and the notices of the works of others; its
/// object name is "about". Nothing waits for it, and it is deleted when it is closed.
void showAbout(QWidget *window);

} // namespace overfit::ui
