// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of one's own on their way into the main window: opened, dropped or pasted.
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/import_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/reading_bar.h"

#include <QClipboard>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
#include <QStatusBar>
#include <QUrl>

namespace overfit::ui {

namespace {

/// The file that is dragged, if it is one.
QString draggedFile(const QMimeData *data)
{
    const QList<QUrl> urls = data->urls();
    return urls.size() == 1 ? urls.front().toLocalFile() : QString();
}

} // namespace

void MainWindow::pasteCells()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        reportProblem(tr("There is no text to paste. Copy cells of a spreadsheet, a column of x and a column "
                         "of y, and paste them here."));
    else
        emit cellsPasted(text);
}

void MainWindow::askForColumns(const TablePreviewPtr &preview)
{
    if (m_import) {
        m_import->setPreview(preview);
        return;
    }
    m_import = new ImportDialog(preview, this);
    m_import->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(m_import);
    connect(m_import, &ImportDialog::formatChosen, this, &MainWindow::importFormatChosen);
    connect(m_import, &QDialog::accepted, this, [this] { emit importChosen(m_import->options()); });
    m_import->open();
}

ReadingBar *MainWindow::readingBar()
{
    if (m_reading)
        return m_reading;
    m_reading = new ReadingBar(this);
    statusBar()->addPermanentWidget(m_reading); // a message beside it does not hide it
    connect(m_reading, &ReadingBar::cancelled, this, &MainWindow::readingCancelled);
    connect(m_reading, &ReadingBar::dismissed, this, [this] { showReading({}); });
    return m_reading;
}

void MainWindow::showReading(const QString &file)
{
    if (!file.isEmpty())
        readingBar()->showReading(file);
    if (m_reading)
        m_reading->setVisible(!file.isEmpty());
    showStatus();
}

void MainWindow::showReadingProgress(qint64 read, qint64 size)
{
    readingBar()->showProgress(read, size);
}

void MainWindow::showLeftOut(const LeftOutRows &rows)
{
    if (rows.count == 0)
        return;
    readingBar()->showLeftOut(rows);
    m_reading->show();
    showStatus();
}

void MainWindow::dragEnterEvent(QDragEnterEvent *event)
{
    if (!draggedFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    emit fileChosen(draggedFile(event->mimeData()));
}

} // namespace overfit::ui
