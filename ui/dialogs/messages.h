// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>

class QString;
class QWidget;

namespace overfit::ui {

// Boxes over the window that nothing waits for; they are deleted when they are closed.

/// That something could not be done; its object name is "problem".
void showProblem(QWidget *window, const QString &text);
/// The list of keys, "keys".
void showKeys(QWidget *window);

enum class UnsavedWork { Save, GiveUp, Keep };
/// What to do with work that would be lost, "unsavedWork".
void askAboutUnsavedWork(QWidget *window, const std::function<void(UnsavedWork)> &answered);
/// Whether to write over a file that somebody else has written to since, "changedFile".
void askAboutChangedFile(QWidget *window, const QString &name, const std::function<void(bool)> &answered);
/// Whether to write over a file that is there, "replacing".
void askAboutReplacing(
    QWidget *window, const QString &name, const std::function<void(bool replace)> &answered);

enum class RecoveryAnswer { Open, GiveUp, Later };
/// What to do with the newest of @p count experiments that were left behind, "recovery".
void askAboutRecovery(QWidget *window, int count, const std::function<void(RecoveryAnswer)> &answered);

} // namespace overfit::ui
