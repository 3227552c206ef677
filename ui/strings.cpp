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

/// −3.4·10¹³ as a power of ten alone: "−10¹³".
QString powerText(double value)
{
    const int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    return (value < 0 ? QString(kMinus) : QString()) + QStringLiteral("10") + superscript(power);
}

QString place(const ReadError &error)
{
    const QString file = QFileInfo(QString::fromStdString(error.file)).fileName();
    if (error.line == 0)
        return file;
    if (error.column == 0)
        return Strings::tr("%1, line %2").arg(file).arg(error.line);
    return Strings::tr("%1, line %2, column %3").arg(file).arg(error.line).arg(error.column);
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
    const int best = verdict.bestDegree;
    const int degree = snapshot.scenario.degree;
    switch (verdict.finding) {
    case Finding::NothingToLearn:
        return {Strings::tr("No degree predicts new points better than their mean does."),
            verdict.gap == Gap::WithinChance
                ? Strings::tr("There is nothing here for this model to learn. Raise the degree and see it "
                              "find patterns all the same.")
                : Strings::tr("What it found in the training points is chance. Try more training points, or "
                              "other data.")};
    case Finding::Underfit:
        return {Strings::tr("It is too stiff to follow the points."),
            Strings::tr("Training and validation suffer alike. Try a higher degree (best here: %1).")
                .arg(best)};
    case Finding::Good:
        return {Strings::tr("It follows the curve and leaves the noise alone."),
            Strings::tr(
                "The gap is within what chance explains. Raise the degree and watch the two lines part.")};
    case Finding::Overfit:
        break;
    }
    const bool large = verdict.gap == Gap::Large;
    const QString headline = large
        ? Strings::tr("It remembers the training points instead of learning the curve.")
        : Strings::tr("It begins to remember the training points.");
    const QString gap = large ? Strings::tr("The gap is far larger than chance explains.")
                              : Strings::tr("The gap is more than chance explains.");
    const QString advice = best < degree
        ? Strings::tr("Try a lower degree (best here: %1), more training points, or some ridge.").arg(best)
        : Strings::tr("Try more training points, or some ridge.");
    return {headline, Strings::tr("%1 %2", "a sentence, then another").arg(gap, advice)};
}

QString errorText(const ReadError &error)
{
    const QString found = QString::fromStdString(error.found);
    switch (error.reason) {
    case ReadError::Reason::CannotOpen:
        return Strings::tr("%1 can't be opened: %2. Check that it is there and that you may read it.")
            .arg(place(error), found);
    case ReadError::Reason::IsDirectory:
        return Strings::tr("%1 is a folder. Choose a CSV file in it.").arg(place(error));
    case ReadError::Reason::Empty:
        return Strings::tr("%1 holds no rows. A header and at least three rows of numbers were expected.")
            .arg(place(error));
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
            "%1: the row ends here, but a number was expected. Fill in the cell or remove the row.")
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
    }
    return {};
}

QString equationText(const std::vector<double> &monomials)
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator); // to be copied into other programs
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
    if (snapshot.verdict)
        text +=
            QLatin1Char(' ') + Strings::tr("Best validation at degree %1.").arg(snapshot.verdict->bestDegree);
    return text;
}

} // namespace overfit::ui
