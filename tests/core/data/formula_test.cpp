// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/formula.h"

#include "core/data/formula_tokens.h"

#include "tests/core/tables/comma_locale.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <random>
#include <sstream>
#include <string>
#include <variant>
#include <vector>

using namespace overfit;
using Reason = FormulaError::Reason;

Q_DECLARE_METATYPE(FormulaError::Reason)

namespace {

double valueOf(const QByteArray &text, double x)
{
    auto parsed = parseFormula(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    return std::holds_alternative<Formula>(parsed) ? std::get<Formula>(parsed)(x)
                                                   : std::numeric_limits<double>::quiet_NaN();
}

FormulaError errorOf(std::string_view text)
{
    auto parsed = parseFormula(text);
    return std::holds_alternative<FormulaError>(parsed) ? std::get<FormulaError>(parsed) : FormulaError{};
}

} // namespace

class FormulaTest : public QObject
{
    Q_OBJECT

private slots:
    void aFormulaHasItsValue_data();
    void aFormulaHasItsValue();
    void theUsualSpellingsAreRead_data();
    void theUsualSpellingsAreRead() { aFormulaHasItsValue(); }
    void aFunctionHasItsValue_data();
    void aFunctionHasItsValue() { aFormulaHasItsValue(); }
    void functionsAreRightToTheLastDigits_data();
    void functionsAreRightToTheLastDigits();
    void theLocaleChangesNothing();
    void anErrorPointsAtTheCharacter_data();
    void anErrorPointsAtTheCharacter();
    void anErrorOfAUsualSpellingPointsAtTheCharacter_data();
    void anErrorOfAUsualSpellingPointsAtTheCharacter() { anErrorPointsAtTheCharacter(); }
    void whereThereIsNoFiniteValueIsTold_data();
    void whereThereIsNoFiniteValueIsTold();
    void aLawOfTheWholeDomainIsTaken();
    void whatIsSpeltOutIsUnderstood();
};

void FormulaTest::aFormulaHasItsValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, double x, double value) {
        QTest::newRow(text) << QByteArray(text) << x << value;
    };
    row("x", 0.5, 0.5);
    row("y = x", 0.5, 0.5);
    row(" Y=X ", 0.5, 0.5);
    row("3x", 2, 6);
    row("3 x", 2, 6);
    row("2(x+1)", 2, 6);
    row("(x+1)(x-1)", 3, 8);
    row("(x+1)2", 3, 8);
    row("x x", 3, 9);
    row("x(x+1)", 3, 12);
    row("2x^2", 3, 18);
    row("2x**2", 3, 18);
    row("2x²", 3, 18);
    row("x³ − 2·x × 3", 2, -4);
    row("-x^2", 3, -9);
    row("2^-1", 0, 0.5);
    row("2^3^2", 0, 512);
    row("x^0", 0, 1);
    row("1/2x", 3, 1.5);
    row("1 - -x", 3, 4);
    row("+x", 3, 3);
    row("--x", 3, 3);
    row("1 + + - - -x", 3, -2);
    row("2*-x", 3, -6);
    row("1e2x", 2, 200);
    row("2e", 0, 2 * 2.718281828459045);
    row("2e-x", 3, 2 * 2.718281828459045 - 3);
    row("2exp(0)", 0, 2);
    row(".5", 0, 0.5);
    row("5.", 0, 5);
    row("pi", 0, 3.141592653589793);
    row("2π x", 0.5, 3.141592653589793);
    row("x sin(0)", 3, 0);
}

void FormulaTest::theUsualSpellingsAreRead_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, double x, double value) {
        QTest::newRow(text) << QByteArray(text) << x << value;
    };
    row("|x|", -3, 3);
    row("|x^3 + 1|", -2, 7);
    row("2|x|", -3, 6);
    row("|x||x|", -3, 9);
    row("||x| - 5|", -3, 2);
    row("|x - 1| + |x + 1|", 0.5, 2);
    row("-|x|^2", -3, -9);
    row("max(|x|, 1)", -3, 3);
    row("√x", 9, 3);
    row("√(x + 7)", 9, 4);
    row("√4 x", 3, 6);
    row("2√x", 9, 6);
    row("√π", 0, 1.7724538509055159);
    row("sin^2(x) + cos^2(x)", 0.7, 1);
    row("2sin²(x)", 1.5707963267948966, 2);
    row("-exp^3 (x)", 0, -1);
    row("xln(2)", 2, 1.3862943611198906);
    row("2xexp(x)", 0, 0);
    row("pix", 1, 3.141592653589793);
    row("xx", 3, 9);
    row("f(x) = x^2", 3, 9);
    row("g ( x )=x", 3, 3);
    row("h = 2x", 3, 6);
    row("pow(x, 3)", 2, 8);
    row("sgn(x)", -2, -1);
}

void FormulaTest::aFunctionHasItsValue_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    const auto row = [](const char *text, double x, double value) {
        QTest::newRow(text) << QByteArray(text) << x << value;
    };
    row("min(x, 2)", 3, 2);
    row("max(1, x, 2)", 3, 3);
    row("min(1, max(x, -1))", 3, 1);
    row("floor(x) + ceil(x)", 1.5, 3);
    row("step(x)", 0, 1);
    row("step(x)", -0.001, 0);
    row("sign(x)", -3, -1);
    row("abs(x)", -3, 3);
    row("sqrt(x)", 9, 3);
    row("x^0.5", 9, 3);
    row("x^-2", 2, 0.25);
    row("(-2)^3", 0, -8);
    row("((((x))))", 3, 3);
    row("0^2.5", 0, 0);
}

void FormulaTest::aFormulaHasItsValue()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, x);
    QFETCH(const double, value);
    const double found = valueOf(text, x);
    QVERIFY2(std::abs(found - value) <= 1e-15 * std::abs(value), qPrintable(QString::number(found)));
}

void FormulaTest::functionsAreRightToTheLastDigits_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value"); // by mpmath, 40 digits
    QTest::newRow("sin(3x) + 0.2x at 0.7") << QByteArray("sin(3x) + 0.2x") << 0.7 << 1.0032093666488738368;
    QTest::newRow("cos(x) at 2.5") << QByteArray("cos(x)") << 2.5 << -0.80114361554693371483;
    QTest::newRow("tan(x) at 1.25") << QByteArray("tan(x)") << 1.25 << 3.0095696738628312882;
    QTest::newRow("tanh(x) at 0.75") << QByteArray("tanh(x)") << 0.75 << 0.63514895238728731921;
    QTest::newRow("tanh(x) at -3.5") << QByteArray("tanh(x)") << -3.5 << -0.99817789761119870928;
    QTest::newRow("exp(x) at -1.5") << QByteArray("exp(x)") << -1.5 << 0.22313016014842982893;
    QTest::newRow("ln(x) at 7.5") << QByteArray("ln(x)") << 7.5 << 2.0149030205422647566;
    QTest::newRow("log(x) at 0.125") << QByteArray("log(x)") << 0.125 << -2.0794415416798359283;
    QTest::newRow("log10(x) at 1250.5") << QByteArray("log10(x)") << 1250.5 << 3.0970836960665213332;
    QTest::newRow("x^2.5 at 3.25") << QByteArray("x^2.5") << 3.25 << 19.041817673544193454;
    QTest::newRow("x^17 at 1.0625") << QByteArray("x^17") << 1.0625 << 2.8027990284520123499;
    QTest::newRow("x^-3 at 1.75") << QByteArray("x^-3") << 1.75 << 0.18658892128279883382;
    QTest::newRow("sinh(x) at 0.3") << QByteArray("sinh(x)") << 0.3 << 0.30452029344714261896;
    QTest::newRow("sinh(x) at -2.5") << QByteArray("sinh(x)") << -2.5 << -6.0502044810397873200;
    QTest::newRow("cosh(x) at 1.25") << QByteArray("cosh(x)") << 1.25 << 1.8884238771610157550;
    QTest::newRow("arctan(x) at 0.8") << QByteArray("arctan(x)") << 0.8 << 0.67474094222355266306;
    QTest::newRow("atan(x) at -12") << QByteArray("atan(x)") << -12.0 << -1.4876550949064553890;
    QTest::newRow("arcsin(x) at 0.4") << QByteArray("arcsin(x)") << 0.4 << 0.41151684606748801939;
    QTest::newRow("acos(x) at -0.25") << QByteArray("acos(x)") << -0.25 << 1.8234765819369753349;
    QTest::newRow("log2(x) at 10") << QByteArray("log2(x)") << 10.0 << 3.3219280948873623479;
    QTest::newRow("cbrt(x) at -5") << QByteArray("cbrt(x)") << -5.0 << -1.7099759466766969893;
    QTest::newRow("cot(x) at 0.5") << QByteArray("cot(x)") << 0.5 << 1.8304877217124519193;
    QTest::newRow("2^x at 0.375") << QByteArray("2^x") << 0.375 << 1.2968395546510096659;
}

void FormulaTest::functionsAreRightToTheLastDigits()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, x);
    QFETCH(const double, value);
    QVERIFY(std::abs(valueOf(text, x) - value) <= 1e-14 * std::abs(value));
}

void FormulaTest::theLocaleChangesNothing()
{
    const CommaLocale locale;
    QCOMPARE((std::ostringstream() << 1234.5).str(), std::string("1.234,5"));
    QCOMPARE(valueOf("1.5x", 2), 3.0);
    QCOMPARE(valueOf("1000.25x + 2.5e3", 2), 4500.5);
}

void FormulaTest::anErrorPointsAtTheCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *text, Reason reason, int position, const char *found) {
        QTest::newRow(text) << QByteArray(text) << reason << position << QByteArray(found);
    };
    row("", Reason::Empty, 0, "");
    row("   ", Reason::Empty, 3, "");
    row("y =", Reason::Empty, 3, "");
    row("x + $", Reason::UnknownCharacter, 4, "$");
    row("x + ä", Reason::UnknownCharacter, 4, "ä");
    row("1,5x", Reason::UnknownCharacter, 1, ",");
    row("y = z + 1", Reason::UnknownName, 4, "z");
    row("sinx", Reason::UnknownName, 0, "sinx");
    row("x2", Reason::UnknownName, 0, "x2");
    row("1.2.3", Reason::BadNumber, 0, "1.2.3");
    row("x + .", Reason::BadNumber, 4, ".");
    row("1e999", Reason::BadNumber, 0, "1e999");
    row("x +", Reason::MissingOperand, 3, "");
    row("x + * 2", Reason::MissingOperand, 4, "*");
    row("* x", Reason::MissingOperand, 0, "*");
    row("x = 3", Reason::UnknownCharacter, 2, "=");
    row("()", Reason::MissingOperand, 1, ")");
    row("(x + 1", Reason::MissingBracket, 0, "(");
    row("2(x + (1)", Reason::MissingBracket, 1, "(");
    row("x + 1)", Reason::UnexpectedBracket, 5, ")");
    row("sin x", Reason::MissingBracket, 0, "sin");
    row("x + sin", Reason::MissingBracket, 4, "sin");
    row("1 + sin(x, 2)", Reason::WrongArguments, 4, "sin(x, 2)");
    row("min(x)", Reason::WrongArguments, 0, "min(x)");
    row("min(x,)", Reason::MissingOperand, 6, ")");
    row("2 3", Reason::MissingOperator, 2, "3");
    row("x² 3", Reason::MissingOperator, 4, "3");
}

void FormulaTest::anErrorOfAUsualSpellingPointsAtTheCharacter_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Reason>("reason");
    QTest::addColumn<int>("position");
    QTest::addColumn<QByteArray>("found");
    const auto row = [](const char *text, Reason reason, int position, const char *found) {
        QTest::newRow(text) << QByteArray(text) << reason << position << QByteArray(found);
    };
    row("|x", Reason::MissingBracket, 0, "|");
    row("(|x)|", Reason::UnexpectedBracket, 3, ")");
    row("|", Reason::MissingOperand, 1, "");
    row("√", Reason::MissingBracket, 0, "√");
    row("sin^2 x", Reason::MissingBracket, 0, "sin");
    row("sin^-1(x)", Reason::MissingBracket, 0, "sin");
    row("ex", Reason::UnknownName, 0, "ex");
    row("xsinx", Reason::UnknownName, 0, "xsinx");
    row("f(2) = x", Reason::UnknownName, 0, "f");
    row("x(x) = 2", Reason::UnknownCharacter, 5, "=");
}

void FormulaTest::anErrorPointsAtTheCharacter()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Reason, reason);
    QFETCH(const int, position);
    QFETCH(const QByteArray, found);
    const auto parsed =
        parseFormula(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
    QVERIFY(std::holds_alternative<FormulaError>(parsed));
    const auto &error = std::get<FormulaError>(parsed);
    QCOMPARE(error.reason, reason);
    QCOMPARE(int(error.position), position);
    QCOMPARE(QByteArray::fromStdString(error.found), found);
    QCOMPARE(error.length, error.found.size());
}

void FormulaTest::whereThereIsNoFiniteValueIsTold_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<double>("x");
    QTest::newRow("a pole") << QByteArray("1/x") << 0.0;
    QTest::newRow("a root") << QByteArray("sqrt(x)") << -1.0;
    QTest::newRow("a logarithm") << QByteArray("ln(x + 0.5)") << -1.0;
    QTest::newRow("too large") << QByteArray("exp(1000 x)") << 0.014;
    QTest::newRow("an angle too large") << QByteArray("sin(5000 x)") << -1.0;
    QTest::newRow("a broken power") << QByteArray("x^0.3") << -1.0;
}

void FormulaTest::whereThereIsNoFiniteValueIsTold()
{
    QFETCH(const QByteArray, text);
    QFETCH(const double, x);
    const std::optional<FormulaError> error = checkFormula(text.toStdString(), {-1, 1});
    QVERIFY(error && error->reason == Reason::NotFinite);
    QVERIFY2(std::abs(error->x - x) < 1e-3, qPrintable(QString::number(error->x)));
    QCOMPARE(error->length, std::size_t(text.size()));
}

void FormulaTest::aLawOfTheWholeDomainIsTaken()
{
    QVERIFY(!checkFormula("sin(3x) + 0.2x", {-1, 1}));
    QVERIFY(!checkFormula("sqrt(x + 1)", {-1, 1}));
    QCOMPARE(checkFormula("sin(3x", {-1, 1})->reason, Reason::MissingBracket);
    const std::string longest(kLongestFormula - 1, '-');
    QVERIFY(!checkFormula(longest + 'x', {-1, 1}));
    QCOMPARE(errorOf(longest + "xx").reason, Reason::TooLong);
    QVERIFY(checkFormula(std::string(kLongestFormula, '('), {-1, 1}));
}

void FormulaTest::whatIsSpeltOutIsUnderstood()
{
    const std::vector<std::string> parts{"x", "2", "0.5", "(", ")", "(", ")", "+", "-", "*", "/", "^", "sin(",
        "min(", ",", "pi", "e", " ", "²", "."};
    std::mt19937 engine(1);
    int understood = 0;
    for (int round = 0; round < 50000; ++round) {
        std::string text;
        for (std::uint64_t left = 1 + engine() % 12; left > 0; --left)
            text += parts[engine() % parts.size()];
        const auto parsed = parseFormula(text);
        understood += std::holds_alternative<Formula>(parsed) ? 1 : 0;
        QCOMPARE(
            std::holds_alternative<std::string>(spelledOut(text)), std::holds_alternative<Formula>(parsed));
    }
    QVERIFY(understood > 500);
}

OVERFIT_TEST(FormulaTest)
#include "formula_test.moc"
