// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_work.h"

#include "ui/export/save_file.h"
#include "version.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <filesystem>
#include <new>
#include <string>
#include <utility>
#include <variant>

namespace overfit::app {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(overfit::app::KeptWork)
};

/// What stands before an experiment whose table lies beside it: this, the name of that file, and a new line.
constexpr char kMark[] = "overfit-kept ";
constexpr qint64 kLongestFirstLine = 1024;

std::filesystem::path pathOf(const QString &file)
{
    return {file.toStdU16String()};
}

std::shared_ptr<const void> tableOf(const DataSource &data)
{
    if (data.kind() == DataSource::Kind::Own)
        return data.table();
    return data.kind() == DataSource::Kind::OwnClasses ? data.classTable() : std::shared_ptr<const void>();
}

/// The experiment without its table; the same kind of problem, so that nothing else depends on it.
Experiment withoutTable(Experiment experiment)
{
    DataSource &data = experiment.scenario.data.source;
    data = data.problem() == Problem::Curve ? DataSource::generated(Target::Sine)
                                            : DataSource::generatedClasses(Shape::Moons);
    return experiment;
}

/// Why it could not be written; empty where it was.
QString write(const QString &path, const std::string &text)
{
    const std::optional<ui::WriteFault> fault = ui::writeFile(path, text);
    return fault ? fault->cause : QString();
}

/// The name of the table in the first line; empty where the file stands for itself.
QString tableNamedIn(QFile &file)
{
    const QByteArray line = file.readLine(kLongestFirstLine);
    return line.startsWith(kMark) ? QString::fromUtf8(line.mid(qsizetype(sizeof kMark) - 1)).trimmed()
                                  : QString();
}

QString tableNamedIn(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? tableNamedIn(file) : QString();
}

/// What an experiment and its table are together.
ExperimentResult joined(ExperimentResult settings, const ExperimentResult &table)
{
    auto *const experiment = std::get_if<Experiment>(&settings);
    if (experiment == nullptr)
        return settings;
    const auto *const source = std::get_if<Experiment>(&table);
    if (source == nullptr)
        return table;
    if (problemOf(source->scenario) != problemOf(experiment->scenario))
        return ExperimentError{ExperimentError::Reason::Changed, {}, 0, 0, "data"};
    experiment->scenario.data.source = source->scenario.data.source;
    return settings;
}

} // namespace

QString KeptWork::keep(const QString &file, const Experiment &experiment)
{
    QDir().mkpath(QFileInfo(file).absolutePath());
    const AnyTable table = tableOf(experiment.scenario.data.source);
    std::string text;
    try {
        if (table) {
            if (QString cause = keepTable(file, experiment.scenario.data.source, table); !cause.isEmpty())
                return cause;
            text = kMark + m_tableFile.toStdString() + '\n';
        }
        text += experimentText(table ? withoutTable(experiment) : experiment, OVERFIT_VERSION);
    } catch (const std::bad_alloc &) {
        return Text::tr("there is not enough memory");
    }
    if (QString cause = write(file, text); !cause.isEmpty())
        return cause;
    for (const QString &path : tablesBeside(file)) {
        if (!table || QFileInfo(path).fileName() != m_tableFile)
            QFile::remove(path);
    }
    if (!table)
        m_table.reset();
    return {};
}

QString KeptWork::keepTable(const QString &file, const DataSource &data, const AnyTable &table)
{
    const bool isThere = m_file == file && m_table.lock() == table
        && QFile::exists(QFileInfo(file).dir().filePath(m_tableFile));
    if (isThere)
        return {};
    Experiment alone;
    alone.scenario.data.source = data;
    const std::string text = experimentText(alone, OVERFIT_VERSION);
    if (text.size() > m_largest) // it could not be opened again
        return Text::tr("its table is too large");
    const QString path = file + QLatin1Char('.') + QUuid::createUuid().toString(QUuid::WithoutBraces)
        + QLatin1String(kTableEnding);
    if (QString cause = write(path, text); !cause.isEmpty())
        return cause;
    m_file = file;
    m_tableFile = QFileInfo(path).fileName();
    m_table = table;
    return {};
}

void KeptWork::adopt(const QString &file, const Experiment &experiment)
{
    m_file = file;
    m_tableFile = tableNamedIn(file);
    m_table = m_tableFile.isEmpty() ? AnyTable() : tableOf(experiment.scenario.data.source);
}

void KeptWork::remove(const QString &file)
{
    if (QFile::exists(file) && !QFile::remove(file))
        return; // it is offered again, with its table
    for (const QString &path : tablesBeside(file))
        QFile::remove(path);
}

ExperimentResult readKeptWork(const QString &file, const StopToken &stop)
{
    QFile kept(file);
    const QString name =
        QFileInfo(file).isFile() && kept.open(QIODevice::ReadOnly) ? tableNamedIn(kept) : QString();
    if (name.isEmpty())
        return readExperiment(pathOf(file), stop);
    const QDir folder = QFileInfo(file).dir();
    if (ownerOfTable(name) != QFileInfo(file).fileName()) // it shall lead nowhere else
        return ExperimentError{ExperimentError::Reason::Changed, file.toStdString(), 0, 0, "data"};
    const std::string settings = kept.read(qint64(kLargestExperiment)).toStdString();
    ExperimentResult result = joined(
        parseExperiment(settings, file.toStdString()), readExperiment(pathOf(folder.filePath(name)), stop));
    if (auto *const error = std::get_if<ExperimentError>(&result); error != nullptr && error->file.empty())
        error->file = file.toStdString();
    return result;
}

QStringList tablesBeside(const QString &file)
{
    const QDir folder = QFileInfo(file).dir();
    QStringList tables;
    for (const QString &name :
        folder.entryList({QLatin1Char('*') + QLatin1String(kTableEnding)}, QDir::Files)) {
        if (ownerOfTable(name) == QFileInfo(file).fileName())
            tables.append(folder.filePath(name));
    }
    return tables;
}

QString ownerOfTable(const QString &tablePath)
{
    const QLatin1String ending(kTableEnding);
    if (!tablePath.endsWith(ending))
        return {};
    const QString rest = tablePath.chopped(ending.size());
    return rest.left(rest.lastIndexOf(QLatin1Char('.')));
}

} // namespace overfit::app
