// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_run.h"

#include "app/screenshot.h"
#include "app/session.h"

#include <QCoreApplication>
#include <QTextStream>

namespace overfit::app {

namespace {

void exportAndLeave(ui::MainWindow &window, const ui::ExportRequest &request)
{
    if (const QString problem = window.exporting().exportTo(request); !problem.isEmpty()) {
        QTextStream(stderr) << "overfit: " << problem << '\n';
        QCoreApplication::exit(kUnwritableFile);
        return;
    }
    printAccuracies(*window.shown());
    QCoreApplication::exit(0);
}

} // namespace

void leaveWithExport(Session &session, const ui::ExportRequest &request)
{
    whenAnswered(session, [&session, request] { exportAndLeave(session.window(), request); });
}

} // namespace overfit::app
