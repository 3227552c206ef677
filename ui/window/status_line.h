// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"

#include <QObject>
#include <QString>

class QStatusBar;

namespace overfit::ui {

class ReadingBar;

/// What the status bar says: a message on the picture that is shown, and the file that is being read. The bar
/// takes room from the charts only while it says something.
class StatusLine : public QObject
{
    Q_OBJECT

public:
    explicit StatusLine(QStatusBar *bar, QObject *parent = nullptr);

    /// A message that does not interrupt, until untell().
    void tell(const QString &text);
    void untell();
    /// A file is being read: its name; an empty one when it is done.
    void showReading(const QString &file);
    /// How far it has been read, in bytes.
    void showReadingProgress(qint64 read, qint64 size);
    /// A note that rows of a table were left out; nothing where none were.
    void showLeftOut(const LeftOutRows &rows);
    /// The rows that were left out were of other data.
    void forgetLeftOut();

signals:
    void readingCancelled();

private:
    ReadingBar *reading();
    void showBar();

    QStatusBar *m_bar;
    ReadingBar *m_reading = nullptr; ///< made when it is first wanted
    bool m_told = false;
};

} // namespace overfit::ui
