// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/table_preview.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QStringListModel;
class QTableWidget;
class QVBoxLayout;

namespace overfit::ui {

/// Asks which columns of a table are meant, and how it is written, over its first rows. What the table itself
/// shows is chosen already.
class ImportDialog : public QDialog
{
    Q_OBJECT

public:
    explicit ImportDialog(const TablePreviewPtr &preview, QWidget *parent = nullptr);

    /// The same table, looked at in another way.
    void setPreview(const TablePreviewPtr &preview);
    /// What is chosen.
    [[nodiscard]] ReadOptions options() const;

signals:
    /// The table is to be looked at in this way.
    void formatChosen(const overfit::FormatChoice &choice);

private:
    void retranslate();
    QComboBox *makeChooser(const QString &name);
    QLayout *makeFormatRow();
    QLayout *makeColumnRow();
    void makeTable();
    void makeButtons(QVBoxLayout *column);
    void setFormat(const TableFormat &format);
    void setColumns();
    void fillTable();
    void chooseFormat();
    void followProblem();
    void follow();
    [[nodiscard]] ColumnPick pick() const;
    [[nodiscard]] QString noteText() const;
    [[nodiscard]] QString headingOf(std::size_t column) const;

    TablePreviewPtr m_preview;
    QStringListModel *m_names; ///< of the columns; one for all choosers, because there can be thousands
    QComboBox *m_separator;
    QComboBox *m_decimal;
    QCheckBox *m_header;
    QLabel *m_encoding;
    QTableWidget *m_table;
    QComboBox *m_problem;
    QComboBox *m_x;
    QComboBox *m_y;
    QComboBox *m_class;
    QLabel *m_separatorLabel;
    QLabel *m_decimalLabel;
    QLabel *m_problemLabel;
    QLabel *m_xLabel;
    QLabel *m_yLabel;
    QLabel *m_classLabel;
    QLabel *m_note;
    QPushButton *m_open = nullptr;
    QPushButton *m_cancel = nullptr;
};

} // namespace overfit::ui
