// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/importing.h"

#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/formula_dialog.h"
#include "ui/dialogs/import_dialog.h"

#include <QClipboard>
#include <QDropEvent>
#include <QGuiApplication>
#include <QMimeData>
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

Importing::Importing(QWidget *window) : QObject(window), m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

bool Importing::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *const drop = static_cast<QDropEvent *>(event); // which one that enters is as well
    const QString file = draggedFile(drop->mimeData());
    if (file.isEmpty()) {
        drop->ignore();
        return true;
    }
    drop->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        emit fileDropped(file);
    return true;
}

void Importing::pasteCells()
{
    const QString text = QGuiApplication::clipboard()->text();
    if (text.trimmed().isEmpty())
        emit failed(tr("There is no text to paste. Copy cells of a spreadsheet, a column of x and a column "
                       "of y, and paste them here."));
    else
        emit cellsPasted(text);
}

void Importing::askForColumns(const TablePreviewPtr &preview)
{
    if (m_dialog) {
        m_dialog->setPreview(preview);
        return;
    }
    m_dialog = new ImportDialog(preview, m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(m_dialog);
    connect(m_dialog, &ImportDialog::formatChosen, this, &Importing::formatChosen);
    connect(m_dialog, &QDialog::accepted, this, [this] { emit columnsChosen(m_dialog->options()); });
    m_dialog->open();
}

void Importing::askForFormula(const QString &formula, const Look &look)
{
    const QString example = QStringLiteral("sin(3x) + 0.2x");
    auto *dialog = new FormulaDialog(formula.isEmpty() ? example : formula, look, m_window);
    connect(dialog, &FormulaDialog::formulaChosen, this, &Importing::formulaChosen);
    dialog->open();
}

} // namespace overfit::ui
