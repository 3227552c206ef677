// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/dial.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace overfit {
namespace {

int rounded(double value)
{
    return static_cast<int>(std::lround(value));
}

double wholeValueAt(const Scenario &, int position)
{
    return position;
}

int wholePositionOf(const Scenario &, double value)
{
    return rounded(value);
}

// --- the penalties ---

/// 10^0 … 10^22, all of them exact.
constexpr std::array<double, 23> kPowersOfTen{1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// An exact integer times a power of ten, rounded once: the double nearest to the decimal.
double decimal(double integer, int exponent)
{
    const double power = kPowersOfTen.at(static_cast<std::size_t>(std::abs(exponent)));
    return exponent < 0 ? integer / power : integer * power;
}

constexpr std::array kRenardHundredths{100, 125, 160, 200, 250, 315, 400, 500, 630, 800};
constexpr int kStepsADecade = static_cast<int>(kRenardHundredths.size());
constexpr int kFirstDecade = -6;
constexpr int kLastDecade = 3;
constexpr int kLastPenalty = kStepsADecade * (kLastDecade - kFirstDecade) + 1;

/// The Renard number @p step steps above 10^kFirstDecade, or below it.
double renardNumber(int step)
{
    const int decade = step >= 0 ? step / kStepsADecade : -((kStepsADecade - 1 - step) / kStepsADecade);
    const int within = step - decade * kStepsADecade;
    return decimal(kRenardHundredths.at(static_cast<std::size_t>(within)), kFirstDecade + decade - 2);
}

double penaltyAt(const Scenario &, int position)
{
    return position <= 0 ? 0 : renardNumber(std::min(position, kLastPenalty) - 1);
}

int penaltyPosition(const Scenario &, double value)
{
    if (!(value > 0))
        return 0;
    return std::clamp(rounded(kStepsADecade * (std::log10(value) - kFirstDecade)) + 1, 1, kLastPenalty);
}

double toSixDigits(double value)
{
    const int digitsBehind = 5 - static_cast<int>(std::floor(std::log10(value)));
    return decimal(std::round(decimal(value, digitsBehind)), -digitsBehind);
}

// --- the rows ---

constexpr int kZeroApart =
    5; ///< positions between 0 and the first one on a logarithmic axis, beyond the usual

constexpr std::array<DialRow, kDials.size()> kRows{{
    {Dial::Degree, "degree", DialFormat::Whole, 5,
        [](const Scenario &scenario, int) { return degreeRange(problemOf(scenario)); }, wholeValueAt,
        wholePositionOf, [](const Scenario &scenario) { return double(scenario.model.degree); },
        [](Scenario &scenario, double value) { scenario.model.degree = rounded(value); }},
    {Dial::TrainSize, "train-size", DialFormat::Whole, 10,
        [](const Scenario &, int pool) {
            return IntRange{std::min(kTrainSizeRange.low, pool), pool};
        },
        wholeValueAt, wholePositionOf,
        [](const Scenario &scenario) { return double(scenario.sampling.trainSize); },
        [](Scenario &scenario, double value) { scenario.sampling.trainSize = rounded(value); }},
    // One beyond the last epoch stands for "fully trained".
    {Dial::Epochs, "epochs", DialFormat::Epochs, 10,
        [](const Scenario &scenario, int) {
            return IntRange{kEpochRange.low, scenario.training.lastEpoch + 1};
        },
        [](const Scenario &scenario, int position) {
            return double(position > scenario.training.lastEpoch ? kFullyTrained : position);
        },
        [](const Scenario &scenario, double value) {
            return std::min(rounded(value), scenario.training.lastEpoch + 1);
        },
        [](const Scenario &scenario) { return double(scenario.model.epochs); },
        [](Scenario &scenario, double value) { scenario.model.epochs = rounded(value); }},
    {Dial::Ridge, "ridge", DialFormat::Penalty, kStepsADecade,
        [](const Scenario &, int) {
            return IntRange{0, kLastPenalty};
        },
        penaltyAt, penaltyPosition, [](const Scenario &scenario) { return scenario.model.ridge; },
        [](Scenario &scenario, double value) { scenario.model.ridge = value; },
        -kStepsADecade *kFirstDecade + 1, kStepsADecade, true},
}};

constexpr bool inOrder()
{
    for (std::size_t i = 0; i < kRows.size(); ++i) {
        if (kRows[i].dial != kDials[i] || static_cast<std::size_t>(kDials[i]) != i)
            return false;
    }
    return true;
}
static_assert(inOrder(), "a row for each dial, in the order of the enumeration");

} // namespace

std::span<const DialRow> dialRows()
{
    return kRows;
}

const DialRow &dialRow(Dial dial)
{
    return kRows.at(static_cast<std::size_t>(dial));
}

IntRange dialRange(const Scenario &scenario, Dial dial, int pool)
{
    return dialRow(dial).positions(scenario, pool);
}

int dialPosition(const Scenario &scenario, Dial dial, int pool)
{
    const DialRow &row = dialRow(dial);
    return std::min(row.positionOf(scenario, row.get(scenario)), row.positions(scenario, pool).high);
}

double dialValue(const Scenario &scenario, Dial dial)
{
    return dialRow(dial).get(scenario);
}

Scenario withDial(Scenario scenario, Dial dial, int position, int pool)
{
    const IntRange range = dialRange(scenario, dial, pool);
    const DialRow &row = dialRow(dial);
    row.set(scenario, row.valueAt(scenario, std::clamp(position, range.low, range.high)));
    return scenario;
}

Scenario withDialValue(Scenario scenario, Dial dial, double value)
{
    dialRow(dial).set(scenario, value);
    return scenario;
}

std::vector<double> dialValues(const Scenario &scenario, Dial dial, int pool, int most)
{
    const IntRange range = dialRange(scenario, dial, pool);
    std::vector<double> values;
    for (const int position : evenlyThinned(range.low, range.high, most))
        values.push_back(dialRow(dial).valueAt(scenario, position));
    return values;
}

double dialAxisAt(Dial dial, int position)
{
    const DialRow &row = dialRow(dial);
    const int apart = row.logarithmic && position <= 0 ? kZeroApart : 0;
    return static_cast<double>(position - apart - row.axisZero) / row.axisUnit;
}

int dialPositionAtAxis(Dial dial, double place)
{
    const DialRow &row = dialRow(dial);
    const int position = rounded(place * row.axisUnit) + row.axisZero;
    if (!row.logarithmic || position > 0)
        return position;
    return position < -kZeroApart / 2 ? 0 : 1;
}

std::vector<int> evenlyThinned(int low, int high, int most)
{
    const std::int64_t width = std::int64_t{high} - low;
    const std::int64_t steps = std::min<std::int64_t>(width, most - 1);
    std::vector<int> values;
    for (std::int64_t i = 0; i <= steps; ++i)
        values.push_back(static_cast<int>(low + (steps == 0 ? 0 : width * i / steps)));
    return values;
}

std::vector<double> penaltiesBetween(double low, double high)
{
    std::vector<double> penalties{low};
    const int lowest = low > 0 ? static_cast<int>(std::floor(std::log10(low))) : kFirstDecade;
    const int first = kStepsADecade * std::min(lowest - kFirstDecade, 0);
    for (int step = first; step < kLastPenalty; ++step) {
        const double penalty = renardNumber(step);
        if (penalty > low && penalty < high)
            penalties.push_back(penalty);
    }
    if (high > low)
        penalties.push_back(high);
    return penalties;
}

std::vector<double> penaltiesInSteps(double low, double high, int count)
{
    std::vector<double> penalties{low};
    const double width = std::log(high / low);
    for (int i = 1; i < count - 1; ++i)
        penalties.push_back(toSixDigits(low * std::exp(width * i / (count - 1))));
    if (count > 1)
        penalties.push_back(high);
    return penalties;
}

} // namespace overfit
