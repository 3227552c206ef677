// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "core/files/experiment_file.h"
#include "core/scenario/scenario.h"
#include "core/tables/csv.h"
#include "ui/words/numbers.h"

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

/// Of a table of classes with so many rows, more than are used.
[[nodiscard]] QString sampleText(std::size_t rows);

/// What the classes 0 and 1 of the data are called.
[[nodiscard]] std::array<QString, 2> classNames(const DataSource &data);

/// "1 point", "200 points".
[[nodiscard]] QString pointsText(std::size_t count);

/// The name of a set, and where not all of its points are drawn how many are: "training (2,000 of 5,000
/// drawn)".
[[nodiscard]] QString drawnText(const QString &set, std::size_t count, int mostDrawn);

/// A number of epochs, or "fully trained".
[[nodiscard]] QString epochText(int epochs);

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

/// One sentence for those who hear the window instead of seeing it.
[[nodiscard]] QString spokenSummary(const Snapshot &snapshot);

} // namespace overfit::ui
