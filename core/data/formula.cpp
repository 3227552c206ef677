// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula.h"

#include "core/data/formula_tokens.h"
#include "core/portable_math.h"
#include "core/text/number.h"

#include <muParser.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <mutex>
#include <utility>

namespace overfit {
namespace {

constexpr double kPi = 0x1.921fb54442d18p+1;
constexpr double kE = 0x1.5bf0a8b145769p+1;
constexpr double kLn2 = 0x1.62e42fefa39efp-1;
constexpr double kLn10 = 0x1.26bb1bbb55516p+1;
constexpr double kLargestAngle = 1000; // of portableSin()
constexpr double kLargestExponent = 700; // of portableExp()
constexpr double kLargestValue = 1e6;
constexpr int kLargestPower = 1024; // that is multiplied out
constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// The parser brings functions and operators of its own, but from the vendor's mathematical library. These
// give the same everywhere.

double safeSin(double x)
{
    return std::abs(x) <= kLargestAngle ? portableSin(x) : kNaN;
}

double safeCos(double x)
{
    return std::abs(x) <= kLargestAngle ? portableCos(x) : kNaN;
}

double safeTan(double x)
{
    return safeSin(x) / safeCos(x);
}

double safeExp(double x)
{
    if (std::isnan(x))
        return x;
    if (x > kLargestExponent)
        return kInfinity;
    return x < -kLargestExponent ? 0 : portableExp(x);
}

double safeTanh(double x)
{
    const double decay = safeExp(-2 * std::abs(x));
    return std::copysign((1 - decay) / (1 + decay), x);
}

double safeLog(double x)
{
    if (x == 0)
        return -kInfinity;
    return x >= std::numeric_limits<double>::min() && std::isfinite(x) ? portableLog(x) : kNaN;
}

double safeLog10(double x)
{
    return safeLog(x) / kLn10;
}

double safeLog2(double x)
{
    return safeLog(x) / kLn2;
}

double safeCot(double x)
{
    return 1 / safeTan(x);
}

double arcSine(double x)
{
    return portableAtan(x / std::sqrt((1 - x) * (1 + x)));
}

double arcCosine(double x)
{
    return kPi / 2 - arcSine(x);
}

double hyperbolicCosine(double x)
{
    return (safeExp(x) + safeExp(-x)) / 2;
}

/// Near 0 by its series, for there the difference of the exponentials loses digits.
double hyperbolicSine(double x)
{
    constexpr std::array kSeries{1.0, 1.0 / 6, 1.0 / 120, 1.0 / 5040, 1.0 / 362880, 1.0 / 39916800,
        1.0 / 6227020800, 1.0 / 1307674368000, 1.0 / 355687428096000};
    return std::abs(x) < 1 ? x * horner(kSeries, x * x) : (safeExp(x) - safeExp(-x)) / 2;
}

double cubeRoot(double x)
{
    return x == 0 ? 0 : std::copysign(safeExp(safeLog(std::abs(x)) / 3), x);
}

double squareRoot(double x)
{
    return std::sqrt(x); // exact in IEEE arithmetic
}

double absolute(double x)
{
    return std::abs(x);
}

double roundedDown(double x)
{
    return std::floor(x);
}

double roundedUp(double x)
{
    return std::ceil(x);
}

double signOf(double x)
{
    return static_cast<double>(x > 0) - static_cast<double>(x < 0);
}

double stepAt(double x)
{
    return x < 0 ? 0 : 1;
}

double least(const double *values, int count)
{
    return *std::min_element(values, values + count);
}

double greatest(const double *values, int count)
{
    return *std::max_element(values, values + count);
}

double sum(double a, double b)
{
    return a + b;
}

double difference(double a, double b)
{
    return a - b;
}

double product(double a, double b)
{
    return a * b;
}

double quotient(double a, double b)
{
    return a / b;
}

double negative(double x)
{
    return -x;
}

double positive(double x)
{
    return x;
}

/// By repeated squaring (Knuth, TAOCP 2, 4.6.3).
double wholePower(double base, int exponent)
{
    double result = 1;
    for (unsigned left = static_cast<unsigned>(std::abs(exponent)); left > 0; left >>= 1U) {
        if ((left & 1U) != 0)
            result *= base;
        base *= base;
    }
    return exponent < 0 ? 1 / result : result;
}

double power(double base, double exponent)
{
    if (std::floor(exponent) == exponent && std::abs(exponent) <= kLargestPower)
        return wholePower(base, static_cast<int>(exponent));
    if (exponent == 0.5)
        return std::sqrt(base);
    if (base == 0)
        return exponent > 0 ? 0 : kInfinity;
    return safeExp(exponent * safeLog(base));
}

/// Numbers as everything else here reads them.
int readNumber(const char *text, int *position, double *value)
{
    int length = 0;
    while (text[length] != '\0' && text[length] != ' ')
        ++length;
    const bool isNumber = (*text >= '0' && *text <= '9') || *text == '.';
    const auto number =
        isNumber ? spelledNumber(std::string_view(text, static_cast<std::size_t>(length))) : std::nullopt;
    if (!number)
        return 0;
    *position += length;
    *value = *number;
    return 1;
}

void define(mu::Parser &parser)
{
    parser.ClearFun();
    parser.ClearConst();
    parser.ClearInfixOprt();
    parser.EnableBuiltInOprt(false);
    parser.AddValIdent(readNumber);
    parser.DefineConst("pi", kPi);
    parser.DefineConst("e", kE);
    parser.DefineOprt("+", sum, mu::prADD_SUB);
    parser.DefineOprt("-", difference, mu::prADD_SUB);
    parser.DefineOprt("*", product, mu::prMUL_DIV);
    parser.DefineOprt("/", quotient, mu::prMUL_DIV);
    parser.DefineOprt("^", power, mu::prPOW, mu::oaRIGHT);
    parser.DefineInfixOprt("-", negative);
    parser.DefineInfixOprt("+", positive);
    const std::pair<const char *, double (*)(double)> functions[] = {{"sin", safeSin}, {"cos", safeCos},
        {"tan", safeTan}, {"cot", safeCot}, {"asin", arcSine}, {"acos", arcCosine}, {"atan", portableAtan},
        {"sinh", hyperbolicSine}, {"cosh", hyperbolicCosine}, {"tanh", safeTanh}, {"exp", safeExp},
        {"log", safeLog}, {"log2", safeLog2}, {"log10", safeLog10}, {"sqrt", squareRoot}, {"cbrt", cubeRoot},
        {"abs", absolute}, {"floor", roundedDown}, {"ceil", roundedUp}, {"sign", signOf}, {"step", stepAt}};
    for (const auto &[name, function] : functions)
        parser.DefineFun(name, function);
    parser.DefineFun("pow", power);
    parser.DefineFun("min", least);
    parser.DefineFun("max", greatest);
}

} // namespace

struct Formula::State {
    std::mutex mutex; // the parser computes in members of its own
    double x = 0;
    mu::Parser parser;
};

Formula::Formula(std::unique_ptr<State> state) : m_state(std::move(state)) { }
Formula::Formula(Formula &&) noexcept = default;
Formula &Formula::operator=(Formula &&) noexcept = default;
Formula::~Formula() = default;

double Formula::operator()(double x) const
{
    const std::lock_guard lock(m_state->mutex);
    m_state->x = x;
    return m_state->parser.Eval();
}

std::variant<Formula, FormulaError> parseFormula(std::string_view text)
{
    using Reason = FormulaError::Reason;
    if (text.size() > kLongestFormula)
        return FormulaError{Reason::TooLong, kLongestFormula, text.size() - kLongestFormula, {}, 0};
    std::variant<std::string, FormulaError> spelled = spelledOut(text);
    if (auto *const error = std::get_if<FormulaError>(&spelled))
        return std::move(*error);
    auto state = std::make_unique<Formula::State>();
    try {
        define(state->parser);
        state->parser.DefineVar("x", &state->x);
        state->parser.SetExpr(std::get<std::string>(spelled));
        static_cast<void>(state->parser.Eval()); // reads it
    } catch (const mu::Parser::exception_type &) {
        // Whatever the parser knows better than spelledOut() does.
        return FormulaError{Reason::MissingOperand, 0, text.size(), std::string(text), 0};
    }
    return Formula(std::move(state));
}

std::optional<FormulaError> checkFormula(std::string_view text, Interval domain)
{
    constexpr int kSteps = 2000;
    std::variant<Formula, FormulaError> parsed = parseFormula(text);
    if (auto *const error = std::get_if<FormulaError>(&parsed))
        return std::move(*error);
    const Formula &formula = std::get<Formula>(parsed);
    for (int step = 0; step <= kSteps; ++step) {
        const double share = static_cast<double>(step) / kSteps;
        const double x = (1 - share) * domain.low + share * domain.high;
        const double y = formula(x);
        if (!(std::abs(y) <= kLargestValue))
            return FormulaError{FormulaError::Reason::NotFinite, 0, text.size(), std::string(text), x};
    }
    return std::nullopt;
}

} // namespace overfit
