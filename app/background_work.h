// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/latest_worker.h"
#include "ui/export/background.h"

#include <QObject>

#include <deque>
#include <mutex>

namespace overfit::app {

/// Does what takes too long for the window's thread on a thread of its own, one after the other. Its
/// functions are for the window's thread.
class BackgroundWork : public QObject
{
    Q_OBJECT

public:
    explicit BackgroundWork(QObject *parent = nullptr);
    /// Waits for all that is ordered to be done, so that nothing is lost where the window is closed; its
    /// ends are not told any more.
    ~BackgroundWork() override;
    BackgroundWork(const BackgroundWork &) = delete;
    BackgroundWork &operator=(const BackgroundWork &) = delete;

    /// @p work runs on the other thread, then @p finish on the window's with what it gave.
    void start(const ui::Work &work, const ui::Finish &finish);

signals:
    /// From the working thread: something lies ready to be collected.
    void posted(QPrivateSignal);

private:
    struct Order {
        ui::Work work;
        ui::Finish finish;
    };
    struct Outcome {
        QString text;
        ui::Finish finish;
    };

    void doAll();
    void collect();

    std::mutex m_mutex; // guards the next two
    std::deque<Order> m_orders;
    std::deque<Outcome> m_outcomes;
    LatestWorker m_worker; // last: its thread uses all of the above
};

} // namespace overfit::app
