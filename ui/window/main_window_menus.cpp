// SPDX-License-Identifier: GPL-3.0-or-later
// The actions and menus of the main window.
#include "ui/charts/accuracy_chart.h"
#include "ui/controls/data_bar.h"
#include "ui/controls/more_panel.h"
#include "ui/dialogs/about_box.h"
#include "ui/dialogs/messages.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QActionGroup>
#include <QCoreApplication>
#include <QMenu>
#include <QMenuBar>

#include <utility>

namespace overfit::ui {

QAction *MainWindow::makeAction(Command command, const std::function<void()> &run)
{
    const CommandTexts texts = commandTexts(command);
    auto *action = new QAction(texts.name, this);
    action->setObjectName(texts.id);
    action->setShortcut(texts.key);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(texts.help, texts.key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, [this, run] {
        commit(); // a key leaves the focus in the box
        run();
    });
    addAction(action);
    return action;
}

QAction *MainWindow::makeToggle(Command command, const std::function<void()> &run)
{
    QAction *action = makeAction(command, run);
    action->setCheckable(true);
    return action;
}

void MainWindow::makeMenus()
{
    makeFileMenu();
    makeEditMenu();
    makeScenesMenu();
    makePlaybackMenu();
    makeViewMenu();
    makeHelpMenu();
}

QMenu *MainWindow::addMenu(const QString &title, QMenu *parent)
{
    QMenu *menu = parent ? parent->addMenu(title) : menuBar()->addMenu(title);
    menu->setAttribute(Qt::WA_WindowPropagation); // the window's colours, not the desktop's
    menu->setToolTipsVisible(true);
    return menu;
}

void MainWindow::makeFileMenu()
{
    QMenu *file = addMenu(tr("&File"));
    file->addAction(makeAction(Command::New, [this] { newExperiment(); }));
    file->addAction(makeAction(Command::OpenData, [this] { chooseFile(); }));
    m_recent = addMenu(tr("Open &recent"), file);
    m_recent->setObjectName(QStringLiteral("recent"));
    m_recent->setEnabled(false);
    file->addAction(makeAction(Command::WriteFormula, [this] { askFormula(); }));
    file->addSeparator();
    file->addAction(makeAction(Command::Save, [this] { save(); }));
    file->addAction(makeAction(Command::SaveAs, [this] { saveAs(); }));
    file->addAction(makeAction(Command::Export, [this] { openExport(); }));
    file->addSeparator();
    file->addAction(makeAction(Command::Quit, [this] { close(); }));
}

void MainWindow::makeEditMenu()
{
    QMenu *edit = addMenu(tr("&Edit"));
    edit->setObjectName(QStringLiteral("edit"));
    m_undo = makeAction(Command::Undo, [this] { m_history.stack().undo(); });
    m_redo = makeAction(Command::Redo, [this] { m_history.stack().redo(); });
    edit->addActions({m_undo, m_redo});
    edit->addSeparator();
    edit->addAction(makeAction(Command::CopyPicture, [this] { copyChart(); }));
    edit->addAction(makeAction(Command::CopyWindow, [this] { copyWindow(); }));
    edit->addAction(makeAction(Command::CopyPython, [this] { copyScript(); }));
    edit->addAction(makeAction(Command::PasteData, [this] { pasteCells(); }));
}

void MainWindow::makeScenesMenu()
{
    QMenu *menu = addMenu(tr("S&cenes"));
    menu->setObjectName(QStringLiteral("scenes"));
    for (const Scene &scene : scenes()) {
        QAction *action = menu->addAction(QCoreApplication::translate("scenes", scene.title));
        action->setObjectName(QString::fromUtf8(scene.id.data(), static_cast<qsizetype>(scene.id.size())));
        action->setToolTip(QCoreApplication::translate("scenes", scene.about));
        connect(action, &QAction::triggered, this, [this, &scene] { openScene(scene.scenario); });
    }
    menu->addSeparator();
    menu->addAction(makeAction(Command::SceneCode, [this] { showCode(); }));
}

void MainWindow::makePlaybackMenu()
{
    QMenu *menu = addMenu(tr("Playbac&k"));
    menu->addAction(m_play);
    menu->addAction(makeAction(Command::Rewind, [this] { m_player.rewind(); }));
    menu->addActions({m_stepBack, m_step});
    menu->addSeparator();
    menu->addAction(makeAction(Command::Slower, [this] { m_dataBar->changeSpeed(-1); }));
    menu->addAction(makeAction(Command::Faster, [this] { m_dataBar->changeSpeed(1); }));
    menu->addSeparator();
    menu->addAction(makeAction(Command::GoToBest, [this] { m_accuracyChart->goToBest(); }));
    m_compare = makeToggle(Command::Compare, [this] { keepOrLetGo(); });
    menu->addAction(m_compare);
}

void MainWindow::makeViewMenu()
{
    QMenu *view = addMenu(tr("&View"));
    view->addAction(makeAction(Command::ShowMore, [this] { setMoreShown(!m_more || m_more->isHidden()); }));
    m_truth = makeToggle(Command::ShowTruth, [this] { showTruth(m_truth->isChecked()); });
    m_truth->setChecked(true);
    view->addAction(m_truth);
    view->addSeparator();
    auto *themes = new QActionGroup(this);
    const std::pair<Command, Theme> choices[] = {{Command::AutomaticTheme, Theme::Desktop},
        {Command::LightTheme, Theme::Light}, {Command::DarkTheme, Theme::Dark}};
    for (const auto &[command, theme] : choices) {
        QAction *action = makeToggle(command, [this, chosen = theme] { setTheme(chosen); });
        action->setChecked(theme == m_theme);
        themes->addAction(action);
        view->addAction(action);
    }
}

void MainWindow::makeHelpMenu()
{
    QMenu *help = addMenu(tr("&Help"));
    help->addAction(makeAction(Command::Keys, [this] { showKeys(this); }));
    help->addAction(makeAction(Command::About, [this] { showAbout(this); }));
}

} // namespace overfit::ui
