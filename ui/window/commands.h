// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"
#include "ui/words/shortcuts.h"

#include <QMap>
#include <QObject>

#include <functional>

class QAction;

namespace overfit::ui {

class History;

/// The commands of a window as actions, with their names, keys and help; which of them can be given.
class Commands : public QObject
{
    Q_OBJECT

public:
    explicit Commands(QWidget *window);

    [[nodiscard]] QAction *action(Command command) const { return m_actions[command]; }
    /// What a command does.
    void on(Command command, const std::function<void()> &run);
    void setScenario(const Scenario &scenario);
    /// The command that plays is the one that pauses.
    void setPlaying(bool playing);
    /// Undo and Redo are called after its steps.
    void follow(const History &history);
    /// In the language of the program.
    void setTexts();

signals:
    /// A key leaves the focus where it is: what is typed there is to be set now.
    void aboutToRun();

private:
    void make(Command command);
    void setName(Command command);
    void setHelp(Command command);

    QWidget *m_window;
    QMap<Command, QAction *> m_actions;
    const History *m_history = nullptr;
    bool m_playing = false;
};

} // namespace overfit::ui
