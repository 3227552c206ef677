// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"
#include "core/tables/table_preview.h"

#include <QObject>
#include <QPointer>

namespace overfit::ui {

class ImportDialog;
struct Look;

/// Data of one's own on their way into a window: a file that is dropped, cells that are pasted, a formula
/// that is written; and which columns of a table are meant.
class Importing : public QObject
{
    Q_OBJECT

public:
    explicit Importing(QWidget *window);

    void pasteCells();
    /// Where that is asked already, shows it anew.
    void askForColumns(const TablePreviewPtr &preview);
    /// Begins with @p formula, or with an example where it is empty.
    void askForFormula(const QString &formula, const Look &look);

signals:
    void fileDropped(const QString &path);
    void cellsPasted(const QString &text);
    /// The table that is asked about is to be looked at in this way.
    void formatChosen(const overfit::FormatChoice &choice);
    void columnsChosen(const overfit::ReadOptions &options);
    void formulaChosen(const QString &formula);
    /// What is wrong, and what to do.
    void failed(const QString &problem);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *m_window;
    QPointer<ImportDialog> m_dialog; ///< while it is open
};

} // namespace overfit::ui
