// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>

namespace overfit {

/// A disk of 1 MB; it needs a system that can have one, and the right to.
class SmallDisk
{
public:
    explicit SmallDisk(const QString &folder) : m_folder(folder)
    {
        m_mounted = QProcess::execute(QStringLiteral("sh"),
                        {QStringLiteral("-c"),
                            QStringLiteral("mount -t tmpfs -o size=1m tmpfs \"$0\" 2>/dev/null"), folder})
            == 0;
    }
    ~SmallDisk()
    {
        if (m_mounted)
            QProcess::execute(QStringLiteral("umount"), {m_folder});
    }
    SmallDisk(const SmallDisk &) = delete;
    SmallDisk &operator=(const SmallDisk &) = delete;
    [[nodiscard]] bool isThere() const { return m_mounted; }

private:
    QString m_folder;
    bool m_mounted = false;
};

} // namespace overfit
