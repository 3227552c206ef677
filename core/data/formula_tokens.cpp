// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula_tokens.h"

#include "core/text/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace overfit {
namespace {

using Reason = FormulaError::Reason;

struct Function {
    std::string_view name;
    int fewest;
    int most;
};

constexpr int kMany = 100;
constexpr std::array kFunctions{Function{"sin", 1, 1}, Function{"cos", 1, 1}, Function{"tan", 1, 1},
    Function{"tanh", 1, 1}, Function{"exp", 1, 1}, Function{"log", 1, 1}, Function{"ln", 1, 1},
    Function{"log10", 1, 1}, Function{"sqrt", 1, 1}, Function{"abs", 1, 1}, Function{"floor", 1, 1},
    Function{"ceil", 1, 1}, Function{"sign", 1, 1}, Function{"step", 1, 1}, Function{"min", 2, kMany},
    Function{"max", 2, kMany}};

/// What people type or paste for something that has a plain spelling.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> kSpellings{{{"**", "^"}, {"−", "-"},
    {"–", "-"}, {"·", "*"}, {"×", "*"}, {"÷", "/"}, {"²", "^2"}, {"³", "^3"}, {"π", "pi"}, {"^", "^"}}};

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    for (char &c : result) {
        if (c >= 'A' && c <= 'Z')
            c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

const Function *findFunction(std::string_view name)
{
    const auto found = std::find_if(
        kFunctions.begin(), kFunctions.end(), [name](const Function &one) { return one.name == name; });
    return found == kFunctions.end() ? nullptr : &*found;
}

/// Goes through a text once, from left to right.
class Speller
{
public:
    explicit Speller(std::string_view text) : m_text(text) { }

    std::variant<std::string, FormulaError> spell()
    {
        skipSubject();
        for (skipSpaces(); m_at < m_text.size(); skipSpaces()) {
            if (const auto error = takeNext())
                return *error;
        }
        if (m_wantsValue)
            return errorAt(m_text.size(), 0, m_result.empty() ? Reason::Empty : Reason::MissingOperand);
        if (!m_open.empty())
            return errorAt(m_open.back().position, 1, Reason::MissingBracket);
        return m_result;
    }

private:
    struct Bracket {
        std::size_t position;
        const Function *function; ///< null for one that only groups
        std::size_t name; ///< where the function's name begins
        int arguments = 1;
    };
    using Outcome = std::optional<FormulaError>;

    [[nodiscard]] FormulaError errorAt(std::size_t position, std::size_t length, Reason reason) const
    {
        return {reason, position, length, std::string(m_text.substr(position, length)), 0};
    }

    void skipSpaces()
    {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\t'))
            ++m_at;
    }

    /// "y =" at the beginning.
    void skipSubject()
    {
        skipSpaces();
        const std::size_t begin = m_at;
        if (m_at < m_text.size() && (m_text[m_at] == 'y' || m_text[m_at] == 'Y')) {
            ++m_at;
            skipSpaces();
            if (m_at < m_text.size() && m_text[m_at] == '=') {
                ++m_at;
                return;
            }
        }
        m_at = begin;
    }

    void emit(std::string_view token)
    {
        m_result += token;
        m_result += ' ';
    }

    /// A value begins here: after another one it is a factor.
    void beginValue()
    {
        if (!m_wantsValue)
            emit("*");
        m_wantsValue = false;
        m_afterNumber = false;
    }

    Outcome takeNext()
    {
        const char c = m_text[m_at];
        if (isDigit(c) || c == '.')
            return takeNumber();
        if (isLetter(c))
            return takeName();
        if (c == '(')
            return takeOpening(nullptr, m_at);
        if (c == ')')
            return takeClosing();
        if (c == ',')
            return takeComma();
        return takeOperator();
    }

    Outcome takeNumber()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && (isDigit(m_text[m_at]) || m_text[m_at] == '.'))
            ++m_at;
        skipExponent();
        const std::string_view digits = m_text.substr(begin, m_at - begin);
        const std::optional<double> value = spelledNumber(digits);
        if (!value || !std::isfinite(*value))
            return errorAt(begin, digits.size(), Reason::BadNumber);
        if (m_afterNumber && !m_wantsValue)
            return errorAt(begin, digits.size(), Reason::MissingOperator);
        beginValue();
        m_afterNumber = true;
        emit(digits);
        return std::nullopt;
    }

    /// "e5" and "e-5", but not the e of "2e" or "2exp(x)".
    void skipExponent()
    {
        if (m_at >= m_text.size() || (m_text[m_at] != 'e' && m_text[m_at] != 'E'))
            return;
        std::size_t at = m_at + 1;
        if (at < m_text.size() && (m_text[at] == '+' || m_text[at] == '-'))
            ++at;
        if (at >= m_text.size() || !isDigit(m_text[at]))
            return;
        while (at < m_text.size() && isDigit(m_text[at]))
            ++at;
        m_at = at;
    }

    Outcome takeName()
    {
        const std::size_t begin = m_at;
        while (m_at < m_text.size() && (isLetter(m_text[m_at]) || isDigit(m_text[m_at])))
            ++m_at;
        const std::size_t length = m_at - begin;
        const std::string name = lowered(m_text.substr(begin, length));
        if (name == "x" || name == "e" || name == "pi") {
            beginValue();
            emit(name);
            return std::nullopt;
        }
        const Function *const function = findFunction(name);
        if (!function)
            return errorAt(begin, length, Reason::UnknownName);
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != '(')
            return errorAt(begin, length, Reason::MissingBracket);
        beginValue();
        m_result += name; // the parser wants its bracket at once
        return takeOpening(function, begin);
    }

    Outcome takeOpening(const Function *function, std::size_t name)
    {
        if (!function)
            beginValue();
        m_open.push_back({m_at++, function, name});
        emit("(");
        m_wantsValue = true;
        return std::nullopt;
    }

    Outcome takeClosing()
    {
        if (m_open.empty())
            return errorAt(m_at, 1, Reason::UnexpectedBracket);
        if (m_wantsValue)
            return errorAt(m_at, 1, Reason::MissingOperand);
        const Bracket bracket = m_open.back();
        if (bracket.function
            && (bracket.arguments < bracket.function->fewest || bracket.arguments > bracket.function->most))
            return errorAt(bracket.name, m_at + 1 - bracket.name, Reason::WrongArguments);
        m_open.pop_back();
        ++m_at;
        emit(")");
        m_afterNumber = false;
        return std::nullopt;
    }

    Outcome takeComma()
    {
        if (m_open.empty() || !m_open.back().function)
            return errorAt(m_at, 1, Reason::UnknownCharacter);
        if (m_wantsValue)
            return errorAt(m_at, 1, Reason::MissingOperand);
        ++m_open.back().arguments;
        ++m_at;
        emit(",");
        m_wantsValue = true;
        return std::nullopt;
    }

    Outcome takeOperator()
    {
        std::string_view spelling = m_text.substr(m_at, 1);
        std::string_view meaning = spelling;
        for (const auto &[typed, plain] : kSpellings) {
            if (m_text.substr(m_at, typed.size()) == typed) {
                spelling = typed;
                meaning = plain;
                break;
            }
        }
        if (meaning == "pi") {
            beginValue();
            emit(meaning);
        } else if (std::string_view("+-*/^").find(meaning[0]) == std::string_view::npos) {
            return errorAt(m_at, characterLength(), Reason::UnknownCharacter);
        } else if (m_wantsValue && meaning != "-" && meaning != "+") {
            return errorAt(m_at, spelling.size(), Reason::MissingOperand);
        } else if (m_wantsValue) {
            takeSign(meaning[0]);
        } else {
            emit(meaning.substr(0, 1));
            m_wantsValue = meaning.size() == 1;
            m_afterNumber = !m_wantsValue; // the 2 of a square
            if (!m_wantsValue)
                emit(meaning.substr(1));
        }
        m_at += spelling.size();
        return std::nullopt;
    }

    /// Of several signs the parser gets one, or none.
    void takeSign(char sign)
    {
        constexpr std::string_view kMinus = "- ";
        if (sign == '+')
            return;
        if (m_negated == m_result.size() && m_negated > 0) {
            m_result.erase(m_result.size() - kMinus.size());
            m_negated = 0;
            return;
        }
        m_result += kMinus;
        m_negated = m_result.size();
    }

    /// Of the UTF-8 character here.
    [[nodiscard]] std::size_t characterLength() const
    {
        std::size_t length = 1;
        while (m_at + length < m_text.size()
            && (static_cast<unsigned char>(m_text[m_at + length]) & 0xC0U) == 0x80U)
            ++length;
        return length;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    std::string m_result;
    std::size_t m_negated = 0; ///< the length of the result just after a sign
    bool m_wantsValue = true; ///< here; else an operator, or a factor
    bool m_afterNumber = false;
    std::vector<Bracket> m_open;
};

} // namespace

std::variant<std::string, FormulaError> spelledOut(std::string_view text)
{
    return Speller(text).spell();
}

} // namespace overfit
