// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/strings.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace overfit::ui {

namespace {

using Reason = ExperimentError::Reason;

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

QString expectationText(const Expectation &expected)
{
    switch (expected.kind) {
    case Expectation::Kind::Object:
        return Strings::tr("members in braces { }");
    case Expectation::Kind::Text:
        return Strings::tr("a text");
    case Expectation::Kind::Flag:
        return Strings::tr("true or false");
    case Expectation::Kind::WholeNumber:
        return Strings::tr("a whole number from %1 to %2").arg(expected.low).arg(expected.high);
    case Expectation::Kind::Number:
        return Strings::tr("a number from %1 to %2").arg(expected.low).arg(expected.high);
    case Expectation::Kind::Numbers:
        return Strings::tr("a list of numbers, as long as that beside it");
    case Expectation::Kind::Formula:
        return Strings::tr("a formula of x, such as “sin(3x) + 0.2x”, that is finite for x from -1 to 1");
    case Expectation::Kind::Choice:
        break;
    }
    QStringList choices;
    for (const std::string &choice : expected.choices)
        choices.append(QString::fromStdString(choice));
    return Strings::tr("one of %1").arg(choices.join(QStringLiteral(", ")));
}

/// What is wrong with the file as a whole.
QString fileErrorText(const ExperimentError &error, const QString &file)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case Reason::CannotOpen:
        return Strings::tr("%1 can't be opened: %2. Check that it is there and that you may read it.")
            .arg(file, found);
    case Reason::IsDirectory:
        return Strings::tr("%1 is a folder. Choose an experiment in it.").arg(file);
    case Reason::NotAFile:
        return Strings::tr("%1 is not a file but a pipe or a device. Choose an experiment that was saved.")
            .arg(file);
    case Reason::TooLarge:
        return Strings::tr("%1 is too large for an experiment. Check that it is the file you mean.")
            .arg(file);
    case Reason::NewerVersion:
        return Strings::tr(
            "%1 was saved by a newer Overfit, in version %2 of the format; this one reads up to "
            "version %3. Install the newer Overfit.")
            .arg(file, found)
            .arg(kExperimentVersion);
    default:
        return Strings::tr("%1 is not an experiment. Choose a file that Overfit has saved.").arg(file);
    }
}

/// What makes a text no JSON, or two JSONs in one.
QString syntaxErrorText(const ExperimentError &error, const QString &file)
{
    const QString place = error.line == 0
        ? file
        : Strings::tr("%1, line %2, column %3").arg(file).arg(error.line).arg(error.column);
    if (!error.member.empty())
        return Strings::tr("%1: “%2” is said twice, so it is not clear what is meant. Remove one of the two.")
            .arg(place, QString::fromStdString(error.member));
    return Strings::tr(
        "%1: this can't be read as an experiment; the file is damaged, or something else. Choose a "
        "file that Overfit has saved.")
        .arg(place);
}

} // namespace

QString errorText(const ExperimentError &error)
{
    const QString file = QFileInfo(QString::fromStdString(error.file)).fileName();
    const QString member = QString::fromStdString(error.member);
    switch (error.reason) {
    case Reason::NotJson:
        return syntaxErrorText(error, file);
    case Reason::MissingMember:
        return Strings::tr("%1: “%2” is missing. Take the file from where it was saved, or add it.")
            .arg(file, member);
    case Reason::UnknownMember:
        return Strings::tr("%1: “%2” is nothing that this version knows. Correct its name or remove it.")
            .arg(file, member);
    case Reason::WrongValue:
        if (!member.isEmpty())
            return Strings::tr("%1: “%2” is %3, but %4 was expected. Correct it in the file.")
                .arg(file, member, QString::fromStdString(error.found), expectationText(error.expected));
        return fileErrorText(error, file);
    case Reason::Changed:
        return Strings::tr(
            "%1: “%2” is not as it was saved; the file was damaged or edited. Take it from where it was "
            "saved; or, to keep what was edited, remove “checksums” from it.")
            .arg(file, member);
    case Reason::TooFewRows:
        return Strings::tr("%1: “%2” has too few values. At least three were expected.").arg(file, member);
    case Reason::AllInputsEqual:
        return Strings::tr("%1: in “%2” all values are the same, so there is nothing to fit along.")
            .arg(file, member);
    default:
        return fileErrorText(error, file);
    }
}

} // namespace overfit::ui
