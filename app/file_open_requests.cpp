// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/file_open_requests.h"

#include <QCoreApplication>
#include <QFileOpenEvent>

namespace overfit::app {

FileOpenRequests::FileOpenRequests(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

bool FileOpenRequests::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::FileOpen)
        return QObject::eventFilter(watched, event);
    emit requested(static_cast<QFileOpenEvent *>(event)->file());
    return true;
}

} // namespace overfit::app
