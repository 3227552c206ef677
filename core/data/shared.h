// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <utility>

namespace overfit {

/// A value that is never changed once it is made, so that copies can share it: copying costs the same however
/// large it is.
template <typename Value>
class Shared
{
public:
    Shared() : Shared(Value{}) { }
    // Implicit: it takes the place of the value.
    Shared(Value value) : m_value(std::make_shared<const Value>(std::move(value))) { } // NOLINT

    operator const Value &() const { return *m_value; } // NOLINT
    const Value &operator*() const { return *m_value; }
    const Value *operator->() const { return m_value.get(); }

    friend bool operator==(const Shared &a, const Value &b) { return *a == b; }
    friend bool operator==(const Shared &a, const Shared &b)
    {
        return a.m_value == b.m_value || *a.m_value == *b.m_value;
    }

private:
    std::shared_ptr<const Value> m_value;
};

} // namespace overfit
