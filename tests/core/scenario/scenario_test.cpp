// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/scenario.h"

#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>
#include <limits>
#include <memory>

using namespace overfit;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
constexpr double kInfinity = std::numeric_limits<double>::infinity();

TablePtr smallTable(double lastY)
{
    return std::make_shared<const Table>(Table{"t", {"x", ""}, {"y", ""}, {{1, 2, 3}, {4, 5, lastY}}, ""});
}

Scenario with(void (*change)(Scenario &))
{
    Scenario scenario;
    change(scenario);
    return scenario;
}

} // namespace

class ScenarioTest : public QObject
{
    Q_OBJECT

private slots:
    void theDefaultIsWithinItsLimits();
    void clampingGivesTheNearestScenario_data();
    void clampingGivesTheNearestScenario();
    void clampingGivesTheNearestFigure_data();
    void clampingGivesTheNearestFigure();
    void clampingTwiceIsClampingOnce();
    void clampingKeepsDataThatAreThere_data();
    void clampingKeepsDataThatAreThere();
    void dataThatAreNotThereGiveWayToTheDefault_data();
    void dataThatAreNotThereGiveWayToTheDefault();
    void sourcesAreEqualWhereTheirDataAre_data();
    void sourcesAreEqualWhereTheirDataAre();
    void everyChoiceCountsInAComparison_data();
    void everyChoiceCountsInAComparison();
    void ownClassesAreAProblemOfClasses();
    void furtherModelsAreClampedLikeTheFirst();
    void classesHaveNoFurtherModels();
};

void ScenarioTest::theDefaultIsWithinItsLimits()
{
    QVERIFY(clamped(Scenario()) == Scenario());
}

void ScenarioTest::clampingGivesTheNearestScenario_data()
{
    QTest::addColumn<Scenario>("wild");
    QTest::addColumn<Scenario>("tame");
    const auto row = [](const char *name, void (*wild)(Scenario &), void (*tame)(Scenario &)) {
        QTest::newRow(name) << with(wild) << with(tame);
    };
    row(
        "degree below", [](Scenario &s) { s.model.degree = -1; }, [](Scenario &s) { s.model.degree = 0; });
    row(
        "degree above", [](Scenario &s) { s.model.degree = 999; }, [](Scenario &s) { s.model.degree = 30; });
    row(
        "train size below", [](Scenario &s) { s.sampling.trainSize = 0; },
        [](Scenario &s) { s.sampling.trainSize = 2; });
    row(
        "train size above", [](Scenario &s) { s.sampling.trainSize = 2000000000; },
        [](Scenario &s) { s.sampling.trainSize = 1000000000; });
    row(
        "an optimizer that there is not",
        [](Scenario &s) { s.training.descent.optimizer = static_cast<Optimizer>(3); }, [](Scenario &) {});
    row(
        "nothing wild", [](Scenario &s) { s.model.degree = 17; }, [](Scenario &s) { s.model.degree = 17; });
}

void ScenarioTest::clampingGivesTheNearestScenario()
{
    QFETCH(const Scenario, wild);
    QFETCH(const Scenario, tame);
    QVERIFY(clamped(wild) == tame);
}

void ScenarioTest::clampingGivesTheNearestFigure_data()
{
    QTest::addColumn<Scenario>("wild");
    QTest::addColumn<Scenario>("tame");
    const auto row = [](const char *name, void (*wild)(Scenario &), void (*tame)(Scenario &)) {
        QTest::newRow(name) << with(wild) << with(tame);
    };
    row(
        "noise below", [](Scenario &s) { s.data.noise = -0.5; }, [](Scenario &s) { s.data.noise = 0; });
    row(
        "noise above", [](Scenario &s) { s.data.noise = 1.5; }, [](Scenario &s) { s.data.noise = 1; });
    row(
        "noise not a number", [](Scenario &s) { s.data.noise = kNaN; },
        [](Scenario &s) { s.data.noise = Scenario().data.noise; });
    row(
        "noise infinite", [](Scenario &s) { s.data.noise = kInfinity; },
        [](Scenario &s) { s.data.noise = Scenario().data.noise; });
    row(
        "ridge below", [](Scenario &s) { s.model.ridge = -1e-9; }, [](Scenario &s) { s.model.ridge = 0; });
    row(
        "ridge above", [](Scenario &s) { s.model.ridge = 1e9; }, [](Scenario &s) { s.model.ridge = 1000; });
    row(
        "ridge minus infinite", [](Scenario &s) { s.model.ridge = -kInfinity; },
        [](Scenario &s) { s.model.ridge = Scenario().model.ridge; });
    row(
        "seed above", [](Scenario &s) { s.data.seed = ~std::uint64_t{0}; },
        [](Scenario &s) { s.data.seed = 999999; });
}

void ScenarioTest::clampingGivesTheNearestFigure()
{
    clampingGivesTheNearestScenario();
}

void ScenarioTest::clampingTwiceIsClampingOnce()
{
    Scenario wild;
    wild.model.degree = 77;
    wild.data.noise = kNaN;
    QVERIFY(clamped(clamped(wild)) == clamped(wild));
}

void ScenarioTest::clampingKeepsDataThatAreThere_data()
{
    QTest::addColumn<DataSource>("source");
    QTest::newRow("a target") << DataSource::generated(Target::Bumps);
    QTest::newRow("a shipped set") << DataSource::shippedSet("cars");
    QTest::newRow("a table") << DataSource::ownTable(smallTable(6));
    QTest::newRow("a formula") << DataSource::ofFormula("y = sin(3x) + 0.2x");
}

void ScenarioTest::clampingKeepsDataThatAreThere()
{
    QFETCH(const DataSource, source);
    Scenario scenario;
    scenario.data.source = source;
    QVERIFY(clamped(scenario).data.source == source);
}

void ScenarioTest::dataThatAreNotThereGiveWayToTheDefault_data()
{
    QTest::addColumn<DataSource>("source");
    QTest::newRow("an unknown set") << DataSource::shippedSet("no such set");
    QTest::newRow("no table") << DataSource::ownTable(nullptr);
    QTest::newRow("no formula") << DataSource::ofFormula("");
    QTest::newRow("a broken formula") << DataSource::ofFormula("sin(3x");
    QTest::newRow("a formula without a value at 0") << DataSource::ofFormula("1/x");
}

void ScenarioTest::dataThatAreNotThereGiveWayToTheDefault()
{
    QFETCH(const DataSource, source);
    Scenario scenario;
    scenario.data.source = source;
    QVERIFY(clamped(scenario).data.source == Scenario().data.source);
}

void ScenarioTest::sourcesAreEqualWhereTheirDataAre_data()
{
    QTest::addColumn<DataSource>("a");
    QTest::addColumn<DataSource>("b");
    QTest::addColumn<bool>("equal");
    const DataSource sine = DataSource::generated(Target::Sine);
    const DataSource cars = DataSource::shippedSet("cars");
    const DataSource own = DataSource::ownTable(smallTable(6));
    QTest::newRow("same target") << sine << DataSource::generated(Target::Sine) << true;
    QTest::newRow("other target") << sine << DataSource::generated(Target::Line) << false;
    const DataSource formula = DataSource::ofFormula("x^2");
    QTest::newRow("same formula") << formula << DataSource::ofFormula("x^2") << true;
    QTest::newRow("other formula") << formula << DataSource::ofFormula("x^3") << false;
    QTest::newRow("a formula and a target") << formula << sine << false;
    QTest::newRow("same set") << cars << DataSource::shippedSet("cars") << true;
    QTest::newRow("other set") << cars << DataSource::shippedSet("nile") << false;
    QTest::newRow("same content in another table") << own << DataSource::ownTable(smallTable(6)) << true;
    QTest::newRow("one value changed") << own << DataSource::ownTable(smallTable(7)) << false;
    QTest::newRow("other kind") << sine << cars << false;
    QTest::newRow("a table and none") << own << DataSource::ownTable(nullptr) << false;
}

void ScenarioTest::sourcesAreEqualWhereTheirDataAre()
{
    QFETCH(const DataSource, a);
    QFETCH(const DataSource, b);
    QFETCH(const bool, equal);
    QCOMPARE(a == b, equal);
    QCOMPARE(b == a, equal);
}

void ScenarioTest::everyChoiceCountsInAComparison_data()
{
    QTest::addColumn<Scenario>("changed");
    QTest::newRow("data") << with([](Scenario &s) { s.data.source = DataSource::shippedSet("cars"); });
    QTest::newRow("degree") << with([](Scenario &s) { s.model.degree += 1; });
    QTest::newRow("train size") << with([](Scenario &s) { s.sampling.trainSize += 1; });
    QTest::newRow("noise") << with([](Scenario &s) { s.data.noise += 0.125; });
    QTest::newRow("ridge") << with([](Scenario &s) { s.model.ridge += 1; });
    QTest::newRow("seed") << with([](Scenario &s) { s.data.seed += 1; });
    QTest::newRow("curve") << with(
        [](Scenario &s) { s.curve = s.curve == Dial::Degree ? Dial::TrainSize : Dial::Degree; });
}

void ScenarioTest::everyChoiceCountsInAComparison()
{
    QFETCH(const Scenario, changed);
    QVERIFY(!(changed == Scenario()));
}

void ScenarioTest::ownClassesAreAProblemOfClasses()
{
    ClassTable table;
    table.classes = {"dry", "wet"};
    for (int i = 0; i < 10; ++i) {
        table.rows.x1.push_back(i);
        table.rows.x2.push_back(i * i);
        table.rows.label.push_back(i % 2 == 0 ? 0 : 1);
    }
    Scenario scenario;
    scenario.data.source = DataSource::ownClassTable(std::make_shared<const ClassTable>(table));
    scenario.model.degree = 30;
    scenario = clamped(scenario);
    QCOMPARE(scenario.data.source.kind(), DataSource::Kind::OwnClasses);
    QCOMPARE(problemOf(scenario), Problem::Classes);
    QCOMPARE(scenario.model.degree, kClassDegreeRange.high);
    QCOMPARE(largestTrainSize(scenario.data.source), 7);
    const ClassSplit split = drawClassSplit(scenario);
    QCOMPARE(split.pool->size() + split.validation->size(), std::size_t{10});
    QVERIFY(scenario.data.source == DataSource::ownClassTable(std::make_shared<const ClassTable>(table)));
    table.rows.label[0] = 1;
    QVERIFY(!(scenario.data.source == DataSource::ownClassTable(std::make_shared<const ClassTable>(table))));
    scenario.data.source = DataSource::ownClassTable(nullptr);
    QVERIFY(clamped(scenario).data.source == Scenario().data.source);
}

void ScenarioTest::furtherModelsAreClampedLikeTheFirst()
{
    Scenario wild;
    wild.rivals = std::vector(kMostRivals + 1, ModelSettings{77, -1, 0});
    const Scenario tame = clamped(wild);
    QCOMPARE(tame.rivals, (std::vector(kMostRivals, ModelSettings{kDegreeRange.high, 0, kEpochRange.low})));
}

void ScenarioTest::classesHaveNoFurtherModels()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.rivals = {ModelSettings()};
    QVERIFY(clamped(scenario).rivals.empty());
}

OVERFIT_TEST(ScenarioTest)
#include "scenario_test.moc"
