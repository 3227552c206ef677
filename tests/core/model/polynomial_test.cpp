// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/polynomial.h"

#include "tests/frame/test_class.h"

#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>

using namespace overfit;

class PolynomialTest : public QObject
{
    Q_OBJECT

private slots:
    void isTheLegendrePolynomialOfItsOnlyCoefficient_data();
    void isTheLegendrePolynomialOfItsOnlyCoefficient();
    void isOneAtTheUpperEndForEveryDegree();
    void sumsItsTerms();
    void mapsTheDomainOntoTheUnitInterval_data();
    void mapsTheDomainOntoTheUnitInterval();
    void evaluatesAListLikeItsElements();
};

void PolynomialTest::isTheLegendrePolynomialOfItsOnlyCoefficient_data()
{
    // Closed forms: Abramowitz and Stegun, table 22.9.
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("u");
    QTest::addColumn<double>("expected");
    for (const double u : {-1.0, -0.3, 0.0, 0.71, 1.0, 1.5}) {
        const double s = u * u;
        QTest::addRow("P0 at %g", u) << 0 << u << 1.0;
        QTest::addRow("P1 at %g", u) << 1 << u << u;
        QTest::addRow("P2 at %g", u) << 2 << u << (3 * s - 1) / 2;
        QTest::addRow("P3 at %g", u) << 3 << u << (5 * s - 3) * u / 2;
        QTest::addRow("P4 at %g", u) << 4 << u << ((35 * s - 30) * s + 3) / 8;
        QTest::addRow("P5 at %g", u) << 5 << u << ((63 * s - 70) * s + 15) * u / 8;
    }
}

void PolynomialTest::isTheLegendrePolynomialOfItsOnlyCoefficient()
{
    QFETCH(int, degree);
    QFETCH(double, u);
    QFETCH(double, expected);
    Polynomial polynomial{{-1, 1}, std::vector<double>(static_cast<std::size_t>(degree) + 1)};
    polynomial.coefficients.back() = 1;
    QCOMPARE_LE(std::abs(evaluate(polynomial, u) - expected), 1e-14 * std::max(1.0, std::abs(expected)));
}

void PolynomialTest::isOneAtTheUpperEndForEveryDegree()
{
    for (std::size_t degree = 0; degree <= 30; ++degree) {
        Polynomial polynomial{{3, 17}, std::vector<double>(degree + 1)};
        polynomial.coefficients.back() = 1;
        QCOMPARE_LE(std::abs(evaluate(polynomial, 17) - 1), 1e-13);
        QCOMPARE_LE(std::abs(evaluate(polynomial, 3) - (degree % 2 == 0 ? 1 : -1)), 1e-13);
    }
}

void PolynomialTest::sumsItsTerms()
{
    const Polynomial polynomial{{0, 4}, {1, -2, 0.5}};
    const double u = -0.5; // x = 1
    QCOMPARE(evaluate(polynomial, 1), 1 - 2 * u + 0.5 * (3 * u * u - 1) / 2);
    QCOMPARE(polynomial.degree(), 2);
}

void PolynomialTest::mapsTheDomainOntoTheUnitInterval_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("the unit interval") << -1.0 << 1.0;
    QTest::newRow("years") << 1947.0 << 2019.0;
    QTest::newRow("a large offset") << 1e15 << 1e15 + 3;
    QTest::newRow("all doubles") << -std::numeric_limits<double>::max() << std::numeric_limits<double>::max();
    QTest::newRow("tiny") << 1e-300 << 3e-300;
}

void PolynomialTest::mapsTheDomainOntoTheUnitInterval()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const Interval domain{low, high};
    QCOMPARE(toUnit(domain, low), -1.0);
    QCOMPARE(toUnit(domain, high), 1.0);
    double last = -1;
    for (int i = 1; i <= 100; ++i) {
        const double x = std::lerp(low, high, i / 100.0);
        QCOMPARE_GE(toUnit(domain, x), last);
        QCOMPARE_LE(toUnit(domain, x), 1.0);
        last = toUnit(domain, x);
    }
}

void PolynomialTest::evaluatesAListLikeItsElements()
{
    const Polynomial polynomial{{-2, 5}, {1, -2, 0.5, 3, -1, 0.25}};
    const std::vector<double> x{-2, -1.1, 0, 0.3, 2.7, 5, 9, 1, 1.1, 1.2, -1.7};
    const std::vector<double> values = evaluate(polynomial, x);
    QCOMPARE(values.size(), x.size());
    for (std::size_t i = 0; i < x.size(); ++i)
        QCOMPARE(values[i], evaluate(polynomial, x[i]));
}

OVERFIT_TEST(PolynomialTest)
#include "polynomial_test.moc"
