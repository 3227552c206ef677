// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace overfit {

/// Why a text is no formula, and where.
struct FormulaError {
    enum class Reason {
        Empty,
        TooLong, ///< more than kLongestFormula bytes
        UnknownCharacter,
        UnknownName,
        BadNumber, ///< such as 1.2.3 or 1e999
        MissingOperand, ///< an operator, a bracket or the end stands where a value should
        MissingOperator, ///< two numbers side by side
        MissingBracket, ///< of a function, such as "sin x", or one that is not closed
        UnexpectedBracket, ///< closes nothing
        WrongArguments, ///< too many or too few
        NotFinite, ///< at FormulaError::x
    };

    Reason reason = Reason::Empty;
    std::size_t position = 0; ///< of the first byte that is meant, in the text as it was given
    std::size_t length = 0; ///< bytes; 0 at the end of the text
    std::string found; ///< what stands there
    double x = 0; ///< for NotFinite: where there is no finite value

    bool operator==(const FormulaError &) const = default;
};

inline constexpr std::size_t kLongestFormula = 200;

/// A function of x that was typed, such as "sin(3x) + 0.2x". The same to the bit on every platform.
class Formula
{
public:
    Formula(Formula &&) noexcept;
    Formula &operator=(Formula &&) noexcept;
    ~Formula();

    /// Infinite or not a number where there is no value: 1/0, the root of a negative number, an angle beyond
    /// ±1000. Safe to call from any thread.
    [[nodiscard]] double operator()(double x) const;

private:
    friend std::variant<Formula, FormulaError> parseFormula(std::string_view text);
    struct State;
    explicit Formula(std::unique_ptr<State> state);

    std::unique_ptr<State> m_state;
};

/// Reads a formula in UTF-8, whatever the locale: numbers with a decimal point, x, pi (π), e; + - * / ^ (also
/// ** − · × and ² ³) and brackets; sin, cos, tan, tanh, exp, log and ln (natural), log10, sqrt, abs, floor,
/// ceil, sign, step (0 below 0, else 1), and min and max of two or more. Upper and lower case are the same. A
/// product needs no sign: 3x, 2(x+1), xsin(x). "y =" or "f(x) =" may come first.
[[nodiscard]] std::variant<Formula, FormulaError> parseFormula(std::string_view text);

/// What is wrong with a formula as a law over @p domain: NotFinite at the first of 2001 equally spaced x that
/// has no finite value, or one beyond ±10^6; else what parseFormula() says. Nothing where all is well.
[[nodiscard]] std::optional<FormulaError> checkFormula(std::string_view text, Interval domain);

} // namespace overfit
