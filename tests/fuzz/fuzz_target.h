// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What the fuzzer calls with every input that it makes up. It returns 0.
// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's own name
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size);

/// Ends the program, which the fuzzer takes for a finding, where what has to hold does not.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}
