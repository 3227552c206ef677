// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QString;
class QWidget;

namespace overfit::ui {

// Boxes over the window that nothing waits for; they are deleted when they are closed.

/// That something could not be done; its object name is "problem".
void showProblem(QWidget *window, const QString &text);
/// The list of keys, "keys".
void showKeys(QWidget *window);

} // namespace overfit::ui
