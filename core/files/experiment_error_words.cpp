// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_error_words.h"

#include "core/data/formula_error_words.h"
#include "core/text/translate_noop.h"

#include <array>
#include <cstddef>

namespace overfit {

namespace {

using Reason = ExperimentError::Reason;

struct ReasonWords {
    Reason reason{};
    ProblemWords words;
};

/// %1 is the place, %2 what was found, %3 what was expected.
constexpr std::array kWords{
    ReasonWords{Reason::CannotOpen,
        {{QT_TRANSLATE_NOOP("messages", "%1 can't be opened: %2."),
            QT_TRANSLATE_NOOP("messages", "Check that it is there and that you may read it.")}}},
    ReasonWords{Reason::IsDirectory,
        {{QT_TRANSLATE_NOOP("messages", "%1 is a folder."),
             QT_TRANSLATE_NOOP("messages", "Choose an experiment in it.")},
            {nullptr, "Name an experiment in it."}}},
    ReasonWords{Reason::NotAFile,
        {{QT_TRANSLATE_NOOP("messages", "%1 is not a file but a pipe or a device."),
             QT_TRANSLATE_NOOP("messages", "Choose an experiment that Overfit has saved.")},
            {nullptr, "Name an experiment that Overfit has saved."}}},
    ReasonWords{Reason::TooLarge,
        {{QT_TRANSLATE_NOOP("messages", "%1 is too large for an experiment."),
            QT_TRANSLATE_NOOP("messages", "Check that it is the file you mean.")}}},
    ReasonWords{Reason::NotJson,
        {{QT_TRANSLATE_NOOP("messages", "%1: this can't be read, so the file is damaged or no experiment."),
             QT_TRANSLATE_NOOP("messages", "Choose a file that Overfit has saved.")},
            {"%1: this is no JSON, so the file is damaged or no experiment.",
                "Name a file that Overfit has saved."}}},
    ReasonWords{Reason::NotAnExperiment,
        {{QT_TRANSLATE_NOOP("messages", "%1 is not an experiment."),
             QT_TRANSLATE_NOOP("messages", "Choose a file that Overfit has saved.")},
            {nullptr, "Name a file that Overfit has saved."}}},
    ReasonWords{Reason::NewerVersion,
        {{QT_TRANSLATE_NOOP("messages",
              "%1 was saved by a newer Overfit, in version %2 of the format; this one reads up to %3."),
            QT_TRANSLATE_NOOP("messages", "Install the newer Overfit.")}}},
    ReasonWords{Reason::MissingMember,
        {{QT_TRANSLATE_NOOP("messages", "%1 is missing."),
            QT_TRANSLATE_NOOP("messages", "Take the file from where it was saved, or add it.")}}},
    ReasonWords{Reason::UnknownMember,
        {{QT_TRANSLATE_NOOP("messages", "%1 is nothing that this version knows."),
            QT_TRANSLATE_NOOP("messages", "Correct its name or remove it.")}}},
    ReasonWords{Reason::WrongValue,
        {{QT_TRANSLATE_NOOP("messages", "%1: %3 was expected, not %2."),
            QT_TRANSLATE_NOOP("messages", "Correct it in the file.")}}},
    ReasonWords{Reason::Changed,
        {{QT_TRANSLATE_NOOP("messages", "%1 is not as it was saved: the file was damaged or edited."),
            QT_TRANSLATE_NOOP("messages",
                "Take it from where it was saved; or, to keep what was edited, remove “checksums” from "
                "it.")}}},
    ReasonWords{Reason::TooFewRows,
        {{QT_TRANSLATE_NOOP("messages", "%1 has too few values."),
            QT_TRANSLATE_NOOP("messages", "At least three were expected.")}}},
    ReasonWords{Reason::AllInputsEqual,
        {{QT_TRANSLATE_NOOP("messages", "%1: all values are the same, so there is nothing to fit along."),
            QT_TRANSLATE_NOOP("messages", "At least two different ones were expected.")}}},
};

/// %1 is the place, %2 the name.
constexpr ProblemWords kSaidTwice{
    {QT_TRANSLATE_NOOP("messages", "%1: “%2” is said twice, so it is not clear what is meant."),
        QT_TRANSLATE_NOOP("messages", "Remove one of the two.")}};

/// %1 is the place, %2 what was found, %3 what is wrong with it.
constexpr ProblemWords kNoFormula{{QT_TRANSLATE_NOOP("messages", "%1: %2 is no formula of x."), "%3"}};

constexpr bool eachStandsAtItsReason()
{
    for (std::size_t i = 0; i < kWords.size(); ++i) {
        if (static_cast<std::size_t>(kWords[i].reason) != i)
            return false;
    }
    return kWords.back().reason == Reason::AllInputsEqual;
}
static_assert(eachStandsAtItsReason(), "every reason has its words, in the order of ExperimentError::Reason");

/// "lesson.overfit, line 3, column 2" or "lesson.overfit, “model.degree”", as far as it is known.
Message placeOf(const ExperimentError &error, Audience audience)
{
    const std::string file = shownFile(error.file, audience);
    if (error.line != 0)
        return {QT_TRANSLATE_NOOP("messages", "%1, line %2, column %3"),
            {{file}, {error.line}, {error.column}}, {}};
    if (error.member.empty() || error.reason == Reason::NewerVersion)
        return {"%1", {{file}}, {}};
    if (audience == Audience::CommandLine)
        return {"%1, %2", {{file}, {error.member}}, {}};
    //: a file, and the name of what is wrong in it
    return {QT_TRANSLATE_NOOP("messages", "%1, “%2”"), {{file}, {error.member}}, {}};
}

Message expectationMessage(const Expectation &expected)
{
    switch (expected.kind) {
    case Expectation::Kind::Object:
        break;
    case Expectation::Kind::Text:
        return {QT_TRANSLATE_NOOP("messages", "a text"), {}, {}};
    case Expectation::Kind::Flag:
        return {QT_TRANSLATE_NOOP("messages", "true or false"), {}, {}};
    case Expectation::Kind::WholeNumber:
        return {QT_TRANSLATE_NOOP("messages", "a whole number from %1 to %2"),
            {{expected.low}, {expected.high}}, {}};
    case Expectation::Kind::Number:
        return {
            QT_TRANSLATE_NOOP("messages", "a number from %1 to %2"), {{expected.low}, {expected.high}}, {}};
    case Expectation::Kind::Numbers:
        return {QT_TRANSLATE_NOOP("messages", "a list of numbers, as long as that beside it"), {}, {}};
    case Expectation::Kind::Formula:
        return {QT_TRANSLATE_NOOP("messages",
                    "a formula of x, such as “sin(3x) + 0.2x”, that is finite for x from -1 to 1"),
            {}, {}};
    case Expectation::Kind::Choice:
        return {QT_TRANSLATE_NOOP("messages", "one of %1"), {{listMessage(expected.choices)}}, {}};
    }
    return {QT_TRANSLATE_NOOP("messages", "members in braces { }"), {}, {}};
}

/// What of the words of a file that is not what it should be there is to say.
Reason toldReason(const ExperimentError &error)
{
    const bool isWholeFile = error.reason == Reason::WrongValue && error.member.empty();
    return isWholeFile ? Reason::NotAnExperiment : error.reason;
}

} // namespace

Message errorMessage(const ExperimentError &error, Audience audience)
{
    const MessageArgument place{placeOf(error, audience)};
    if (error.reason == Reason::NotJson && !error.member.empty())
        return problemMessage(kSaidTwice, audience, {place, {error.member}});
    if (error.reason == Reason::NewerVersion)
        return problemMessage(kWords[static_cast<std::size_t>(error.reason)].words, audience,
            {place, {error.found}, {static_cast<std::size_t>(kExperimentVersion)}});
    if (const std::optional<WrongFormula> &wrong = error.expected.formula)
        return problemMessage(
            kNoFormula, audience, {place, {error.found}, {formulaErrorMessage(wrong->error, wrong->text)}});
    return problemMessage(kWords[static_cast<std::size_t>(toldReason(error))].words, audience,
        {place, {error.found}, {expectationMessage(error.expected)}});
}

} // namespace overfit
