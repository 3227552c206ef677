// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "core/files/experiment_file.h"
#include "core/scenario/scenario.h"
#include "core/tables/csv.h"

#include <QString>

#include <array>

namespace overfit::ui {

/// A data source in words.
struct DataTexts {
    QString title;
    QString x; ///< axis title, with the unit
    QString y;
    QString about; ///< where the data come from
};

[[nodiscard]] DataTexts dataTexts(const DataSource &data);

/// What the classes 0 and 1 of the data are called.
[[nodiscard]] std::array<QString, 2> classNames(const DataSource &data);

/// A number of epochs, or "fully trained".
[[nodiscard]] QString epochText(int epochs);

/// An accuracy as a percentage: "92 %", "-340 %", "−10¹³ %" far below, "–" where it is not defined. Never
/// "100 %" for less.
[[nodiscard]] QString percentText(double accuracy);

/// The points of percent between two accuracies, rounded; a power of ten where they are very many, "–" where
/// one is not defined.
[[nodiscard]] QString gapText(double training, double validation);

/// A number with about three digits, in the user's notation.
[[nodiscard]] QString numberText(double value);

/// The verdict: what is going on, and what it means and what one could try.
struct VerdictTexts {
    QString headline;
    QString advice;

    bool operator==(const VerdictTexts &) const = default;
};
[[nodiscard]] VerdictTexts verdictTexts(const Snapshot &snapshot);

/// What went wrong with a file, where, what was expected, and what to do.
[[nodiscard]] QString errorText(const ReadError &error);
[[nodiscard]] QString errorText(const ExperimentError &error);

/// Why a row was left out, and where: "Line 7, column 2: “n/a” is not a number".
[[nodiscard]] QString leftOutText(const ReadError &error);
/// How many there are, and the first one as above.
[[nodiscard]] QString leftOutText(const LeftOutRows &rows);

/// "y = 1.2 + 0.3 x − 4.5 x²"; @p digits as QLocale::toString() takes them.
[[nodiscard]] QString equationText(const std::vector<double> &monomials, int digits = 6);

/// One sentence for those who hear the window instead of seeing it.
[[nodiscard]] QString spokenSummary(const Snapshot &snapshot);

} // namespace overfit::ui
