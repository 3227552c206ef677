// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment_store.h"

#include "ui/export/save_file.h"
#include "ui/words/numbers.h"
#include "version.h"

#include <QFileInfo>

#include <filesystem>
#include <new>
#include <system_error>
#include <utility>
#include <variant>

namespace overfit::app {

namespace {

/// What went wrong and what to do; empty where it is written.
QString write(const QString &path, const Experiment &experiment, std::size_t largest)
{
    try {
        const std::string text = experimentText(experiment, OVERFIT_VERSION);
        if (text.size() <= largest)
            return ui::saveFile(path, text);
        // It could not be opened again.
        return ui::writeProblem(path,
            {ExperimentStore::tr("with its data it would have %1 MB, and %2 are the most")
                    .arg(ui::wholeText(text.size() >> 20U), ui::wholeText(largest >> 20U)),
                ExperimentStore::tr("Open a table with fewer rows.")});
    } catch (const std::bad_alloc &) {
        return ui::writeProblem(path,
            {ExperimentStore::tr("there is not enough memory"),
                ExperimentStore::tr("Close other programs and save once more.")});
    }
}

ExperimentResult readWithinMemory(const QString &path, const StopToken &stop)
{
    try {
        return readKeptWork(path, stop);
    } catch (const std::bad_alloc &) {
        return ExperimentError{ExperimentError::Reason::TooLarge, path.toStdString()};
    }
}

} // namespace

ExperimentStore::ExperimentStore(QObject *parent, std::size_t largest)
    : QObject(parent), m_largest(largest), m_kept(largest),
      m_read(Kept::Newest, [this](const Reading &reading) { tell(reading); }),
      m_written(Kept::All, [this](const Written &written) { tell(written); })
{
}

void ExperimentStore::read(const QString &path)
{
    const quint64 number = ++m_reading;
    LatestWorker &reader = m_reader ? *m_reader : m_reader.emplace();
    reader.submit([this, number, path](const StopToken &stop) {
        const Stamp stamp = stampOf(path);
        m_read.put({number, path, readWithinMemory(path, stop), stamp});
    });
}

void ExperimentStore::cancelReading()
{
    ++m_reading;
    if (m_reader)
        m_reader->cancel();
}

ExperimentStore::Stamp ExperimentStore::stampOf(const QString &path)
{
    const std::filesystem::path file(path.toStdU16String());
    std::error_code ignored; // of one that is not there both say so
    return {std::filesystem::last_write_time(file, ignored), std::filesystem::file_size(file, ignored)};
}

void ExperimentStore::save(const QString &path, const Experiment &experiment, Overwrite overwrite)
{
    const bool isKnown = overwrite == Overwrite::WhereUnchanged && m_stamps.contains(path);
    m_writer.submit([this, path, experiment, isKnown, known = m_stamps.value(path)] {
        if (isKnown && QFileInfo::exists(path) && stampOf(path) != known) {
            m_written.put({Kind::Changed, path, {}, {}});
            return;
        }
        const QString fault = write(path, experiment, m_largest);
        m_written.put({Kind::Save, path, fault, stampOf(path)});
    });
}

void ExperimentStore::keep(const QString &path, const Experiment &experiment)
{
    m_keptIn = path;
    const quint64 number = ++m_keeping;
    m_writer.submit([this, number, path, experiment] {
        if (number != m_keeping)
            return;
        if (const QString cause = m_kept.keep(path, experiment); !cause.isEmpty())
            m_written.put({Kind::Keep, path, cause, {}});
    });
}

void ExperimentStore::adopt(const QString &path, const Experiment &experiment)
{
    m_writer.submit([this, path, experiment] { m_kept.adopt(path, experiment); });
}

void ExperimentStore::remove(const QString &path)
{
    if (path == m_keptIn)
        ++m_keeping;
    m_writer.submit([path] { KeptWork::remove(path); });
}

void ExperimentStore::tell(const Reading &reading)
{
    if (reading.number != m_reading)
        return;
    if (const auto *const error = std::get_if<ExperimentError>(&reading.result))
        emit refused(*error);
    else {
        m_stamps.insert(reading.path, reading.stamp);
        emit opened(reading.path, std::get<Experiment>(reading.result));
    }
}

void ExperimentStore::tell(const Written &written)
{
    if (written.kind == Kind::Keep)
        emit notKept(written.fault);
    else if (written.kind == Kind::Changed)
        emit changedMeanwhile(written.path);
    else if (written.fault.isEmpty()) {
        m_stamps.insert(written.path, written.stamp);
        emit saved(written.path);
    } else
        emit notSaved(written.path, written.fault);
}

} // namespace overfit::app
