// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/answerer.h"
#include "core/answer/latest_worker.h"
#include "core/tables/csv.h"
#include "core/tables/table_preview.h"

#include <QObject>

#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <variant>

namespace overfit::app {

/// Where a table comes from: a file, or text that is at hand.
struct TableSource {
    QString name; ///< the path of the file, or what the text is called
    std::shared_ptr<const std::string> text; ///< UTF-8; null for a file
};

/// What a table turned out to hold.
struct OpenedData {
    DataSource data;
    LeftOutRows leftOut;
};

using OpenedDataPtr = std::shared_ptr<const OpenedData>;

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
    /// Looks at the beginning of a table; a newer call of this or of read() replaces an older one of either.
    void preview(const TableSource &source, const FormatChoice &choice = {});
    /// Reads a table whole.
    void read(const TableSource &source, const ReadOptions &options = {});
    /// Nothing will be heard any more of what is being looked at or read.
    void cancelReading();

signals:
    /// A stage of the answer to the newest request. Stages that the window had no time for are left out.
    void snapshotReady(const overfit::SnapshotPtr &snapshot);
    void previewReady(const overfit::TablePreviewPtr &preview);
    /// About fifteen times a second while a file is read, in bytes; those that the window had no time for are
    /// left out.
    void readingProgressed(qint64 read, qint64 size);
    void dataRead(const overfit::app::OpenedDataPtr &data);
    void tableRefused(const overfit::ReadError &error);

    /// From a working thread: something lies ready to be collected.
    void posted(QPrivateSignal);

private:
    struct Progress {
        qint64 read;
        qint64 size;
    };
    /// What is to be said about a table that is looked at or read.
    struct Reading {
        quint64 number = 0;
        std::variant<Progress, TablePreviewPtr, OpenedDataPtr, ReadError> news;
    };

    [[nodiscard]] OpenedDataPtr opened(ReadData data);
    void post(quint64 request, SnapshotPtr snapshot);
    void post(Reading reading);
    void collect();
    void tell(const Reading &reading);

    Answerer m_answerer; // used by the worker alone
    // Used by the reader alone: a table that is read again unchanged is the same object as before, so that
    // the window need not compare millions of rows.
    std::weak_ptr<const Table> m_lastTable;
    std::weak_ptr<const ClassTable> m_lastClassTable;
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
