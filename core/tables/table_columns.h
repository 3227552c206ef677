// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tables/csv.h"
#include "core/tables/table_head.h"

#include <string>
#include <string_view>
#include <variant>

namespace overfit {

/// The columns that @p choice names in a table that begins like @p head; or UnknownColumn, TooFewColumns,
/// MoreCellsThanNames. The error has no line.
[[nodiscard]] std::variant<ChosenColumns, ReadError> chooseColumns(
    const TableHead &head, const ColumnChoice &choice);

/// What stood in a text, fit for one line of a message.
[[nodiscard]] std::string quotation(std::string_view found);

} // namespace overfit
