// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QDialog>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace overfit::ui {

/// Shows the code of a picture, to be read out from a board, and takes one that was.
class CodeDialog : public QDialog
{
    Q_OBJECT

public:
    explicit CodeDialog(const Scenario &scenario, QWidget *parent = nullptr);

signals:
    void scenarioChosen(const overfit::Scenario &scenario);

private:
    void retranslate();
    void makeShown(const Scenario &scenario);
    void makeEntry();
    void read(const QString &text);
    void openTyped();

    QLabel *m_code;
    QLineEdit *m_entry;
    QLabel *m_note;
    QPushButton *m_copy;
    QPushButton *m_open;
    std::optional<Scenario> m_read; ///< from what is in the entry
};

} // namespace overfit::ui
