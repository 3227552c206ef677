// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recovery.h"

#include "app/kept_work.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSet>
#include <QStandardPaths>
#include <QSysInfo>
#include <QUuid>

#include <utility>

namespace overfit::app {

namespace {

constexpr const char *kWorkEnding = ".overfit";

/// The locks that this process has.
QSet<QString> &heldLocks()
{
    static QSet<QString> held;
    return held;
}

/// The number of a process that has died may be ours now: so it is in every container, and after a restart.
bool isFormerLockOfOurNumber(const QString &path, const QLockFile &lock)
{
    qint64 owner = 0;
    QString host;
    QString program;
    return lock.getLockInfo(&owner, &host, &program) && owner == QCoreApplication::applicationPid()
        && host == QSysInfo::machineHostName() && !heldLocks().contains(path);
}

} // namespace

WorkLock::WorkLock(const QString &file) : m_lock(file + QStringLiteral(".lock"))
{
    m_lock.setStaleLockTime(0); // it goes stale by the death of its owner alone
    const QString path = QFileInfo(m_lock.fileName()).absoluteFilePath();
    m_isHeld = m_lock.tryLock();
    if (!m_isHeld && isFormerLockOfOurNumber(path, m_lock))
        m_isHeld = m_lock.removeStaleLockFile() && m_lock.tryLock();
    if (m_isHeld)
        heldLocks().insert(path);
}

WorkLock::~WorkLock()
{
    if (m_isHeld)
        heldLocks().remove(QFileInfo(m_lock.fileName()).absoluteFilePath());
}

namespace {

/// Ours if nobody who is alive has it.
std::unique_ptr<WorkLock> lockOf(const QString &file)
{
    auto lock = std::make_unique<WorkLock>(file);
    return lock->isHeld() ? std::move(lock) : nullptr;
}

/// It is not offered again and again.
QString damagedName(const QString &file)
{
    return file + QStringLiteral(".damaged");
}

} // namespace

Recovery::Recovery(const QString &folder) : m_folder(folder) { }

QString Recovery::file()
{
    if (!m_file.isEmpty() || !QDir().mkpath(m_folder))
        return m_file;
    const QString path = QDir(m_folder).filePath(
        QUuid::createUuid().toString(QUuid::WithoutBraces) + QLatin1String(kWorkEnding));
    m_lock = lockOf(path);
    if (m_lock)
        m_file = path;
    return m_file;
}

QStringList Recovery::takeOrphans()
{
    QStringList orphans;
    const QDir folder(m_folder);
    for (const QString &name :
        folder.entryList({QLatin1Char('*') + QLatin1String(kWorkEnding)}, QDir::Files, QDir::Time)) {
        const QString path = folder.filePath(name);
        if (path == m_file)
            continue;
        if (auto lock = lockOf(path); lock && QFile::exists(path)) { // whoever had it may have removed it
            m_taken[path] = std::move(lock);
            orphans.append(path);
        }
    }
    removeStrayTables();
    return orphans;
}

/// Of programs that were killed before the file was written that a table belongs to, or after it was removed.
void Recovery::removeStrayTables() const
{
    const QDir folder(m_folder);
    for (const QString &name :
        folder.entryList({QLatin1Char('*') + QLatin1String(kTableEnding)}, QDir::Files)) {
        const QString owner = folder.filePath(ownerOfTable(name));
        if (owner == m_file || !owner.endsWith(QLatin1String(kWorkEnding)))
            continue;
        const auto lock = lockOf(owner); // from here on nobody writes what belongs to it
        if (lock && !QFile::exists(owner) && !QFile::exists(damagedName(owner)))
            QFile::remove(folder.filePath(name));
    }
}

void Recovery::setAsideAsDamaged(const QString &orphan)
{
    QFile::rename(orphan, damagedName(orphan));
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
