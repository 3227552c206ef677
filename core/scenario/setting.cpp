// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/setting.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace overfit {
namespace {

constexpr RealRange real(IntRange range)
{
    return {static_cast<double>(range.low), static_cast<double>(range.high)};
}

template <const auto &range>
RealRange always(Problem)
{
    if constexpr (std::is_same_v<std::decay_t<decltype(range)>, IntRange>)
        return real(range);
    else
        return range;
}

constexpr RealRange kSeedRange{0, static_cast<double>(kLargestSeed)};
constexpr IntRange kOptimizerRange{0, static_cast<int>(Optimizer::Adam)};

template <typename Value>
Value whole(double value)
{
    return static_cast<Value>(std::llround(value));
}

/// get and set of a member of a scenario.
// clang-format off
#define OVERFIT_ACCESS(type, path) \
    [](const Scenario &scenario) { return static_cast<double>(scenario.path); }, \
    [](Scenario &scenario, double value) { scenario.path = type(value); }
// clang-format on

using Kind = SettingKind;

constexpr std::array kRows{
    SettingRow{"data", "seed", "seed", Kind::Whole, Bearing::Data, always<kSeedRange>,
        OVERFIT_ACCESS(whole<std::uint64_t>, data.seed)},
    SettingRow{"data", "noise", "noise", Kind::Real, Bearing::Data, always<kNoiseRange>,
        OVERFIT_ACCESS(double, data.noise)},
    SettingRow{"data", "labelNoise", "label-noise", Kind::Real, Bearing::Data, always<kLabelNoiseRange>,
        OVERFIT_ACCESS(double, data.labelNoise)},
    SettingRow{"model", "degree", "degree", Kind::Whole, Bearing::Model,
        [](Problem problem) { return real(degreeRange(problem)); }, OVERFIT_ACCESS(whole<int>, model.degree)},
    SettingRow{"model", "trainSize", "train-size", Kind::Whole, Bearing::Sampling, always<kTrainSizeRange>,
        OVERFIT_ACCESS(whole<int>, sampling.trainSize)},
    SettingRow{"model", "ridge", "ridge", Kind::Real, Bearing::Model, always<kRidgeRange>,
        OVERFIT_ACCESS(double, model.ridge)},
    SettingRow{"model", "epochs", "epochs", Kind::Epochs, Bearing::Model, always<kEpochRange>,
        OVERFIT_ACCESS(whole<int>, model.epochs)},
    SettingRow{"model", "lastEpoch", "last-epoch", Kind::Whole, Bearing::Training, always<kLastEpochRange>,
        OVERFIT_ACCESS(whole<int>, training.lastEpoch)},
    SettingRow{"training", "optimizer", "trained-by", Kind::Choice, Bearing::Training,
        always<kOptimizerRange>,
        [](const Scenario &scenario) {
            return static_cast<double>(static_cast<int>(scenario.training.descent.optimizer));
        },
        [](Scenario &scenario, double value) {
            scenario.training.descent.optimizer = static_cast<Optimizer>(whole<int>(value));
        }},
    SettingRow{"training", "learningRate", "learning-rate", Kind::Real, Bearing::Training,
        always<kLearningRateRange>, OVERFIT_ACCESS(double, training.descent.learningRate)},
    SettingRow{"training", "rateFactor", nullptr, Kind::Real, Bearing::Training, always<kRateFactorRange>,
        OVERFIT_ACCESS(double, training.descent.rateFactor)},
    SettingRow{"training", "batchSize", "batch-size", Kind::Whole, Bearing::Training, always<kBatchSizeRange>,
        OVERFIT_ACCESS(whole<int>, training.descent.batchSize)},
    SettingRow{"training", "startSpread", nullptr, Kind::Real, Bearing::Training, always<kStartSpreadRange>,
        OVERFIT_ACCESS(double, training.descent.startSpread)},
    SettingRow{"training", "seed", nullptr, Kind::Whole, Bearing::Training, always<kSeedRange>,
        OVERFIT_ACCESS(whole<std::uint64_t>, training.descent.seed)},
};

#undef OVERFIT_ACCESS

} // namespace

std::span<const SettingRow> settingRows()
{
    return kRows;
}

double nearestValue(const SettingRow &row, Problem problem, double value)
{
    const RealRange range = row.range(problem);
    const bool isFull = row.kind == Kind::Epochs && value > range.high;
    const bool isUnknown = row.kind == Kind::Choice && !(value >= range.low && value <= range.high);
    if (!std::isfinite(value) || isUnknown)
        return row.get(Scenario());
    return isFull ? kFullyTrained : std::clamp(value, range.low, range.high);
}

const std::vector<std::string> &optimizerNames()
{
    static const std::vector<std::string> names{"gradient-descent", "mini-batches", "adam"};
    return names;
}

} // namespace overfit
