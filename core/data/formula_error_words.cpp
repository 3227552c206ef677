// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula_error_words.h"

#include "core/text/translate_noop.h"

#include <algorithm>
#include <cstddef>

namespace overfit {
namespace {

using Reason = FormulaError::Reason;

/// The number of the character that begins at a byte of UTF-8.
std::size_t characterAt(std::string_view formula, std::size_t byte)
{
    const std::string_view before = formula.substr(0, byte);
    const auto begins = std::count_if(before.begin(), before.end(),
        [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return static_cast<std::size_t>(begins) + 1;
}

/// What is wrong with the formula as a whole.
Message wholeMessage(const FormulaError &error)
{
    if (error.reason == Reason::TooLong)
        return {QT_TRANSLATE_NOOP("messages", "A formula may have %Ln character(s)."), {}, kLongestFormula};
    if (error.reason == Reason::NotFinite)
        return {QT_TRANSLATE_NOOP("messages",
                    "At x = %1 it has no value, or none within a million. Keep clear of divisions by 0, of "
                    "roots and logarithms of negative numbers, and of angles beyond 1000, for all x "
                    "from −1 to 1."),
            {{error.x}}, {}};
    return {QT_TRANSLATE_NOOP("messages", "Type a formula of x, such as sin(3x) + 0.2x."), {}, {}};
}

const char *bracketText(const FormulaError &error)
{
    if (error.reason == Reason::UnexpectedBracket)
        return QT_TRANSLATE_NOOP("messages", "Character %1: this bracket closes nothing.");
    if (error.reason == Reason::WrongArguments)
        return QT_TRANSLATE_NOOP(
            "messages", "Character %1: “%2” has too many or too few values in its brackets.");
    if (error.found == "(")
        return QT_TRANSLATE_NOOP("messages", "Character %1: this bracket is not closed.");
    if (error.found == "|")
        return QT_TRANSLATE_NOOP("messages", "Character %1: this bar is not closed. Write abs(x) for |x|.");
    return error.found == "√"
        ? QT_TRANSLATE_NOOP(
            "messages", "Character %1: what the root is of belongs in brackets, as in sqrt(x).")
        : QT_TRANSLATE_NOOP("messages", "Character %1: what “%2” is of belongs in brackets, as in %2(x).");
}

const char *missingText(const FormulaError &error)
{
    return error.found.empty()
        ? QT_TRANSLATE_NOOP("messages", "Something is missing at the end: a number, x or a bracket.")
        : QT_TRANSLATE_NOOP("messages", "Character %1: before “%2” a number, x or a bracket is missing.");
}

/// Of what stands at a character.
const char *placedText(const FormulaError &error)
{
    switch (error.reason) {
    case Reason::UnknownCharacter:
        return error.found == "," ? QT_TRANSLATE_NOOP("messages",
                   "Character %1: a comma stands between the values of min, max and pow only; write decimals "
                   "with "
                   "a point.")
                                  : QT_TRANSLATE_NOOP("messages", "Character %1: “%2” means nothing here.");
    case Reason::UnknownName:
        return QT_TRANSLATE_NOOP("messages",
            "Character %1: “%2” is not known. There are x, pi, e, sin, cos, tan, cot, arcsin, arccos, "
            "arctan, "
            "sinh, cosh, tanh, exp, ln, log2, log10, sqrt, cbrt, abs, min, max, pow, floor, ceil, sign and "
            "step; "
            "a product of names needs a space.");
    case Reason::BadNumber:
        return QT_TRANSLATE_NOOP("messages", "Character %1: “%2” is no number.");
    case Reason::MissingOperator:
        return QT_TRANSLATE_NOOP(
            "messages", "Character %1: between two numbers a sign such as + or * is missing.");
    case Reason::MissingOperand:
        return missingText(error);
    case Reason::MissingBracket:
    case Reason::UnexpectedBracket:
    case Reason::WrongArguments:
        return bracketText(error);
    case Reason::Empty:
    case Reason::TooLong:
    case Reason::NotFinite:
        break;
    }
    return nullptr;
}

} // namespace

Message formulaErrorMessage(const FormulaError &error, std::string_view formula)
{
    const char *const text = placedText(error);
    if (text == nullptr)
        return wholeMessage(error);
    return {text, {{characterAt(formula, error.position)}, {error.found}}, {}};
}

} // namespace overfit
