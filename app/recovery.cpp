// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery.h"

#include <QDir>
#include <QStandardPaths>
#include <QUuid>

#include <utility>

namespace overfit::app {

namespace {

/// Ours if nobody who is alive has it.
std::unique_ptr<QLockFile> lockOf(const QString &file)
{
    auto lock = std::make_unique<QLockFile>(file + QStringLiteral(".lock"));
    lock->setStaleLockTime(0); // it goes stale by the death of its owner alone
    return lock->tryLock() ? std::move(lock) : nullptr;
}

} // namespace

Recovery::Recovery(const QString &folder) : m_folder(folder) { }

QString Recovery::file()
{
    if (!m_file.isEmpty() || !QDir().mkpath(m_folder))
        return m_file;
    const QString path = QDir(m_folder).filePath(
        QUuid::createUuid().toString(QUuid::WithoutBraces) + QStringLiteral(".overfit"));
    m_lock = lockOf(path);
    if (m_lock)
        m_file = path;
    return m_file;
}

QStringList Recovery::takeOrphans()
{
    QStringList orphans;
    const QDir folder(m_folder);
    for (const QString &name : folder.entryList({QStringLiteral("*.overfit")}, QDir::Files, QDir::Time)) {
        const QString path = folder.filePath(name);
        if (path == m_file)
            continue;
        if (auto lock = lockOf(path)) {
            m_taken[path] = std::move(lock);
            orphans.append(path);
        }
    }
    return orphans;
}

void Recovery::adopt(const QString &orphan)
{
    const auto taken = m_taken.find(orphan);
    if (taken == m_taken.end())
        return;
    m_file = orphan;
    m_lock = std::move(taken->second);
    m_taken.erase(taken);
}

QString recoveryFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation)
        + QStringLiteral("/recovery");
}

} // namespace overfit::app
