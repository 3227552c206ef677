// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/exporting.h"

#include "core/takeaway/python_script.h"
#include "ui/dialogs/dialogs.h"
#include "ui/export/export_dialog.h"

#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QStandardPaths>

#include <utility>

namespace overfit::ui {

Exporting::Exporting(QWidget *window, std::function<ExportSource()> source)
    : QObject(window), m_window(window), m_source(std::move(source))
{
}

QString Exporting::exportTo(const ExportRequest &request) const
{
    return ui::exportTo(request, m_source());
}

/// The dialog is made when it is wanted: nobody waits for it at the start.
void Exporting::askForFile()
{
    if (m_request.path.isEmpty()) {
        const QDir pictures(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
        m_request.path =
            (pictures.exists() ? pictures : QDir::home()).filePath(QStringLiteral("overfit.png"));
    }
    auto *dialog = new ExportDialog(m_request, m_window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(dialog);
    connect(dialog, &ExportDialog::wanted, this, [this, dialog](const ExportRequest &request) {
        const PreparedExport prepared = prepareExport(request, m_source());
        if (!prepared.save) {
            dialog->showProblem(prepared.problem);
            return;
        }
        m_request = request;
        emit told(tr("Saving %1 …").arg(QDir::toNativeSeparators(request.path)));
        emit workWanted(
            prepared.save, [this, path = request.path](const QString &problem) { showSaved(path, problem); });
        dialog->accept();
    });
    dialog->open();
}

void Exporting::showSaved(const QString &path, const QString &problem)
{
    if (problem.isEmpty())
        emit told(tr("Saved %1.").arg(QDir::toNativeSeparators(path)));
    else
        emit failed(problem);
}

void Exporting::copyModelChart()
{
    copyChart(Subject::Fit, tr("The chart of the model was copied."));
}

void Exporting::copyAccuracyChart()
{
    copyChart(Subject::Accuracy, tr("The chart of the accuracy was copied."));
}

void Exporting::copyChart(Subject subject, const QString &text)
{
    const ExportSource source = m_source();
    if (!source.snapshot)
        return;
    copyPicture(subject, source);
    emit told(text);
}

void Exporting::copyWindow()
{
    copyPicture(Subject::Window, m_source());
    emit told(tr("The window was copied."));
}

void Exporting::copyScript()
{
    const SnapshotPtr snapshot = m_source().snapshot;
    if (!snapshot)
        return;
    if (const QString problem = scriptProblem(*snapshot); !problem.isEmpty()) {
        emit failed(problem);
        return;
    }
    emit workWanted([snapshot] { return QString::fromStdString(pythonScript(*snapshot)); },
        [this](const QString &script) {
            QGuiApplication::clipboard()->setText(script);
            emit told(tr("A Python script that makes this picture was copied."));
        });
}

} // namespace overfit::ui
