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
    [[nodiscard]] QString newest() const { return m_newest; } ///< empty for none

signals:
    void chosen(const QString &path);

private:
    QString m_newest;
};

} // namespace overfit::ui
