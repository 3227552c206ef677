// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cross_validation.h"

#include "core/analysis/metrics.h"
#include "core/model/least_squares.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>
#include <numeric>

using namespace overfit;
using namespace overfit::test;

using Fold = std::vector<std::size_t>;

class CrossValidationTest : public QObject
{
    Q_OBJECT

private slots:
    void foldsAreBlocksOfTheOrder();
    void everyRowIsInOneFold_data();
    void everyRowIsInOneFold();
    void exactDataArePredictedExactly();
    void leavingOneOutAgreesWithTheHatMatrix();
};

void CrossValidationTest::foldsAreBlocksOfTheOrder()
{
    const Fold order{4, 2, 0, 1, 3, 6, 5};
    QCOMPARE(foldsOf(order, 3), (std::vector<Fold>{{4, 2, 0}, {1, 3}, {6, 5}}));
}

void CrossValidationTest::everyRowIsInOneFold_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("folds");
    QTest::newRow("equal") << 30 << 10;
    QTest::newRow("unequal") << 34 << 5;
    QTest::newRow("one row each") << 7 << 7;
    QTest::newRow("two") << 3 << 2;
}

void CrossValidationTest::everyRowIsInOneFold()
{
    QFETCH(int, rows);
    QFETCH(int, folds);
    Fold order(static_cast<std::size_t>(rows));
    std::iota(order.begin(), order.end(), std::size_t{0});
    const std::vector<Fold> cut = foldsOf(order, folds);
    QCOMPARE(static_cast<int>(cut.size()), folds);
    Fold joined;
    for (const Fold &fold : cut) {
        QVERIFY(fold.size() == cut.front().size() || fold.size() + 1 == cut.front().size());
        joined.insert(joined.end(), fold.begin(), fold.end());
    }
    QCOMPARE(joined, order);
}

void CrossValidationTest::exactDataArePredictedExactly()
{
    Dataset data;
    for (int i = 0; i < 20; ++i) {
        data.x.push_back(i);
        data.y.push_back(3 + i * (i - 7.0));
    }
    const std::vector<int> degrees{1, 2, 5};
    const Fold order{3, 1, 0, 2, 5, 4, 7, 6, 9, 8, 11, 10, 13, 12, 15, 14, 17, 16, 19, 18};
    const auto results = crossValidate(data, foldsOf(order, 4), degrees, 0);
    QCOMPARE(results.size(), degrees.size());
    QVERIFY(results[0].meanMse > 1);
    for (const std::size_t i : {1U, 2U}) {
        QCOMPARE(results[i].degree, degrees[i]);
        QVERIFY(results[i].meanMse < 1e-20);
        QVERIFY(results[i].meanR2 > 1 - 1e-12);
    }
}

void CrossValidationTest::leavingOneOutAgreesWithTheHatMatrix()
{
    // The error of the fold of a line is e_i / (1 - h_i), with h_i = 1/n + (x_i - mean)²/Sxx.
    const Dataset data = noisySine(25, {2, 9}, 0.3);
    const auto count = static_cast<double>(data.size());
    const double mean = std::accumulate(data.x.begin(), data.x.end(), 0.0) / count;
    double sxx = 0;
    for (const double x : data.x)
        sxx += (x - mean) * (x - mean);
    const Fit fit = fitPolynomial(data.examples(), {2, 9}, 1, 0);
    double expected = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const double leverage = 1 / count + (data.x[i] - mean) * (data.x[i] - mean) / sxx;
        const double error = (data.y[i] - evaluate(fit.polynomial, data.x[i])) / (1 - leverage);
        expected += error * error / count;
    }
    Fold order(data.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto results = crossValidate(data, foldsOf(order, 25), std::vector{1}, 0);
    QVERIFY(std::abs(results.front().meanMse - expected) < 1e-12 * expected);
    QVERIFY(std::isnan(results.front().meanR2)); // of one row
}

OVERFIT_TEST(CrossValidationTest)
#include "cross_validation_test.moc"
