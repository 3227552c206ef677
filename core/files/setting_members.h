// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/json_members.h"
#include "core/scenario/setting.h"

#include <nlohmann/json.hpp>

#include <string_view>
#include <vector>

// The settings that are numbers, as members of the parts of an experiment file.

namespace overfit {

/// The settings of a part, in its order.
[[nodiscard]] std::vector<const SettingRow *> rowsOf(std::string_view part);

/// Adds the settings of a scenario as members.
void addSettings(
    nlohmann::ordered_json &json, const std::vector<const SettingRow *> &rows, const Scenario &scenario);
/// Reads them into a scenario that has its data; those that are not there keep their values. Throws
/// ExperimentError.
void readSettings(
    const JsonMembers &members, const std::vector<const SettingRow *> &rows, Scenario &scenario);

/// A part that holds settings alone.
[[nodiscard]] nlohmann::ordered_json partOf(
    const std::vector<const SettingRow *> &rows, const Scenario &scenario);
void readPart(const nlohmann::ordered_json &json, const char *part,
    const std::vector<const SettingRow *> &rows, Scenario &scenario);

} // namespace overfit
