// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/strings.h"

#include "core/tables/shipped.h"

#include <QCoreApplication>
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

QString shapeTitle(Shape shape)
{
    switch (shape) {
    case Shape::Moons:
        return Strings::tr("Two moons (generated)");
    case Shape::Circles:
        return Strings::tr("Two circles (generated)");
    case Shape::Blobs:
        return Strings::tr("Two clouds (generated)");
    case Shape::Spiral:
        return Strings::tr("Two spirals (generated)");
    case Shape::Checkerboard:
        return Strings::tr("Checkerboard (generated)");
    }
    return {};
}

/// "y = sin(3x)", whether that was typed with "y =" or without.
QString formulaTitle(const std::string &formula)
{
    const QString text = QString::fromStdString(formula).simplified();
    return text.contains(u'=') ? text : Strings::tr("y = %1").arg(text);
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

} // namespace

DataTexts dataTexts(const DataSource &data)
{
    switch (data.kind) {
    case DataSource::Kind::Generated:
        return {targetTitle(data.target), Strings::tr("x"), Strings::tr("y"),
            Strings::tr("Drawn from a known law, the dotted line, with noise added.")};
    case DataSource::Kind::Formula:
        return {formulaTitle(data.formula), Strings::tr("x"), Strings::tr("y"),
            Strings::tr("Drawn from a formula, the dotted line, with noise added.")};
    case DataSource::Kind::GeneratedClasses:
        return {shapeTitle(data.shape), Strings::tr("input 1"), Strings::tr("input 2"),
            Strings::tr("Drawn on both sides of a known boundary, some labels turned around.")};
    case DataSource::Kind::Shipped:
        if (const ShippedSet *set = findShippedSet(data.shipped)) {
            return {shippedText(set->title), withUnit(shippedText(set->xName), shippedText(set->xUnit)),
                withUnit(shippedText(set->yName), shippedText(set->yUnit)), shippedText(set->source)};
        }
        break;
    case DataSource::Kind::Own:
        return {QString::fromStdString(data.own->title), columnText(data.own->x), columnText(data.own->y),
            QString::fromStdString(data.own->source)};
    case DataSource::Kind::OwnClasses:
        return {QString::fromStdString(data.ownClasses->title), columnText(data.ownClasses->x1),
            columnText(data.ownClasses->x2), QString::fromStdString(data.ownClasses->source)};
    }
    return {};
}

std::array<QString, 2> classNames(const DataSource &data)
{
    if (data.kind == DataSource::Kind::OwnClasses)
        return {QString::fromStdString(data.ownClasses->classes[0]),
            QString::fromStdString(data.ownClasses->classes[1])};
    if (data.kind == DataSource::Kind::Shipped) {
        if (const ShippedSet *set = findShippedSet(data.shipped))
            return {shippedText(set->classes[0]), shippedText(set->classes[1])};
    }
    return {Strings::tr("class A"), Strings::tr("class B")};
}

QString epochText(int epochs)
{
    return epochs == kFullyTrained ? Strings::tr("fully trained") : QLocale().toString(epochs);
}

QString percentText(double accuracy)
{
    if (std::isnan(accuracy))
        return QStringLiteral("–");
    const double percent = 100 * accuracy;
    if (percent < -9999)
        return Strings::tr("%1 %").arg(powerText(percent));
    QString rounded = QString::number(percent, 'f', 0);
    if (rounded == u"100" && accuracy < 0.9999)
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

QString equationText(const std::vector<double> &monomials, int digits)
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
        text += QLatin1Char(' ') + locale.toString(std::abs(value), 'g', digits);
        if (power > 0)
            text += QStringLiteral(" x") + (power > 1 ? superscript(static_cast<int>(power)) : QString());
    }
    return text;
}

QString spokenSummary(const Snapshot &snapshot)
{
    QString text = Strings::tr("Degree %1, %2 training points, epochs: %3. Training %4, validation %5.")
                       .arg(snapshot.scenario.model.degree)
                       .arg(snapshot.training.count)
                       .arg(epochText(snapshot.epoch), percentText(snapshot.training.accuracy),
                           percentText(snapshot.validation.accuracy));
    if (!snapshot.verdict || snapshot.verdict->finding == Finding::Unmeasurable)
        return text;
    const QString best = snapshot.verdict->dial == Dial::Epochs
        ? Strings::tr("Best validation at epoch %1.")
        : Strings::tr("Best validation at degree %1.");
    return text + QLatin1Char(' ') + best.arg(snapshot.verdict->best);
}

} // namespace overfit::ui
