// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/latest_worker.h"
#include "core/files/experiment_file.h"

#include <QObject>
#include <QString>

#include <deque>
#include <mutex>
#include <optional>

namespace overfit::app {

/// Reads and writes experiment files on threads of its own; none of more bytes than can be read again. Its
/// functions are for the window's thread, and its signals come there; nothing waits but the destructor, which
/// lets everything be written first.
class ExperimentStore : public QObject
{
    Q_OBJECT

public:
    explicit ExperimentStore(QObject *parent = nullptr, std::size_t largest = kLargestExperiment);
    ~ExperimentStore() override;

    /// A newer call replaces an older one.
    void read(const QString &path);
    /// Nothing will be heard any more of what is being read.
    void cancelReading();
    /// Files are written in the order of the calls, each as a whole or not at all.
    void save(const QString &path, const Experiment &experiment);
    /// Writes a file of which nothing is heard where all goes well; a newer call for the same file replaces
    /// one that waits.
    void keep(const QString &path, const Experiment &experiment);
    /// Removes a file, after what was to be written before.
    void remove(const QString &path);

signals:
    void opened(const QString &path, const overfit::Experiment &experiment);
    void refused(const overfit::ExperimentError &error);
    void saved(const QString &path);
    /// @p reason is the system's.
    void notSaved(const QString &path, const QString &reason);
    void notKept(const QString &reason);

    /// From a working thread: something lies ready to be collected.
    void posted(QPrivateSignal);

private:
    enum class Kind { Save, Keep, Remove };
    struct Writing {
        Kind kind = Kind::Save;
        QString path;
        std::optional<Experiment> experiment;
    };
    struct Reading {
        quint64 number = 0;
        QString path;
        ExperimentResult result;
    };
    struct Written {
        Kind kind = Kind::Save;
        QString path;
        QString fault; ///< empty where there was none
    };

    void queue(Writing writing);
    void writeAll();
    void post(Reading reading);
    void collect();

    const std::size_t m_largest;
    quint64 m_reading = 0; // the newest; it belongs to the window's thread

    std::mutex m_mutex; // guards the next three
    std::deque<Writing> m_waiting;
    std::deque<Written> m_written;
    std::optional<Reading> m_read;

    // The threads are last: they use all of the above. They are made when they are first needed.
    std::optional<LatestWorker> m_reader;
    std::optional<LatestWorker> m_writer;
};

} // namespace overfit::app
