// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_texts.h"

#include "app/cli/option_values.h"

#include <algorithm>

namespace overfit::cli {

namespace {

/// "lab.csv, line 3, column 2", as far as it is known.
std::string place(const ReadError &error)
{
    std::string text = error.file;
    if (error.line != 0)
        text += ", line " + std::to_string(error.line);
    if (error.column != 0)
        text += ", column " + std::to_string(error.column);
    return text;
}

/// What is wrong with a file as a whole.
std::string fileErrorText(const ReadError &error)
{
    switch (error.reason) {
    case ReadError::Reason::CannotOpen:
        return " can't be opened: " + error.found + ". Check that it is there and that you may read it.";
    case ReadError::Reason::IsDirectory:
        return " is a folder. Name a CSV file in it.";
    case ReadError::Reason::NotAFile:
        return " is not a file but a pipe or a device. Name a CSV file, or - for standard input.";
    case ReadError::Reason::TooLarge:
        return " holds more rows than fit into memory. Take a part of it.";
    case ReadError::Reason::TooFewRows:
        return " has too few rows. At least three rows of numbers were expected.";
    case ReadError::Reason::AllInputsEqual:
        return ": the inputs x are the same in every row, so there is nothing to fit along. Choose the "
               "column of x by --x.";
    case ReadError::Reason::NotText:
        return " is not a text file. Export it from the spreadsheet as \"CSV UTF-8\".";
    case ReadError::Reason::Changed:
        return " was written to while it was read. Try again when it is complete.";
    default:
        return " holds no rows. A header and at least three rows of numbers were expected.";
    }
}

/// Why a number can't be read as it is written; empty where it is something else.
std::string numberErrorText(const ReadError &error)
{
    switch (error.reason) {
    case ReadError::Reason::OtherDecimalMark:
        return "\"" + error.found
            + "\" has another decimal mark than the other numbers. Write all of them alike, or say by "
              "--decimal "
              "which mark is meant.";
    case ReadError::Reason::UnclearNumber:
        return "\"" + error.found
            + "\" can be a decimal number or one with a thousands separator. Say by --decimal which mark is "
              "meant, or write it without separators.";
    case ReadError::Reason::GroupedDigits:
        return "\"" + error.found
            + "\" has thousands separators, which are not guessed at. Write the number without them.";
    case ReadError::Reason::MoreCellsThanNames:
        return "the row \"" + error.found
            + "\" has more cells than the header has names, as with decimal commas between commas. Separate "
              "the cells by semicolons, or put the numbers in quotes.";
    default:
        return {};
    }
}

/// Why a place in a table can't be used, in few words.
std::string shortReason(const ReadError &error)
{
    switch (error.reason) {
    case ReadError::Reason::MissingCell:
        return "nothing there";
    case ReadError::Reason::OtherDecimalMark:
        return "\"" + error.found + "\" has another decimal mark";
    case ReadError::Reason::UnclearNumber:
        return "\"" + error.found + "\" can be read in two ways";
    case ReadError::Reason::GroupedDigits:
        return "\"" + error.found + "\" has thousands separators";
    case ReadError::Reason::MoreCellsThanNames:
        return "\"" + error.found + "\" has more numbers than there are names";
    default:
        return "\"" + error.found + "\" is not a number";
    }
}

} // namespace

std::string leftOutText(const LeftOutRows &rows)
{
    constexpr std::size_t kMostTold = 5;
    if (rows.count == 0)
        return {};
    std::string text = rows.first.front().file
        + (rows.count == 1 ? ": a row was left out"
                           : ": " + std::to_string(rows.count) + " rows were left out");
    const std::size_t told = std::min(rows.first.size(), kMostTold);
    for (std::size_t i = 0; i < told; ++i) {
        const ReadError &error = rows.first[i];
        text += (i == 0 ? ": line " : "; line ") + std::to_string(error.line) + ", column "
            + std::to_string(error.column) + ": " + shortReason(error);
    }
    return text + (rows.count > told ? "; and so on." : ".");
}

std::string errorText(const ReadError &error)
{
    switch (error.reason) {
    case ReadError::Reason::TooFewColumns:
        return place(error) + ": two columns of numbers were expected, but the row reads \"" + error.found
            + "\". Separate the cells by commas, semicolons or tabs.";
    case ReadError::Reason::NotANumber:
        return place(error) + ": a number was expected, but there is \"" + error.found
            + "\". Correct the cell or remove the row.";
    case ReadError::Reason::MissingCell:
        return place(error)
            + ": a number was expected, but there is nothing. Fill in the cell or remove the row.";
    case ReadError::Reason::UnknownColumn:
        return place(error) + " has no column \"" + error.found
            + "\". The columns are: " + listedInShort(error.columns) + ".";
    case ReadError::Reason::SameColumn:
        return place(error) + ": --x and --y both name the column \"" + error.found
            + "\". Name two different columns.";
    case ReadError::Reason::BrokenQuotes:
        return place(error)
            + ": a quoted cell is not closed properly. Close it with \", and write \" inside of it as \"\".";
    case ReadError::Reason::LineTooLong:
        return place(error)
            + ": the line is too long for a table. Check that this is a CSV file with one row a line.";
    default:
        break;
    }
    const std::string number = numberErrorText(error);
    return place(error) + (number.empty() ? fileErrorText(error) : ": " + number);
}

} // namespace overfit::cli
