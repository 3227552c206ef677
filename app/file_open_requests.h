// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace overfit::app {

/// What the desktop asks the running program to open: macOS sends a double click on a file as an event to the
/// application, not as an argument.
class FileOpenRequests : public QObject
{
    Q_OBJECT

public:
    explicit FileOpenRequests(QObject *parent = nullptr);

signals:
    void requested(const QString &path);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
};

} // namespace overfit::app
