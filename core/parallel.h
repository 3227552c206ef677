// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stop_token.h"

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace overfit {

/// As long as one of these lives, all work is done as on a machine with so many cores (at least 1). The
/// results are the same with any number of them. There can be one at a time.
class CoreLimit
{
public:
    explicit CoreLimit(std::size_t cores);
    ~CoreLimit();
    CoreLimit(const CoreLimit &) = delete;
    CoreLimit &operator=(const CoreLimit &) = delete;
};

/// Threads that help the calling one: as many as there are cores that no other helpers have, so that the
/// machine never has more to do than it can. There may be none. They end before this does.
class Helpers
{
public:
    Helpers() = default;
    ~Helpers();
    Helpers(const Helpers &) = delete;
    Helpers &operator=(const Helpers &) = delete;

    /// Lets each of them run @p work, which must return soon after the owner of this tells it to, and throw
    /// nothing. To be called while there are none: cores may have become free.
    void start(const std::function<void()> &work);
    void join();
    [[nodiscard]] std::size_t count() const { return m_threads.size(); }

private:
    std::vector<std::thread> m_threads;
};

/// Items on their way from a maker, through work that several threads do at a time, to a taker, who gets them
/// in the order in which they were made. The maker and the taker are only ever called by the calling thread,
/// so what they do depends on no other thread; of items under way there are a few for each thread.
template <typename Item>
class WorkLine
{
public:
    using Make = std::function<std::optional<Item>()>; ///< the next item; nothing at the end
    using Work = std::function<void(Item &)>; ///< by any thread
    using Take = std::function<void(Item &)>;

    WorkLine(Make make, Work work, Take take)
        : m_make(std::move(make)), m_work(std::move(work)), m_take(std::move(take))
    {
    }
    ~WorkLine() { close(); }
    WorkLine(const WorkLine &) = delete;
    WorkLine &operator=(const WorkLine &) = delete;

    /// To the end; false where @p stop was requested before. What a maker, the work or the taker throws comes
    /// out of this, for the first item for which one does.
    [[nodiscard]] bool run(const StopToken &stop);

private:
    struct Slot {
        explicit Slot(Item made) : item(std::move(made)) { }
        Item item;
        bool isBegun = false;
        bool isDone = false;
        std::exception_ptr error;
    };

    bool fill(const StopToken &stop);
    void finishFront();
    void help();
    Slot *begun();
    void workOn(Slot &slot, std::unique_lock<std::mutex> &lock);
    void close();

    Make m_make;
    Work m_work;
    Take m_take;
    std::mutex m_mutex; ///< guards all that follows but the helpers
    std::condition_variable m_change;
    std::deque<Slot> m_slots; ///< an item stays where it is until it is taken
    bool m_isClosed = false;
    Helpers m_helpers;
};

template <typename Item>
bool WorkLine<Item>::run(const StopToken &stop)
{
    bool isEnded = false;
    for (;;) {
        isEnded = isEnded || !fill(stop);
        if (stop.requested())
            return false;
        if (m_slots.empty()) // nobody else adds or takes away
            return true;
        finishFront();
    }
}

/// Makes items until there are enough under way; false after the last one.
template <typename Item>
bool WorkLine<Item>::fill(const StopToken &stop)
{
    constexpr std::size_t kItemsPerThread = 2;
    while (m_slots.size() < (m_helpers.count() > 0 ? kItemsPerThread * (m_helpers.count() + 1) : 2)) {
        if (stop.requested())
            return true;
        std::optional<Item> item = m_make();
        if (!item)
            return false;
        {
            const std::lock_guard lock(m_mutex);
            m_slots.emplace_back(*std::move(item));
        }
        m_change.notify_all();
        if (m_slots.size() == 2 && m_helpers.count() == 0) // one item needs no help
            m_helpers.start([this] { help(); });
    }
    return true;
}

/// Works until the first item is done, and takes it.
template <typename Item>
void WorkLine<Item>::finishFront()
{
    std::unique_lock lock(m_mutex);
    while (!m_slots.front().isDone) {
        if (Slot *const slot = begun())
            workOn(*slot, lock);
        else
            m_change.wait(lock);
    }
    lock.unlock();
    Slot &front = m_slots.front();
    if (front.error)
        std::rethrow_exception(front.error);
    m_take(front.item);
    lock.lock();
    m_slots.pop_front();
}

template <typename Item>
void WorkLine<Item>::help()
{
    std::unique_lock lock(m_mutex);
    while (!m_isClosed) {
        if (Slot *const slot = begun())
            workOn(*slot, lock);
        else
            m_change.wait(lock);
    }
}

/// The first item that nobody works on yet, from now on that of whoever asks; or none.
template <typename Item>
typename WorkLine<Item>::Slot *WorkLine<Item>::begun()
{
    for (Slot &slot : m_slots) {
        if (!std::exchange(slot.isBegun, true))
            return &slot;
    }
    return nullptr;
}

template <typename Item>
void WorkLine<Item>::workOn(Slot &slot, std::unique_lock<std::mutex> &lock)
{
    lock.unlock();
    std::exception_ptr error;
    try {
        m_work(slot.item);
    } catch (...) {
        error = std::current_exception();
    }
    lock.lock();
    slot.error = error;
    slot.isDone = true;
    m_change.notify_all();
}

template <typename Item>
void WorkLine<Item>::close()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isClosed = true;
    }
    m_change.notify_all();
    m_helpers.join();
}

/// From more rows than that on, sums over rows are made of so many at a time and put together in order: so
/// several cores can work on them, and their number shows in no bit of the result.
inline constexpr std::size_t kBlockRows = 8000;

/// Rows from … to-1 of many.
struct RowBlock {
    std::size_t from = 0;
    std::size_t to = 0;
};

/// Gives the rows 0 … @p rows - 1 in blocks of @p blockRows to @p work, by several threads at a time, and
/// what it makes of them to @p take, in order. False where @p stop was requested before the end.
template <typename Made>
[[nodiscard]] bool forBlocks(std::size_t rows, std::size_t blockRows, const StopToken &stop,
    const std::function<Made(const RowBlock &)> &work, const std::function<void(Made &)> &take)
{
    if (rows <= blockRows) {
        Made made = work({0, rows});
        take(made);
        return !stop.requested();
    }
    struct Item {
        RowBlock block;
        std::optional<Made> made;
    };
    std::size_t next = 0;
    const auto make = [&]() -> std::optional<Item> {
        if (next >= rows)
            return std::nullopt;
        const RowBlock block{next, rows - next < blockRows ? rows : next + blockRows};
        next = block.to;
        return Item{block, std::nullopt};
    };
    WorkLine<Item> line(
        make, [&](Item &item) { item.made.emplace(work(item.block)); },
        [&](Item &item) { take(*item.made); });
    return line.run(stop);
}

/// The same of what leaves its results where they belong.
void forBlocks(std::size_t rows, std::size_t blockRows, const std::function<void(const RowBlock &)> &work);

} // namespace overfit
