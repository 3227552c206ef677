// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace overfit::app {
class Session;
}

namespace overfit::monkey {

class Hands;

/// What the hands play with.
struct Playground {
    app::Session &session;
    Hands &hands;
    QStringList pool; ///< files to open
    QString home; ///< the folder that files are written to
};

/// Plays one event, which chance chooses; what it was.
QString playEvent(const Playground &playground);

/// A loop within an event waits for an answer, by which it ends: a menu or a dialog.
void answerLoop(const Playground &playground);
/// Lets go of everything, and closes menus and dialogs.
void comeToRest(const Playground &playground);

} // namespace overfit::monkey
