// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace overfit::app {

/// One thread that does every job that it is given, one after the other, in the order in which they came.
/// (LatestWorker is for answers, of which only the newest is wanted.) The thread is made with the first job.
class OrderedWorker
{
public:
    using Job = std::function<void()>;

    OrderedWorker() = default;
    /// Waits until all jobs are done: still in their order, and on their thread.
    ~OrderedWorker();
    OrderedWorker(const OrderedWorker &) = delete;
    OrderedWorker &operator=(const OrderedWorker &) = delete;

    /// Never waits for work. What @p job throws ends that job only; who wants to know of it catches it there.
    void submit(Job job);

private:
    void run();

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_waiting;
    bool m_ending = false;
    std::thread m_thread; // last: it uses all of the above
};

} // namespace overfit::app
