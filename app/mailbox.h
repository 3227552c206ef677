// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <utility>

namespace overfit::app {

/// Rings on the thread that made it, from whichever thread it is pulled.
///
/// A signal and not a call with a functor: that would be an object made by one thread and read by the other
/// before any lock of ours, and the thread sanitizer does not see those of Qt.
class Bell : public QObject
{
    Q_OBJECT

public:
    explicit Bell(const std::function<void()> &ring)
    {
        connect(this, &Bell::pulled, this, ring, Qt::QueuedConnection);
    }
    void pull() { emit pulled(QPrivateSignal()); }

signals:
    void pulled(QPrivateSignal);
};

/// What a mailbox keeps of values that nobody has collected yet.
enum class Kept { Newest, All };

/// The one place where threads meet: values that are put in from any thread are handed over on the thread
/// that made the mailbox, one with each event, in the order in which they came. At most one event is on its
/// way. A mailbox is declared before the worker that puts values in, so that it goes after it.
template <typename Value>
class Mailbox
{
public:
    /// @p take is called with each value. It may do anything but destroy the mailbox before it returns.
    Mailbox(Kept kept, std::function<void(Value)> take)
        : m_kept(kept), m_take(std::move(take)), m_bell([this] { collect(); })
    {
    }

    void put(Value value)
    {
        {
            const std::lock_guard lock(m_mutex);
            if (m_kept == Kept::Newest && !m_values.empty())
                std::swap(m_values.back(), value); // the older one goes after the lock
            else
                m_values.push_back(std::move(value));
            if (std::exchange(m_underWay, true))
                return;
        }
        m_bell.pull();
    }

private:
    /// One at a time: a view that is slower than the worker still gets its other events in between.
    void collect()
    {
        std::unique_lock lock(m_mutex);
        Value value = std::move(m_values.front());
        m_values.pop_front();
        m_underWay = !m_values.empty();
        const bool goesOn = m_underWay;
        lock.unlock();
        if (goesOn)
            m_bell.pull();
        m_take(std::move(value));
    }

    const Kept m_kept;
    const std::function<void(Value)> m_take;
    std::mutex m_mutex; // guards the next two
    std::deque<Value> m_values;
    bool m_underWay = false;
    Bell m_bell;
};

} // namespace overfit::app
