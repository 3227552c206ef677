// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes are a table or an error with a place, and a preview promises what a reader keeps.

#include "core/tables/table_preview.h"
#include "tests/fuzz/fuzz_target.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace overfit;

namespace {

constexpr std::size_t kLongestShown = 160; // bytes: 40 characters, of 4 at the most

std::size_t checkedRows(const Table &table)
{
    require(table.rows.x.size() == table.rows.y.size());
    for (std::size_t i = 0; i < table.rows.size(); ++i)
        require(std::abs(table.rows.x[i]) <= kLargestNumber && std::abs(table.rows.y[i]) <= kLargestNumber);
    return table.rows.size();
}

std::size_t checkedRows(const ClassTable &table)
{
    const ClassDataset &rows = table.rows;
    require(rows.x1.size() == rows.x2.size() && rows.x1.size() == rows.label.size());
    require(table.classes[0] < table.classes[1] || table.classes[0] == table.classes[1]);
    for (const std::uint8_t label : rows.label)
        require(label < 2);
    return rows.size();
}

std::size_t checkedRows(const DataResult &result)
{
    if (const ReadError *const error = std::get_if<ReadError>(&result)) {
        require(error->found.size() <= kLongestShown && error->found.find('\n') == std::string::npos);
        return 0;
    }
    const ReadData &data = std::get<ReadData>(result);
    require(data.leftOut.first.size() == std::min(data.leftOut.count, kMostPlaces));
    const std::size_t rows = std::visit([](const auto &table) { return checkedRows(table); }, data.table);
    require(rows >= 3 && rows >= data.leftOut.count);
    return rows;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    checkedRows(parseData(text, "fuzz"));
    const PreviewResult result = previewText(text, "fuzz");
    const TablePreview *const preview = std::get_if<TablePreview>(&result);
    if (preview == nullptr)
        return 0;
    const ColumnPick &pick = preview->suggestion;
    const std::size_t usable = usableRows(preview->head, pick);
    require(usable <= preview->head.rows);
    if (!pick.x || !pick.y)
        return 0;
    const DataResult read = parseData(text, "fuzz", readOptions(preview->head, pick));
    const std::size_t rows = checkedRows(read);
    require(rows == 0 || preview->head.rows == kMostHeadRows || rows == usable);
    return 0;
}
