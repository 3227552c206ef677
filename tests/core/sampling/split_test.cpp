// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/split.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <memory>
#include <set>
#include <utility>
#include <vector>

using namespace overfit;

namespace {

Scenario scenarioWith(const DataSource &data)
{
    Scenario scenario;
    scenario.data.source = data;
    return scenario;
}

/// The defaults may change; what was drawn from one seed may not.
Scenario pinnedScenario(const DataSource &data)
{
    Scenario scenario = scenarioWith(data);
    scenario.data.seed = 7;
    scenario.data.noise = 0.25;
    return scenario;
}

/// Rows 0, 1, 2, … with y = 1000 + x: from any dealt row it can be told which one it is.
DataSource countedRows(std::size_t count)
{
    Table table{"counted", {"x", ""}, {"y", ""}, {}, ""};
    for (std::size_t i = 0; i < count; ++i) {
        table.rows.x.push_back(static_cast<double>(i));
        table.rows.y.push_back(1000 + static_cast<double>(i));
    }
    return DataSource::ownTable(std::make_shared<const Table>(std::move(table)));
}

/// Every bit of a split that a fit can see.
std::uint64_t fingerprint(const Split &split)
{
    std::uint64_t hash = 0;
    for (const std::vector<double> *values :
        {&split.pool->x, &split.pool->y, &split.validation->x, &split.validation->y}) {
        for (const double value : *values)
            hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3;
    }
    return hash;
}

bool isWithin(const std::vector<double> &values, Interval interval)
{
    return std::all_of(values.begin(), values.end(),
        [&](double value) { return value >= interval.low && value <= interval.high; });
}

std::vector<double> first(std::span<const double> values, std::size_t count)
{
    return {values.begin(), values.begin() + static_cast<std::ptrdiff_t>(count)};
}

std::vector<double> all(const Examples &examples)
{
    std::vector<double> values(examples.x.begin(), examples.x.end());
    values.insert(values.end(), examples.y.begin(), examples.y.end());
    return values;
}

} // namespace

class SplitTest : public QObject
{
    Q_OBJECT

private slots:
    void generatedDataAreTheSameOnEveryPlatform_data();
    void generatedDataAreTheSameOnEveryPlatform();
    void dealtRowsAreTheSameOnEveryPlatform();
    void oneMoreTrainingExampleKeepsTheOthers_data() { addSources(); }
    void oneMoreTrainingExampleKeepsTheOthers();
    void theValidationSetIsTheSameForEveryTrainSize_data() { addSources(); }
    void theValidationSetIsTheSameForEveryTrainSize();
    void anotherSeedDrawsOtherExamples_data() { addSources(); }
    void anotherSeedDrawsOtherExamples();
    void thereAndBackRestoresEveryBit_data();
    void thereAndBackRestoresEveryBit();
    void settingsOfTheModelLeaveTheDataAlone_data() { addSources(); }
    void settingsOfTheModelLeaveTheDataAlone();
    void moreNoiseMovesNoInput();
    void twiceTheNoiseIsTwiceEveryResidual_data();
    void twiceTheNoiseIsTwiceEveryResidual();
    void withoutNoiseTheTargetItselfIsSeen();
    void aFormulaIsATargetOfItsOwn();
    void trainingAndValidationAreDrawnSeparately();
    void anotherTargetKeepsTheInputsAndTheNoise();
    void theDomainHoldsEveryInput_data() { addSources(); }
    void theDomainHoldsEveryInput();
    void noiseDoesNotTouchRealData();
    void everyRowIsDealtOnce_data();
    void everyRowIsDealtOnce();
    void aTooLargeTrainSizeTakesTheWholePool();
    void rowsAreDealtEvenly();
    void toleranceIsHalfTheStandardDeviationOfThePool();
    void largestTrainSizeIsWhatThereIs_data();
    void largestTrainSizeIsWhatThereIs();

private:
    static void addSources();
};

void SplitTest::addSources()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("a generated sine") << scenarioWith(DataSource::generated(Target::Sine));
    QTest::newRow("pure noise") << scenarioWith(DataSource::generated(Target::PureNoise));
    QTest::newRow("a formula") << scenarioWith(DataSource::ofFormula("sin(3x) + 0.2x"));
    QTest::newRow("a shipped set") << scenarioWith(DataSource::shippedSet("mcycle"));
    QTest::newRow("an own table") << scenarioWith(countedRows(40));
}

void SplitTest::generatedDataAreTheSameOnEveryPlatform_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<quint64>("firstY");
    QTest::addColumn<quint64>("everything");
    QTest::newRow("line") << Target::Line << quint64{0x3fdd6d8e58292ace} << quint64{0x29f0a4e85efa36c1};
    QTest::newRow("cosine") << Target::Cosine << quint64{0xbfed229f9e3a6bdc} << quint64{0x8451ebada3fedc1a};
    QTest::newRow("sine") << Target::Sine << quint64{0x3fed246927f70e10} << quint64{0x5aae74c0ed551277};
    QTest::newRow("runge") << Target::Runge << quint64{0x3fa413a98981d766} << quint64{0xaa574a3d8a43aec5};
    QTest::newRow("step") << Target::Step << quint64{0x3fed67e1572770f7} << quint64{0xb16e67b0f09eeeb4};
    QTest::newRow("bumps") << Target::Bumps << quint64{0x3fe6af91988548bf} << quint64{0xfdfe66fa8f8f2992};
    QTest::newRow("exponential") << Target::Exponential << quint64{0xbfe27358e9150fe0}
                                 << quint64{0x63103bf7aa896002};
    QTest::newRow("pure noise") << Target::PureNoise << quint64{0xbfb4c0f546c47846}
                                << quint64{0x4fe94788ae841641};
}

void SplitTest::generatedDataAreTheSameOnEveryPlatform()
{
    QFETCH(const Target, target);
    QFETCH(const quint64, firstY);
    QFETCH(const quint64, everything);
    const Split split = drawSplit(pinnedScenario(DataSource::generated(target)));
    QCOMPARE(quint64{std::bit_cast<std::uint64_t>(split.pool->x[0])}, quint64{0x3fe14ee5d4ed2470});
    QCOMPARE(quint64{std::bit_cast<std::uint64_t>(split.pool->y[0])}, firstY);
    QCOMPARE(quint64{fingerprint(split)}, everything);
}

void SplitTest::dealtRowsAreTheSameOnEveryPlatform()
{
    const Split split = drawSplit(pinnedScenario(DataSource::shippedSet("cars")));
    QCOMPARE(first(split.pool->x, 6), (std::vector<double>{12, 13, 18, 14, 13, 24}));
    QCOMPARE(first(split.pool->y, 6), (std::vector<double>{20, 34, 76, 60, 46, 93}));
}

void SplitTest::oneMoreTrainingExampleKeepsTheOthers()
{
    QFETCH(Scenario, scenario);
    for (scenario.sampling.trainSize = 2;
         scenario.sampling.trainSize < largestTrainSize(scenario.data.source);) {
        const Split few = drawSplit(scenario);
        ++scenario.sampling.trainSize;
        const Split more = drawSplit(scenario);
        QCOMPARE(more.trainSize, few.trainSize + 1);
        QCOMPARE(all(more.training().first(few.trainSize)), all(few.training()));
    }
}

void SplitTest::theValidationSetIsTheSameForEveryTrainSize()
{
    QFETCH(Scenario, scenario);
    scenario.sampling.trainSize = kTrainSizeRange.low;
    const Split few = drawSplit(scenario);
    scenario.sampling.trainSize = kTrainSizeRange.high;
    const Split many = drawSplit(scenario);
    QVERIFY(few.validation->size() > 0);
    QVERIFY(many.validation == few.validation);
    QVERIFY(many.domain == few.domain);
    QVERIFY(many.tolerance == few.tolerance);
}

void SplitTest::anotherSeedDrawsOtherExamples()
{
    QFETCH(Scenario, scenario);
    const Split before = drawSplit(scenario);
    scenario.data.seed += 1;
    const Split after = drawSplit(scenario);
    QVERIFY(!(after.pool == before.pool));
    QVERIFY(!(after.validation == before.validation));
}

void SplitTest::thereAndBackRestoresEveryBit_data()
{
    QTest::addColumn<Scenario>("there");
    Scenario changed;
    changed.data.noise = 0.875;
    QTest::newRow("noise") << changed;
    changed = Scenario();
    changed.data.seed += 1;
    QTest::newRow("seed") << changed;
    changed = Scenario();
    changed.sampling.trainSize = 100;
    QTest::newRow("train size") << changed;
    QTest::newRow("data") << scenarioWith(DataSource::shippedSet("nile"));
}

void SplitTest::thereAndBackRestoresEveryBit()
{
    QFETCH(const Scenario, there);
    const std::uint64_t before = fingerprint(drawSplit(Scenario()));
    static_cast<void>(drawSplit(there));
    QCOMPARE(fingerprint(drawSplit(Scenario())), before);
}

void SplitTest::settingsOfTheModelLeaveTheDataAlone()
{
    QFETCH(Scenario, scenario);
    const std::uint64_t before = fingerprint(drawSplit(scenario));
    scenario.model.degree = 17;
    scenario.model.ridge = 3;
    scenario.curve = Dial::TrainSize;
    QCOMPARE(fingerprint(drawSplit(scenario)), before);
}

void SplitTest::moreNoiseMovesNoInput()
{
    Scenario scenario;
    const Split quiet = drawSplit(scenario);
    scenario.data.noise = 1;
    const Split loud = drawSplit(scenario);
    QCOMPARE(loud.pool->x, quiet.pool->x);
    QCOMPARE(loud.validation->x, quiet.validation->x);
}

void SplitTest::twiceTheNoiseIsTwiceEveryResidual_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<double>("rounding");
    // Where the target is 0, y is the residual itself, and doubling is exact.
    QTest::newRow("pure noise, to the bit") << Target::PureNoise << 0.0;
    QTest::newRow("sine, to the rounding of y") << Target::Sine << 1e-15;
    QTest::newRow("step, to the rounding of y") << Target::Step << 1e-15;
}

void SplitTest::twiceTheNoiseIsTwiceEveryResidual()
{
    QFETCH(const Target, target);
    QFETCH(const double, rounding);
    Scenario scenario = scenarioWith(DataSource::generated(target));
    scenario.data.noise = 0.3;
    const Split once = drawSplit(scenario);
    scenario.data.noise = 0.6;
    const Split twice = drawSplit(scenario);
    for (const auto &[a, b] :
        {std::pair(&*once.pool, &*twice.pool), std::pair(&*once.validation, &*twice.validation)}) {
        for (std::size_t i = 0; i < a->size(); ++i) {
            const double value = targetValue(target, a->x[i]);
            QVERIFY(std::abs((b->y[i] - value) - 2 * (a->y[i] - value)) <= rounding);
        }
    }
}

void SplitTest::withoutNoiseTheTargetItselfIsSeen()
{
    Scenario scenario = scenarioWith(DataSource::generated(Target::Sine));
    scenario.data.noise = 0;
    const Split split = drawSplit(scenario);
    for (std::size_t i = 0; i < split.pool->size(); ++i)
        QVERIFY(split.pool->y[i] == targetValue(Target::Sine, split.pool->x[i]));
}

void SplitTest::aFormulaIsATargetOfItsOwn()
{
    const Split noise = drawSplit(scenarioWith(DataSource::generated(Target::PureNoise)));
    const Split formula = drawSplit(scenarioWith(DataSource::ofFormula("y = 2x^2 - 1")));
    QCOMPARE(formula.pool->x, noise.pool->x);
    for (std::size_t i = 0; i < formula.pool->size(); ++i) {
        const double x = formula.pool->x[i];
        QVERIFY(formula.pool->y[i] == 2 * (x * x) - 1 + noise.pool->y[i]);
    }
}

void SplitTest::trainingAndValidationAreDrawnSeparately()
{
    Scenario scenario = scenarioWith(DataSource::generated(Target::PureNoise));
    const Split split = drawSplit(scenario);
    QCOMPARE(split.pool->size(), std::size_t{200});
    QCOMPARE(split.validation->size(), kGeneratedValidationSize);
    std::set<double> values(split.pool->x.begin(), split.pool->x.end());
    for (const std::vector<double> *other : {&split.pool->y, &split.validation->x, &split.validation->y})
        values.insert(other->begin(), other->end());
    QCOMPARE(values.size(), std::size_t{600});
}

void SplitTest::anotherTargetKeepsTheInputsAndTheNoise()
{
    const Split noise = drawSplit(scenarioWith(DataSource::generated(Target::PureNoise)));
    const Split line = drawSplit(scenarioWith(DataSource::generated(Target::Line)));
    QCOMPARE(line.pool->x, noise.pool->x);
    for (std::size_t i = 0; i < line.pool->size(); ++i)
        QVERIFY(line.pool->y[i] == line.pool->x[i] + noise.pool->y[i]);
}

void SplitTest::theDomainHoldsEveryInput()
{
    QFETCH(const Scenario, scenario);
    const Split split = drawSplit(scenario);
    QVERIFY(split.domain.low < split.domain.high);
    QVERIFY(isWithin(split.pool->x, split.domain));
    QVERIFY(isWithin(split.validation->x, split.domain));
}

void SplitTest::noiseDoesNotTouchRealData()
{
    Scenario scenario = scenarioWith(DataSource::shippedSet("cars"));
    const std::uint64_t before = fingerprint(drawSplit(scenario));
    scenario.data.noise = 1;
    QCOMPARE(fingerprint(drawSplit(scenario)), before);
}

void SplitTest::everyRowIsDealtOnce_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("validation");
    QTest::newRow("the smallest table") << 3 << 1;
    QTest::newRow("four rows") << 4 << 1;
    QTest::newRow("ten rows") << 10 << 3;
    QTest::newRow("30 % is not whole") << 19 << 6;
    QTest::newRow("a thousand rows") << 1000 << 300;
}

void SplitTest::everyRowIsDealtOnce()
{
    QFETCH(const int, rows);
    QFETCH(const int, validation);
    const Split split = drawSplit(scenarioWith(countedRows(static_cast<std::size_t>(rows))));
    QCOMPARE(split.validation->size(), static_cast<std::size_t>(validation));
    QCOMPARE(split.pool->size(), static_cast<std::size_t>(rows - validation));
    std::set<double> dealt(split.pool->x.begin(), split.pool->x.end());
    dealt.insert(split.validation->x.begin(), split.validation->x.end());
    QCOMPARE(dealt.size(), static_cast<std::size_t>(rows));
    for (std::size_t i = 0; i < split.pool->size(); ++i)
        QVERIFY(split.pool->y[i] == 1000 + split.pool->x[i]);
}

void SplitTest::aTooLargeTrainSizeTakesTheWholePool()
{
    Scenario scenario = scenarioWith(countedRows(10));
    scenario.sampling.trainSize = 200;
    QCOMPARE(drawSplit(scenario).training().size(), std::size_t{7});
}

void SplitTest::rowsAreDealtEvenly()
{
    constexpr int kSeeds = 3000;
    Scenario scenario = scenarioWith(countedRows(10));
    std::vector<int> timesFirst(10);
    for (scenario.data.seed = 0; scenario.data.seed < kSeeds; ++scenario.data.seed)
        ++timesFirst[static_cast<std::size_t>(drawSplit(scenario).pool->x[0])];
    for (const int times : timesFirst)
        QVERIFY(std::abs(times - 300) < 4 * std::sqrt(kSeeds * 0.1 * 0.9));
}

void SplitTest::toleranceIsHalfTheStandardDeviationOfThePool()
{
    const Split split = drawSplit(scenarioWith(DataSource::generated(Target::Runge)));
    double sum = 0;
    double squares = 0;
    for (const double y : split.pool->y) {
        sum += y;
        squares += y * y;
    }
    const double mean = sum / 200;
    QVERIFY(std::abs(split.tolerance - 0.5 * std::sqrt(squares / 200 - mean * mean)) < 1e-12);
}

void SplitTest::largestTrainSizeIsWhatThereIs_data()
{
    QTest::addColumn<DataSource>("source");
    QTest::addColumn<int>("size");
    QTest::newRow("generated") << DataSource::generated(Target::Sine) << 200;
    QTest::newRow("50 rows") << DataSource::shippedSet("cars") << 35;
    QTest::newRow("three rows") << countedRows(3) << 2;
    QTest::newRow("many rows") << countedRows(1000) << 700;
}

void SplitTest::largestTrainSizeIsWhatThereIs()
{
    QFETCH(const DataSource, source);
    QFETCH(const int, size);
    QCOMPARE(largestTrainSize(source), size);
}

OVERFIT_TEST(SplitTest)
#include "split_test.moc"
