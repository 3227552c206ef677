// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QList>
#include <QObject>

class QAction;
class QMenu;
class QMenuBar;

namespace overfit::ui {

class Commands;

/// The menu bar of a window: where its commands stand, and the scenes.
class Menus : public QObject
{
    Q_OBJECT

public:
    Menus(QMenuBar *bar, const Commands &commands, QMenu *recent);

    /// In the language of the program.
    void setTexts();

signals:
    void sceneChosen(const overfit::Scenario &scene);

private:
    QMenu *add(QMenu *menu);
    void makeFileMenu();
    void makeEditMenu();
    void makeScenesMenu();
    void makePlaybackMenu();
    void makeViewMenu();

    QMenuBar *m_bar;
    const Commands &m_commands;
    QMenu *m_recent;
    QMenu *m_file;
    QMenu *m_edit;
    QMenu *m_scenes;
    QMenu *m_playback;
    QMenu *m_view;
    QMenu *m_help;
    QList<QAction *> m_sceneActions; ///< as in scenes()
};

} // namespace overfit::ui
