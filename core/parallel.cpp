// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parallel.h"

#include <algorithm>
#include <atomic>
#include <system_error>

namespace overfit {
namespace {

std::atomic<std::size_t> coreLimit{0}; ///< 0 for none
std::atomic<std::size_t> helping{0}; ///< threads that help now, all over the program

std::size_t cores()
{
    const std::size_t limit = coreLimit.load();
    return limit > 0 ? limit : std::max<std::size_t>(1, std::thread::hardware_concurrency());
}

/// Takes one of the cores that are left; false where there is none.
bool takeCore()
{
    std::size_t now = helping.load();
    while (now + 1 < cores()) {
        if (helping.compare_exchange_weak(now, now + 1))
            return true;
    }
    return false;
}

} // namespace

CoreLimit::CoreLimit(std::size_t cores)
{
    coreLimit = std::max<std::size_t>(1, cores);
}

CoreLimit::~CoreLimit()
{
    coreLimit = 0;
}

Helpers::~Helpers()
{
    join();
}

void Helpers::start(const std::function<void()> &work)
{
    m_threads.reserve(cores()); // before a core is taken: this may throw
    while (m_threads.size() + 1 < cores() && takeCore()) {
        try {
            m_threads.emplace_back(work);
        } catch (const std::exception &) { // no thread to be had: then there is less help
            --helping;
            return;
        }
    }
}

void Helpers::join()
{
    for (std::thread &thread : m_threads) {
        thread.join();
        --helping;
    }
    m_threads.clear();
}

void forBlocks(std::size_t rows, std::size_t blockRows, const std::function<void(const RowBlock &)> &work)
{
    if (rows <= blockRows) {
        work({0, rows});
        return;
    }
    struct Done {
    };
    const auto workOn = [&work](const RowBlock &block) {
        work(block);
        return Done();
    };
    static_cast<void>(forBlocks<Done>(rows, blockRows, StopToken(), workOn, [](Done &) {}));
}

} // namespace overfit
