// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include "core/analysis/comparison.h"

#include <QCoreApplication>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

bool isCurve(const Snapshot &snapshot)
{
    return snapshot.curve != nullptr;
}

bool stoppedEarly(const Snapshot &snapshot)
{
    return snapshot.scenario.model.epochs != kFullyTrained;
}

VerdictTexts nothingToLearn(const Snapshot &snapshot)
{
    const bool byEpochs = snapshot.verdict->dial == Dial::Epochs;
    QString headline = byEpochs
        ? Strings::tr(
            "At no epoch here is it clearly better on new points than always saying the same class.")
        : Strings::tr("Nothing here is clearly better on new points than always saying the same class.");
    if (isCurve(snapshot))
        headline = byEpochs
            ? Strings::tr("At no epoch here does it predict new points clearly better than their mean does.")
            : Strings::tr("Nothing here predicts new points clearly better than their mean does.");
    if (snapshot.verdict->gap != Gap::WithinChance)
        return {headline,
            Strings::tr(
                "What it found in the training points is chance. Try more training points, or other data.")};
    if (byEpochs)
        return {headline, Strings::tr("Try more epochs, another learning rate, or another degree.")};
    return {headline,
        Strings::tr(
            "What there may be to learn, this model does not find. Raise the degree and see it find patterns "
            "all the same.")};
}

VerdictTexts pastBest(const Snapshot &snapshot)
{
    const double best = snapshot.verdict->best;
    return {Strings::tr("It was better before."),
        snapshot.verdict->dial == Dial::Epochs
            ? Strings::tr("Fewer epochs do clearly better on the validation points (best here: %1).")
                  .arg(wholeText(best))
            : Strings::tr("A lower degree does clearly better on the validation points (best here: %1).")
                  .arg(wholeText(best))};
}

VerdictTexts diverged(const Snapshot &snapshot)
{
    return {Strings::tr("The learning rate is too large: training blew up."),
        Strings::tr("After epoch %1 the weights had left all bounds. Try a smaller learning rate.")
            .arg(wholeText(snapshot.divergedAt.value_or(snapshot.epoch)))};
}

/// What can be done with a good fit to see it go wrong.
QString howToSpoil(const Snapshot &snapshot)
{
    const Scenario &scenario = snapshot.scenario;
    if (stoppedEarly(snapshot))
        return scenario.model.epochs < scenario.training.lastEpoch
            ? Strings::tr("Train on and watch the two lines part.")
            : Strings::tr("Run to a later epoch and watch the two lines part.");
    if (scenario.model.degree >= degreeRange(problemOf(scenario)).high)
        return Strings::tr("Take away training points and watch the two lines part.");
    return Strings::tr("Raise the degree and watch the two lines part.");
}

VerdictTexts goodFit(const Snapshot &snapshot)
{
    constexpr double kFollows = 0.5; // of the variation of y
    const QString gap = Strings::tr("The gap is within what chance explains.");
    constexpr double kGuessing = 0.66; // of log loss: ln 2 = 0.69 is that of a coin
    const bool unsure = !isCurve(snapshot) && snapshot.training.logLoss > kGuessing;
    QString headline = unsure ? Strings::tr("It has a hunch, but is hardly sure of anything yet.")
                              : Strings::tr("It tells the classes apart and leaves the noise alone.");
    QString next = howToSpoil(snapshot);
    if (isCurve(snapshot)) {
        const bool follows = snapshot.validation.accuracy >= kFollows;
        headline = follows
            ? Strings::tr("It follows the curve and leaves the noise alone.")
            : Strings::tr("It catches a part of the pattern; nothing does clearly better here.");
        if (!follows && snapshot.scenario.model.ridge > 0)
            next = Strings::tr("Less ridge may let it follow more closely.");
    }
    return {headline, sentencesText(gap, next)};
}

VerdictTexts underfit(const Snapshot &snapshot)
{
    const double best = snapshot.verdict->best;
    if (snapshot.verdict->dial == Dial::Epochs)
        return {Strings::tr("It has not learnt enough yet."),
            Strings::tr("More epochs do clearly better on the validation points (best here: %1).")
                .arg(wholeText(best))};
    return {isCurve(snapshot) ? Strings::tr("It is too stiff to follow the points.")
                              : Strings::tr("It is too stiff to tell the classes apart."),
        Strings::tr("A higher degree does clearly better on the validation points (best here: %1).")
            .arg(wholeText(best))};
}

/// What could still be moved against overfitting.
QString remedies(const Snapshot &snapshot)
{
    QStringList choices;
    const Verdict &verdict = *snapshot.verdict;
    if (verdict.dial == Dial::Epochs && verdict.best < snapshot.scenario.model.epochs)
        choices.append(Strings::tr("fewer epochs (best here: %1)").arg(wholeText(verdict.best)));
    else if (verdict.dial == Dial::Degree && verdict.best < snapshot.scenario.model.degree)
        choices.append(Strings::tr("a lower degree (best here: %1)").arg(wholeText(verdict.best)));
    if (snapshot.training.count < snapshot.poolSize())
        choices.append(Strings::tr("more training points"));
    if (snapshot.scenario.model.ridge < kRidgeRange.high)
        choices.append(
            snapshot.scenario.model.ridge > 0 ? Strings::tr("more ridge") : Strings::tr("some ridge"));
    if (choices.isEmpty())
        return {};
    const QString last = choices.takeLast();
    if (choices.isEmpty())
        return Strings::tr("Try %1.").arg(last);
    return Strings::tr("Try %1 or %2.", "a list of remedies, and the last one").arg(listText(choices), last);
}

VerdictTexts overfitted(const Snapshot &snapshot)
{
    const bool large = snapshot.verdict->gap == Gap::Large;
    QString headline = Strings::tr("It begins to remember the training points.");
    if (large)
        headline = isCurve(snapshot)
            ? Strings::tr("It remembers the training points instead of learning the curve.")
            : Strings::tr("It remembers the training points instead of learning the pattern.");
    const QString gap = large ? Strings::tr("The gap is far larger than chance explains.")
                              : Strings::tr("The gap is more than chance explains.");
    return {headline, sentencesText(gap, remedies(snapshot))};
}

VerdictTexts unmeasurable(const Snapshot &snapshot)
{
    if (isCurve(snapshot))
        return {Strings::tr("Accuracy can't be told from so few points."),
            Strings::tr(
                "It takes at least two different values of y in the training and in the validation set. Try "
                "more training points, or more data.")};
    return {Strings::tr("Accuracy can't be told from so few points."),
        Strings::tr("Try more training points, or more data.")};
}

/// Of two models, which one is better on new points, and which one only looks so.
VerdictTexts comparisonTexts(const Snapshot &snapshot, const RivalAnswer &rival)
{
    switch (compare(snapshot.training, snapshot.validation, rival.training, rival.validation)) {
    case Comparison::FirstRemembers:
        return {Strings::tr("A remembers the points, B has learnt the curve."),
            Strings::tr("A is better only on the points it was trained on; on new ones B is.")};
    case Comparison::SecondRemembers:
        return {Strings::tr("B remembers the points, A has learnt the curve."),
            Strings::tr("B is better only on the points it was trained on; on new ones A is.")};
    case Comparison::FirstBetter:
        return {Strings::tr("A is better on new points."),
            Strings::tr("Compare the accuracies on validation points.")};
    case Comparison::SecondBetter:
        return {Strings::tr("B is better on new points."),
            Strings::tr("Compare the accuracies on validation points.")};
    case Comparison::Alike:
        break;
    }
    return {Strings::tr("A and B do about equally well."),
        Strings::tr("On new points there is little between them.")};
}

} // namespace

VerdictTexts verdictTexts(const Snapshot &snapshot)
{
    if (!snapshot.verdict)
        return {};
    const Finding finding = snapshot.verdict->finding;
    if (snapshot.rival() != nullptr && finding != Finding::Unmeasurable && finding != Finding::Diverged)
        return comparisonTexts(snapshot, *snapshot.rival());
    switch (finding) {
    case Finding::Unmeasurable:
        return unmeasurable(snapshot);
    case Finding::NothingToLearn:
        return nothingToLearn(snapshot);
    case Finding::Underfit:
        return underfit(snapshot);
    case Finding::Good:
        return goodFit(snapshot);
    case Finding::PastBest:
        return pastBest(snapshot);
    case Finding::Diverged:
        return diverged(snapshot);
    case Finding::Overfit:
        break;
    }
    return overfitted(snapshot);
}

} // namespace overfit::ui
