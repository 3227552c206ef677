// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/latest_worker.h"
#include "ui/export/export.h"

#include <QObject>

#include <deque>
#include <mutex>

namespace overfit::app {

/// Writes large tables on a thread of its own, one after the other. Its functions are for the window's
/// thread, and its signal comes there.
class TableWriter : public QObject
{
    Q_OBJECT

public:
    explicit TableWriter(QObject *parent = nullptr);
    /// Waits for what is to be written: nothing is lost where the window is closed.
    ~TableWriter() override;
    TableWriter(const TableWriter &) = delete;
    TableWriter &operator=(const TableWriter &) = delete;

    void write(const ui::ExportRequest &request, const SnapshotPtr &snapshot);

signals:
    /// @p problem is empty where all went well.
    void written(const QString &path, const QString &problem);

    /// From the working thread: something lies ready to be collected.
    void posted(QPrivateSignal);

private:
    struct Order {
        ui::ExportRequest request;
        SnapshotPtr snapshot;
    };
    struct Outcome {
        QString path;
        QString problem;
    };

    void writeAll();
    void collect();

    std::mutex m_mutex; // guards the next two
    std::deque<Order> m_orders;
    std::deque<Outcome> m_outcomes;
    LatestWorker m_worker; // last: its thread uses all of the above
};

} // namespace overfit::app
