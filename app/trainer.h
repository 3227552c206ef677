// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv.h"
#include "core/experiment/answerer.h"
#include "core/experiment/latest_worker.h"

#include <QObject>

#include <mutex>
#include <optional>

namespace overfit::app {

/// The bridge between the window's thread and those that work. Its functions are for the window's thread, and
/// its signals come there; nothing waits.
class Trainer : public QObject
{
    Q_OBJECT

public:
    explicit Trainer(QObject *parent = nullptr);

    /// Asks for an answer to @p scenario. Whatever was asked before is stopped and will not be heard of any
    /// more.
    void request(const Scenario &scenario);
    /// Reads a table from a file; a newer call replaces an older one.
    void readFile(const QString &path);

signals:
    /// A stage of the answer to the newest request. Stages that the window had no time for are left out.
    void snapshotReady(const overfit::SnapshotPtr &snapshot);
    void fileRead(const overfit::TablePtr &table);
    void fileRefused(const overfit::ReadError &error);

    /// From a working thread: something lies ready to be collected.
    void posted(QPrivateSignal);

private:
    /// What a file turned out to be.
    struct Reading {
        quint64 number = 0;
        TablePtr table; ///< null where it was refused
        ReadError error;
    };

    void post(quint64 request, SnapshotPtr snapshot);
    void post(Reading reading);
    void collect();

    Answerer m_answerer; // used by the worker alone
    quint64 m_request = 0; // the newest; these two belong to the window's thread
    quint64 m_reading = 0;

    std::mutex m_mutex; // guards the next four
    quint64 m_postedRequest = 0;
    SnapshotPtr m_postedSnapshot;
    std::optional<Reading> m_postedReading;
    bool m_underWay = false; // an event towards the window: at most one

    LatestWorker m_reader; // the threads are last: they use all of the above
    LatestWorker m_worker;
};

} // namespace overfit::app
