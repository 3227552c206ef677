// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/double_double.h"

#include "tests/frame/test_class.h"

#include <QTest>
#include <cmath>

using namespace overfit;

class DoubleDoubleTest : public QObject
{
    Q_OBJECT

private slots:
    void sumsAndProductsOfDoublesLoseNothing();
    void productsOfFullLengthLoseNothing_data();
    void productsOfFullLengthLoseNothing();
    void keepsWhatADoubleWouldDrop();
    void dividesSoThatMultiplyingGivesTheNumberBack();
    void thirdsHaveTheDigitsThatTheyShould();
    void eulersSeriesGivesItsNumberTo31Digits();
};

void DoubleDoubleTest::sumsAndProductsOfDoublesLoseNothing()
{
    QCOMPARE(twoSum(1, 0x1p-80), DoubleDouble(1, 0x1p-80));
    QCOMPARE(twoSum(0x1p-80, 1), DoubleDouble(1, 0x1p-80));
    QCOMPARE(quickTwoSum(1, -0x1p-80), DoubleDouble(1, -0x1p-80));
    // (1 + 2^-30)² = 1 + 2^-29 + 2^-60
    QCOMPARE(twoProduct(1 + 0x1p-30, 1 + 0x1p-30), DoubleDouble(1 + 0x1p-29, 0x1p-60));
}

void DoubleDoubleTest::productsOfFullLengthLoseNothing_data()
{
    QTest::addColumn<double>("a");
    QTest::addColumn<double>("b");
    QTest::addColumn<double>("high");
    QTest::addColumn<double>("low");
    // By whole numbers of 53 bits: high is the product rounded to 53 bits, low what is left of it.
    QTest::newRow("all bits set") << 0x1.fffffffffffffp+52 << 0x1.fffffffffffffp+52 << 0x1.ffffffffffffep+105
                                  << 1.0;
    QTest::newRow("pi by e") << 0x1.921fb54442d18p+1 << 0x1.5bf0a8b145769p+1 << 0x1.114580b45d474p+3
                             << 0x1.679e124a69b6p-52;
    QTest::newRow("a tenth of a tenth") << 0.1 << -0.1 << -0x1.47ae147ae147cp-7 << 0x1.eb851eb851eb8p-61;
    QTest::newRow("large") << 0x1.fffffffffffffp+600 << 0x1.0000000000001p+400 << 0x1p+1001
                           << 0x1.ffffffffffffep+947;
    QTest::newRow("small") << 0x1.fffffffffffffp-400 << 0x1.0000000000001p-300 << 0x1p-699
                           << 0x1.ffffffffffffep-753;
}

void DoubleDoubleTest::productsOfFullLengthLoseNothing()
{
    QFETCH(double, a);
    QFETCH(double, b);
    QFETCH(double, high);
    QFETCH(double, low);
    QCOMPARE(twoProduct(a, b), DoubleDouble(high, low));
    QCOMPARE(twoProduct(b, -a), DoubleDouble(-high, -low));
}

void DoubleDoubleTest::keepsWhatADoubleWouldDrop()
{
    const DoubleDouble large = 1e16;
    QCOMPARE((large + 1.0 - large).rounded(), 1.0);
    QCOMPARE((large * large + 1.0 - large * large).rounded(), 1.0);
    DoubleDouble sum = 1.0;
    sum += 0x1p-100;
    sum -= 1.0;
    QCOMPARE(sum.rounded(), 0x1p-100);
}

void DoubleDoubleTest::dividesSoThatMultiplyingGivesTheNumberBack()
{
    for (int a = 1; a < 20; ++a)
        for (int b = 1; b < 20; ++b) {
            const DoubleDouble quotient = DoubleDouble(a) / DoubleDouble(b);
            QCOMPARE_LE(std::abs((quotient * DoubleDouble(b) - DoubleDouble(a)).rounded()), 1e-30 * a);
        }
}

void DoubleDoubleTest::thirdsHaveTheDigitsThatTheyShould()
{
    // 1/3 in binary is 0.010101…: the double nearest to it is 2^-54/3 short of it.
    const DoubleDouble third = DoubleDouble(1.0) / DoubleDouble(3.0);
    QCOMPARE(third.high, 1.0 / 3.0);
    QCOMPARE(third.low, 0x1p-54 / 3.0);
}

void DoubleDoubleTest::eulersSeriesGivesItsNumberTo31Digits()
{
    DoubleDouble term = 1.0;
    DoubleDouble sum = 1.0;
    for (int k = 1; k < 40; ++k) {
        term = term / DoubleDouble(k);
        sum += term;
    }
    // e = 2.71828182845904523536028747135266249775724709…: the nearest double, and what is left
    // (Hida, Li and Bailey, QD library).
    const DoubleDouble e(2.718281828459045091e+00, 1.445646891729250158e-16);
    QCOMPARE_LE(std::abs((sum - e).rounded()), 1e-31);
}

OVERFIT_TEST(DoubleDoubleTest)
#include "double_double_test.moc"
