// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/recent_menu.h"

#include <QDir>
#include <QFileInfo>

namespace overfit::ui {

RecentMenu::RecentMenu(QWidget *parent) : QMenu(parent)
{
    setObjectName(QStringLiteral("recent"));
    setEnabled(false);
}

void RecentMenu::setFiles(const QStringList &paths)
{
    clear();
    m_newest = paths.isEmpty() ? QString() : paths.constFirst();
    setEnabled(!paths.isEmpty());
    QStringList names;
    for (const QString &path : paths)
        names.append(QFileInfo(path).fileName());
    for (const QString &path : paths) {
        const QFileInfo file(path);
        QString text = file.fileName();
        if (names.count(text) > 1)
            text = tr("%1 in %2").arg(text, QDir::toNativeSeparators(file.path()));
        QAction *action = addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { emit chosen(path); });
    }
}

} // namespace overfit::ui
