// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <span>
#include <string>
#include <vector>

namespace overfit {

/// How the value of a setting is written.
enum class SettingKind {
    Whole,
    Real,
    Epochs, ///< a whole number, or that the model is fully trained
    Choice, ///< one of optimizerNames(), by its index
};

/// The part of a scenario that a setting stands in, and so what it bears on.
enum class Bearing { Data, Sampling, Model, Training };

/// What is particular to one setting that is a number. Its range stands here alone; clamped(), experiment
/// files and command lines follow from the rows.
struct SettingRow {
    const char *part; ///< of an experiment file
    const char *member; ///< of that part
    const char *option; ///< on the command line of the window; null where there is none
    SettingKind kind;
    Bearing bearsOn;
    RealRange (*range)(Problem problem); ///< of a number of epochs without "fully trained"
    double (*get)(const Scenario &scenario);
    void (*set)(Scenario &scenario, double value);
};

/// One row a setting; those of a part in the order of the file.
[[nodiscard]] std::span<const SettingRow> settingRows();

/// The nearest value that a setting can have; its default for what is not finite, and for a choice that there
/// is not.
[[nodiscard]] double nearestValue(const SettingRow &row, Problem problem, double value);

/// In the order of the enumeration, as files and command lines write them.
[[nodiscard]] const std::vector<std::string> &optimizerNames();

} // namespace overfit
