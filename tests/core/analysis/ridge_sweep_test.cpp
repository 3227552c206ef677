// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/ridge_sweep.h"

#include "tests/core/model/examples.h"

#include <QTest>

#include <cmath>

using namespace overfit;
using namespace overfit::test;

class RidgeSweepTest : public QObject
{
    Q_OBJECT

private slots:
    void penaltiesAreEquallySpacedOnTheLogarithm();
    void penaltiesAreDecimalsOfSixDigits();
    void theUsualCountIsTenADecade();
    void trainingErrorGrowsWithThePenalty();
    void withoutValidationItsScoresAreNotDefined();
};

void RidgeSweepTest::penaltiesAreEquallySpacedOnTheLogarithm()
{
    QCOMPARE(ridgesBetween(0.001, 1000, 7), (std::vector<double>{0.001, 0.01, 0.1, 1, 10, 100, 1000}));
    QCOMPARE(ridgesBetween(2, 2, 1), std::vector<double>{2});
    QCOMPARE(ridgesBetween(0.1234567, 7, 2), (std::vector<double>{0.1234567, 7})); // ends stay as they are
}

void RidgeSweepTest::penaltiesAreDecimalsOfSixDigits()
{
    const std::vector<double> ridges = ridgesBetween(kRidgeSweepRange.low, kRidgeSweepRange.high, 151);
    for (const double ridge : ridges)
        QCOMPARE(QByteArray::number(ridge, 'g', 6).toDouble(), ridge);
    QVERIFY(std::is_sorted(ridges.begin(), ridges.end()));
}

void RidgeSweepTest::theUsualCountIsTenADecade()
{
    QCOMPARE(usualRidgeCount(1e-6, 1000), 91);
    QCOMPARE(usualRidgeCount(1, 1.01), 2);
    QCOMPARE(usualRidgeCount(3, 3), 1);
}

void RidgeSweepTest::trainingErrorGrowsWithThePenalty()
{
    const Split split = dealSplit(noisySine(50, {0, 5}, 0.3), 3, 0.3);
    const auto points = sweepRidge(split, 12, ridgesBetween(1e-6, 1000, 19));
    for (std::size_t i = 1; i < points.size(); ++i)
        QVERIFY(points[i].training.rmse >= points[i - 1].training.rmse);
    QCOMPARE(points.front().validation.count, split.validation.size());
}

void RidgeSweepTest::withoutValidationItsScoresAreNotDefined()
{
    const Split split = undividedSplit(noisySine(30, {0, 5}, 0.3));
    const auto points = sweepRidge(split, 3, {1});
    QCOMPARE(points.front().training.count, std::size_t(30));
    QCOMPARE(points.front().validation.count, std::size_t(0));
    QVERIFY(std::isnan(points.front().validation.accuracy) && std::isnan(points.front().validation.rmse));
}

QTEST_GUILESS_MAIN(RidgeSweepTest)
#include "ridge_sweep_test.moc"
