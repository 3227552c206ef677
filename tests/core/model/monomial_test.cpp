// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/monomial.h"

#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QFile>
#include <QTest>
#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>

using namespace overfit;
using namespace overfit::test;

namespace {

Dataset readNist(const QString &name)
{
    QFile file(QStringLiteral(OVERFIT_TEST_DATA "/nist-strd/%1.csv").arg(name));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    file.readLine();
    Dataset data;
    while (!file.atEnd()) {
        const QList<QByteArray> cells = file.readLine().trimmed().split(',');
        data.x.push_back(cells.at(0).toDouble());
        data.y.push_back(cells.at(1).toDouble());
    }
    return data;
}

Interval rangeOf(const Dataset &data)
{
    const auto [low, high] = std::minmax_element(data.x.begin(), data.x.end());
    return {*low, *high};
}

/// About how many digits of @p result are right.
double logRelativeError(double result, double certified)
{
    const double error = std::abs(result - certified) / (certified == 0 ? 1 : std::abs(certified));
    return error == 0 ? 16 : -std::log10(error);
}

/// sqrt(SSE / (n - p)) of a plain fit.
double residualDeviation(const Dataset &data, int degree)
{
    const Fit fit = fitPolynomial(data.examples(), rangeOf(data), degree, 0);
    const std::vector<double> predicted = evaluate(fit.polynomial, data.x);
    double sum = 0;
    for (std::size_t i = 0; i < data.size(); ++i)
        sum += (data.y[i] - predicted[i]) * (data.y[i] - predicted[i]);
    return std::sqrt(sum / (static_cast<double>(data.size()) - degree - 1));
}

} // namespace

class MonomialTest : public QObject
{
    Q_OBJECT

private slots:
    void meetsTheCertifiedCoefficients_data() { certifiedSets(); }
    void meetsTheCertifiedCoefficients();
    void meetsTheCertifiedResidualDeviation_data() { certifiedSets(); }
    void meetsTheCertifiedResidualDeviation();
    void writesLegendrePolynomialsInPowers_data();
    void writesLegendrePolynomialsInPowers();
    void recoversPowersExactlyOnAnyDomain_data();
    void recoversPowersExactlyOnAnyDomain();
    void refinementAgreesWithThePlainFit();
    void refinementNeedsFullRank();
    void aCoefficientThatIsNothingButRoundingIsZero_data();
    void aCoefficientThatIsNothingButRoundingIsZero();
    void cancellationIsTheSumOfTheTermsOverTheValue_data();
    void cancellationIsTheSumOfTheTermsOverTheValue();

private:
    void certifiedSets();
};

void MonomialTest::certifiedSets()
{
    using Numbers = std::vector<double>;
    QTest::addColumn<Numbers>("certified");
    QTest::addColumn<double>("deviation");
    QTest::newRow("norris") << Numbers{-0.262323073774029, 1.00211681802045} << 0.884796396144373;
    QTest::newRow("pontius") << Numbers{0.673565789473684E-03, 0.732059160401003E-06, -0.316081871345029E-14}
                             << 0.205177424076185E-03;
    QTest::newRow("wampler1") << Numbers(6, 1.0) << 0.0;
    QTest::newRow("wampler2") << Numbers{1, 0.1, 0.01, 0.001, 0.0001, 0.00001} << 0.0;
    QTest::newRow("wampler3") << Numbers(6, 1.0) << 2360.14502379268;
}

void MonomialTest::meetsTheCertifiedCoefficients()
{
    QFETCH(std::vector<double>, certified);
    const Dataset data = readNist(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(data.size() > 0);
    const int degree = static_cast<int>(certified.size()) - 1;
    const std::vector<double> refined = refinedMonomialCoefficients(data.examples(), rangeOf(data), degree);
    const std::vector<double> plain =
        monomialCoefficients(fitPolynomial(data.examples(), rangeOf(data), degree, 0).polynomial);
    QCOMPARE(refined.size(), certified.size());
    double worst = 16;
    double worstPlain = 16;
    for (std::size_t k = 0; k < certified.size(); ++k) {
        worst = std::min(worst, logRelativeError(refined[k], certified[k]));
        worstPlain = std::min(worstPlain, logRelativeError(plain[k], certified[k]));
    }
    qInfo("digits of the worst coefficient: %.1f refined, %.1f plain", worst, worstPlain);
    QCOMPARE_GE(worst, 12.0);
}

void MonomialTest::meetsTheCertifiedResidualDeviation()
{
    QFETCH(std::vector<double>, certified);
    QFETCH(double, deviation);
    const Dataset data = readNist(QString::fromLatin1(QTest::currentDataTag()));
    const double result = residualDeviation(data, static_cast<int>(certified.size()) - 1);
    const double largest = *std::max_element(data.y.begin(), data.y.end());
    qInfo("digits of the residual standard deviation: %.1f; %g", logRelativeError(result, deviation), result);
    if (deviation == 0)
        QCOMPARE_LE(result, 1e-15 * largest);
    else
        QCOMPARE_GE(logRelativeError(result, deviation), 12.0);
}

void MonomialTest::writesLegendrePolynomialsInPowers_data()
{
    // Abramowitz and Stegun, table 22.9.
    QTest::addColumn<std::vector<double>>("powers");
    QTest::newRow("0") << std::vector<double>{1};
    QTest::newRow("1") << std::vector<double>{0, 1};
    QTest::newRow("2") << std::vector<double>{-0.5, 0, 1.5};
    QTest::newRow("5") << std::vector<double>{0, 15.0 / 8, 0, -70.0 / 8, 0, 63.0 / 8};
    QTest::newRow("6") << std::vector<double>{-5.0 / 16, 0, 105.0 / 16, 0, -315.0 / 16, 0, 231.0 / 16};
}

void MonomialTest::writesLegendrePolynomialsInPowers()
{
    QFETCH(std::vector<double>, powers);
    Polynomial polynomial{{-1, 1}, std::vector<double>(powers.size())};
    polynomial.coefficients.back() = 1;
    QCOMPARE(monomialCoefficients(polynomial), powers);
}

void MonomialTest::recoversPowersExactlyOnAnyDomain_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("around zero") << -4.0 << 4.0;
    QTest::newRow("positive") << 0.0 << 20.0;
    QTest::newRow("an offset") << 1947.0 << 2019.0;
    QTest::newRow("beyond the data") << -1e3 << 1e4;
}

void MonomialTest::recoversPowersExactlyOnAnyDomain()
{
    QFETCH(double, low);
    QFETCH(double, high);
    const std::vector<double> powers{3, -7, 2, 5};
    Dataset data;
    for (int i = 0; i < 12; ++i) { // integers, so that y is exact
        const double x = std::floor(std::max(low, -4.0)) + i;
        data.x.push_back(x);
        data.y.push_back(((powers[3] * x + powers[2]) * x + powers[1]) * x + powers[0]);
    }
    const std::vector<double> found = refinedMonomialCoefficients(data.examples(), {low, high}, 3);
    for (std::size_t k = 0; k < powers.size(); ++k)
        QCOMPARE_GE(logRelativeError(found[k], powers[k]), 13.0);
}

void MonomialTest::refinementAgreesWithThePlainFit()
{
    const Dataset data = noisySine(50, {-1, 1}, 0.3);
    const auto refined = refinedMonomialCoefficients(data.examples(), {-1, 1}, 7);
    const auto plain = monomialCoefficients(fitPolynomial(data.examples(), {-1, 1}, 7, 0).polynomial);
    for (std::size_t k = 0; k < plain.size(); ++k)
        QCOMPARE_LE(std::abs(plain[k] - refined[k]), 1e-12 * std::max(1.0, std::abs(plain[k])));
}

void MonomialTest::refinementNeedsFullRank()
{
    const Dataset data = repeatedInputs(20, 4, {-1, 1});
    QVERIFY_THROWS_EXCEPTION(
        std::invalid_argument, (void)refinedMonomialCoefficients(data.examples(), {-1, 1}, 4));
    QCOMPARE(refinedMonomialCoefficients(data.examples(), {-1, 1}, 3).size(), std::size_t(4));
}

void MonomialTest::aCoefficientThatIsNothingButRoundingIsZero_data()
{
    QTest::addColumn<std::vector<double>>("y"); // at 0, 1, 2 …
    QTest::addColumn<std::vector<double>>("coefficients");
    QTest::newRow("n over 3") << std::vector<double>{0, 0, 0, 1, 4, 10, 20, 35, 56}
                              << std::vector<double>{0, 1.0 / 3, -0.5, 1.0 / 6, 0, 0, 0, 0, 0};
    QTest::newRow("squares") << std::vector<double>{0, 1, 4, 9, 16, 25}
                             << std::vector<double>{0, 0, 1, 0, 0, 0};
    QTest::newRow("a small one that is there") << std::vector<double>{0x1p-40, 1 + 0x1p-40, 2 + 0x1p-40,
        3 + 0x1p-40} << std::vector<double>{0x1p-40, 1, 0, 0};
    QTest::newRow("nothing but zeros") << std::vector<double>{0, 0, 0} << std::vector<double>{0, 0, 0};
}

void MonomialTest::aCoefficientThatIsNothingButRoundingIsZero()
{
    QFETCH(const std::vector<double>, y);
    QFETCH(const std::vector<double>, coefficients);
    Dataset data;
    for (std::size_t i = 0; i < y.size(); ++i)
        data.x.push_back(static_cast<double>(i));
    data.y = y;
    const int degree = static_cast<int>(y.size()) - 1;
    const Fit fit = fitPolynomial(data.examples(), rangeOf(data), degree, 0);
    const FitReport report = reportOf(fit, data.examples(), 0, 1000);
    QCOMPARE(report.coefficients, coefficients);
}

void MonomialTest::cancellationIsTheSumOfTheTermsOverTheValue_data()
{
    QTest::addColumn<std::vector<double>>("legendre");
    QTest::addColumn<Interval>("domain");
    QTest::addColumn<double>("ratio");
    const double infinity = std::numeric_limits<double>::infinity();
    QTest::newRow("a line through the middle") << std::vector<double>{0, 1} << Interval{-1, 1} << 1.0;
    // u = x - 100, of which 100 and x cancel
    QTest::newRow("a line far from 0") << std::vector<double>{0, 1} << Interval{99, 101} << 201.0;
    QTest::newRow("nothing") << std::vector<double>{0, 0} << Interval{-1, 1} << 1.0;
    QTest::newRow("beyond a double") << std::vector<double>{0, 0, 1} << Interval{1e-310, 4e-310} << infinity;
}

void MonomialTest::cancellationIsTheSumOfTheTermsOverTheValue()
{
    QFETCH(const std::vector<double>, legendre);
    QFETCH(const Interval, domain);
    const Polynomial polynomial{domain, legendre};
    QTEST(cancellation(monomialCoefficients(polynomial), polynomial), "ratio");
}

OVERFIT_TEST(MonomialTest)
#include "monomial_test.moc"
