// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/ridge_scale.h"

#include "core/scenario/scenario.h"

#include <QTest>

using namespace overfit;
using namespace overfit::ui;

class RidgeScaleTest : public QObject
{
    Q_OBJECT

private slots:
    void theLeftEndIsARealZero();
    void theScaleRisesThroughTheWholeRange();
    void everyPositionComesBackFromItsValue();
};

void RidgeScaleTest::theLeftEndIsARealZero()
{
    QCOMPARE(ridgeAt(0), 0.0);
    QCOMPARE(ridgePosition(0), 0);
    QCOMPARE(ridgePosition(-1), 0);
}

void RidgeScaleTest::theScaleRisesThroughTheWholeRange()
{
    for (int position = 1; position < kRidgePositions; ++position)
        QVERIFY(ridgeAt(position) > ridgeAt(position - 1));
    QCOMPARE(ridgeAt(1), 1e-6);
    QCOMPARE(ridgeAt(kRidgePositions - 1), kRidgeRange.high);
}

void RidgeScaleTest::everyPositionComesBackFromItsValue()
{
    for (int position = 0; position < kRidgePositions; ++position)
        QCOMPARE(ridgePosition(ridgeAt(position)), position);
}

QTEST_GUILESS_MAIN(RidgeScaleTest)
#include "ridge_scale_test.moc"
