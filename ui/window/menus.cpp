// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/menus.h"

#include "core/lessons/scenes.h"
#include "ui/window/commands.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

namespace overfit::ui {

Menus::Menus(QMenuBar *bar, const Commands &commands, QMenu *recent)
    : QObject(bar), m_bar(bar), m_commands(commands), m_recent(recent), m_file(add(new QMenu(bar))),
      m_edit(add(new QMenu(bar))), m_scenes(add(new QMenu(bar))), m_playback(add(new QMenu(bar))),
      m_view(add(new QMenu(bar))), m_help(add(new QMenu(bar)))
{
    makeFileMenu();
    makeEditMenu();
    makeScenesMenu();
    makePlaybackMenu();
    makeViewMenu();
    for (const Command command : {Command::Keys, Command::About})
        m_help->addAction(m_commands.action(command));
    setTexts();
}

QMenu *Menus::add(QMenu *menu)
{
    menu->setAttribute(Qt::WA_WindowPropagation); // the window's colours, not the desktop's
    menu->setToolTipsVisible(true);
    m_bar->addMenu(menu);
    return menu;
}

void Menus::makeFileMenu()
{
    m_recent->setAttribute(Qt::WA_WindowPropagation);
    m_recent->setToolTipsVisible(true);
    m_file->addAction(m_commands.action(Command::New));
    m_file->addAction(m_commands.action(Command::OpenData));
    m_file->addMenu(m_recent);
    m_file->addAction(m_commands.action(Command::WriteFormula));
    m_file->addSeparator();
    for (const Command command : {Command::Save, Command::SaveAs, Command::Export})
        m_file->addAction(m_commands.action(command));
    m_file->addSeparator();
    m_file->addAction(m_commands.action(Command::Quit));
}

void Menus::makeEditMenu()
{
    m_edit->setObjectName(QStringLiteral("edit"));
    m_edit->addAction(m_commands.action(Command::Undo));
    m_edit->addAction(m_commands.action(Command::Redo));
    m_edit->addSeparator();
    for (const Command command :
        {Command::CopyPicture, Command::CopyWindow, Command::CopyPython, Command::PasteData})
        m_edit->addAction(m_commands.action(command));
}

void Menus::makeScenesMenu()
{
    m_scenes->setObjectName(QStringLiteral("scenes"));
    for (const Scene &scene : scenes()) {
        QAction *action = m_scenes->addAction(QString());
        action->setObjectName(QString::fromUtf8(scene.id.data(), static_cast<qsizetype>(scene.id.size())));
        connect(action, &QAction::triggered, this, [this, &scene] { emit sceneChosen(scene.scenario); });
        m_sceneActions.append(action);
    }
    m_scenes->addSeparator();
    m_scenes->addAction(m_commands.action(Command::SceneCode));
}

void Menus::makePlaybackMenu()
{
    for (const Command command : {Command::Play, Command::Rewind, Command::StepBack, Command::Step})
        m_playback->addAction(m_commands.action(command));
    m_playback->addSeparator();
    m_playback->addAction(m_commands.action(Command::Slower));
    m_playback->addAction(m_commands.action(Command::Faster));
    m_playback->addSeparator();
    m_playback->addAction(m_commands.action(Command::GoToBest));
}

void Menus::makeViewMenu()
{
    m_view->addAction(m_commands.action(Command::ShowMore));
    m_view->addAction(m_commands.action(Command::ShowTruth));
    m_view->addAction(m_commands.action(Command::Compare));
    m_view->addSeparator();
    auto *themes = new QActionGroup(this);
    for (const Command command : {Command::AutomaticTheme, Command::LightTheme, Command::DarkTheme})
        m_view->addAction(themes->addAction(m_commands.action(command)));
}

void Menus::setTexts()
{
    m_file->setTitle(tr("&File"));
    m_recent->setTitle(tr("Open &recent"));
    m_edit->setTitle(tr("&Edit"));
    m_scenes->setTitle(tr("S&cenes"));
    m_playback->setTitle(tr("Playbac&k"));
    m_view->setTitle(tr("&View"));
    m_help->setTitle(tr("&Help"));
    qsizetype index = 0;
    for (const Scene &scene : scenes()) {
        QAction *action = m_sceneActions[index++];
        action->setText(QCoreApplication::translate("scenes", scene.title));
        action->setToolTip(QCoreApplication::translate("scenes", scene.about));
    }
}

} // namespace overfit::ui
