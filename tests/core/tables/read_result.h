// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"

#include <string>

namespace overfit {

/// The same three rows as in many of the texts that the tests write.
inline const Dataset kRows{{1, 2, 3}, {4, 5.5, -6}};

/// The table read, or an empty one.
inline Table tableOf(const ReadResult &result)
{
    const Table *const table = std::get_if<Table>(&result);
    return table ? *table : Table();
}

/// The error, or one whose file is "no error".
inline ReadError errorOf(const ReadResult &result)
{
    const ReadError *const error = std::get_if<ReadError>(&result);
    return error ? *error : ReadError{ReadError::Reason::Empty, "no error", 0, 0, {}};
}

inline std::string repeated(const std::string &text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i)
        result += text;
    return result;
}

} // namespace overfit
