// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/class_split.h"

#include "core/sampling/split.h"
#include "core/tables/shipped.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <string>
#include <tuple>
#include <vector>

using namespace overfit;

namespace {

using Row = std::tuple<double, double, std::uint8_t>;

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
    scenario.data.labelNoise = 0.1;
    return scenario;
}

std::vector<Row> rowsOf(const ClassExamples &examples)
{
    std::vector<Row> rows;
    for (std::size_t i = 0; i < examples.size(); ++i)
        rows.emplace_back(examples.x1[i], examples.x2[i], examples.label[i]);
    return rows;
}

std::vector<Row> rowsOf(const ClassDataset &data)
{
    return rowsOf(data.examples());
}

/// Of pool and validation, in this order.
std::vector<Row> rowsOf(const ClassSplit &split)
{
    std::vector<Row> rows = rowsOf(split.pool);
    const std::vector<Row> others = rowsOf(split.validation);
    rows.insert(rows.end(), others.begin(), others.end());
    return rows;
}

std::vector<Row> sorted(std::vector<Row> rows)
{
    std::sort(rows.begin(), rows.end());
    return rows;
}

ClassTablePtr tableOf(const Scenario &scenario)
{
    return shippedClassTable(*scenario.data.source.shipped());
}

/// Every bit of a split that a model can see.
std::uint64_t fingerprint(const ClassSplit &split)
{
    std::uint64_t hash = 0;
    for (const auto &[x1, x2, label] : rowsOf(split)) {
        for (const std::uint64_t bits :
            {std::bit_cast<std::uint64_t>(x1), std::bit_cast<std::uint64_t>(x2), std::uint64_t{label}})
            hash = (hash ^ bits) * 0x100000001b3;
    }
    return hash;
}

bool isWithin(const ClassDataset &data, const Rectangle &domain)
{
    const auto holds = [](const Interval &interval, const std::vector<double> &values) {
        return std::all_of(values.begin(), values.end(),
            [&interval](double value) { return value >= interval.low && value <= interval.high; });
    };
    return holds(domain.x1, data.x1) && holds(domain.x2, data.x2);
}

} // namespace

class ClassSplitTest : public QObject
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
    void aTooLargeTrainSizeTakesTheWholePool_data() { addSources(); }
    void aTooLargeTrainSizeTakesTheWholePool();
    void anotherSeedDrawsOtherExamples_data() { addSources(); }
    void anotherSeedDrawsOtherExamples();
    void settingsOfTheModelLeaveTheDataAlone_data() { addSources(); }
    void settingsOfTheModelLeaveTheDataAlone();
    void theDomainHoldsEveryInput_data() { addSources(); }
    void theDomainHoldsEveryInput();
    void moreNoiseTurnsFurtherLabelsAndMovesNoPoint_data() { addShapes(); }
    void moreNoiseTurnsFurtherLabelsAndMovesNoPoint();
    void asManyLabelsAreWrongAsWasAskedFor_data();
    void asManyLabelsAreWrongAsWasAskedFor();
    void withoutNoiseTheTrueBoundaryTellsNearlyEveryPoint_data() { addShapes(); }
    void withoutNoiseTheTrueBoundaryTellsNearlyEveryPoint();
    void trainingAndValidationAreDrawnSeparately_data() { addShapes(); }
    void trainingAndValidationAreDrawnSeparately();
    void labelNoiseDoesNotTouchRealData();
    void everyRowIsDealtOnce_data() { addSets(); }
    void everyRowIsDealtOnce();
    void theSeedOnlyReordersAPublishedDivision();
    void theDomainOfRealDataIsTheirRange();
    void largestTrainSizeIsWhatThereIs_data();
    void largestTrainSizeIsWhatThereIs();
    void ofVeryManyRowsASampleIsDealt();

private:
    static void addSources();
    static void addShapes();
    static void addSets();
};

void ClassSplitTest::addSources()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("generated moons") << scenarioWith(DataSource::generatedClasses(Shape::Moons));
    QTest::newRow("a checkerboard") << scenarioWith(DataSource::generatedClasses(Shape::Checkerboard));
    QTest::newRow("a shipped set") << scenarioWith(DataSource::shippedSet("iris"));
    QTest::newRow("a published division") << scenarioWith(DataSource::shippedSet("ripley"));
}

void ClassSplitTest::addShapes()
{
    QTest::addColumn<Shape>("shape");
    for (const Shape shape : kShapes)
        QTest::newRow(std::string(shapeName(shape)).c_str()) << shape;
}

void ClassSplitTest::addSets()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<int>("validation");
    QTest::newRow("iris") << std::string("iris") << 30;
    QTest::newRow("crabs") << std::string("crabs") << 60;
    QTest::newRow("ripley") << std::string("ripley") << 1000;
}

void ClassSplitTest::generatedDataAreTheSameOnEveryPlatform_data()
{
    QTest::addColumn<Shape>("shape");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("x2");
    QTest::addColumn<quint64>("everything");
    QTest::newRow("moons") << Shape::Moons << -0x1.0be2fd4e43391p-2 << 0x1.66a50c488a27p-5
                           << quint64{0xc4fa8a1bdf588a40};
    QTest::newRow("circles") << Shape::Circles << -0x1.278c7cd0d439p-3 << -0x1.0501c13c33ad9p-3
                             << quint64{0x9a48806fcfa51f67};
    QTest::newRow("blobs") << Shape::Blobs << 0x1.c897df0fadaffp-3 << 0x1.a23ea2faa023cp-2
                           << quint64{0x9d67b5dac128997f};
    QTest::newRow("spiral") << Shape::Spiral << 0x1.1c65475edb461p-2 << 0x1.2ae02b5ab64c6p-4
                            << quint64{0xc76e40c59701ef43};
    QTest::newRow("checkerboard") << Shape::Checkerboard << 0x1.14ee5d4ed247p-1 << -0x1.9f482b1b56478p-1
                                  << quint64{0x564eaf1eed30dfad};
}

void ClassSplitTest::generatedDataAreTheSameOnEveryPlatform()
{
    QFETCH(const Shape, shape);
    QFETCH(const double, x1);
    QFETCH(const double, x2);
    QFETCH(const quint64, everything);
    const ClassSplit split = drawClassSplit(pinnedScenario(DataSource::generatedClasses(shape)));
    // Not QCOMPARE, which takes doubles that are nearly equal for equal.
    QVERIFY(split.pool->x1[0] == x1);
    QVERIFY(split.pool->x2[0] == x2);
    QCOMPARE(quint64{fingerprint(split)}, everything);
}

void ClassSplitTest::dealtRowsAreTheSameOnEveryPlatform()
{
    const ClassSplit split = drawClassSplit(pinnedScenario(DataSource::shippedSet("crabs")));
    QVERIFY((rowsOf(split.pool->examples().first(3))
        == std::vector<Row>{{34, 12.7, 1}, {39.4, 16.6, 0}, {26, 11.4, 0}}));
}

void ClassSplitTest::oneMoreTrainingExampleKeepsTheOthers()
{
    QFETCH(Scenario, scenario);
    for (scenario.sampling.trainSize = 2;
         scenario.sampling.trainSize < largestTrainSize(scenario.data.source);) {
        const ClassSplit few = drawClassSplit(scenario);
        ++scenario.sampling.trainSize;
        const ClassSplit more = drawClassSplit(scenario);
        QCOMPARE(more.trainSize, few.trainSize + 1);
        QVERIFY(rowsOf(more.training().first(few.trainSize)) == rowsOf(few.training()));
    }
}

void ClassSplitTest::theValidationSetIsTheSameForEveryTrainSize()
{
    QFETCH(Scenario, scenario);
    scenario.sampling.trainSize = kTrainSizeRange.low;
    const ClassSplit few = drawClassSplit(scenario);
    scenario.sampling.trainSize = kTrainSizeRange.high;
    const ClassSplit many = drawClassSplit(scenario);
    QVERIFY(few.validation->size() > 0);
    QVERIFY(many.validation == few.validation);
    QVERIFY(many.domain == few.domain);
}

void ClassSplitTest::aTooLargeTrainSizeTakesTheWholePool()
{
    QFETCH(Scenario, scenario);
    scenario.sampling.trainSize = kTrainSizeRange.high;
    const ClassSplit split = drawClassSplit(scenario);
    QVERIFY(rowsOf(split.training()) == rowsOf(split.pool));
    QCOMPARE(withTrainSize(split, 3).training().size(), std::size_t{3});
}

void ClassSplitTest::anotherSeedDrawsOtherExamples()
{
    QFETCH(Scenario, scenario);
    const ClassSplit before = drawClassSplit(scenario);
    scenario.data.seed += 1;
    const ClassSplit after = drawClassSplit(scenario);
    QVERIFY(!(after.pool == before.pool));
    QVERIFY(!(after.validation == before.validation));
}

void ClassSplitTest::settingsOfTheModelLeaveTheDataAlone()
{
    QFETCH(Scenario, scenario);
    const std::uint64_t before = fingerprint(drawClassSplit(scenario));
    scenario.model.degree = 12;
    scenario.model.ridge = 3;
    scenario.data.noise = 1;
    scenario.model.epochs = 50;
    scenario.curve = Dial::TrainSize;
    QCOMPARE(fingerprint(drawClassSplit(scenario)), before);
}

void ClassSplitTest::theDomainHoldsEveryInput()
{
    QFETCH(const Scenario, scenario);
    const ClassSplit split = drawClassSplit(scenario);
    QVERIFY(isWithin(split.pool, split.domain));
    QVERIFY(isWithin(split.validation, split.domain));
}

void ClassSplitTest::moreNoiseTurnsFurtherLabelsAndMovesNoPoint()
{
    QFETCH(const Shape, shape);
    Scenario scenario = scenarioWith(DataSource::generatedClasses(shape));
    scenario.data.labelNoise = 0;
    const ClassSplit clean = drawClassSplit(scenario);
    scenario.data.labelNoise = 0.1;
    const ClassSplit quiet = drawClassSplit(scenario);
    scenario.data.labelNoise = 0.4;
    const ClassSplit loud = drawClassSplit(scenario);
    int further = 0;
    for (const auto member : {&ClassSplit::pool, &ClassSplit::validation}) {
        const auto part = [member](const ClassSplit &split) -> const ClassDataset & { return split.*member; };
        QCOMPARE(part(loud).x1, part(clean).x1);
        QCOMPARE(part(loud).x2, part(clean).x2);
        for (std::size_t i = 0; i < part(clean).size(); ++i) {
            const bool wasTurned = part(quiet).label[i] != part(clean).label[i];
            const bool isTurned = part(loud).label[i] != part(clean).label[i];
            QVERIFY(isTurned || !wasTurned);
            further += isTurned && !wasTurned ? 1 : 0;
        }
    }
    QVERIFY(further > 100);
}

void ClassSplitTest::asManyLabelsAreWrongAsWasAskedFor_data()
{
    QTest::addColumn<double>("share");
    QTest::newRow("none") << 0.0;
    QTest::newRow("few") << 0.05;
    QTest::newRow("a fifth") << 0.2;
    QTest::newRow("half, which leaves nothing to learn") << 0.5;
}

void ClassSplitTest::asManyLabelsAreWrongAsWasAskedFor()
{
    QFETCH(const double, share);
    // A checkerboard's labels are told by the boundary without a mistake.
    Scenario scenario = scenarioWith(DataSource::generatedClasses(Shape::Checkerboard));
    scenario.data.labelNoise = share;
    int wrong = 0;
    int count = 0;
    for (scenario.data.seed = 0; scenario.data.seed < 40; ++scenario.data.seed) {
        for (const auto &[x1, x2, label] : rowsOf(drawClassSplit(scenario))) {
            wrong += (shapeSide(Shape::Checkerboard, x1, x2) > 0) != (label == 1) ? 1 : 0;
            ++count;
        }
    }
    QVERIFY(std::abs(wrong - share * count) <= 4 * std::sqrt(share * (1 - share) * count));
}

void ClassSplitTest::withoutNoiseTheTrueBoundaryTellsNearlyEveryPoint()
{
    QFETCH(const Shape, shape);
    Scenario scenario = scenarioWith(DataSource::generatedClasses(shape));
    scenario.data.labelNoise = 0;
    int right = 0;
    int count = 0;
    for (scenario.data.seed = 0; scenario.data.seed < 20; ++scenario.data.seed) {
        for (const auto &[x1, x2, label] : rowsOf(drawClassSplit(scenario))) {
            right += (shapeSide(shape, x1, x2) > 0) == (label == 1) ? 1 : 0;
            ++count;
        }
    }
    QVERIFY(right >= 0.96 * count);
}

void ClassSplitTest::trainingAndValidationAreDrawnSeparately()
{
    QFETCH(const Shape, shape);
    const ClassSplit split = drawClassSplit(scenarioWith(DataSource::generatedClasses(shape)));
    QCOMPARE(split.pool->size(), kGeneratedClassPoolSize);
    QCOMPARE(split.validation->size(), kGeneratedClassValidationSize);
    const std::vector<Row> all = sorted(rowsOf(split));
    QVERIFY(std::adjacent_find(all.begin(), all.end()) == all.end());
}

void ClassSplitTest::labelNoiseDoesNotTouchRealData()
{
    Scenario scenario = scenarioWith(DataSource::shippedSet("crabs"));
    const std::uint64_t before = fingerprint(drawClassSplit(scenario));
    scenario.data.labelNoise = 0.5;
    QCOMPARE(fingerprint(drawClassSplit(scenario)), before);
}

void ClassSplitTest::everyRowIsDealtOnce()
{
    QFETCH(const std::string, id);
    QFETCH(const int, validation);
    const Scenario scenario = scenarioWith(DataSource::shippedSet(id));
    const ClassSplit split = drawClassSplit(scenario);
    QCOMPARE(split.validation->size(), static_cast<std::size_t>(validation));
    QVERIFY(sorted(rowsOf(split)) == sorted(rowsOf(tableOf(scenario)->rows)));
}

void ClassSplitTest::theSeedOnlyReordersAPublishedDivision()
{
    Scenario scenario = scenarioWith(DataSource::shippedSet("ripley"));
    const ClassTablePtr table = tableOf(scenario);
    const std::vector<Row> published = rowsOf(table->rows.examples().first(250));
    for (scenario.data.seed = 0; scenario.data.seed < 5; ++scenario.data.seed) {
        const std::vector<Row> pool = rowsOf(drawClassSplit(scenario).pool);
        QVERIFY(pool != published);
        QVERIFY(sorted(pool) == sorted(published));
    }
}

void ClassSplitTest::theDomainOfRealDataIsTheirRange()
{
    const ClassSplit split = drawClassSplit(scenarioWith(DataSource::shippedSet("iris")));
    QVERIFY((split.domain == Rectangle{{3, 6.9}, {1, 2.5}}));
}

void ClassSplitTest::largestTrainSizeIsWhatThereIs_data()
{
    QTest::addColumn<DataSource>("source");
    QTest::addColumn<int>("size");
    QTest::newRow("generated") << DataSource::generatedClasses(Shape::Moons) << 250;
    QTest::newRow("100 rows") << DataSource::shippedSet("iris") << 70;
    QTest::newRow("200 rows") << DataSource::shippedSet("crabs") << 140;
    QTest::newRow("published") << DataSource::shippedSet("ripley") << 250;
}

void ClassSplitTest::largestTrainSizeIsWhatThereIs()
{
    QFETCH(const DataSource, source);
    QFETCH(const int, size);
    QCOMPARE(largestTrainSize(source), size);
}

void ClassSplitTest::ofVeryManyRowsASampleIsDealt()
{
    constexpr std::size_t kRows = kMostClassRows + 10000;
    ClassTable table;
    for (std::size_t i = 0; i < kRows; ++i) {
        table.rows.x1.push_back(static_cast<double>(i));
        table.rows.x2.push_back(0);
        table.rows.label.push_back(i % 2);
    }
    Scenario scenario;
    scenario.data.source = DataSource::ownClassTable(std::make_shared<const ClassTable>(std::move(table)));
    const ClassSplit split = drawClassSplit(scenario);
    QCOMPARE(split.sampledFrom, kRows);
    QCOMPARE(split.pool->size(), kMostClassRows * 7 / 10);
    QCOMPARE(split.validation->size(), kMostClassRows * 3 / 10);
    QCOMPARE(largestTrainSize(scenario), static_cast<int>(kMostClassRows * 7 / 10));
    QCOMPARE(exampleCount(scenario.data.source), kMostClassRows);
    const std::vector<Row> rows = sorted(rowsOf(split));
    QVERIFY(std::adjacent_find(rows.begin(), rows.end()) == rows.end()); // none of them twice
    ++scenario.data.seed;
    QVERIFY(sorted(rowsOf(drawClassSplit(scenario))) != rows);
}

OVERFIT_TEST(ClassSplitTest)
#include "class_split_test.moc"
