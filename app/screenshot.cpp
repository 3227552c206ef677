// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/screenshot.h"

#include "app/session.h"
#include "ui/export/save_file.h"
#include "ui/words/strings.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFileInfo>
#include <QPixmap>
#include <QTextStream>
#include <QTimer>

namespace overfit::app {

namespace {

/// What went wrong and what to do, or nothing where the picture is saved.
QString saveScreenshot(ui::MainWindow &window, const QString &file)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (window.grab().save(&buffer, QFileInfo(file).suffix().toLatin1().constData()))
        return ui::saveFile(file, bytes);
    return QCoreApplication::translate("overfit::app::Screenshot",
        "“%1” does not say by its ending which kind of picture to save. Name a .png file.")
        .arg(file);
}

void saveAndLeave(ui::MainWindow &window, const QString &file)
{
    if (const QString problem = saveScreenshot(window, file); !problem.isEmpty()) {
        QTextStream(stderr) << "overfit: " << problem << '\n';
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
    const auto giveUp = [](const QString &why) {
        QTextStream(stderr) << "overfit: " << why << '\n';
        QCoreApplication::exit(kUnreadableFile);
    };
    QObject::connect(&session, &Session::refused, &session, giveUp);
    QObject::connect(&session.trainer(), &Trainer::failed, &session, giveUp);
}

void leaveWithScreenshot(Session &session, const QString &file)
{
    whenAnswered(session, [&session, file] { saveAndLeave(session.window(), file); });
}

} // namespace overfit::app
