// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLockFile>
#include <QString>
#include <QStringList>

#include <map>
#include <memory>

namespace overfit::app {

/// The right to a file of kept work, which lasts as long as this is alive. For the thread of the window.
class WorkLock
{
public:
    explicit WorkLock(const QString &file);
    ~WorkLock();
    WorkLock(const WorkLock &) = delete;
    WorkLock &operator=(const WorkLock &) = delete;

    /// False where a program that is running has it.
    [[nodiscard]] bool isHeld() const { return m_isHeld; }

private:
    QLockFile m_lock;
    bool m_isHeld = false;
};

/// Where unsaved work is kept while the program runs, so that it can be opened again should it be killed.
class Recovery
{
public:
    /// @p folder holds a file for each running program, and those that others left behind.
    explicit Recovery(const QString &folder);

    /// The file of this program; others leave it alone while this is alive. Empty where there can't be one.
    [[nodiscard]] QString file();
    /// Files of programs that are not running any more, newest first. From now on they are this program's.
    [[nodiscard]] QStringList takeOrphans();
    /// One of them is the file of this program instead.
    void adopt(const QString &orphan);
    /// One of them can't be read: it is not offered any more, but stays for whoever can.
    static void setAsideAsDamaged(const QString &orphan);

private:
    void removeStrayTables() const;

    QString m_folder;
    QString m_file;
    std::unique_ptr<WorkLock> m_lock;
    std::map<QString, std::unique_ptr<WorkLock>> m_taken; ///< by the file
};

/// The usual folder, among the user's data of this program.
[[nodiscard]] QString recoveryFolder();

} // namespace overfit::app
