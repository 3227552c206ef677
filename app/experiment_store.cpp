// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/experiment_store.h"

#include "version.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <algorithm>
#include <filesystem>
#include <new>
#include <utility>
#include <variant>

namespace overfit::app {

namespace {

/// What the system has against it; empty where all is well.
QString write(const QString &path, const Experiment &experiment, std::size_t largest)
{
    QDir().mkpath(QFileInfo(path).absolutePath());
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return file.errorString();
    try {
        const std::string text = experimentText(experiment, OVERFIT_VERSION);
        if (text.size() > largest) // it could not be opened again
            return ExperimentStore::tr("with its data it would have %1 MB, and %2 are the most")
                .arg(text.size() >> 20U)
                .arg(largest >> 20U);
        file.write(text.data(), static_cast<qint64>(text.size()));
    } catch (const std::bad_alloc &) {
        return ExperimentStore::tr("there is not enough memory");
    }
    return file.commit() ? QString() : file.errorString();
}

LatestWorker &made(std::optional<LatestWorker> &worker)
{
    return worker ? *worker : worker.emplace();
}

} // namespace

ExperimentStore::ExperimentStore(QObject *parent, std::size_t largest) : QObject(parent), m_largest(largest)
{
    // A signal and not a call with a functor, for the same reason as in the trainer.
    connect(this, &ExperimentStore::posted, this, &ExperimentStore::collect, Qt::QueuedConnection);
}

ExperimentStore::~ExperimentStore()
{
    m_reader.reset();
    m_writer.reset(); // ends what is under way, and forgets what only waits
    writeAll();
}

void ExperimentStore::read(const QString &path)
{
    const quint64 number = ++m_reading;
    made(m_reader).submit([this, number, path](const StopToken &stop) {
        post({number, path, readExperiment(std::filesystem::path(path.toStdU16String()), stop)});
    });
}

void ExperimentStore::cancelReading()
{
    ++m_reading;
    if (m_reader)
        m_reader->cancel();
}

void ExperimentStore::save(const QString &path, const Experiment &experiment)
{
    queue({Kind::Save, path, experiment});
}

void ExperimentStore::keep(const QString &path, const Experiment &experiment)
{
    queue({Kind::Keep, path, experiment});
}

void ExperimentStore::remove(const QString &path)
{
    queue({Kind::Remove, path, std::nullopt});
}

void ExperimentStore::queue(Writing writing)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto isOlder = [&writing](const Writing &waiting) {
            return waiting.kind == Kind::Keep && waiting.path == writing.path;
        };
        m_waiting.erase(std::remove_if(m_waiting.begin(), m_waiting.end(), isOlder), m_waiting.end());
        m_waiting.push_back(std::move(writing));
    }
    made(m_writer).submit([this](const StopToken &) { writeAll(); }); // whoever wants it or not
}

void ExperimentStore::writeAll()
{
    for (;;) {
        Writing next;
        {
            const std::lock_guard lock(m_mutex);
            if (m_waiting.empty())
                return;
            next = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        if (next.kind == Kind::Remove) {
            QFile::remove(next.path);
            continue;
        }
        const QString fault = write(next.path, *next.experiment, m_largest);
        if (next.kind == Kind::Keep && fault.isEmpty())
            continue;
        {
            const std::lock_guard lock(m_mutex);
            m_written.push_back({next.kind, next.path, fault});
        }
        emit posted(QPrivateSignal());
    }
}

void ExperimentStore::post(Reading reading)
{
    {
        const std::lock_guard lock(m_mutex);
        m_read = std::move(reading);
    }
    emit posted(QPrivateSignal());
}

void ExperimentStore::collect()
{
    std::deque<Written> written;
    std::optional<Reading> reading;
    {
        const std::lock_guard lock(m_mutex);
        written.swap(m_written);
        reading = std::exchange(m_read, std::nullopt);
    }
    for (const Written &file : written) {
        if (file.kind == Kind::Keep)
            emit notKept(file.fault);
        else if (file.fault.isEmpty())
            emit saved(file.path);
        else
            emit notSaved(file.path, file.fault);
    }
    if (!reading || reading->number != m_reading)
        return;
    if (const auto *const error = std::get_if<ExperimentError>(&reading->result))
        emit refused(*error);
    else
        emit opened(reading->path, std::get<Experiment>(reading->result));
}

} // namespace overfit::app
