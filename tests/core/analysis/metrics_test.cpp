// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/metrics.h"

#include "core/analysis/tally.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace overfit;
using namespace overfit::test;

class MetricsTest : public QObject
{
    Q_OBJECT

private slots:
    void scoresAHandMadeExample();
    void perfectPredictionsScoreOne();
    void predictingTheMeanScoresNothing();
    void equalValuesHaveNoR2_data();
    void equalValuesHaveNoR2();
    void unitsScaleAndOffsetAreOfNoInfluence_data();
    void unitsScaleAndOffsetAreOfNoInfluence();
    void aMissOfExactlyTheToleranceIsWithin();
    void aPolynomialIsScoredByItsPredictions();
    void aRunningSpreadEqualsTheSpreadOfEachBeginning();
};

void MetricsTest::scoresAHandMadeExample()
{
    const std::vector<double> y{1, 2, 3, 6}; // mean 3, squares about it 4 + 1 + 0 + 9 = 14
    const std::vector<double> predicted{1.5, 2, 2, 8}; // misses 0.5, 0, 1, 2: squares 5.25
    const Metrics metrics = measure(y, predicted, 0.75);
    QCOMPARE(metrics.count, std::size_t(4));
    QCOMPARE(metrics.accuracy, 1 - 5.25 / 14);
    QCOMPARE(metrics.rmse, std::sqrt(5.25 / 4));
    QCOMPARE(metrics.mae, 3.5 / 4);
    QCOMPARE(metrics.within, 0.5);
}

void MetricsTest::perfectPredictionsScoreOne()
{
    const std::vector<double> y{4, -2, 7};
    const Metrics metrics = measure(y, y, 0);
    QCOMPARE(metrics.accuracy, 1.0);
    QCOMPARE(metrics.rmse, 0.0);
    QCOMPARE(metrics.mae, 0.0);
    QCOMPARE(metrics.within, 1.0);
}

void MetricsTest::predictingTheMeanScoresNothing()
{
    const std::vector<double> y{1, 2, 6};
    QCOMPARE(measure(y, std::vector<double>(3, 3.0), 1).accuracy, 0.0);
    QCOMPARE_LT(measure(y, std::vector<double>(3, 5.0), 1).accuracy, 0.0);
}

void MetricsTest::equalValuesHaveNoR2_data()
{
    QTest::addColumn<double>("y");
    QTest::addColumn<int>("count");
    QTest::newRow("one value") << 3.0 << 1;
    QTest::newRow("zeros") << 0.0 << 5;
    QTest::newRow("a mean that rounds") << 0.1 << 3;
    QTest::newRow("many") << 1e10 / 3 << 1001;
}

void MetricsTest::equalValuesHaveNoR2()
{
    QFETCH(double, y);
    QFETCH(int, count);
    const std::vector<double> values(static_cast<std::size_t>(count), y);
    const Metrics metrics = measure(values, std::vector<double>(values.size(), y + 1), 2);
    QVERIFY(std::isnan(metrics.accuracy));
    QVERIFY(std::abs(metrics.rmse - 1) < 1e-6);
    QCOMPARE(metrics.within, 1.0);
}

void MetricsTest::unitsScaleAndOffsetAreOfNoInfluence_data()
{
    QTest::addColumn<double>("scale");
    QTest::addColumn<double>("offset");
    QTest::newRow("as they are") << 1.0 << 0.0;
    QTest::newRow("an offset") << 1.0 << 1e6;
    QTest::newRow("squares that would overflow") << 1e250 << 0.0;
    QTest::newRow("squares that would vanish") << 1e-250 << 0.0;
    QTest::newRow("upside down") << -3.0 << 2.0;
}

void MetricsTest::unitsScaleAndOffsetAreOfNoInfluence()
{
    QFETCH(double, scale);
    QFETCH(double, offset);
    const Dataset data = noisySine(300, {-1, 1}, 0.4);
    std::vector<double> predicted(data.size());
    std::transform(data.x.begin(), data.x.end(), predicted.begin(), [](double x) { return std::sin(4 * x); });
    const Metrics expected = measure(data.y, predicted, 0.4);
    std::vector<double> y = data.y;
    for (std::vector<double> *numbers : {&y, &predicted})
        for (double &number : *numbers)
            number = scale * number + offset;
    const Metrics metrics = measure(y, predicted, 0.4 * std::abs(scale));
    QCOMPARE_LE(std::abs(metrics.accuracy - expected.accuracy), 1e-9);
    QCOMPARE_LE(std::abs(metrics.rmse / std::abs(scale) - expected.rmse), 1e-9);
    QCOMPARE_LE(std::abs(metrics.mae / std::abs(scale) - expected.mae), 1e-9);
    QCOMPARE(metrics.within, expected.within);
}

void MetricsTest::aMissOfExactlyTheToleranceIsWithin()
{
    const std::vector<double> y{1, 2, 3};
    QCOMPARE(measure(y, std::vector<double>{1.5, 1.5, 3.5}, 0.5).within, 1.0);
    QCOMPARE(measure(y, std::vector<double>{1.5, 1.5, 3.5}, std::nextafter(0.5, 0)).within, 0.0);
}

void MetricsTest::aPolynomialIsScoredByItsPredictions()
{
    const Dataset data = noisySine(30, {2, 3}, 0.4);
    const Polynomial polynomial{{2, 3}, {0.1, 0.5, -0.3}};
    const Metrics metrics = measure(polynomial, data.examples(), 0.3);
    const Metrics expected = measure(data.y, evaluate(polynomial, data.x), 0.3);
    QCOMPARE(metrics.accuracy, expected.accuracy);
    QCOMPARE(metrics.mae, expected.mae);
    QCOMPARE(metrics.count, data.size());
}

void MetricsTest::aRunningSpreadEqualsTheSpreadOfEachBeginning()
{
    std::vector<double> y = noisySine(100, {-1, 1}, 0.4).y;
    std::fill_n(y.begin(), 3, 0.1);
    RunningSpread spread;
    for (std::size_t i = 0; i < y.size(); ++i) {
        spread.add(y[i]);
        const double expected = totalSquares(std::span(y).first(i + 1));
        QCOMPARE(std::isnan(spread.total()), i < 3);
        QVERIFY(i < 3 || std::abs(spread.total() / expected - 1) < 1e-12);
    }
}

OVERFIT_TEST(MetricsTest)
#include "metrics_test.moc"
