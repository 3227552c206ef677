// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/number.h"

#include <fast_float/fast_float.h>

namespace overfit {

std::string_view trimmed(std::string_view text)
{
    constexpr std::string_view kSpaces = " \t\r\n";
    const auto first = text.find_first_not_of(kSpaces);
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

std::optional<double> spelledNumber(std::string_view text)
{
    std::string_view digits = trimmed(text);
    if (digits.size() > 1 && digits[0] == '+' && digits[1] != '-' && digits[1] != '+')
        digits.remove_prefix(1);
    const char *const end = digits.data() + digits.size();
    double value = 0;
    const fast_float::from_chars_result result = fast_float::from_chars(digits.data(), end, value);
    // Versions differ in whether they call 1e999 and 1e-999 an error; all of them set the value to infinity
    // and 0.
    if (digits.empty() || result.ptr != end || result.ec == std::errc::invalid_argument)
        return std::nullopt;
    return value;
}

} // namespace overfit
