// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/portable_math.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <cstdlib>

using namespace overfit;

namespace {

using Function = double (*)(double);

constexpr std::int64_t kStatedUlps = 2;
constexpr int kGridSteps = 200000;

/// How many steps from one double to the next lead from a to b; both of the same sign.
std::int64_t ulpsApart(double a, double b)
{
    return std::abs(std::bit_cast<std::int64_t>(a) - std::bit_cast<std::int64_t>(b));
}

bool isClose(double value, double truth)
{
    return std::abs(value - truth) <= 0x1p-52
        || (std::signbit(value) == std::signbit(truth) && ulpsApart(value, truth) <= kStatedUlps);
}

bool isRelativelyClose(double value, double truth)
{
    return value == truth
        || (std::signbit(value) == std::signbit(truth) && ulpsApart(value, truth) <= kStatedUlps);
}

double standardExp(double x)
{
    return std::exp(x);
}
double standardLog(double x)
{
    return std::log(x);
}
double standardSin(double x)
{
    return std::sin(x);
}
double standardAtan(double x)
{
    return std::atan(x);
}

double standardCos(double x)
{
    return std::cos(x);
}

} // namespace

Q_DECLARE_METATYPE(Function)

class PortableMathTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithTheStandardLibraryOnADenseGrid_data();
    void agreesWithTheStandardLibraryOnADenseGrid();
    void staysAccurateNextToItsZeros();
    void isExactWhereTheAnswerIs();
    void givesTheSameBitsOnEveryPlatform_data();
    void givesTheSameBitsOnEveryPlatform();
    void hornerStartsWithTheConstantTerm();
};

void PortableMathTest::agreesWithTheStandardLibraryOnADenseGrid_data()
{
    QTest::addColumn<Function>("portable");
    QTest::addColumn<Function>("standard");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<bool>("hasZeros");
    QTest::newRow("exp over its range")
        << Function(portableExp) << Function(standardExp) << -700.0 << 700.0 << false;
    QTest::newRow("exp around 0") << Function(portableExp) << Function(standardExp) << -2.0 << 2.0 << false;
    QTest::newRow("log around 1") << Function(portableLog) << Function(standardLog) << 0.5 << 2.0 << false;
    QTest::newRow("log up to a million")
        << Function(portableLog) << Function(standardLog) << 1.0 << 1e6 << false;
    QTest::newRow("log of the smallest")
        << Function(portableLog) << Function(standardLog) << 3e-308 << 1e-300 << false;
    QTest::newRow("log of the largest")
        << Function(portableLog) << Function(standardLog) << 1e300 << 1.7e308 << false;
    QTest::newRow("sin over its range")
        << Function(portableSin) << Function(standardSin) << -1000.0 << 1000.0 << true;
    QTest::newRow("sin of one turn") << Function(portableSin) << Function(standardSin) << -3.2 << 3.2 << true;
    QTest::newRow("cos over its range")
        << Function(portableCos) << Function(standardCos) << -1000.0 << 1000.0 << true;
    QTest::newRow("atan around 0") << Function(portableAtan) << Function(standardAtan) << -1.5 << 1.5
                                   << false;
    QTest::newRow("atan far out") << Function(portableAtan) << Function(standardAtan) << -1e6 << 1e6 << false;
    QTest::newRow("cos of one turn") << Function(portableCos) << Function(standardCos) << -3.2 << 3.2 << true;
}

void PortableMathTest::agreesWithTheStandardLibraryOnADenseGrid()
{
    QFETCH(const Function, portable);
    QFETCH(const Function, standard);
    QFETCH(const double, low);
    QFETCH(const double, high);
    QFETCH(const bool, hasZeros);
    for (int i = 0; i <= kGridSteps; ++i) {
        const double x = low + (high - low) * (static_cast<double>(i) / kGridSteps);
        const bool isRight =
            hasZeros ? isClose(portable(x), standard(x)) : isRelativelyClose(portable(x), standard(x));
        QVERIFY2(isRight, qPrintable(QString::number(x, 'g', 17)));
    }
}

void PortableMathTest::staysAccurateNextToItsZeros()
{
    constexpr double kHalfPi = 1.5707963267948966;
    for (int k = -600; k <= 600; ++k) {
        const double x = k * kHalfPi;
        QVERIFY(std::abs(portableSin(x) - std::sin(x)) <= 0x1p-52);
        QVERIFY(std::abs(portableCos(x) - std::cos(x)) <= 0x1p-52);
    }
}

void PortableMathTest::isExactWhereTheAnswerIs()
{
    QVERIFY(portableExp(0) == 1);
    QVERIFY(portableLog(1) == 0);
    QVERIFY(portableSin(0) == 0);
    QVERIFY(portableAtan(0) == 0);
    QVERIFY(portableAtan(HUGE_VAL) == 0x1.921fb54442d18p+0);
    QVERIFY(portableAtan(-HUGE_VAL) == -0x1.921fb54442d18p+0);
    QVERIFY(portableCos(0) == 1);
}

void PortableMathTest::givesTheSameBitsOnEveryPlatform_data()
{
    QTest::addColumn<Function>("function");
    QTest::addColumn<double>("x");
    QTest::addColumn<quint64>("bits");
    const Function exp = portableExp;
    const Function log = portableLog;
    const Function sin = portableSin;
    const Function cos = portableCos;
    QTest::newRow("exp(-700)") << exp << -700.0 << quint64{0x00d14f2b0fb9307f};
    QTest::newRow("exp(-1)") << exp << -1.0 << quint64{0x3fd78b56362cef38};
    QTest::newRow("exp(0.001)") << exp << 0.001 << quint64{0x3ff0041919b7ee34};
    QTest::newRow("exp(1)") << exp << 1.0 << quint64{0x4005bf0a8b14576a};
    QTest::newRow("exp(700)") << exp << 700.0 << quint64{0x7f0d945df4f8ec8e};
    QTest::newRow("log(1e-300)") << log << 1e-300 << quint64{0xc085963447f87fb5};
    QTest::newRow("log(0.999)") << log << 0.999 << quint64{0xbf5064670d979b73};
    QTest::newRow("log(3)") << log << 3.0 << quint64{0x3ff193ea7aad030a};
    QTest::newRow("sin(-1000)") << sin << -1000.0 << quint64{0xbfea75cc150a206c};
    QTest::newRow("sin(1e-9)") << sin << 1e-9 << quint64{0x3e112e0be826d695};
    QTest::newRow("sin(1)") << sin << 1.0 << quint64{0x3feaed548f090cee};
    QTest::newRow("sin(355), next to a zero") << sin << 355.0 << quint64{0xbeff9bd0307d1de3};
    QTest::newRow("cos(-1000)") << cos << -1000.0 << quint64{0x3fe1ff026793f1bb};
    QTest::newRow("cos(1)") << cos << 1.0 << quint64{0x3fe14a280fb5068c};
    QTest::newRow("cos(11), next to a zero") << cos << 11.0 << quint64{0x3f7220ae41ee2fdf};
    QTest::newRow("cos(999.5)") << cos << 999.5 << quint64{0x3fec7a8ffe59f794};
}

void PortableMathTest::givesTheSameBitsOnEveryPlatform()
{
    QFETCH(const Function, function);
    QFETCH(const double, x);
    QFETCH(const quint64, bits);
    QCOMPARE(quint64{std::bit_cast<std::uint64_t>(function(x))}, bits);
}

void PortableMathTest::hornerStartsWithTheConstantTerm()
{
    constexpr std::array kCoefficients{1.0, 20.0, 300.0};
    static_assert(horner(kCoefficients, 2) == 1 + 40 + 1200);
    QVERIFY(horner({}, 2) == 0);
}

OVERFIT_TEST(PortableMathTest)
#include "portable_math_test.moc"
