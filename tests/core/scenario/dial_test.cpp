// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/dial.h"

#include "tests/frame/test_class.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <vector>

using namespace overfit;

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

/// The scenarios are equal but for what a dial sets.
bool equalBut(Scenario a, const Scenario &b, Dial dial)
{
    switch (dial) {
    case Dial::Degree:
        a.model.degree = b.model.degree;
        break;
    case Dial::TrainSize:
        a.sampling.trainSize = b.sampling.trainSize;
        break;
    case Dial::Epochs:
        a.model.epochs = b.model.epochs;
        break;
    case Dial::Ridge:
        a.model.ridge = b.model.ridge;
        break;
    }
    return a == b;
}

} // namespace

class DialTest : public QObject
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
    void everyDialHasANameOfItsOwn();
    void valuesAreThoseOfThePositionsWithBothEnds_data();
    void valuesAreThoseOfThePositionsWithBothEnds();
    void ridgeBeginsWithARealZeroAndRisesThroughItsRange();
    void ridgeStandsOnItsLogarithm_data();
    void ridgeStandsOnItsLogarithm();
    void penaltiesCanBeTypedAsTheyAreRead();
    void penaltiesBetweenAreThoseOfTheDialWithBothEnds_data();
    void penaltiesBetweenAreThoseOfTheDialWithBothEnds();
    void penaltiesInStepsAreEquallySpacedOnTheLogarithm();
};

void DialTest::everyPositionIsFoundAgain_data()
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
    QTest::newRow("ridge of a curve") << Scenario() << Dial::Ridge << 200 << 0 << 91;
    QTest::newRow("ridge of classes") << classes() << Dial::Ridge << 250 << 0 << 91;
}

void DialTest::everyPositionIsFoundAgain()
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
        QCOMPARE(dialValue(moved, dial), dialRow(dial).valueAt(scenario, position));
        if (dialRow(dial).format == DialFormat::Whole)
            QCOMPARE(dialValue(moved, dial), double(position));
        QCOMPARE(withDialValue(scenario, dial, dialValue(moved, dial)), moved);
        QCOMPARE(dialPositionAtAxis(dial, dialAxisAt(dial, position)), position);
    }
}

void DialTest::aPositionBeyondAnEndCountsAsThatEnd()
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

void DialTest::fullyTrainedStandsOneBeyondTheLastEpoch_data()
{
    QTest::addColumn<int>("lastEpoch");
    for (const int last : {10, 11, 200, 1999, 2000})
        QTest::addRow("%d", last) << last;
}

void DialTest::fullyTrainedStandsOneBeyondTheLastEpoch()
{
    QFETCH(int, lastEpoch);
    Scenario scenario = upTo(lastEpoch);
    QCOMPARE(scenario.model.epochs, kFullyTrained);
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), lastEpoch + 1);
    scenario.model.epochs = lastEpoch;
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), lastEpoch);
    QCOMPARE(withDial(scenario, Dial::Epochs, lastEpoch, 200).model.epochs, lastEpoch);
    QCOMPARE(withDial(scenario, Dial::Epochs, lastEpoch + 1, 200).model.epochs, kFullyTrained);
}

void DialTest::aTrainSizeBeyondTheDataStandsAtTheirEnd()
{
    Scenario scenario;
    scenario.sampling.trainSize = 150;
    QCOMPARE(dialPosition(scenario, Dial::TrainSize, 14), 14);
    QCOMPARE(dialRange(scenario, Dial::TrainSize, 1).low, 1); // a single example is all there is
    QCOMPARE(dialRange(scenario, Dial::TrainSize, 1).high, 1);
    QCOMPARE(dialPosition(scenario, Dial::TrainSize, 1), 1);
}

void DialTest::epochsBeyondTheLastStandAtTheEnd()
{
    Scenario scenario = upTo(100);
    scenario.model.epochs = 180; // before it is clamped
    QCOMPARE(dialPosition(scenario, Dial::Epochs, 200), 101);
}

void DialTest::aPageIsMoreThanAStepAndLessThanTheDial()
{
    QFETCH(Dial, dial);
    QFETCH(int, low);
    QFETCH(int, high);
    QVERIFY(dialRow(dial).page > 1);
    QVERIFY(dialRow(dial).page <= high - low);
}

void DialTest::everyDialHasANameOfItsOwn()
{
    QCOMPARE(dialRows().size(), kDials.size());
    QSet<QString> names;
    for (const Dial dial : kDials) {
        QCOMPARE(dialRow(dial).dial, dial);
        names.insert(QString::fromLatin1(dialRow(dial).id));
    }
    QCOMPARE(std::size_t(names.size()), kDials.size());
}

void DialTest::valuesAreThoseOfThePositionsWithBothEnds_data()
{
    QTest::addColumn<Dial>("dial");
    QTest::addColumn<int>("most");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("last");
    QTest::newRow("all degrees") << Dial::Degree << 50 << 31 << 30.0;
    QTest::newRow("some train sizes") << Dial::TrainSize << 50 << 50 << 200.0;
    QTest::newRow("two degrees") << Dial::Degree << 2 << 2 << 30.0;
    QTest::newRow("all penalties") << Dial::Ridge << 200 << 92 << 1000.0;
    QTest::newRow("some penalties") << Dial::Ridge << 50 << 50 << 1000.0;
}

void DialTest::valuesAreThoseOfThePositionsWithBothEnds()
{
    QFETCH(Dial, dial);
    QFETCH(int, most);
    QFETCH(int, count);
    QFETCH(double, last);
    const Scenario scenario;
    const std::vector<double> values = dialValues(scenario, dial, 200, most);
    QCOMPARE(int(values.size()), count);
    QCOMPARE(values.front(), dialRow(dial).valueAt(scenario, dialRange(scenario, dial, 200).low));
    QCOMPARE(values.back(), last);
    for (std::size_t i = 1; i < values.size(); ++i)
        QVERIFY(values[i] > values[i - 1]);
    for (const double value : values)
        QCOMPARE(dialRow(dial).valueAt(scenario, dialRow(dial).positionOf(scenario, value)), value);
}

void DialTest::ridgeBeginsWithARealZeroAndRisesThroughItsRange()
{
    const std::vector<double> values = dialValues({}, Dial::Ridge, 200, 1000);
    QCOMPARE(values[0], 0.0);
    QCOMPARE(values[1], 1e-6);
    QCOMPARE(values.back(), kRidgeRange.high);
    for (std::size_t i = 11; i < values.size(); ++i) // ten steps a decade
        QVERIFY(std::abs(values[i] / values[i - 10] - 10) < 1e-12);
}

void DialTest::ridgeStandsOnItsLogarithm_data()
{
    QTest::addColumn<double>("ridge");
    QTest::addColumn<double>("place");
    for (int power = -6; power <= 3; ++power)
        QTest::addRow("1e%d", power) << std::pow(10.0, power) << double(power);
}

void DialTest::ridgeStandsOnItsLogarithm()
{
    QFETCH(double, ridge);
    QFETCH(double, place);
    QCOMPARE(dialAxisAt(Dial::Ridge, dialRow(Dial::Ridge).positionOf({}, ridge)), place);
}

void DialTest::penaltiesCanBeTypedAsTheyAreRead()
{
    for (const double ridge : dialValues({}, Dial::Ridge, 200, 1000))
        QCOMPARE(QByteArray::number(ridge, 'g', 3).toDouble(), ridge);
    for (const double ridge : penaltiesInSteps(kLogPenaltyRange.low, kLogPenaltyRange.high, 151))
        QCOMPARE(QByteArray::number(ridge, 'g', 6).toDouble(), ridge);
}

void DialTest::penaltiesBetweenAreThoseOfTheDialWithBothEnds_data()
{
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::addColumn<std::vector<double>>("penalties");
    QTest::newRow("from 0") << 0.0 << 1.6e-6 << std::vector<double>{0, 1e-6, 1.25e-6, 1.6e-6};
    QTest::newRow("ends off the dial") << 0.9 << 1.3 << std::vector<double>{0.9, 1, 1.25, 1.3};
    QTest::newRow("below the dial") << 7e-9 << 1.25e-8 << std::vector<double>{7e-9, 8e-9, 1e-8, 1.25e-8};
    QTest::newRow("one") << 2.0 << 2.0 << std::vector<double>{2};
    QTest::newRow("0 alone") << 0.0 << 0.0 << std::vector<double>{0};
    QTest::newRow("the dial") << 0.0 << 1000.0 << dialValues({}, Dial::Ridge, 200, 1000);
}

void DialTest::penaltiesBetweenAreThoseOfTheDialWithBothEnds()
{
    QFETCH(double, low);
    QFETCH(double, high);
    QFETCH(std::vector<double>, penalties);
    QCOMPARE(penaltiesBetween(low, high), penalties);
}

void DialTest::penaltiesInStepsAreEquallySpacedOnTheLogarithm()
{
    QCOMPARE(penaltiesInSteps(0.001, 1000, 7), (std::vector<double>{0.001, 0.01, 0.1, 1, 10, 100, 1000}));
    QCOMPARE(penaltiesInSteps(2, 2, 1), std::vector<double>{2});
    QCOMPARE(penaltiesInSteps(0.1234567, 7, 2), (std::vector<double>{0.1234567, 7})); // ends stay as they are
    const std::vector<double> many = penaltiesInSteps(1e-12, 1000, 151);
    QVERIFY(std::is_sorted(many.begin(), many.end()));
}

OVERFIT_TEST(DialTest)
#include "dial_test.moc"
