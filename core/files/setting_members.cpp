// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/setting_members.h"

#include <algorithm>
#include <cstdint>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char *kFullyTrainedText = "full";

Json jsonOf(const SettingRow &row, const Scenario &scenario)
{
    const double value = row.get(scenario);
    if (row.kind == SettingKind::Choice)
        return optimizerNames().at(static_cast<std::size_t>(value));
    if (row.kind == SettingKind::Epochs && value == kFullyTrained)
        return kFullyTrainedText;
    return row.kind == SettingKind::Real ? Json(value) : Json(static_cast<std::int64_t>(value));
}

double read(const JsonMembers &members, const SettingRow &row, RealRange range, double standard)
{
    const IntRange whole{static_cast<int>(range.low), static_cast<int>(range.high)};
    switch (row.kind) {
    case SettingKind::Real:
        return members.numberOr(row.member, range, standard);
    case SettingKind::Choice:
        return static_cast<double>(
            members.choiceOr(row.member, optimizerNames(), static_cast<std::size_t>(standard)));
    case SettingKind::Epochs:
        if (members.has(row.member) && members.at(row.member).is_string()
            && members.text(row.member) == kFullyTrainedText)
            return kFullyTrained;
        break;
    case SettingKind::Whole:
        break;
    }
    return members.wholeOr(row.member, whole, static_cast<int>(standard));
}

} // namespace

std::vector<const SettingRow *> rowsOf(std::string_view part)
{
    std::vector<const SettingRow *> rows;
    for (const SettingRow &row : settingRows()) {
        if (row.part == part)
            rows.push_back(&row);
    }
    return rows;
}

void addSettings(Json &json, const std::vector<const SettingRow *> &rows, const Scenario &scenario)
{
    for (const SettingRow *row : rows)
        json[row->member] = jsonOf(*row, scenario);
}

Json partOf(const std::vector<const SettingRow *> &rows, const Scenario &scenario)
{
    Json json = Json::object();
    addSettings(json, rows, scenario);
    return json;
}

void readSettings(const JsonMembers &members, const std::vector<const SettingRow *> &rows, Scenario &scenario)
{
    for (const SettingRow *row : rows) {
        RealRange range = row->range(problemOf(scenario));
        double standard = row->get(scenario);
        if (row->member == std::string_view("lastEpoch") && scenario.model.epochs != kFullyTrained) {
            range.low = std::max<double>(range.low, scenario.model.epochs); // the epoch shown is on the curve
            standard = std::max(standard, range.low);
        }
        row->set(scenario, read(members, *row, range, standard));
    }
}

void readPart(
    const Json &json, const char *part, const std::vector<const SettingRow *> &rows, Scenario &scenario)
{
    std::vector<std::string_view> known;
    known.reserve(rows.size());
    for (const SettingRow *row : rows)
        known.emplace_back(row->member);
    readSettings(JsonMembers(json, part, known), rows, scenario);
}

} // namespace overfit
