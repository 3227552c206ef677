// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/session.h"
#include "ui/words/strings.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

namespace overfit::app {

namespace {

void saveAndLeave(ui::MainWindow &window, const QString &file)
{
    if (!window.grab().save(file)) {
        QTextStream(stderr) << QCoreApplication::translate("overfit::app::Screenshot",
            "overfit: %1 can't be written. Name a .png file in a folder that you may write to.\n")
                                   .arg(file);
        QCoreApplication::exit(kUnwritableFile);
        return;
    }
    printAccuracies(*window.shown());
    QCoreApplication::exit(0);
}

} // namespace

void printAccuracies(const Snapshot &snapshot)
{
    QTextStream(stdout) << QCoreApplication::translate(
        "overfit::app::Screenshot", "Training %1, validation %2. %3\n")
                               .arg(ui::percentText(snapshot.training.accuracy),
                                   ui::percentText(snapshot.validation.accuracy),
                                   ui::verdictTexts(snapshot).headline);
}

void whenAnswered(Session &session, const std::function<void()> &run)
{
    QObject::connect(
        &session.trainer(), &Trainer::snapshotReady, &session, [&session, run](const SnapshotPtr &snapshot) {
            if (snapshot->complete() && !session.reading())
                QTimer::singleShot(0, &session.window(), run);
        });
    QObject::connect(&session, &Session::rowsLeftOut, &session,
        [](const QString &which) { QTextStream(stderr) << "overfit: " << which << '\n'; });
    QObject::connect(&session, &Session::refused, &session, [](const QString &why) {
        QTextStream(stderr) << "overfit: " << why << '\n';
        QCoreApplication::exit(kUnreadableFile);
    });
}

void leaveWithScreenshot(Session &session, const QString &file)
{
    whenAnswered(session, [&session, file] { saveAndLeave(session.window(), file); });
}

} // namespace overfit::app
