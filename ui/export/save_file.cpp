// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSaveFile>

namespace overfit::ui {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::SaveFile)
};

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
    if (!folder.isWritable())
        return Text::tr("You may not write to the folder “%1”. Choose another one.").arg(name);
    return {};
}

QString saveFile(const QString &path, const QByteArray &bytes)
{
    if (QString problem = folderProblem(path); !problem.isEmpty())
        return problem;
    QSaveFile file(path);
    if (file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return {};
    return Text::tr("“%1” could not be written: %2. Choose another place, or make room there.")
        .arg(QDir::toNativeSeparators(path), file.errorString());
}

} // namespace overfit::ui
