// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/csv.h"
#include "core/experiment/snapshot.h"
#include "core/scenario.h"

#include <QString>

namespace overfit::ui {

/// A data source in words.
struct DataTexts {
    QString title;
    QString x; ///< axis title, with the unit
    QString y;
    QString about; ///< where the data come from
};

[[nodiscard]] DataTexts dataTexts(const DataSource &data);

/// An R² as a percentage: "92 %", "-340 %", "−10¹³ %" far below, "–" where it is not defined. Never "100 %"
/// for less.
[[nodiscard]] QString percentText(double r2);

/// The points of percent between two R², rounded; a power of ten where they are very many, "–" where one is
/// not defined.
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

/// "y = 1.2 + 0.3 x − 4.5 x²".
[[nodiscard]] QString equationText(const std::vector<double> &monomials);

/// One sentence for those who hear the window instead of seeing it.
[[nodiscard]] QString spokenSummary(const Snapshot &snapshot);

} // namespace overfit::ui
