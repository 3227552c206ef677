// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

QString place(const ReadError &error)
{
    QString file = QFileInfo(QString::fromStdString(error.file)).fileName();
    if (error.line == 0)
        return file;
    if (error.column == 0)
        return Strings::tr("%1, line %2").arg(file).arg(error.line);
    return Strings::tr("%1, line %2, column %3").arg(file).arg(error.line).arg(error.column);
}

/// What is wrong with a file as a whole; empty where it is a matter of its cells.
QString fileErrorText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case ReadError::Reason::CannotOpen:
        return Strings::tr("%1 can't be opened: %2. Check that it is there and that you may read it.")
            .arg(place(error), found);
    case ReadError::Reason::IsDirectory:
        return Strings::tr("%1 is a folder. Choose a CSV file in it.").arg(place(error));
    case ReadError::Reason::NotAFile:
        return Strings::tr(
            "%1 is not a file but a pipe or a device. Save the data to a CSV file and open that.")
            .arg(place(error));
    case ReadError::Reason::TooLarge:
        return Strings::tr("%1 holds more rows than fit into memory. Open a part of it.").arg(place(error));
    case ReadError::Reason::Empty:
        return Strings::tr("%1 holds no rows. A header and at least three rows of numbers were expected.")
            .arg(place(error));
    case ReadError::Reason::UnknownColumn:
        return Strings::tr("%1: there is no column “%2”. Choose one of those that the file has.")
            .arg(place(error), found);
    case ReadError::Reason::SameColumn:
        return Strings::tr("%1: the column “%2” is chosen for both x and y. Choose two different columns.")
            .arg(place(error), found);
    default:
        return {};
    }
}

} // namespace

QString errorText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case ReadError::Reason::TooFewColumns:
        return Strings::tr(
            "%1: two columns of numbers were expected, but the row reads “%2”. Separate the cells by commas, "
            "semicolons or tabs, and write decimals with a point.")
            .arg(place(error), found);
    case ReadError::Reason::NotANumber:
        return Strings::tr(
            "%1: a number was expected, but there is “%2”. Correct the cell or remove the row.")
            .arg(place(error), found);
    case ReadError::Reason::MissingCell:
        return Strings::tr(
            "%1: a number was expected, but there is nothing. Fill in the cell or remove the row.")
            .arg(place(error));
    case ReadError::Reason::TooFewRows:
        return Strings::tr("%1 has too few rows. At least three rows of numbers were expected.")
            .arg(place(error));
    case ReadError::Reason::AllInputsEqual:
        return Strings::tr("%1: the first column of numbers is the same in every row, so there is nothing to "
                           "fit along. Put the input x first.")
            .arg(place(error));
    case ReadError::Reason::BrokenQuotes:
        return Strings::tr(
            "%1: a quoted cell is not closed properly. Close it with \", and write \" inside of it as \"\".")
            .arg(place(error));
    case ReadError::Reason::LineTooLong:
        return Strings::tr(
            "%1: the line is too long for a table. Check that this is a CSV file with one row a line.")
            .arg(place(error));
    case ReadError::Reason::NotText:
        return Strings::tr("%1 is not a text file in UTF-8. Export it from the spreadsheet as “CSV UTF-8”.")
            .arg(place(error));
    default:
        return fileErrorText(error);
    }
}

} // namespace overfit::ui
