// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/latest_worker.h"

#include <utility>

namespace overfit {

namespace {

void done(const LatestWorker::Job &job, const StopToken &stop)
{
    try {
        job(stop);
    } catch (...) { // the next one has a right to be done
    }
}

} // namespace

LatestWorker::LatestWorker() : m_thread([this] { run(); }) { }

LatestWorker::~LatestWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
        m_waiting.reset();
        m_current.request();
    }
    m_wake.notify_one();
    m_thread.join();
}

void LatestWorker::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting = std::move(job);
        m_current.request();
    }
    m_wake.notify_one();
}

void LatestWorker::cancel()
{
    const std::lock_guard lock(m_mutex);
    m_waiting.reset();
    m_current.request();
}

void LatestWorker::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ending || m_waiting; });
        if (m_ending)
            return;
        const Job job = std::move(*m_waiting);
        m_waiting.reset();
        m_current = StopToken();
        const StopToken stop = m_current;
        lock.unlock();
        done(job, stop);
        lock.lock();
    }
}

} // namespace overfit
