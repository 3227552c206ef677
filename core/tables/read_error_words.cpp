// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/read_error_words.h"

#include "core/text/translate_noop.h"

#include <array>
#include <cstddef>

namespace overfit {

namespace {

using Reason = ReadError::Reason;

struct ReasonWords {
    Reason reason{};
    ProblemWords words;
};

/// %1 is the place, %2 what was found, %3 the names of columns or classes, %4 and %5 the first two of them.
constexpr std::array kWords{
    ReasonWords{Reason::CannotOpen,
        {{QT_TRANSLATE_NOOP("messages", "%1 can't be opened: %2."),
            QT_TRANSLATE_NOOP("messages", "Check that it is there and that you may read it.")}}},
    ReasonWords{Reason::IsDirectory,
        {{QT_TRANSLATE_NOOP("messages", "%1 is a folder."),
             QT_TRANSLATE_NOOP("messages", "Choose a CSV file in it.")},
            {nullptr, "Name a CSV file in it."}}},
    ReasonWords{Reason::NotAFile,
        {{QT_TRANSLATE_NOOP("messages", "%1 is not a file but a pipe or a device."),
             QT_TRANSLATE_NOOP("messages", "Save the data to a CSV file and open that.")},
            {nullptr, "Name a CSV file, or - for standard input."}}},
    ReasonWords{Reason::TooLarge,
        {{QT_TRANSLATE_NOOP("messages", "%1 holds more rows than fit into memory."),
             QT_TRANSLATE_NOOP("messages", "Open a part of it.")},
            {nullptr, "Take a part of it."}}},
    ReasonWords{Reason::Empty,
        {{QT_TRANSLATE_NOOP("messages", "%1 holds no rows."),
            QT_TRANSLATE_NOOP("messages", "A header and at least three rows of numbers were expected.")}}},
    ReasonWords{Reason::TooFewColumns,
        {{QT_TRANSLATE_NOOP("messages", "%1: two columns of numbers were expected, but the row reads “%2”."),
            QT_TRANSLATE_NOOP("messages", "Separate the cells by commas, semicolons, tabs or blanks.")}}},
    ReasonWords{Reason::NotANumber,
        {{QT_TRANSLATE_NOOP("messages", "%1: a number was expected, but there is “%2”."),
            QT_TRANSLATE_NOOP(
                "messages", "Write a number alone, without units or other signs, or remove the row.")}}},
    ReasonWords{Reason::MissingCell,
        {{QT_TRANSLATE_NOOP("messages", "%1: a number was expected, but there is nothing."),
            QT_TRANSLATE_NOOP("messages", "Fill in the cell or remove the row.")}}},
    ReasonWords{Reason::UnknownColumn,
        {{QT_TRANSLATE_NOOP("messages", "%1 has no column “%2”."),
             QT_TRANSLATE_NOOP("messages", "Choose one of those that it has: %3.")},
            {nullptr, "The columns are: %3."}}},
    ReasonWords{Reason::SameColumn,
        {{QT_TRANSLATE_NOOP("messages", "%1: the column “%2” is chosen for both x and y."),
             QT_TRANSLATE_NOOP("messages", "Choose two different columns.")},
            {"%1: --x and --y both name the column “%2”.", "Name two different columns."}}},
    ReasonWords{Reason::TooFewRows,
        {{QT_TRANSLATE_NOOP("messages", "%1 has too few rows."),
            QT_TRANSLATE_NOOP("messages", "At least three rows of numbers were expected.")}}},
    ReasonWords{Reason::AllInputsEqual,
        {{QT_TRANSLATE_NOOP(
              "messages", "%1: the input is the same in every row, so there is nothing to fit along."),
             QT_TRANSLATE_NOOP("messages", "Choose another column for it.")},
            {nullptr, "Choose the column of x by --x."}}},
    ReasonWords{Reason::BrokenQuotes,
        {{QT_TRANSLATE_NOOP("messages", "%1: a quoted cell is not closed properly."),
            QT_TRANSLATE_NOOP("messages", "Close it with \", and write \" inside of it as \"\".")}}},
    ReasonWords{Reason::LineTooLong,
        {{QT_TRANSLATE_NOOP("messages", "%1: the line is too long for a table."),
            QT_TRANSLATE_NOOP("messages", "Check that this is a CSV file with one row a line.")}}},
    ReasonWords{Reason::NotText,
        {{QT_TRANSLATE_NOOP("messages", "%1 is not a text file."),
            QT_TRANSLATE_NOOP("messages", "Export it from the spreadsheet as “CSV UTF-8”.")}}},
    ReasonWords{Reason::OtherDecimalMark,
        {{QT_TRANSLATE_NOOP("messages", "%1: “%2” has another decimal mark than the other numbers."),
             QT_TRANSLATE_NOOP("messages", "Write all of them alike, or choose the mark.")},
            {nullptr, "Write all of them alike, or say by --decimal which mark is meant."}}},
    ReasonWords{Reason::UnclearNumber,
        {{QT_TRANSLATE_NOOP(
              "messages", "%1: “%2” can be a decimal number or one with a thousands separator."),
             QT_TRANSLATE_NOOP(
                 "messages", "Choose the decimal mark: the point where it means %4, the comma for %5.")},
            {nullptr, "Say --decimal point where it means %4, or --decimal comma where it means %5."}}},
    ReasonWords{Reason::GroupedDigits,
        {{QT_TRANSLATE_NOOP("messages",
              "%1: “%2” may have a thousands separator, for the numbers have either decimal mark."),
             QT_TRANSLATE_NOOP("messages", "Choose the mark, or write the number without separators.")},
            {nullptr, "Say by --decimal which mark is meant, or write the number without separators."}}},
    ReasonWords{Reason::MoreCellsThanNames,
        {{QT_TRANSLATE_NOOP("messages",
              "%1: the row “%2” has more cells than the header has names, as with decimal commas between "
              "commas."),
            QT_TRANSLATE_NOOP("messages",
                "Name every column, separate the cells by semicolons, or put the numbers in quotes.")}}},
    ReasonWords{Reason::NoNumber,
        {{QT_TRANSLATE_NOOP("messages", "%1: two columns of numbers were expected, but there is “%2”."),
             QT_TRANSLATE_NOOP(
                 "messages", "Write numbers alone, without units or other signs, or choose other columns.")},
            {nullptr,
                "Write numbers alone, without units or other signs, or choose other columns by --x and "
                "--y."}}},
    ReasonWords{Reason::NameMissing,
        {{QT_TRANSLATE_NOOP("messages", "%1: the rows have one cell more than there are names: %3."),
             QT_TRANSLATE_NOOP("messages", "Write a name above every column.")},
            {nullptr, "Write a name above every column, or choose columns by number, such as --x 1 --y 2."}}},
    ReasonWords{Reason::OneClass,
        {{QT_TRANSLATE_NOOP("messages", "%1: all rows are of one class, “%2”."),
            QT_TRANSLATE_NOOP("messages", "A column with two classes was expected.")}}},
    ReasonWords{Reason::TooManyClasses,
        {{QT_TRANSLATE_NOOP("messages", "%1: there are more than two classes: %3."),
            QT_TRANSLATE_NOOP("messages", "Choose a column with two, or open the rows of two classes.")}}},
    ReasonWords{Reason::Changed,
        {{QT_TRANSLATE_NOOP("messages", "%1 was written to while it was read."),
             QT_TRANSLATE_NOOP("messages", "Open it again when it is complete.")},
            {nullptr, "Try again when it is complete."}}},
};

constexpr bool eachStandsAtItsReason()
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (static_cast<std::size_t>(kWords[i].reason) != i)
            return false;
    }
    return kWords.back().reason == Reason::Changed;
}
static_assert(eachStandsAtItsReason(), "every reason has its words, in the order of ReadError::Reason");

/// "lab.csv, line 3, column 2", as far as it is known.
Message placeOf(const ReadError &error, Audience audience)
{
    const std::string file = shownFile(error.file, audience);
    if (error.line == 0 && error.column == 0)
        return {"%1", {{file}}, {}};
    if (error.column == 0)
        return {QT_TRANSLATE_NOOP("messages", "%1, line %2"), {{file}, {error.line}}, {}};
    if (error.line == 0)
        return {QT_TRANSLATE_NOOP("messages", "%1, column %2"), {{file}, {error.column}}, {}};
    return {
        QT_TRANSLATE_NOOP("messages", "%1, line %2, column %3"), {{file}, {error.line}, {error.column}}, {}};
}

const char *leftOutText(Reason reason)
{
    switch (reason) {
    case Reason::MissingCell:
        return QT_TRANSLATE_NOOP("messages", "nothing there");
    case Reason::OtherDecimalMark:
        return QT_TRANSLATE_NOOP("messages", "“%1” has another decimal mark");
    case Reason::UnclearNumber:
        return QT_TRANSLATE_NOOP("messages", "“%1” can be read in two ways");
    case Reason::GroupedDigits:
        return QT_TRANSLATE_NOOP("messages", "“%1” has thousands separators");
    case Reason::MoreCellsThanNames:
        return QT_TRANSLATE_NOOP("messages", "“%1” has more numbers than there are names");
    default:
        return QT_TRANSLATE_NOOP("messages", "“%1” is not a number");
    }
}

} // namespace

Message errorMessage(const ReadError &error, Audience audience)
{
    const ProblemWords &words = kWords[static_cast<std::size_t>(error.reason)].words;
    const auto reading = [&error](std::size_t index) {
        return index < error.columns.size() ? error.columns[index] : std::string();
    };
    return problemMessage(words, audience,
        {{placeOf(error, audience)}, {error.found}, {listMessage(error.columns)}, {reading(0)},
            {reading(1)}});
}

Message leftOutReason(const ReadError &error)
{
    return {leftOutText(error.reason), {{error.found}}, {}};
}

} // namespace overfit
