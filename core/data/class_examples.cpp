// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/class_examples.h"

#include <algorithm>

namespace overfit {

ClassExamples ClassExamples::first(std::size_t count) const
{
    const std::size_t kept = std::min(count, size());
    return {x1.first(kept), x2.first(kept), label.first(kept)};
}

} // namespace overfit
