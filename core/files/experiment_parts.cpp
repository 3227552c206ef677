// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_parts.h"

#include "core/files/experiment_data.h"
#include "core/files/json_members.h"
#include "core/files/setting_members.h"
#include "core/scenario/dial.h"

#include <algorithm>
#include <string>
#include <utility>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Reason = ExperimentError::Reason;

std::vector<std::string> dialNames()
{
    std::vector<std::string> names;
    for (const DialRow &row : dialRows())
        names.emplace_back(row.id);
    return names;
}

// --- the second model ---

/// The settings that a model B has of its own.
std::vector<const SettingRow *> rowsOfComparison()
{
    std::vector<const SettingRow *> rows = rowsOf("model");
    std::erase_if(rows, [](const SettingRow *row) { return row->bearsOn != Bearing::Model; });
    return rows;
}

static_assert(kMostRivals == 1, "the member \"comparison\" holds one model");

Json comparisonPart(const std::vector<ModelSettings> &rivals)
{
    if (rivals.empty())
        return nullptr;
    Scenario other;
    other.model = rivals.front();
    return partOf(rowsOfComparison(), other);
}

std::vector<ModelSettings> readComparison(const Json &json, const Scenario &scenario)
{
    if (json.is_null())
        return {};
    if (problemOf(scenario) == Problem::Classes) // a second model is for curves only
        throw ExperimentError{Reason::UnknownMember, {}, 0, 0, "comparison"};
    Scenario other;
    readPart(json, "comparison", rowsOfComparison(), other);
    return {other.model};
}

// --- the window ---

Json viewPart(const Experiment &experiment)
{
    return {{"curve", dialRow(experiment.scenario.curve).id}, {"truthShown", experiment.view.truthShown},
        {"moreShown", experiment.view.moreShown}, {"speed", experiment.view.speed},
        {"patience", experiment.view.patience}};
}

void readView(const Json &json, Experiment &experiment)
{
    const JsonMembers view(json, "view", {"curve", "truthShown", "moreShown", "speed", "patience"});
    experiment.scenario.curve = static_cast<Dial>(view.choiceOr("curve", dialNames(), 0));
    experiment.view.truthShown = view.flagOr("truthShown", experiment.view.truthShown);
    experiment.view.moreShown = view.flagOr("moreShown", experiment.view.moreShown);
    experiment.view.speed = view.wholeOr("speed", kSpeedRange, experiment.view.speed);
    experiment.view.patience = view.wholeOr("patience", kPatienceRange, experiment.view.patience);
}

} // namespace

Json partsOf(const Experiment &experiment)
{
    const Scenario &scenario = experiment.scenario;
    return {{"data", dataPart(scenario)}, {"model", partOf(rowsOf("model"), scenario)},
        {"training", partOf(rowsOf("training"), scenario)}, {"comparison", comparisonPart(scenario.rivals)},
        {"view", viewPart(experiment)}};
}

Experiment experimentFrom(const Json &root)
{
    Experiment experiment;
    readDataPart(root.at("data"), experiment.scenario);
    if (root.contains("model"))
        readPart(root.at("model"), "model", rowsOf("model"), experiment.scenario);
    if (root.contains("training"))
        readPart(root.at("training"), "training", rowsOf("training"), experiment.scenario);
    if (root.contains("comparison"))
        experiment.scenario.rivals = readComparison(root.at("comparison"), experiment.scenario);
    if (root.contains("view"))
        readView(root.at("view"), experiment);
    return experiment;
}

} // namespace overfit
