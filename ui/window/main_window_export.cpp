// SPDX-License-Identifier: GPL-3.0-or-later
// What leaves the main window: files, and what is put on the clipboard.
#include "core/takeaway/python_script.h"
#include "ui/charts/accuracy_chart.h"
#include "ui/charts/plot_view.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/messages.h"
#include "ui/export/export_dialog.h"
#include "ui/window/main_window.h"

#include <QClipboard>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QStandardPaths>

namespace overfit::ui {

QString MainWindow::exportTo(const ExportRequest &request)
{
    return ui::exportTo(request, exportSource());
}

ExportSource MainWindow::exportSource()
{
    return {m_snapshot, m_truth->isChecked(), this};
}

/// The dialog is made when it is wanted: nobody waits for it at the start.
void MainWindow::openExport()
{
    if (m_export.path.isEmpty()) {
        const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
        m_export.path = (pictures.exists() ? pictures : QDir::home()).filePath(QStringLiteral("overfit.png"));
    }
    auto *dialog = new ExportDialog(m_export, this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(dialog);
    connect(dialog, &ExportDialog::wanted, this, [this, dialog](const ExportRequest &request) {
        const PreparedExport prepared = prepareExport(request, exportSource());
        if (!prepared.save) {
            dialog->showProblem(prepared.problem);
            return;
        }
        m_export = request;
        tell(tr("Saving %1 …").arg(QDir::toNativeSeparators(request.path)));
        emit workWanted(
            prepared.save, [this, path = request.path](const QString &problem) { showSaved(path, problem); });
        dialog->accept();
    });
    dialog->open();
}

void MainWindow::showSaved(const QString &path, const QString &problem)
{
    if (!problem.isEmpty()) {
        untell();
        reportProblem(problem);
        return;
    }
    tell(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
}

/// The chart of the model, or that of the accuracy while it has the keyboard.
void MainWindow::copyChart()
{
    if (!m_snapshot)
        return;
    const bool accuracy = m_accuracyChart->plot()->hasFocus();
    copyPicture(accuracy ? Subject::Accuracy : Subject::Fit, exportSource());
    tell(accuracy ? tr("The chart of the accuracy was copied.") : tr("The chart of the model was copied."));
}

void MainWindow::copyWindow()
{
    copyPicture(Subject::Window, exportSource());
    tell(tr("The window was copied."));
}

void MainWindow::copyScript()
{
    if (!m_snapshot)
        return;
    if (const QString problem = scriptProblem(*m_snapshot); !problem.isEmpty()) {
        reportProblem(problem);
        return;
    }
    emit workWanted([snapshot = m_snapshot] { return QString::fromStdString(pythonScript(*snapshot)); },
        [this](const QString &script) {
            QGuiApplication::clipboard()->setText(script);
            tell(tr("A Python script that makes this picture was copied."));
        });
}

} // namespace overfit::ui
