// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/table_head.h"
#include "core/tables/text_decoder.h"

#include <string>
#include <string_view>

namespace overfit {

/// A text in pieces, in UTF-8, whose beginning can be looked at before it is read from there.
class HeadSource
{
public:
    explicit HeadSource(PieceSource pieces);

    /// What the first megabyte shows.
    TableHead inspected(const FormatChoice &choice);

    /// The next piece from the beginning on, empty at the end.
    std::string_view next();

private:
    TextDecoder m_decoder;
    std::string m_head;
    bool m_isHeadAhead = true;
};

} // namespace overfit
