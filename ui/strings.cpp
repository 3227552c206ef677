// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/strings.h"

#include "core/data/shipped.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

constexpr QChar kMinus(0x2212);

QString withUnit(const QString &name, const QString &unit)
{
    return unit.isEmpty() ? name : QStringLiteral("%1 (%2)").arg(name, unit);
}

QString columnText(const Column &column)
{
    return withUnit(QString::fromStdString(column.name), QString::fromStdString(column.unit));
}

QString shippedText(const char *text)
{
    return QCoreApplication::translate("datasets", text);
}

QString targetTitle(Target target)
{
    switch (target) {
    case Target::Line:
        return Strings::tr("Noisy line (generated)");
    case Target::Cosine:
        return Strings::tr("Noisy cosine (generated)");
    case Target::Sine:
        return Strings::tr("Noisy wave (generated)");
    case Target::Runge:
        return Strings::tr("Runge's function (generated)");
    case Target::Step:
        return Strings::tr("Noisy step (generated)");
    case Target::Bumps:
        return Strings::tr("Noisy bumps (generated)");
    case Target::Exponential:
        return Strings::tr("Noisy growth (generated)");
    case Target::PureNoise:
        return Strings::tr("Pure noise (generated)");
    }
    return {};
}

QString superscript(int number)
{
    static const QString digits = QStringLiteral("⁰¹²³⁴⁵⁶⁷⁸⁹");
    QString text;
    for (const QChar digit : QString::number(std::abs(number)))
        text += digits[digit.digitValue()];
    return number < 0 ? QChar(0x207B) + text : text;
}

/// One digit and a power of ten: "−5·10¹³".
QString powerText(double value)
{
    if (std::isinf(value))
        return (value < 0 ? QString(kMinus) : QString()) + QChar(0x221E);
    int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    double digit = std::round(std::abs(value) / std::pow(10.0, power));
    if (digit >= 10) {
        digit = 1;
        ++power;
    }
    return (value < 0 ? QString(kMinus) : QString()) + QString::number(digit, 'f', 0) + QStringLiteral("·10")
        + superscript(power);
}

QString place(const ReadError &error)
{
    QString file = QFileInfo(QString::fromStdString(error.file)).fileName();
    if (error.line == 0)
        return file;
    if (error.column == 0)
        return Strings::tr("%1, line %2").arg(file).arg(error.line);
    return Strings::tr("%1, line %2, column %3").arg(file).arg(error.line).arg(error.column);
}

VerdictTexts nothingToLearn(const Verdict &verdict)
{
    const QString advice = verdict.gap == Gap::WithinChance
        ? Strings::tr(
            "There is nothing here for this model to learn. Raise the degree and see it find patterns all "
            "the same.")
        : Strings::tr(
            "What it found in the training points is chance. Try more training points, or other data.");
    return {Strings::tr("No degree predicts new points better than their mean does."), advice};
}

VerdictTexts goodFit(const Snapshot &snapshot)
{
    constexpr double kFollows = 0.5; // of the variation of y
    const QString headline = snapshot.validation.r2 >= kFollows
        ? Strings::tr("It follows the curve and leaves the noise alone.")
        : Strings::tr("It catches a part of the pattern; no degree does clearly better here.");
    const QString gap = Strings::tr("The gap is within what chance explains.");
    QString next = Strings::tr("Raise the degree and watch the two lines part.");
    if (snapshot.validation.r2 < kFollows && snapshot.scenario.ridge > 0)
        next = Strings::tr("Less ridge may let it follow more closely.");
    else if (snapshot.scenario.degree >= kDegreeRange.high)
        next = Strings::tr("Take away training points and watch the two lines part.");
    return {headline, Strings::tr("%1 %2", "a sentence, then another").arg(gap, next)};
}

/// What could still be moved against overfitting.
QString remedies(const Snapshot &snapshot)
{
    QStringList choices;
    if (snapshot.verdict->bestDegree < snapshot.scenario.degree)
        choices.append(Strings::tr("a lower degree (best here: %1)").arg(snapshot.verdict->bestDegree));
    if (snapshot.split->trainSize < snapshot.split->pool.size())
        choices.append(Strings::tr("more training points"));
    if (snapshot.scenario.ridge < kRidgeRange.high)
        choices.append(snapshot.scenario.ridge > 0 ? Strings::tr("more ridge") : Strings::tr("some ridge"));
    if (choices.isEmpty())
        return {};
    const QString last = choices.takeLast();
    if (choices.isEmpty())
        return Strings::tr("Try %1.").arg(last);
    return Strings::tr("Try %1 or %2.", "a list of remedies, and the last one")
        .arg(choices.join(QStringLiteral(", ")), last);
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
    default:
        return {};
    }
}

} // namespace

DataTexts dataTexts(const DataSource &data)
{
    switch (data.kind) {
    case DataSource::Kind::Generated:
        return {targetTitle(data.target), Strings::tr("x"), Strings::tr("y"),
            Strings::tr("Drawn from a known law, the dotted line, with noise added.")};
    case DataSource::Kind::Shipped:
        if (const ShippedSet *set = findShippedSet(data.shipped)) {
            return {shippedText(set->title), withUnit(shippedText(set->xName), shippedText(set->xUnit)),
                withUnit(shippedText(set->yName), shippedText(set->yUnit)), shippedText(set->source)};
        }
        break;
    case DataSource::Kind::Own:
        return {QString::fromStdString(data.own->title), columnText(data.own->x), columnText(data.own->y),
            QString::fromStdString(data.own->source)};
    }
    return {};
}

QString percentText(double r2)
{
    if (std::isnan(r2))
        return QStringLiteral("–");
    const double percent = 100 * r2;
    if (percent < -9999)
        return Strings::tr("%1 %").arg(powerText(percent));
    QString rounded = QString::number(percent, 'f', 0);
    if (rounded == u"100" && r2 < 0.9999)
        rounded = QLocale().toString(std::min(percent, 99.9), 'f', 1);
    if (rounded == u"-0")
        rounded = QStringLiteral("0");
    rounded.replace(QLatin1Char('-'), kMinus);
    return Strings::tr("%1 %").arg(rounded);
}

QString gapText(double training, double validation)
{
    const double gap = std::round(100 * (training - validation));
    if (std::isnan(gap))
        return QStringLiteral("–");
    if (std::abs(gap) > 9999)
        return powerText(gap);
    QString text = QString::number(gap == 0 ? 0 : gap, 'f', 0); // never "-0"
    return text.replace(QLatin1Char('-'), kMinus);
}

QString numberText(double value)
{
    QString text = QLocale().toString(value, 'g', 4);
    return text.replace(QLatin1Char('-'), kMinus);
}

VerdictTexts verdictTexts(const Snapshot &snapshot)
{
    if (!snapshot.verdict)
        return {};
    const Verdict &verdict = *snapshot.verdict;
    switch (verdict.finding) {
    case Finding::Unmeasurable:
        return {Strings::tr("Accuracy can't be told from so few points."),
            Strings::tr(
                "It takes at least two different values of y in the training and in the validation set. Try "
                "more training points, or more data.")};
    case Finding::NothingToLearn:
        return nothingToLearn(verdict);
    case Finding::Underfit:
        return {Strings::tr("It is too stiff to follow the points."),
            Strings::tr("A higher degree does clearly better on the validation points (best here: %1).")
                .arg(verdict.bestDegree)};
    case Finding::Good:
        return goodFit(snapshot);
    case Finding::Overfit:
        break;
    }
    const bool large = verdict.gap == Gap::Large;
    const QString headline = large
        ? Strings::tr("It remembers the training points instead of learning the curve.")
        : Strings::tr("It begins to remember the training points.");
    const QString gap = large ? Strings::tr("The gap is far larger than chance explains.")
                              : Strings::tr("The gap is more than chance explains.");
    return {
        headline, Strings::tr("%1 %2", "a sentence, then another").arg(gap, remedies(snapshot)).trimmed()};
}

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

QString equationText(const std::vector<double> &monomials)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    QString text = Strings::tr("y =");
    for (std::size_t power = 0; power < monomials.size(); ++power) {
        const double value = monomials[power];
        const bool negative = std::signbit(value);
        if (power > 0)
            text += QLatin1Char(' ') + (negative ? QString(kMinus) : QStringLiteral("+"));
        else if (negative)
            text += QLatin1Char(' ') + QString(kMinus);
        text += QLatin1Char(' ') + locale.toString(std::abs(value), 'g', 6);
        if (power > 0)
            text += QStringLiteral(" x") + (power > 1 ? superscript(static_cast<int>(power)) : QString());
    }
    return text;
}

QString spokenSummary(const Snapshot &snapshot)
{
    QString text = Strings::tr("Degree %1, %2 training points. Training %3, validation %4.")
                       .arg(snapshot.scenario.degree)
                       .arg(snapshot.split->training().size())
                       .arg(percentText(snapshot.training.r2), percentText(snapshot.validation.r2));
    if (snapshot.verdict && snapshot.verdict->finding != Finding::Unmeasurable)
        text +=
            QLatin1Char(' ') + Strings::tr("Best validation at degree %1.").arg(snapshot.verdict->bestDegree);
    return text;
}

} // namespace overfit::ui
