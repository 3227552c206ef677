// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table_writer.h"

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

TableWriter::TableWriter(QObject *parent) : QObject(parent)
{
    connect(this, &TableWriter::posted, this, &TableWriter::collect, Qt::QueuedConnection);
}

TableWriter::~TableWriter()
{
    writeAll(); // what the thread has not begun yet; it ends what it has
}

void TableWriter::write(const ui::ExportRequest &request, const SnapshotPtr &snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_orders.push_back({request, snapshot});
    }
    // The worker knows the newest job only, but each job writes all that is ordered.
    m_worker.submit([this](const StopToken &) { writeAll(); });
}

void TableWriter::writeAll()
{
    while (const std::optional<Order> order = takeFirst(m_mutex, m_orders)) {
        const QString problem = ui::exportTo(order->request, {order->snapshot, true, nullptr});
        {
            const std::lock_guard lock(m_mutex);
            m_outcomes.push_back({order->request.path, problem});
        }
        emit posted(QPrivateSignal());
    }
}

void TableWriter::collect()
{
    while (const std::optional<Outcome> outcome = takeFirst(m_mutex, m_outcomes))
        emit written(outcome->path, outcome->problem);
}

} // namespace overfit::app
