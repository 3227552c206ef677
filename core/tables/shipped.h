// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/dataset.h"
#include "core/data/problem.h"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace overfit {

/// A real data set that comes with the program. The texts are English; they are marked for translation in the
/// context "datasets".
struct ShippedSet {
    std::string_view id; ///< stable, for files and command lines, such as "cars"
    const char *title; ///< such as "Stopping distance of cars"
    const char *xName; ///< of classes: the first input's
    const char *xUnit;
    const char *yName; ///< of classes: the second input's
    const char *yUnit;
    const char *source; ///< such as "Ezekiel 1930, Methods of Correlation Analysis"
    std::string_view csv; ///< the file as it stands in resources/datasets
    Problem problem = Problem::Curve;
    std::array<const char *, 2> classes{"", ""}; ///< what the labels 0 and 1 are called; empty for curves
    std::size_t publishedTraining = 0; ///< as in ClassTable
};

/// All shipped sets in the order in which they are offered: curves, then classes.
[[nodiscard]] std::span<const ShippedSet> shippedSets();

/// The set of that id, or nullptr.
[[nodiscard]] const ShippedSet *findShippedSet(std::string_view id);

/// A curve as a table, with the English names; nullptr for classes and where the id is unknown. Parsed once
/// and shared; safe to call from any thread.
[[nodiscard]] TablePtr shippedTable(const ShippedSet &set);

/// The same for classes; nullptr for curves.
[[nodiscard]] ClassTablePtr shippedClassTable(const ShippedSet &set);

} // namespace overfit
