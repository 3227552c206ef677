// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_error_words.h"
#include "core/tables/read_error_words.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <QCoreApplication>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

} // namespace

QString errorText(const ReadError &error)
{
    return textOf(errorMessage(error, Audience::Window));
}

QString errorText(const ExperimentError &error)
{
    return textOf(errorMessage(error, Audience::Window));
}

QString leftOutText(const ReadError &error)
{
    return Strings::tr("Line %1, column %2: %3")
        .arg(plainWholeText(error.line), plainWholeText(error.column), textOf(leftOutReason(error)));
}

QString leftOutText(const LeftOutRows &rows)
{
    const QString count = Strings::tr("%Ln row(s) left out.", nullptr, static_cast<int>(rows.count));
    return rows.first.empty() ? count : sentencesText(count, leftOutText(rows.first.front()));
}

} // namespace overfit::ui
