// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <span>
#include <vector>

namespace overfit {

/// How the value of a dial is written.
enum class DialFormat {
    Whole,
    Epochs, ///< a whole number, or that the model is fully trained
    Penalty, ///< a real number, over many powers of ten
};

/// What is particular to one dial; whoever deals with dials asks here, and switches on none. A dial has whole
/// positions, the same for its slider and for the marker on its curve, and a value at each.
struct DialRow {
    Dial dial = Dial::Degree;
    const char *id = ""; ///< as files and command lines write it
    DialFormat format = DialFormat::Whole;
    int page = 1; ///< how many positions a key of a page moves it

    /// From the first to the last position; @p pool is how many examples could be trained on.
    IntRange (*positions)(const Scenario &scenario, int pool) = nullptr;
    double (*valueAt)(const Scenario &scenario, int position) = nullptr;
    /// The position nearest to a value.
    int (*positionOf)(const Scenario &scenario, double value) = nullptr;
    double (*get)(const Scenario &scenario) = nullptr;
    void (*set)(Scenario &scenario, double value) = nullptr;

    // On the axis of its curve a position stands at (position - axisZero) / axisUnit; where that is the
    // logarithm of the value, the labels are powers of ten, and 0, which has no logarithm, stands apart.
    int axisZero = 0;
    int axisUnit = 1;
    bool logarithmic = false;
};

/// One row a dial, in the order of kDials.
[[nodiscard]] std::span<const DialRow> dialRows();
[[nodiscard]] const DialRow &dialRow(Dial dial);

[[nodiscard]] IntRange dialRange(const Scenario &scenario, Dial dial, int pool);
/// Where the dial of a scenario stands.
[[nodiscard]] int dialPosition(const Scenario &scenario, Dial dial, int pool);
/// What the dial of a scenario is set to.
[[nodiscard]] double dialValue(const Scenario &scenario, Dial dial);
/// The scenario with its dial moved to a position; one out of range counts as the nearest end.
[[nodiscard]] Scenario withDial(Scenario scenario, Dial dial, int position, int pool);
/// The scenario with its dial set to a value, which must be one that it can have.
[[nodiscard]] Scenario withDialValue(Scenario scenario, Dial dial, double value);
/// The values at the positions of a dial, thinned evenly to at most @p most of them (at least 2), both ends
/// included.
[[nodiscard]] std::vector<double> dialValues(const Scenario &scenario, Dial dial, int pool, int most);

/// Where a position stands on the axis of the dial's curve, and the other way round.
[[nodiscard]] double dialAxisAt(Dial dial, int position);
[[nodiscard]] int dialPositionAtAxis(Dial dial, double place);

/// The whole numbers low … high, thinned evenly to at most @p most of them (which is at least 2), ends
/// included.
[[nodiscard]] std::vector<int> evenlyThinned(int low, int high, int most);

// The penalties of the ridge dial: 0, then ten steps a decade from 10^-6 to 10^3, the Renard numbers R10 (ISO
// 3). Each is the double nearest to its decimal, the same on every platform, so that what is read can be
// typed.

/// The dial's penalties from @p low to @p high, and these two themselves, 0 <= low <= high; where @p low is
/// between 0 and the dial's least one, the steps go on down to it.
[[nodiscard]] std::vector<double> penaltiesBetween(double low, double high);

/// The penalties that equal steps of the logarithm can go along; 0 has no place on that scale.
inline constexpr RealRange kLogPenaltyRange{1e-12, kRidgeRange.high};
/// @p count penalties from @p low to @p high (both included, within kLogPenaltyRange) in equal steps of the
/// logarithm; count >= 2, or 1 where low equals high. Those in between are rounded to six digits.
[[nodiscard]] std::vector<double> penaltiesInSteps(double low, double high, int count);

} // namespace overfit
