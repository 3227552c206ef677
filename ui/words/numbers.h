// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLocale>
#include <QString>

#include <vector>

namespace overfit::ui {

// Numbers for people, all of them by one locale: QLocale(), the default. Where its digits are the European
// ones, a minus is a minus (U+2212) and no hyphen. What a program reads (CSV, JSON, Python) is not made here.

/// "12,345".
[[nodiscard]] QString wholeText(qlonglong number);
template <typename Whole>
[[nodiscard]] QString wholeText(Whole number)
{
    return wholeText(static_cast<qlonglong>(number));
}

/// A whole number that names something, a seed or a line: its digits, and nothing between them.
[[nodiscard]] QString plainWholeText(quint64 number);

/// A number with about three digits, or with @p digits.
[[nodiscard]] QString numberText(double value, int digits = 4);
/// With so many decimals, needed or not.
[[nodiscard]] QString decimalText(double value, int decimals);
/// With the fewest digits that give the number back, and nothing between them.
[[nodiscard]] QString exactText(double value);

/// An accuracy as a percentage: "92 %", "−340 %", "−10¹³ %" far below, "–" where it is not defined. Never
/// "100 %" for less.
[[nodiscard]] QString percentText(double accuracy);

/// The points of percent between two accuracies, rounded; a power of ten where they are very many, "–" where
/// one is not defined.
[[nodiscard]] QString gapText(double training, double validation);

/// "y = 1.2 + 0.3 x − 4.5 x²"; @p digits as QLocale::toString() takes them.
[[nodiscard]] QString equationText(const std::vector<double> &monomials, int digits = 6);

/// How the numbers of an axis are made by those who know no minus but that of a locale: it has our digits,
/// our decimal mark and our minus, and nothing between digits.
[[nodiscard]] QLocale axisLocale();
/// "%.1f", "%.1f %" or "%.1fe−19": what is around the numbers of an axis.
[[nodiscard]] QString axisFormat(int decimals, int exponent, bool percent);
/// "1e%.0f", of an axis of logarithms.
[[nodiscard]] QString powersAxisFormat();

} // namespace overfit::ui
