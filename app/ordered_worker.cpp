// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ordered_worker.h"

#include <utility>

namespace overfit::app {

namespace {

void done(const OrderedWorker::Job &job)
{
    try {
        job();
    } catch (...) { // the next one has a right to be done
    }
}

} // namespace

OrderedWorker::~OrderedWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ending = true;
    }
    m_wake.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void OrderedWorker::submit(Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        m_waiting.push_back(std::move(job));
        if (!m_thread.joinable())
            m_thread = std::thread([this] { run(); });
    }
    m_wake.notify_one();
}

void OrderedWorker::run()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_wake.wait(lock, [this] { return m_ending || !m_waiting.empty(); });
        if (m_waiting.empty())
            return;
        {
            const Job job = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            done(job);
        } // what it holds goes before the lock is taken again
        lock.lock();
    }
}

} // namespace overfit::app
