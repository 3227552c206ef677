// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/numbers.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

constexpr QChar kMinus(0x2212);
constexpr QChar kHyphen(u'-');

/// Other digits have the signs of their locale beside them.
bool hasEuropeanDigits()
{
    return QLocale().zeroDigit() == u"0";
}

QString withMinus(QString text)
{
    return hasEuropeanDigits() ? text.replace(kHyphen, kMinus) : text;
}

/// What stands before the power of ten: "e".
QString exponential()
{
    return QLocale().exponential().toLower();
}

QLocale ungrouped()
{
    QLocale locale;
    locale.setNumberOptions(QLocale::OmitGroupSeparator);
    return locale;
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
    const QString sign = value < 0 ? QString(kMinus) : QString();
    if (std::isinf(value))
        return sign + QChar(0x221E);
    if (!hasEuropeanDigits())
        return QLocale().toString(value, 'e', 0);
    int power = static_cast<int>(std::floor(std::log10(std::abs(value))));
    double digit = std::round(std::abs(value) / std::pow(10.0, power));
    if (digit >= 10) {
        digit = 1;
        ++power;
    }
    return sign + QString::number(digit, 'f', 0) + QStringLiteral("·10") + superscript(power);
}

/// Rounded to a whole number, and never "−0".
QString roundedText(double value)
{
    const double rounded = std::round(value);
    return withMinus(ungrouped().toString(rounded == 0 ? 0 : rounded, 'f', 0));
}

QString undefinedText()
{
    return QStringLiteral("–");
}

} // namespace

QString wholeText(qlonglong number)
{
    return withMinus(QLocale().toString(number));
}

QString plainWholeText(quint64 number)
{
    return ungrouped().toString(qulonglong(number));
}

QString numberText(double value, int digits)
{
    return withMinus(QLocale().toString(value, 'g', digits));
}

QString decimalText(double value, int decimals)
{
    return withMinus(QLocale().toString(value, 'f', decimals));
}

QString exactText(double value)
{
    return withMinus(ungrouped().toString(value, 'g', QLocale::FloatingPointShortest));
}

QString percentText(double accuracy)
{
    if (std::isnan(accuracy))
        return undefinedText();
    const double percent = 100 * accuracy;
    if (percent < -9999)
        return Strings::tr("%1 %").arg(powerText(percent));
    const bool looksPerfect = std::round(percent) == 100 && accuracy < 0.9999;
    return Strings::tr("%1 %").arg(
        looksPerfect ? decimalText(std::min(percent, 99.9), 1) : roundedText(percent));
}

QString gapText(double training, double validation)
{
    const double gap = std::round(100 * (training - validation));
    if (std::isnan(gap))
        return undefinedText();
    return std::abs(gap) > 9999 ? powerText(gap) : roundedText(gap);
}

QString equationText(const std::vector<double> &monomials, int digits)
{
    if (!std::all_of(monomials.begin(), monomials.end(), [](double value) { return std::isfinite(value); }))
        return Strings::tr(
            "A coefficient is beyond the largest number that can be written; x in a smaller unit "
            "has smaller ones.");
    QString text = Strings::tr("y =");
    for (std::size_t power = 0; power < monomials.size(); ++power) {
        const double value = monomials[power];
        const bool negative = std::signbit(value);
        if (power > 0 || negative)
            text += QLatin1Char(' ') + (negative ? kMinus : QChar(u'+'));
        text += QLatin1Char(' ') + withMinus(ungrouped().toString(std::abs(value), 'g', digits));
        if (power > 0)
            text += QStringLiteral(" x") + (power > 1 ? superscript(static_cast<int>(power)) : QString());
    }
    return text;
}

QLocale axisLocale()
{
    QLocale locale = ungrouped();
    if (!hasEuropeanDigits())
        return locale;
    // Countries that write a minus, one for each decimal mark.
    for (const QLocale &other :
        {QLocale(QLocale::SwissGerman, QLocale::Switzerland), QLocale(QLocale::Swedish, QLocale::Sweden),
            QLocale(QLocale::NorwegianBokmal, QLocale::Norway)}) {
        if (other.negativeSign() == kMinus && other.decimalPoint() == locale.decimalPoint()) {
            locale = other;
            locale.setNumberOptions(QLocale::OmitGroupSeparator);
            break;
        }
    }
    return locale;
}

QString axisFormat(int decimals, int exponent, bool percent)
{
    QString format = QStringLiteral("%.%1f").arg(decimals);
    if (exponent != 0)
        format += exponential() + wholeText(exponent);
    return percent ? Strings::tr("%1 %").arg(format) : format;
}

QString powersAxisFormat()
{
    return wholeText(1) + exponential() + QStringLiteral("%.0f");
}

} // namespace overfit::ui
