// SPDX-License-Identifier: GPL-3.0-or-later

// Points, data on their way in, pictures on their way out, recent files, commands and menus: each part of the
// window without it.

#include "core/answer/answerer.h"
#include "core/sampling/hand_points.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/window/commands.h"
#include "ui/window/experimenter.h"
#include "ui/window/exporting.h"
#include "ui/window/importing.h"
#include "ui/window/menus.h"
#include "ui/window/point_editing.h"
#include "ui/window/recent_menu.h"

#include <QAction>
#include <QClipboard>
#include <QDragEnterEvent>
#include <QGuiApplication>
#include <QMenuBar>
#include <QMimeData>
#include <QSignalSpy>
#include <QTest>
#include <QUrl>

using namespace overfit;
using namespace overfit::ui;

class WindowPartsTest : public QObject
{
    Q_OBJECT

private slots:
    void aGestureOnPointsIsOneStep();
    void oneFileCanBeDropped_data();
    void oneFileCanBeDropped();
    void whatIsPastedIsText();
    void nothingIsCopiedWhereNothingIsShown();
    void aScriptIsWorkForAnotherThread();
    void recentFilesAreChosenByName();
    void aCommandIsAnnouncedBeforeItRuns();
    void undoIsCalledAfterItsStep();
    void theMenusHoldEveryCommandOnce();
};

void WindowPartsTest::aGestureOnPointsIsOneStep()
{
    Experimenter experimenter{Scenario()};
    PointEditing editing(experimenter);
    PlotView plot;
    auto *const editor = new PointEditor(&plot);
    editing.add(editor);
    QSignalSpy ended(&editing, &PointEditing::gestureEnded);
    emit editor->gestureBegan();
    for (const double y : {1.0, 2.0, 3.0})
        emit editor->edited(movePoint(experimenter.scenario(), {Role::Training, 3}, {0.5, y}));
    emit editor->gestureEnded();
    QCOMPARE(ended.size(), 1);
    QCOMPARE(experimenter.history().stack().count(), 1);
    experimenter.history().stack().undo();
    QCOMPARE(experimenter.scenario(), Scenario());
}

void WindowPartsTest::oneFileCanBeDropped_data()
{
    QTest::addColumn<QList<QUrl>>("urls");
    QTest::addColumn<QString>("file");
    const QUrl file = QUrl::fromLocalFile(QStringLiteral("/some/a.csv"));
    QTest::newRow("a file") << QList<QUrl>{file} << file.toLocalFile();
    QTest::newRow("two") << QList<QUrl>{file, file} << QString();
    QTest::newRow("an address") << QList<QUrl>{QUrl(QStringLiteral("https://example.org/a.csv"))}
                                << QString();
    QTest::newRow("nothing") << QList<QUrl>() << QString();
}

void WindowPartsTest::oneFileCanBeDropped()
{
    QFETCH(QList<QUrl>, urls);
    QFETCH(QString, file);
    QWidget window;
    Importing importing(&window);
    QSignalSpy dropped(&importing, &Importing::fileDropped);
    QMimeData data;
    data.setUrls(urls);
    QDragEnterEvent enter({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    enter.ignore();
    QCoreApplication::sendEvent(&window, &enter);
    QCOMPARE(enter.isAccepted(), !file.isEmpty());
    QDropEvent drop({5, 5}, Qt::CopyAction, &data, Qt::LeftButton, {});
    QCoreApplication::sendEvent(&window, &drop);
    QCOMPARE(dropped.size(), file.isEmpty() ? 0 : 1);
    if (!file.isEmpty())
        QCOMPARE(dropped.last()[0].toString(), file);
}

void WindowPartsTest::whatIsPastedIsText()
{
    QWidget window;
    Importing importing(&window);
    QSignalSpy pasted(&importing, &Importing::cellsPasted);
    QSignalSpy failed(&importing, &Importing::failed);
    QGuiApplication::clipboard()->setText(QStringLiteral("  \n"));
    importing.pasteCells();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(pasted.size(), 0);
    QGuiApplication::clipboard()->setText(QStringLiteral("1\t2\n"));
    importing.pasteCells();
    QCOMPARE(failed.size(), 1);
    QCOMPARE(pasted.last()[0].toString(), QStringLiteral("1\t2\n"));
}

void WindowPartsTest::nothingIsCopiedWhereNothingIsShown()
{
    QWidget window;
    Exporting exporting(&window, [] { return ExportSource(); });
    QSignalSpy told(&exporting, &Exporting::told);
    QSignalSpy wanted(&exporting, &Exporting::workWanted);
    exporting.copyModelChart();
    exporting.copyAccuracyChart();
    exporting.copyScript();
    QCOMPARE(told.size(), 0);
    QCOMPARE(wanted.size(), 0);
}

void WindowPartsTest::aScriptIsWorkForAnotherThread()
{
    SnapshotPtr snapshot;
    Answerer().answer(Scenario(), StopToken(), [&](const SnapshotPtr &next) { snapshot = next; });
    QWidget window;
    Exporting exporting(&window, [&] { return ExportSource{snapshot, true, &window}; });
    QSignalSpy told(&exporting, &Exporting::told);
    connect(&exporting, &Exporting::workWanted, this,
        [](const Work &work, const Finish &finish) { finish(work()); });
    QGuiApplication::clipboard()->clear();
    exporting.copyScript();
    QCOMPARE(told.size(), 1);
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("import")));
}

void WindowPartsTest::recentFilesAreChosenByName()
{
    RecentMenu menu;
    QVERIFY(!menu.isEnabled());
    QSignalSpy chosen(&menu, &RecentMenu::chosen);
    menu.setFiles({QStringLiteral("/one/a%2.overfit"), QStringLiteral("/two/a%2.overfit"),
        QStringLiteral("/two/b&c.overfit")});
    QVERIFY(menu.isEnabled());
    QCOMPARE(menu.actions().size(), 3);
    QVERIFY(menu.actions()[0]->text() != menu.actions()[1]->text());
    QVERIFY(menu.actions()[0]->text().startsWith(QStringLiteral("a%2.overfit")));
    QCOMPARE(menu.actions()[2]->text(), QStringLiteral("b&&c.overfit"));
    menu.actions()[2]->trigger();
    QCOMPARE(chosen.last()[0].toString(), QStringLiteral("/two/b&c.overfit"));
}

void WindowPartsTest::aCommandIsAnnouncedBeforeItRuns()
{
    QWidget window;
    Commands commands(&window);
    QStringList heard;
    connect(&commands, &Commands::aboutToRun, this, [&] { heard.append(QStringLiteral("announced")); });
    commands.on(Command::Save, [&] { heard.append(QStringLiteral("run")); });
    commands.action(Command::Save)->trigger();
    QCOMPARE(heard, (QStringList{QStringLiteral("announced"), QStringLiteral("run")}));
}

void WindowPartsTest::undoIsCalledAfterItsStep()
{
    QWidget window;
    Commands commands(&window);
    Experimenter experimenter{Scenario()};
    commands.follow(experimenter.history());
    const QAction *const undo = commands.action(Command::Undo);
    QVERIFY(!undo->isEnabled());
    experimenter.setSeed(77);
    QVERIFY(undo->isEnabled());
    QVERIFY(undo->text().contains(QStringLiteral("new sample")));
    commands.setTexts(); // keeps it
    QVERIFY(undo->text().contains(QStringLiteral("new sample")));
    commands.setPlaying(true);
    commands.setTexts();
    QCOMPARE(commands.action(Command::Play)->text(), QStringLiteral("&Pause"));
}

void WindowPartsTest::theMenusHoldEveryCommandOnce()
{
    QWidget window;
    Commands commands(&window);
    QMenuBar bar;
    Menus menus(&bar, commands, new RecentMenu(&window));
    QList<QAction *> held;
    for (const QAction *menu : bar.actions()) {
        QVERIFY(!menu->text().isEmpty());
        held += menu->menu()->actions();
    }
    for (QAction *action : window.actions()) {
        const bool onToolBarOnly = action == commands.action(Command::NewSample);
        QVERIFY2(held.count(action) == (onToolBarOnly ? 0 : 1), qPrintable(action->objectName()));
    }
}

OVERFIT_WIDGET_TEST(WindowPartsTest)
#include "window_parts_test.moc"
