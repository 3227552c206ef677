// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background_work.h"

#include <optional>
#include <utility>

namespace overfit::app {

namespace {

template <typename Value>
std::optional<Value> takeFirst(std::mutex &mutex, std::deque<Value> &queue)
{
    const std::lock_guard lock(mutex);
    if (queue.empty())
        return std::nullopt;
    Value first = std::move(queue.front());
    queue.pop_front();
    return first;
}

} // namespace

BackgroundWork::BackgroundWork(QObject *parent) : QObject(parent)
{
    connect(this, &BackgroundWork::posted, this, &BackgroundWork::collect, Qt::QueuedConnection);
}

BackgroundWork::~BackgroundWork()
{
    doAll(); // what the thread has not begun yet; it ends what it has
}

void BackgroundWork::start(const ui::Work &work, const ui::Finish &finish)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orders.push_back({work, finish});
    }
    // The worker knows the newest job only, but each job does all that is ordered.
    m_worker.submit([this](const StopToken &) { doAll(); });
}

void BackgroundWork::doAll()
{
    while (std::optional<Order> order = takeFirst(m_mutex, m_orders)) {
        QString text = order->work();
        {
            const std::lock_guard lock(m_mutex);
            m_outcomes.push_back({std::move(text), std::move(order->finish)});
        }
        emit posted(QPrivateSignal());
    }
}

void BackgroundWork::collect()
{
    while (const std::optional<Outcome> outcome = takeFirst(m_mutex, m_outcomes))
        outcome->finish(outcome->text);
}

} // namespace overfit::app
