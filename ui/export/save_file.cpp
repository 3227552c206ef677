// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#include <cerrno>
#include <system_error>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::SaveFile)
};

bool isQuota(int code)
{
#ifdef EDQUOT
    return code == EDQUOT;
#else
    Q_UNUSED(code)
    return false;
#endif
}

/// A disk, above all one in a network, may say only now that it has no room. QSaveFile synchronises as well,
/// but does not look at what comes of it. Elsewhere than on Unix its own must do.
bool reachesDisk(const QFileDevice &file)
{
#ifdef Q_OS_UNIX
    // Some file systems can't: that is no fault.
    return ::fsync(file.handle()) == 0 || !(errno == ENOSPC || errno == EIO || isQuota(errno));
#else
    Q_UNUSED(file)
    return true;
#endif
}

/// The new name as well. Where that can't be, the file is as good as any other program's.
void syncFolder(const QString &path)
{
#ifdef Q_OS_UNIX
    const int folder = ::open(
        QFile::encodeName(QFileInfo(path).absolutePath()).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0)
        return;
    ::fsync(folder);
    ::close(folder);
#else
    Q_UNUSED(path)
#endif
}

QString systemsWords(int code, const QFileDevice &device)
{
    QString words = Text::tr("the system does not say why");
    if (device.error() != QFileDevice::NoError)
        words = device.errorString();
    else if (code != 0)
        words = QString::fromLocal8Bit(std::generic_category().message(code).c_str());
    words = words.trimmed();
    while (words.endsWith(u'.')) // some systems say whole sentences, and these become a part of one
        words.chop(1);
    return words;
}

} // namespace

QString folderProblem(const QString &path)
{
    const QFileInfo file(path);
    const QFileInfo folder(file.absolutePath());
    const QString name = QDir::toNativeSeparators(folder.filePath());
    if (!folder.exists())
        return Text::tr("There is no folder “%1”. Make it, or choose another one.").arg(name);
    if (!folder.isDir())
        return Text::tr("“%1” is a file, not a folder. Choose a folder to save in.").arg(name);
    if (file.isDir())
        return Text::tr("“%1” is a folder. Name a file in it.").arg(QDir::toNativeSeparators(path));
    return {};
}

bool writeAll(QFileDevice &device, QByteArrayView bytes)
{
    errno = 0;
    while (!bytes.isEmpty()) { // of what does not fit, a part is written, and only the next step fails
        const qint64 written = device.write(bytes.data(), bytes.size());
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return device.flush();
}

WriteFault faultOf(int code, const QFileDevice &device, qint64 room, qint64 size)
{
    if (isQuota(code))
        return {Text::tr("your share of the disk is used up"),
            Text::tr("Delete files of yours there, or choose another place.")};
    if (code == EFBIG)
        return {Text::tr("it is larger than a file may be there"), Text::tr("Choose another place.")};
    const bool isFull = device.isOpen() && room >= 0 && room < size; // not every system has an errno
    if (code == EACCES || code == EPERM || code == EROFS)
        return {Text::tr("you may not write there"), Text::tr("Choose another folder.")};
    if (code == ENOSPC || isFull)
        return {Text::tr("the disk is full"), Text::tr("Make room there, or choose another place.")};
    return {systemsWords(code, device), Text::tr("Choose another place.")};
}

std::optional<WriteFault> writeFile(const QString &path, QByteArrayView bytes)
{
    QSaveFile file(path);
    errno = 0;
    const bool isWritten =
        file.open(QIODevice::WriteOnly) && writeAll(file, bytes) && reachesDisk(file) && file.commit();
    const int code = errno; // before anything else is asked of the system
    if (isWritten) {
        syncFolder(path);
        return std::nullopt;
    }
    const QStorageInfo disk(QFileInfo(path).absolutePath());
    return faultOf(code, file, disk.isValid() ? disk.bytesAvailable() : -1, bytes.size());
}

QString writeProblem(const QString &path, const WriteFault &fault)
{
    return Text::tr("“%1” could not be written: %2. %3")
        .arg(QDir::toNativeSeparators(path), fault.cause, fault.advice);
}

QString saveFile(const QString &path, QByteArrayView bytes)
{
    if (QString problem = folderProblem(path); !problem.isEmpty())
        return problem;
    const std::optional<WriteFault> fault = writeFile(path, bytes);
    return fault ? writeProblem(path, *fault) : QString();
}

} // namespace overfit::ui
