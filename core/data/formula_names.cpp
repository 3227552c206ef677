// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula_names.h"

#include <algorithm>
#include <array>

namespace overfit {
namespace {

constexpr int kMany = 100;
constexpr std::array kFunctions{FormulaFunction{"sin", "sin", 1, 1}, FormulaFunction{"cos", "cos", 1, 1},
    FormulaFunction{"tan", "tan", 1, 1}, FormulaFunction{"tg", "tan", 1, 1},
    FormulaFunction{"cot", "cot", 1, 1}, FormulaFunction{"asin", "asin", 1, 1},
    FormulaFunction{"arcsin", "asin", 1, 1}, FormulaFunction{"acos", "acos", 1, 1},
    FormulaFunction{"arccos", "acos", 1, 1}, FormulaFunction{"atan", "atan", 1, 1},
    FormulaFunction{"arctan", "atan", 1, 1}, FormulaFunction{"sinh", "sinh", 1, 1},
    FormulaFunction{"cosh", "cosh", 1, 1}, FormulaFunction{"tanh", "tanh", 1, 1},
    FormulaFunction{"exp", "exp", 1, 1}, FormulaFunction{"log", "log", 1, 1},
    FormulaFunction{"ln", "log", 1, 1}, FormulaFunction{"log2", "log2", 1, 1},
    FormulaFunction{"log10", "log10", 1, 1}, FormulaFunction{"lg", "log10", 1, 1},
    FormulaFunction{"sqrt", "sqrt", 1, 1}, FormulaFunction{"cbrt", "cbrt", 1, 1},
    FormulaFunction{"abs", "abs", 1, 1}, FormulaFunction{"floor", "floor", 1, 1},
    FormulaFunction{"ceil", "ceil", 1, 1}, FormulaFunction{"sign", "sign", 1, 1},
    FormulaFunction{"sgn", "sign", 1, 1}, FormulaFunction{"step", "step", 1, 1},
    FormulaFunction{"pow", "pow", 2, 2}, FormulaFunction{"min", "min", 2, kMany},
    FormulaFunction{"max", "max", 2, kMany}};

constexpr std::array<FormulaSign, 9> kSigns{{{"**", "^"}, {"−", "-"}, {"–", "-"}, {"·", "*"}, {"×", "*"},
    {"÷", "/"}, {"²", "^2"}, {"³", "^3"}, {"π", "pi"}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

std::size_t spacesAt(std::string_view text, std::size_t at)
{
    if (at >= text.size())
        return 0;
    return std::min(text.find_first_not_of(" \t", at), text.size()) - at;
}

} // namespace

const FormulaFunction *findFormulaFunction(std::string_view name)
{
    const auto found = std::find_if(kFunctions.begin(), kFunctions.end(),
        [name](const FormulaFunction &function) { return function.name == name; });
    return found == kFunctions.end() ? nullptr : &*found;
}

bool isFormulaValue(std::string_view name)
{
    return name == "x" || name == "e" || name == "pi";
}

FormulaSign formulaSignAt(std::string_view text)
{
    for (const FormulaSign &sign : kSigns) {
        if (text.substr(0, sign.typed.size()) == sign.typed)
            return sign;
    }
    return {text.substr(0, 1), text.substr(0, 1)};
}

std::size_t leadingFactor(std::string_view name)
{
    if (name.substr(0, 2) == "pi")
        return 2;
    return name.substr(0, 1) == "x" ? 1 : 0;
}

FunctionPower functionPowerAt(std::string_view text)
{
    std::size_t at = spacesAt(text, 0);
    const FormulaSign sign = formulaSignAt(text.substr(at));
    if (sign.meaning.substr(0, 1) != "^")
        return {};
    at += sign.typed.size();
    std::string_view digits = sign.meaning.substr(1);
    if (digits.empty()) {
        std::size_t end = at;
        while (end < text.size() && isDigit(text[end]))
            ++end;
        digits = text.substr(at, end - at);
        at = end;
    }
    at += spacesAt(text, at);
    return at < text.size() && text[at] == '(' && !digits.empty() ? FunctionPower{digits, at}
                                                                  : FunctionPower{};
}

std::size_t subjectLength(std::string_view text)
{
    std::size_t at = spacesAt(text, 0);
    const char subject = at < text.size() ? text[at] : ' ';
    const bool isLetter = (subject >= 'a' && subject <= 'z') || (subject >= 'A' && subject <= 'Z');
    if (!isLetter || subject == 'x' || subject == 'X')
        return 0;
    at = at + 1 + spacesAt(text, at + 1);
    const auto take = [&](char part) {
        if (at >= text.size() || text[at] != part)
            return false;
        at = at + 1 + spacesAt(text, at + 1);
        return true;
    };
    if (take('(') && !(take('x') && take(')')))
        return 0;
    return at < text.size() && text[at] == '=' ? at + 1 : 0;
}

} // namespace overfit
