// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <QString>

#include <functional>

namespace overfit::app {

class Session;

/// Calls @p run, once or more, when the whole answer to the newest scenario is on the window; a file that is
/// being opened is waited for. One that can't be read, or that there is no answer to, ends the event loop
/// with kUnreadableFile.
void whenAnswered(Session &session, const std::function<void()> &run);

/// "Training 92 %, validation 85 %", and the verdict, to standard output.
void printAccuracies(const Snapshot &snapshot);

inline constexpr int kUnreadableFile = 1; ///< exit code where the data could not be read, or not be answered
inline constexpr int kUnwritableFile = 3; ///< exit code where the picture could not be saved

/// Once the whole answer to the newest scenario is on the window: saves a picture of it, prints the
/// accuracies and leaves the event loop with 0 or one of the codes above. A file that is being opened is
/// waited for; a problem with it goes to standard error.
void leaveWithScreenshot(Session &session, const QString &file);

} // namespace overfit::app
