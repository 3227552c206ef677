// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_scale.h"

#include <QTest>

#include <functional>

using namespace overfit;
using namespace overfit::ui;

namespace {

Scenario classes()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    return scenario;
}

Scenario upTo(int lastEpoch)
{
    Scenario scenario;
    scenario.training.lastEpoch = lastEpoch;
    return scenario;
}

int valueOf(const Scenario &scenario, Dial dial)
{
    switch (dial) {
    case Dial::Degree:
        return scenario.model.degree;
    case Dial::TrainSize:
        return scenario.sampling.trainSize;
    case Dial::Epochs:
        break;
    }
    return scenario.model.epochs;
}

/// The scenarios are equal but for what a dial sets.
bool equalBut(Scenario a, const Scenario &b, Dial dial)
{
    if (dial == Dial::Degree)
        a.model.degree = b.model.degree;
    else if (dial == Dial::TrainSize)
        a.sampling.trainSize = b.sampling.trainSize;
    else
        a.model.epochs = b.model.epochs;
    return a == b;
}

} // namespace

class DialScaleTest : public QObject
{
    Q_OBJECT

private slots:
    void everyPositionIsFoundAgain_data();
    void everyPositionIsFoundAgain();
    void aPositionBeyondAnEndCountsAsThatEnd_data() { everyPositionIsFoundAgain_data(); }
    void aPositionBeyondAnEndCountsAsThatEnd();
    void fullyTrainedStandsOneBeyondTheLastEpoch_data();
    void fullyTrainedStandsOneBeyondTheLastEpoch();
    void aTrainSizeBeyondTheDataStandsAtTheirEnd();
    void epochsBeyondTheLastStandAtTheEnd();
    void aPageIsMoreThanAStepAndLessThanTheDial_data() { everyPositionIsFoundAgain_data(); }
    void aPageIsMoreThanAStepAndLessThanTheDial();
};

void DialScaleTest::everyPositionIsFoundAgain_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<Dial>("dial");
    QTest::addColumn<int>("pool");
    QTest::addColumn<int>("low");
    QTest::addColumn<int>("high");
    QTest::newRow("degree of a curve") << Scenario() << Dial::Degree << 200 << 0 << 30;
    QTest::newRow("degree of classes") << classes() << Dial::Degree << 250 << 0 << 12;
    QTest::newRow("train size") << Scenario() << Dial::TrainSize << 200 << 2 << 200;
    QTest::newRow("train size of few data") << Scenario() << Dial::TrainSize << 13 << 2 << 13;
    QTest::newRow("epochs") << Scenario() << Dial::Epochs << 200 << 1 << 201;
    QTest::newRow("a short run") << upTo(10) << Dial::Epochs << 200 << 1 << 11;
    QTest::newRow("the longest run") << upTo(2000) << Dial::Epochs << 200 << 1 << 2001;
}

void DialScaleTest::everyPositionIsFoundAgain()
{
    QFETCH(Scenario, scenario);
    QFETCH(Dial, dial);
    QFETCH(int, pool);
    QFETCH(int, low);
    QFETCH(int, high);
    QCOMPARE(dialRange(scenario, dial, pool).low, low);
    QCOMPARE(dialRange(scenario, dial, pool).high, high);
    for (int position = low; position <= high; ++position) {
        const Scenario moved = withDial(scenario, dial, position, pool);
        QCOMPARE(dialPosition(moved, dial, pool), position);
        QVERIFY(equalBut(moved, scenario, dial));
        QCOMPARE(moved, clamped(moved)); // it is one that can be asked for
        const bool full = dial == Dial::Epochs && position == high;
        QCOMPARE(valueOf(moved, dial), full ? kFullyTrained : position);
    }
}

void DialScaleTest::aPositionBeyondAnEndCountsAsThatEnd()
{
    QFETCH(Scenario, scenario);
    QFETCH(Dial, dial);
    QFETCH(int, pool);
    QFETCH(int, low);
    QFETCH(int, high);
    for (const int below : {low - 1, low - 1000, -2000000000})
        QCOMPARE(withDial(scenario, dial, below, pool), withDial(scenario, dial, low, pool));
    for (const int above : {high + 1, high + 1000, 2000000000})
        QCOMPARE(withDial(scenario, dial, above, pool), withDial(scenario, dial, high, pool));
}

void DialScaleTest::fullyTrainedStandsOneBeyondTheLastEpoch_data()
{
    QTest::addColumn<int>("lastEpoch");
    for (const int last : {10, 11, 200, 1999, 2000})
        QTest::addRow("%d", last) << last;
}

void DialScaleTest::fullyTrainedStandsOneBeyondTheLastEpoch()
{
    QFETCH(int, lastEpoch);
    Scenario scenario = upTo(lastEpoch);
    QCOMPARE(scenario.model.epochs, kFullyTrained);
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), lastEpoch + 1);
    scenario.model.epochs = lastEpoch;
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), lastEpoch);
    QCOMPARE(withDial(scenario, Dial::Epochs, lastEpoch, 200).epochs, lastEpoch);
    QCOMPARE(withDial(scenario, Dial::Epochs, lastEpoch + 1, 200).epochs, kFullyTrained);
}

void DialScaleTest::aTrainSizeBeyondTheDataStandsAtTheirEnd()
{
    Scenario scenario;
    scenario.sampling.trainSize = 150;
    QCOMPARE(dialPosition(scenario, Dial::TrainSize, 14), 14);
    QCOMPARE(dialRange(scenario, Dial::TrainSize, 1).low, 1); // a single example is all there is
    QCOMPARE(dialRange(scenario, Dial::TrainSize, 1).high, 1);
    QCOMPARE(dialPosition(scenario, Dial::TrainSize, 1), 1);
}

void DialScaleTest::epochsBeyondTheLastStandAtTheEnd()
{
    Scenario scenario = upTo(100);
    scenario.model.epochs = 180; // before it is clamped
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), 101);
}

void DialScaleTest::aPageIsMoreThanAStepAndLessThanTheDial()
{
    QFETCH(Dial, dial);
    QFETCH(int, low);
    QFETCH(int, high);
    QVERIFY(dialPage(dial) > 1);
    QVERIFY(dialPage(dial) <= high - low);
}

QTEST_GUILESS_MAIN(DialScaleTest)
#include "dial_scale_test.moc"
