// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/number.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <string>

using namespace overfit;

class NumberTest : public QObject
{
    Q_OBJECT

private slots:
    void aPlainNumberHasNoExponentWithoutNeed_data();
    void aPlainNumberHasNoExponentWithoutNeed();
};

void NumberTest::aPlainNumberHasNoExponentWithoutNeed_data()
{
    QTest::addColumn<double>("value");
    QTest::addColumn<std::string>("text");
    QTest::newRow("none") << 0.0 << std::string("0");
    QTest::newRow("whole") << 30.0 << std::string("30");
    QTest::newRow("ends in zeros") << 1000000.0 << std::string("1000000");
    QTest::newRow("a share") << 0.5 << std::string("0.5");
    QTest::newRow("small") << 0.00001 << std::string("0.00001");
    QTest::newRow("too small for six places") << 1e-300 << std::string("1e-300");
    QTest::newRow("too large to be read") << 1e100 << std::string("1e+100");
    QTest::newRow("below zero") << -2.5 << std::string("-2.5");
}

void NumberTest::aPlainNumberHasNoExponentWithoutNeed()
{
    QFETCH(const double, value);
    QTEST(plainNumber(value), "text");
}

OVERFIT_TEST(NumberTest)
#include "number_test.moc"
