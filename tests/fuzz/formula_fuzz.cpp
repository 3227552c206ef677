// SPDX-License-Identifier: GPL-3.0-or-later

// Any text: a formula or an error that points into it.

#include "core/data/formula.h"
#include "core/data/formula_tokens.h"
#include "tests/fuzz/fuzz_target.h"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <variant>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    using overfit::Formula;
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    auto parsed = overfit::parseFormula(text);
    if (auto *const formula = std::get_if<Formula>(&parsed)) {
        for (const double x : {-1.0, 0.0, 0.3, 1.0})
            static_cast<void>((*formula)(x));
        return 0;
    }
    const auto &error = std::get<overfit::FormulaError>(parsed);
    require(error.position <= size && error.length <= size - error.position);
    // What is spelt out is understood.
    require(
        size > overfit::kLongestFormula || !std::holds_alternative<std::string>(overfit::spelledOut(text)));
    return 0;
}
