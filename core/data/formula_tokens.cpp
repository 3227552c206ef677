// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula_tokens.h"

#include "core/data/formula_names.h"
#include "core/text/number.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

namespace overfit {
namespace {

using Reason = FormulaError::Reason;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

constexpr std::string_view kRoot = "√";

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

/// Goes through a text once, from left to right.
class Speller
{
public:
    explicit Speller(std::string_view text) : m_text(text) { }

    std::variant<std::string, FormulaError> spell()
    {
        m_at = subjectLength(m_text);
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
        const FormulaFunction *function; ///< null for one that only groups
        std::size_t name; ///< where the function's name begins
        std::string_view power = {}; ///< of what the function gives
        bool isBar = false; ///< of an absolute value: |x|
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
            return takeOpening({m_at, nullptr, m_at});
        if (c == ')')
            return takeClosing();
        if (c == '|')
            return takeBar();
        if (c == ',')
            return takeComma();
        if (m_text.substr(m_at, kRoot.size()) == kRoot)
            return takeRoot();
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
        return takeWord(begin, lowered(m_text.substr(begin, m_at - begin)));
    }

    /// A name at @p begin, or several that stand together: "xsin(x)".
    Outcome takeWord(std::size_t begin, const std::string &name)
    {
        if (isFormulaValue(name)) {
            beginValue();
            emit(name);
            return std::nullopt;
        }
        if (const FormulaFunction *const function = findFormulaFunction(name))
            return takeFunction(begin, *function);
        const std::size_t factor = leadingFactor(name);
        const std::string rest = name.substr(factor);
        const bool isJoined = factor > 0 && isWord(rest);
        if (!isJoined)
            return errorAt(begin, m_at - begin, Reason::UnknownName);
        beginValue();
        emit(name.substr(0, factor));
        return takeWord(begin + factor, rest);
    }

    /// Whether a name is known, or falls into such as are.
    [[nodiscard]] static bool isWord(std::string_view name)
    {
        for (std::size_t factor = 1; factor > 0; name = name.substr(factor)) {
            if (findFormulaFunction(name) || (isFormulaValue(name) && name != "e"))
                return true;
            factor = leadingFactor(name);
        }
        return false;
    }

    Outcome takeFunction(std::size_t begin, const FormulaFunction &function)
    {
        const std::size_t length = m_at - begin;
        const FunctionPower power = functionPowerAt(m_text.substr(m_at));
        m_at += power.length;
        skipSpaces();
        if (m_at >= m_text.size() || m_text[m_at] != '(')
            return errorAt(begin, length, Reason::MissingBracket);
        beginValue();
        m_result += function.meaning; // the parser wants its bracket at once
        return takeOpening({m_at, &function, begin, power.digits});
    }

    /// "√(x + 1)", or of one number or name: "√2 x".
    Outcome takeRoot()
    {
        const std::size_t begin = m_at;
        m_at += kRoot.size();
        skipSpaces();
        const char next = m_at < m_text.size() ? m_text[m_at] : ' ';
        const FormulaFunction *const root = findFormulaFunction("sqrt");
        if (next == '(')
            return takeFunction(begin, *root);
        const bool isPi = formulaSignAt(m_text.substr(std::min(m_at, m_text.size()))).meaning == "pi";
        if (!isDigit(next) && next != '.' && !isLetter(next) && !isPi)
            return errorAt(begin, kRoot.size(), Reason::MissingBracket);
        beginValue();
        m_result += root->meaning;
        emit("(");
        m_wantsValue = true;
        if (Outcome error = isPi ? takeOperator() : isLetter(next) ? takeName() : takeNumber())
            return error;
        if (m_wantsValue) // of a function, such as "√sin(x)"
            return errorAt(begin, kRoot.size(), Reason::MissingBracket);
        emit(")");
        m_afterNumber = false;
        return std::nullopt;
    }

    Outcome takeOpening(const Bracket &bracket)
    {
        if (!bracket.function && !bracket.isBar)
            beginValue();
        m_open.push_back(bracket);
        ++m_at;
        emit("(");
        m_wantsValue = true;
        return std::nullopt;
    }

    /// Where a value is wanted it opens, after one it closes what a bar has opened.
    Outcome takeBar()
    {
        if (!m_wantsValue && !m_open.empty() && m_open.back().isBar) {
            close();
            return std::nullopt;
        }
        beginValue();
        m_result += "abs";
        return takeOpening({m_at, nullptr, m_at, {}, true});
    }

    void close()
    {
        const std::string_view power = m_open.back().power;
        m_open.pop_back();
        ++m_at;
        emit(")");
        m_afterNumber = false;
        if (power.empty())
            return;
        emit("^");
        emit(power);
    }

    Outcome takeClosing()
    {
        if (m_open.empty() || m_open.back().isBar)
            return errorAt(m_at, 1, Reason::UnexpectedBracket);
        if (m_wantsValue)
            return errorAt(m_at, 1, Reason::MissingOperand);
        const Bracket bracket = m_open.back();
        if (bracket.function
            && (bracket.arguments < bracket.function->fewest || bracket.arguments > bracket.function->most))
            return errorAt(bracket.name, m_at + 1 - bracket.name, Reason::WrongArguments);
        close();
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
        const auto [spelling, meaning] = formulaSignAt(m_text.substr(m_at));
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
