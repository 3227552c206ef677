// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/problem.h"
#include "core/tables/csv.h"
#include "core/tables/table_head.h"

#include <cstddef>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace overfit {

/// What a column seems to be good for.
enum class ColumnKind {
    Empty,
    Numbers,
    FewWords, ///< up to twelve, which come again: names of classes
    Text,
};

[[nodiscard]] ColumnKind kindOf(const ColumnHead &column);

/// Which columns are to be read, by their index.
struct ColumnPick {
    Problem problem = Problem::Curve;
    std::optional<std::size_t> x; ///< of classes the first input
    std::optional<std::size_t> y; ///< of classes the second input
    std::optional<std::size_t> label; ///< of classes

    bool operator==(const ColumnPick &) const = default;
};

/// What a file or a text seems to hold, told from its beginning.
struct TablePreview {
    std::string file; ///< name, UTF-8
    TableHead head;
    /// The first two columns of numbers; not one in front that merely counts the rows, where two others
    /// follow. A reader that is told nothing, as that of overfit-cli, takes it nevertheless: the first is
    /// simpler to remember where nobody is shown what is taken.
    ColumnPick suggestion;
};

using TablePreviewPtr = std::shared_ptr<const TablePreview>;
using PreviewResult = std::variant<TablePreview, ReadError>;

/// Reads the first megabyte. Where it shows no row of data, a text is an error: NotText, or what a reader
/// says about it, Empty or what breaks before the first row is whole. One without columns of numbers is none.
[[nodiscard]] PreviewResult previewTable(const std::filesystem::path &path, const FormatChoice &choice = {});
[[nodiscard]] PreviewResult previewText(
    std::string_view text, const std::string &name, const FormatChoice &choice = {});

/// How many of the rows that were looked at can be used; none where a column is not picked, or one twice.
[[nodiscard]] std::size_t usableRows(const TableHead &head, const ColumnPick &pick);

/// Whether nobody has to be asked: two columns of numbers and no further one that could be meant, a name for
/// each where there is a header, each row looked at can be used, and no number can be taken for another.
[[nodiscard]] bool isBeyondDoubt(const TablePreview &preview);

/// The pick in the words of a reader of the whole: by the numbers of the columns, and with the format that
/// the preview shows.
[[nodiscard]] ReadOptions readOptions(const TableHead &head, const ColumnPick &pick);

} // namespace overfit
