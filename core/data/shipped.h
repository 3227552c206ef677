// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <span>
#include <string_view>

namespace overfit {

/// A real data set that comes with the program. The texts are English; they are marked for translation in the
/// context "datasets".
struct ShippedSet {
    std::string_view id; ///< stable, for files and command lines, such as "cars"
    const char *title; ///< such as "Stopping distance of cars"
    const char *xName;
    const char *xUnit;
    const char *yName;
    const char *yUnit;
    const char *source; ///< such as "Ezekiel 1930, Methods of Correlation Analysis"
    std::string_view csv; ///< the file as it stands in resources/datasets
};

/// All shipped sets with one input, in the order in which they are offered.
[[nodiscard]] std::span<const ShippedSet> shippedSets();

/// The set of that id, or nullptr.
[[nodiscard]] const ShippedSet *findShippedSet(std::string_view id);

/// The set as a table, with the English names; nullptr where the id is unknown. Parsed once and shared; safe
/// to call from any thread.
[[nodiscard]] TablePtr shippedTable(const ShippedSet &set);

} // namespace overfit
