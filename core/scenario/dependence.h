// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <optional>

namespace overfit {

/// The parts of a scenario that something depends on: where they are equal, it is. What it does not depend on
/// is left out, or stands at its default.
struct Dependence {
    std::optional<DataSettings> data;
    std::optional<SamplingSettings> sampling;
    std::optional<ModelSettings> model;
    std::optional<DescentSettings> descent;

    bool operator==(const Dependence &) const = default;
};

/// The examples, whatever number of them is trained on.
[[nodiscard]] Dependence dependenceOfExamples(const Scenario &scenario);
/// A model of its own settings, made of the same examples.
[[nodiscard]] Dependence dependenceOfModel(const Scenario &scenario, const ModelSettings &model);
/// A training run, which goes on for as many epochs as somebody asks for.
[[nodiscard]] Dependence dependenceOfRun(const Scenario &scenario);
/// The curve along a dial, wherever the dial stands.
[[nodiscard]] Dependence dependenceOfCurve(const Scenario &scenario, Dial dial);

} // namespace overfit
