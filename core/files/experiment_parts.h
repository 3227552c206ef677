// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"

#include <nlohmann/json_fwd.hpp>

#include <array>
#include <string_view>

namespace overfit {

/// The parts of an experiment file that have a checksum, in the order in which they are written.
inline constexpr std::array<std::string_view, 5> kExperimentParts{
    "data", "model", "training", "comparison", "view"};

/// All parts as the members of one object.
[[nodiscard]] nlohmann::ordered_json partsOf(const Experiment &experiment);

/// Puts together what partsOf() took apart. @p root may have further members. Throws ExperimentError.
[[nodiscard]] Experiment experimentFrom(const nlohmann::ordered_json &root);

} // namespace overfit
