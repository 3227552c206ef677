// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMenu>
#include <QStringList>

namespace overfit::ui {

/// The files that were open lately.
class RecentMenu : public QMenu
{
    Q_OBJECT

public:
    explicit RecentMenu(QWidget *parent = nullptr);

    /// Newest first.
    void setFiles(const QStringList &paths);

signals:
    void chosen(const QString &path);
};

} // namespace overfit::ui
