// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stop_token.h"

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace overfit {

/// One thread that works on the newest request only: a newer one replaces one that waits and stops one under
/// way.
///
/// A job gets a stop token, asks it at its natural grain, and returns early once it was requested. What a job
/// throws ends that job only; who wants to know of it catches it there.
class LatestWorker
{
public:
    using Job = std::function<void(const StopToken &stop)>;

    LatestWorker();
    /// Stops the job under way, forgets one that waits, and waits for the thread.
    ~LatestWorker();
    LatestWorker(const LatestWorker &) = delete;
    LatestWorker &operator=(const LatestWorker &) = delete;

    /// Callable from any thread; never waits for work.
    void submit(Job job);
    /// Stops the job under way and forgets one that waits.
    void cancel();

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::optional<Job> m_waiting;
    StopToken m_current;
    bool m_ending = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace overfit
