// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/session.h"
#include "ui/strings.h"

#include <QCoreApplication>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

namespace overfit::app {

namespace {

void printAccuracies(const Snapshot &snapshot)
{
    QTextStream(stdout) << QCoreApplication::translate(
        "overfit::app::Screenshot", "Training %1, validation %2. %3\n")
                               .arg(ui::percentText(snapshot.training.accuracy),
                                   ui::percentText(snapshot.validation.accuracy),
                                   ui::verdictTexts(snapshot).headline);
}

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

void leaveWithScreenshot(Session &session, const QString &file, bool afterReading)
{
    QObject::connect(&session.trainer(), &Trainer::snapshotReady, &session,
        [&session, file, afterReading](const SnapshotPtr &snapshot) {
            const bool read = snapshot->scenario.data.kind == DataSource::Kind::Own
                || snapshot->scenario.data.kind == DataSource::Kind::OwnClasses;
            if (snapshot->complete() && read == afterReading)
                QTimer::singleShot(
                    0, &session.window(), [&session, file] { saveAndLeave(session.window(), file); });
        });
    QObject::connect(&session.trainer(), &Trainer::tableRefused, &session, [](const ReadError &error) {
        QTextStream(stderr) << "overfit: " << ui::errorText(error) << '\n';
        QCoreApplication::exit(kUnreadableFile);
    });
}

} // namespace overfit::app
