// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

namespace overfit::ui {

/// Why no file of that name can be written, as far as its folder tells; empty where nothing speaks against
/// it.
[[nodiscard]] QString folderProblem(const QString &path);

/// Writes a file: all of it or nothing, so that what was there stays where it fails. What went wrong and what
/// to do, or nothing where it is written.
[[nodiscard]] QString saveFile(const QString &path, const QByteArray &bytes);

} // namespace overfit::ui
