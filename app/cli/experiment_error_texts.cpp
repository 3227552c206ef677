// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/error_texts.h"

#include "app/cli/option_values.h"

namespace overfit::cli {

namespace {

using Reason = ExperimentError::Reason;

std::string expectationText(const Expectation &expected)
{
    switch (expected.kind) {
    case Expectation::Kind::Object:
        return "members in braces { }";
    case Expectation::Kind::Text:
        return "a text";
    case Expectation::Kind::Flag:
        return "true or false";
    case Expectation::Kind::WholeNumber:
        return "a whole number from " + shortNumber(expected.low) + " to " + shortNumber(expected.high);
    case Expectation::Kind::Number:
        return "a number from " + shortNumber(expected.low) + " to " + shortNumber(expected.high);
    case Expectation::Kind::Numbers:
        return "a list of numbers, as long as that beside it";
    case Expectation::Kind::Formula:
        return "a formula of x, such as \"sin(3x) + 0.2x\", that is finite for x from -1 to 1";
    case Expectation::Kind::Choice:
        break;
    }
    return "one of " + listed(expected.choices);
}

/// What is wrong with the file as a whole.
std::string fileErrorText(const ExperimentError &error)
{
    switch (error.reason) {
    case Reason::CannotOpen:
        return " can't be opened: " + error.found + ". Check that it is there and that you may read it.";
    case Reason::IsDirectory:
        return " is a folder. Name an experiment in it.";
    case Reason::NotAFile:
        return " is not a file but a pipe or a device. Name an experiment that Overfit has saved.";
    case Reason::TooLarge:
        return " is too large for an experiment. Check that it is the file you mean.";
    case Reason::NewerVersion:
        return " was saved by a newer Overfit, in version " + error.found
            + " of the format; this one reads up to " + std::to_string(kExperimentVersion)
            + ". Install the newer Overfit.";
    default:
        return " is not an experiment. Name a file that Overfit has saved.";
    }
}

/// What is wrong with a member of it.
std::string memberErrorText(const ExperimentError &error)
{
    switch (error.reason) {
    case Reason::MissingMember:
        return " is missing. Take the file from where it was saved, or add it.";
    case Reason::UnknownMember:
        return " is nothing that this version knows. Correct its name or remove it.";
    case Reason::WrongValue:
        return ": " + expectationText(error.expected) + " was expected, not " + error.found + ".";
    case Reason::Changed:
        return " is not as it was saved: the file was damaged or edited. Take it from where it was saved; "
               "or, to keep "
               "what was edited, remove \"checksums\" from it.";
    case Reason::TooFewRows:
        return " has too few values. At least three were expected.";
    default:
        return ": all values are the same, so there is nothing to fit along.";
    }
}

} // namespace

std::string errorText(const ExperimentError &error)
{
    if (error.reason == Reason::NotJson) {
        const std::string place = error.line == 0
            ? std::string()
            : ", line " + std::to_string(error.line) + ", column " + std::to_string(error.column);
        if (!error.member.empty())
            return error.file + place + ": \"" + error.member
                + "\" is said twice, so it is not clear what is meant. Remove one of the two.";
        return error.file + place
            + ": this is no JSON, so the file is damaged or no experiment. Name a file that Overfit has "
              "saved.";
    }
    if (error.member.empty() || error.reason == Reason::NewerVersion)
        return error.file + fileErrorText(error);
    return error.file + ", " + error.member + memberErrorText(error);
}

} // namespace overfit::cli
