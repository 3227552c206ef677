// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/strings.h"

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
    case ReadError::Reason::Changed:
        return Strings::tr("%1 was written to while it was read. Open it again when it is complete.")
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

QString listed(const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list.append(QString::fromStdString(name));
    return list.join(Strings::tr(", "));
}

/// What is wrong with the classes, or with how numbers are written; empty where it is something else.
QString contentErrorText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case ReadError::Reason::OtherDecimalMark:
        return Strings::tr("%1: “%2” has another decimal mark than the other numbers. Write all of them "
                           "alike, or choose the mark.")
            .arg(place(error), found);
    case ReadError::Reason::UnclearNumber:
        return Strings::tr(
            "%1: “%2” can be a decimal number or one with a thousands separator. Choose the decimal "
            "mark, or write it without separators.")
            .arg(place(error), found);
    case ReadError::Reason::GroupedDigits:
        return Strings::tr(
            "%1: “%2” has thousands separators, which are not guessed at. Write the number without them.")
            .arg(place(error), found);
    case ReadError::Reason::MoreCellsThanNames:
        return Strings::tr(
            "%1: the row “%2” has more cells than the header has names, as with decimal commas "
            "between commas. Separate the cells by semicolons, or put the numbers in quotes.")
            .arg(place(error), found);
    case ReadError::Reason::OneClass:
        return Strings::tr("%1: all rows are of one class, “%2”. A column with two classes was expected.")
            .arg(place(error), found);
    case ReadError::Reason::TooManyClasses:
        return Strings::tr("%1: there are more than two classes: %2. Choose a column with two, or open the "
                           "rows of two classes.")
            .arg(place(error), listed(error.columns));
    default:
        return {};
    }
}

} // namespace

QString leftOutText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    const QString where = Strings::tr("Line %1, column %2: %3").arg(error.line).arg(error.column);
    switch (error.reason) {
    case ReadError::Reason::MissingCell:
        return where.arg(Strings::tr("nothing there"));
    case ReadError::Reason::OtherDecimalMark:
        return where.arg(Strings::tr("“%1” has another decimal mark").arg(found));
    case ReadError::Reason::UnclearNumber:
        return where.arg(Strings::tr("“%1” can be read in two ways").arg(found));
    case ReadError::Reason::GroupedDigits:
        return where.arg(Strings::tr("“%1” has thousands separators").arg(found));
    case ReadError::Reason::MoreCellsThanNames:
        return where.arg(Strings::tr("“%1” has more numbers than there are names").arg(found));
    default:
        return where.arg(Strings::tr("“%1” is not a number").arg(found));
    }
}

QString leftOutText(const LeftOutRows &rows)
{
    const QString count = rows.count == 1
        ? Strings::tr("One row was left out.")
        : Strings::tr("%1 rows were left out.").arg(QLocale().toString(qulonglong(rows.count)));
    return rows.first.empty() ? count : count + u' ' + leftOutText(rows.first.front());
}

QString errorText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case ReadError::Reason::TooFewColumns:
        return Strings::tr(
            "%1: two columns of numbers were expected, but the row reads “%2”. Separate the cells by commas, "
            "semicolons or tabs.")
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
        return Strings::tr("%1 is not a text file. Export it from the spreadsheet as “CSV UTF-8”.")
            .arg(place(error));
    default:
        break;
    }
    const QString content = contentErrorText(error);
    return content.isEmpty() ? fileErrorText(error) : content;
}

} // namespace overfit::ui
