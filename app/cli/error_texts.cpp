// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_texts.h"

#include "app/cli/option_values.h"

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
        return " is not a text file in UTF-8. Export it from the spreadsheet as \"CSV UTF-8\".";
    default:
        return " holds no rows. A header and at least three rows of numbers were expected.";
    }
}

} // namespace

std::string errorText(const ReadError &error)
{
    switch (error.reason) {
    case ReadError::Reason::TooFewColumns:
        return place(error) + ": two columns of numbers were expected, but the row reads \"" + error.found
            + "\". Separate the cells by commas, semicolons or tabs, and write decimals with a point.";
    case ReadError::Reason::NotANumber:
        return place(error) + ": a number was expected, but there is \"" + error.found
            + "\". Correct the cell or remove the row.";
    case ReadError::Reason::MissingCell:
        return place(error)
            + ": a number was expected, but there is nothing. Fill in the cell or remove the row.";
    case ReadError::Reason::UnknownColumn:
        return place(error) + " has no column \"" + error.found
            + "\". The columns are: " + listed(error.columns) + ".";
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
        return place(error) + fileErrorText(error);
    }
}

} // namespace overfit::cli
