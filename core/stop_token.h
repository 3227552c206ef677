// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace overfit {

/// Tells work under way that nobody wants it any more. Copies share one flag; one default-made token can
/// never be stopped by anybody else. (std::stop_token is not to be had in every standard library that we
/// build with.)
class StopToken
{
public:
    [[nodiscard]] bool requested() const { return m_flag->load(std::memory_order_relaxed); }
    void request() { m_flag->store(true, std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic<bool>> m_flag = std::make_shared<std::atomic<bool>>(false);
};

} // namespace overfit
