// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <optional>

class QFileDevice;

namespace overfit::ui {

/// Why a file was not written.
struct WriteFault {
    QString cause; ///< a part of a sentence, such as "the disk is full"
    QString advice; ///< a sentence
};

/// Why no file of that name can be written, as far as its folder tells; empty where nothing speaks against
/// it.
[[nodiscard]] QString folderProblem(const QString &path);

/// Writes a file: all of it or nothing, so that what was there stays where it fails. Where it returns nothing
/// the file is on the disk, not just on its way there.
[[nodiscard]] std::optional<WriteFault> writeFile(const QString &path, QByteArrayView bytes);

/// "“a.csv” could not be written: the disk is full. Make room there, or choose another place."
[[nodiscard]] QString writeProblem(const QString &path, const WriteFault &fault);

/// The same after a look at the folder. What went wrong and what to do, or nothing where it is written.
[[nodiscard]] QString saveFile(const QString &path, QByteArrayView bytes);

/// Every byte has left the device's buffer. Where that fails, errno is that of the step that failed; Qt's own
/// words are "Unknown error" where the system took a part of the bytes.
[[nodiscard]] bool writeAll(QFileDevice &device, QByteArrayView bytes);

/// What errno says, beside what @p device does; @p room is how many bytes can still be written there,
/// negative where nobody knows.
[[nodiscard]] WriteFault faultOf(int code, const QFileDevice &device, qint64 room, qint64 size);

} // namespace overfit::ui
