// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"

#include <QPushButton>
#include <QWidget>

class QKeySequence;
class QLabel;
class QProgressBar;

namespace overfit::ui {

/// How far a file has been read, with a way out; afterwards, how many of its rows were left out.
class ReadingBar : public QWidget
{
    Q_OBJECT

public:
    explicit ReadingBar(QWidget *parent = nullptr);

    void showReading(const QString &file);
    void showProgress(qint64 read, qint64 size);
    void showLeftOut(const LeftOutRows &rows);
    /// Rows that were left out are told, and nothing is being read.
    [[nodiscard]] bool tellsLeftOut() const { return !m_dismiss->isHidden(); }

signals:
    void cancelled();
    /// The notice has been read.
    void dismissed();

protected:
    void changeEvent(QEvent *event) override;

private:
    QPushButton *makeButton(const QString &name, const QKeySequence &key);
    void setTexts();
    void showDetails();

    QString m_file; ///< that is being read; empty where rows that were left out are told
    LeftOutRows m_leftOut;
    QLabel *m_text;
    QProgressBar *m_progress;
    QPushButton *m_cancel;
    QPushButton *m_details;
    QPushButton *m_dismiss;
};

} // namespace overfit::ui
