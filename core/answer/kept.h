// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/dependence.h"

#include <optional>
#include <utility>

namespace overfit {

/// What was computed last, kept together with all that it depends on, until it is wanted for something else.
template <typename Value>
class Kept
{
public:
    /// What is kept, if it is that of @p key; else null.
    [[nodiscard]] Value *find(const Dependence &key) { return m_value && m_key == key ? &*m_value : nullptr; }

    /// Takes the place of what was kept.
    Value &keep(Dependence key, Value value)
    {
        m_key = std::move(key);
        return m_value.emplace(std::move(value));
    }

    /// What is kept, whatever it depends on; null where there is nothing.
    [[nodiscard]] Value *last() { return m_value ? &*m_value : nullptr; }

private:
    Dependence m_key;
    std::optional<Value> m_value;
};

} // namespace overfit
