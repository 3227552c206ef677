// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/accuracy_chart.h"

#include "tests/core/answer/answer_of.h"
#include "tests/frame/test_class.h"
#include "ui/charts/key_line.h"
#include "ui/widgets/look.h"

#include <QTest>

using namespace overfit;
using namespace overfit::ui;

class AccuracyChartTest : public QObject
{
    Q_OBJECT

private slots:
    void offTheAxisIsAmongTheKeysWhereSomethingIs_data();
    void offTheAxisIsAmongTheKeysWhereSomethingIs();
};

void AccuracyChartTest::offTheAxisIsAmongTheKeysWhereSomethingIs_data()
{
    QTest::addColumn<Dial>("dial");
    QTest::addColumn<int>("trainSize");
    QTest::addColumn<bool>("isShown");
    QTest::newRow("high degrees on few points") << Dial::Degree << 10 << true;
    QTest::newRow("a ridge on many points") << Dial::Ridge << 200 << false;
}

void AccuracyChartTest::offTheAxisIsAmongTheKeysWhereSomethingIs()
{
    QFETCH(const Dial, dial);
    QFETCH(const int, trainSize);
    QFETCH(const bool, isShown);
    Scenario scenario;
    scenario.sampling.trainSize = trainSize;
    scenario.curve = dial;
    const SnapshotPtr snapshot = answerOf(scenario);
    bool isBelow = false;
    for (const SweepPoint &point : snapshot->sweepAlong(dial)->points)
        isBelow = isBelow || point.validation.accuracy < 0;
    QCOMPARE(isBelow, isShown);
    AccuracyChart chart;
    chart.setLook(makeLook(false, QSize(1280, 720), QFont()));
    chart.setDial(dial);
    chart.show(snapshot);
    QCOMPARE(chart.findChild<KeyLine *>()->keys().constLast().isShown, isShown);
}

OVERFIT_WIDGET_TEST(AccuracyChartTest)
#include "accuracy_chart_test.moc"
