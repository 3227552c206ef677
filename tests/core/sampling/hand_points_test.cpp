// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sampling/hand_points.h"

#include "core/scenario/dependence.h"

#include "core/answer/answerer.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "core/tables/shipped.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <vector>

using namespace overfit;

namespace {

DataSource countedRows(std::size_t count)
{
    Table table{"counted", {"x", ""}, {"y", ""}, {}, ""};
    for (std::size_t i = 0; i < count; ++i) {
        table.rows.x.push_back(static_cast<double>(i));
        table.rows.y.push_back(static_cast<double>(i * i % 17));
    }
    return DataSource::ownTable(std::make_shared<const Table>(std::move(table)));
}

Scenario of(const DataSource &data)
{
    Scenario scenario;
    scenario.data.source = data;
    return clamped(scenario);
}

void addSources()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("a generated curve") << of(DataSource::generated(Target::Sine));
    QTest::newRow("a formula") << of(DataSource::ofFormula("x^3 - x"));
    QTest::newRow("a shipped curve") << of(DataSource::shippedSet("cars"));
    QTest::newRow("an own table") << of(countedRows(60));
    QTest::newRow("generated classes") << of(DataSource::generatedClasses(Shape::Moons));
    QTest::newRow("shipped classes") << of(DataSource::shippedSet("iris"));
    ClassTable table = *shippedClassTable(*findShippedSet("iris"));
    table.publishedTraining = 0;
    QTest::newRow("own classes") << of(DataSource::ownClassTable(std::make_shared<const ClassTable>(table)));
}

SnapshotPtr answerOf(const Scenario &scenario)
{
    SnapshotPtr last;
    Answerer().answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}

/// Everything that a picture of a scenario is drawn from, in numbers.
std::vector<double> pictureOf(const Snapshot &snapshot)
{
    std::vector<double> numbers;
    const auto add = [&numbers](
                         const auto &values) { numbers.insert(numbers.end(), values.begin(), values.end()); };
    if (snapshot.curve) {
        add(snapshot.curve->fit.polynomial.coefficients);
        add(snapshot.curve->curve);
        for (const Dataset *part : {&*snapshot.curve->split->pool, &*snapshot.curve->split->validation}) {
            add(part->x);
            add(part->y);
        }
    } else {
        add(snapshot.classes->fit.polynomial.coefficients);
        add(snapshot.classes->picture.probability);
        add(snapshot.classes->split->validation->x1);
        add(snapshot.classes->split->pool->x2);
    }
    for (const Sweep *sweep : {snapshot.sweeps[Dial::Degree].get(), snapshot.sweeps[Dial::TrainSize].get(),
             snapshot.sweeps[Dial::Epochs].get()}) {
        for (const SweepPoint &point : sweep->points)
            add(std::vector<double>{point.training.accuracy, point.validation.accuracy});
    }
    return numbers;
}

std::vector<double> coefficientsOf(const Snapshot &snapshot)
{
    return snapshot.curve ? snapshot.curve->fit.polynomial.coefficients
                          : snapshot.classes->fit.polynomial.coefficients;
}

Place placeOf(const Scenario &scenario, const PointId &point)
{
    const HandPoints points = pointsOf(scenario);
    const bool training = point.role == Role::Training;
    if (problemOf(scenario) == Problem::Curve) {
        const Dataset &part = training ? points.curve.pool : points.curve.validation;
        return {part.x[point.index], part.y[point.index]};
    }
    const ClassDataset &part = training ? points.classes.pool : points.classes.validation;
    return {part.x1[point.index], part.x2[point.index]};
}

std::size_t poolSize(const Scenario &scenario)
{
    return static_cast<std::size_t>(largestTrainSize(scenario));
}

} // namespace

class HandPointsTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutAnEditTheyAreWhatIsDrawn_data() { addSources(); }
    void withoutAnEditTheyAreWhatIsDrawn();
    void aMovedPointIsWhereItWasPutAndNoOtherMoves_data() { addSources(); }
    void aMovedPointIsWhereItWasPutAndNoOtherMoves();
    void movingAValidationPointLeavesTheModelToTheBit_data() { addSources(); }
    void movingAValidationPointLeavesTheModelToTheBit();
    void movedAndMovedBackIsTheSamePictureToTheBit_data() { addSources(); }
    void movedAndMovedBackIsTheSamePictureToTheBit();
    void addedAndDeletedIsTheSameScenario_data() { addSources(); }
    void addedAndDeletedIsTheSameScenario();
    void anAddedTrainingPointIsTrainedOnAndTheRestOfThePoolStays_data() { addSources(); }
    void anAddedTrainingPointIsTrainedOnAndTheRestOfThePoolStays();
    void aPointThatSwitchesItsRoleIsInTheOtherSet_data() { addSources(); }
    void aPointThatSwitchesItsRoleIsInTheOtherSet();
    void whereAllArePutInATrainSizeBeyondThePoolStays();
    void enoughPointsAreAlwaysLeft_data() { addSources(); }
    void enoughPointsAreAlwaysLeft();
    void anOutlierIsThreeDeviationsFurtherOut();
    void aClassIsSwitchedAndSwitchedBack();
    void theDomainGrowsWithThePoolAloneAndThePictureWithAll();
    void whatDrawsOtherExamplesDropsThePoints_data();
    void whatDrawsOtherExamplesDropsThePoints();
    void pointsThatCannotBeAreLeftOut_data();
    void pointsThatCannotBeAreLeftOut();
    void upToTwoThousandCanBeEdited();
    void scenariosAreEqualWhereTheirPointsAre();
    void theLargestTrainSizeIsThatOfThePoints();
};

void HandPointsTest::withoutAnEditTheyAreWhatIsDrawn()
{
    QFETCH(const Scenario, scenario);
    const HandPoints points = pointsOf(scenario);
    QVERIFY(areSound(points, problemOf(scenario) == Problem::Classes));
    if (problemOf(scenario) == Problem::Curve) {
        QVERIFY(points.curve.pool == drawSplit(scenario).pool);
        QVERIFY(points.curve.validation == drawSplit(scenario).validation);
        QCOMPARE(exampleCount(scenario), points.curve.pool.size() + points.curve.validation.size());
    } else {
        QVERIFY(points.classes.pool == drawClassSplit(scenario).pool);
        QVERIFY(points.classes.validation == drawClassSplit(scenario).validation);
        QCOMPARE(exampleCount(scenario), points.classes.pool.size() + points.classes.validation.size());
    }
}

void HandPointsTest::aMovedPointIsWhereItWasPutAndNoOtherMoves()
{
    QFETCH(const Scenario, scenario);
    for (const Role role : {Role::Training, Role::Validation}) {
        const Scenario moved = movePoint(scenario, {role, 1}, {0.25, -0.75});
        QVERIFY(placeOf(moved, {role, 1}) == (Place{0.25, -0.75}));
        QVERIFY(placeOf(moved, {role, 0}) == placeOf(scenario, {role, 0}));
        QVERIFY(placeOf(moved, {role, 2}) == placeOf(scenario, {role, 2}));
        QCOMPARE(moved.sampling.trainSize, scenario.sampling.trainSize);
        QCOMPARE(exampleCount(moved), exampleCount(scenario));
        QVERIFY(clamped(moved) == moved);
    }
    const Scenario unseen = movePoint(scenario, {Role::Training, 20}, {0, 0}); // of the rest of the pool
    QVERIFY(unseen == scenario);
}

void HandPointsTest::movingAValidationPointLeavesTheModelToTheBit()
{
    QFETCH(Scenario, scenario);
    scenario.model.ridge = 0.5; // sees the domain
    const std::vector<double> before = coefficientsOf(*answerOf(scenario));
    const Place first = placeOf(scenario, {Role::Validation, 0});
    for (const Place &place : {Place{first.x, first.y + 1}, Place{first.x + 1000, first.y - 1000}}) {
        const SnapshotPtr moved = answerOf(movePoint(scenario, {Role::Validation, 0}, place));
        QVERIFY(coefficientsOf(*moved) == before);
    }
}

void HandPointsTest::movedAndMovedBackIsTheSamePictureToTheBit()
{
    QFETCH(const Scenario, scenario);
    const PointId point{Role::Training, 3};
    const Place place = placeOf(scenario, point);
    const Scenario there = movePoint(scenario, point, {place.x + 0.5, place.y + 3});
    const Scenario back = movePoint(there, point, place);
    QVERIFY(there.data.points);
    QVERIFY(back == scenario);
    QVERIFY(!back.data.points);
    Answerer kept; // with what it keeps of the picture in between
    SnapshotPtr last;
    for (const Scenario &asked : {scenario, there, back})
        kept.answer(asked, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    QVERIFY(pictureOf(*last) == pictureOf(*answerOf(scenario)));
    QVERIFY(pictureOf(*last) != pictureOf(*answerOf(there)));
}

void HandPointsTest::addedAndDeletedIsTheSameScenario()
{
    QFETCH(const Scenario, scenario);
    for (const Role role : {Role::Training, Role::Validation}) {
        const Scenario added = addPoint(scenario, role, {0.125, 0.5}, 1);
        QCOMPARE(exampleCount(added), exampleCount(scenario) + 1);
        QVERIFY(placeOf(added, newestPoint(added, role)) == (Place{0.125, 0.5}));
        QVERIFY(deletePoint(added, newestPoint(added, role)) == scenario);
    }
}

void HandPointsTest::anAddedTrainingPointIsTrainedOnAndTheRestOfThePoolStays()
{
    QFETCH(const Scenario, scenario);
    Scenario added = addPoint(scenario, Role::Training, {0.125, 0.5});
    QCOMPARE(added.sampling.trainSize, scenario.sampling.trainSize + 1);
    QCOMPARE(answerOf(added)->training.count, answerOf(scenario)->training.count + 1);
    // What was not trained on comes after it, in its old order.
    Scenario all = scenario;
    added.sampling.trainSize = all.sampling.trainSize = kTrainSizeRange.high;
    const auto trained = static_cast<std::size_t>(scenario.sampling.trainSize);
    for (std::size_t i = trained; i < poolSize(scenario); ++i)
        QVERIFY(placeOf(added, {Role::Training, i + 1}) == placeOf(all, {Role::Training, i}));
}

void HandPointsTest::aPointThatSwitchesItsRoleIsInTheOtherSet()
{
    QFETCH(const Scenario, scenario);
    const Place place = placeOf(scenario, {Role::Training, 4});
    const Scenario held = switchRole(scenario, {Role::Training, 4});
    QCOMPARE(held.sampling.trainSize, scenario.sampling.trainSize - 1);
    QCOMPARE(exampleCount(held), exampleCount(scenario));
    QVERIFY(placeOf(held, newestPoint(held, Role::Validation)) == place);
    const Scenario back = switchRole(held, newestPoint(held, Role::Validation));
    QCOMPARE(back.sampling.trainSize, scenario.sampling.trainSize);
    QVERIFY(placeOf(back, newestPoint(back, Role::Training)) == place);
    QCOMPARE(poolSize(back), poolSize(scenario));
}

void HandPointsTest::whereAllArePutInATrainSizeBeyondThePoolStays()
{
    Scenario scenario = of(DataSource::shippedSet("cars")); // 35 and 15
    scenario.sampling.trainSize = 200;
    const Scenario added = addPoint(scenario, Role::Training, {10, 50});
    QCOMPARE(added.sampling.trainSize, 200);
    QCOMPARE(answerOf(added)->training.count, std::size_t(36));
    QVERIFY(deletePoint(added, newestPoint(added, Role::Training)) == scenario);
    scenario.sampling.trainSize = 35;
    QCOMPARE(addPoint(scenario, Role::Training, {10, 50}).sampling.trainSize, 36);
}

void HandPointsTest::enoughPointsAreAlwaysLeft()
{
    QFETCH(Scenario, scenario);
    for (const Role role : {Role::Training, Role::Validation}) {
        while (canSpare(scenario, role))
            scenario = deletePoint(scenario, {role, 0});
        QVERIFY(deletePoint(scenario, {role, 0}) == scenario);
        QVERIFY(switchRole(scenario, {role, 0}) == scenario);
    }
    QCOMPARE(seenCount(scenario, pointsOf(scenario), Role::Training), std::size_t(2));
    QCOMPARE(seenCount(scenario, pointsOf(scenario), Role::Validation), std::size_t(1));
    QVERIFY(clamped(scenario) == scenario);
    QVERIFY(answerOf(scenario)->complete());
}

void HandPointsTest::anOutlierIsThreeDeviationsFurtherOut()
{
    Table table{"four", {"x", ""}, {"y", ""}, {{0, 1, 2, 3}, {5, 5, 5, 5}}, ""};
    Scenario scenario = of(DataSource::ownTable(std::make_shared<const Table>(table)));
    // The pool is three points: y = 1, 2, 6 has the mean 3 and the standard deviation sqrt(14/3).
    for (const auto &[index, y] : {std::pair(0U, 1.0), std::pair(1U, 2.0), std::pair(2U, 6.0)})
        scenario = movePoint(scenario, {Role::Training, index}, {double(index), y});
    const double deviation = std::sqrt(14.0 / 3);
    const Place up = placeOf(makeOutlier(scenario, {Role::Training, 2}), {Role::Training, 2});
    QCOMPARE(up.x, 2.0);
    QVERIFY(std::abs(up.y - (6 + 3 * deviation)) < 1e-12);
    const Place down = placeOf(makeOutlier(scenario, {Role::Training, 0}), {Role::Training, 0});
    QVERIFY(std::abs(down.y - (1 - 3 * deviation)) < 1e-12);
    // Where all y are equal there is no deviation to go by.
    const Scenario flat = of(DataSource::ownTable(std::make_shared<const Table>(table)));
    QCOMPARE(placeOf(makeOutlier(flat, {Role::Training, 0}), {Role::Training, 0}).y, 20.0);
}

void HandPointsTest::aClassIsSwitchedAndSwitchedBack()
{
    const Scenario scenario = of(DataSource::generatedClasses(Shape::Moons));
    const PointId point{Role::Training, 7};
    const Scenario switched = switchClass(scenario, point);
    QCOMPARE(
        int(switched.data.points->classes.pool.label[7]), 1 - int(pointsOf(scenario).classes.pool.label[7]));
    QVERIFY(switchClass(switched, point) == scenario);
}

void HandPointsTest::theDomainGrowsWithThePoolAloneAndThePictureWithAll()
{
    const Scenario scenario = of(DataSource::generated(Target::Sine));
    const Scenario pool = movePoint(scenario, {Role::Training, 0}, {3, 0});
    QVERIFY((drawSplit(pool).domain == Interval{-1, 3}));
    const Scenario held = movePoint(scenario, {Role::Validation, 0}, {-2, 9});
    QVERIFY((drawSplit(held).domain == Interval{-1, 1}));
    QVERIFY((drawSplit(held).range.high == 9));
    QVERIFY((answerOf(held)->curve->shown == Interval{-2, 1}));
    const Scenario classes = of(DataSource::generatedClasses(Shape::Moons));
    const Scenario far = movePoint(classes, {Role::Validation, 0}, {0, 4});
    QVERIFY((drawClassSplit(far).domain == Rectangle{{-1, 1}, {-1, 1}}));
    QVERIFY((answerOf(far)->classes->picture.domain == Rectangle{{-1, 1}, {-1, 4}}));
}

void HandPointsTest::whatDrawsOtherExamplesDropsThePoints_data()
{
    QTest::addColumn<Scenario>("before");
    QTest::addColumn<Scenario>("after");
    QTest::addColumn<bool>("kept");
    const auto row = [](const char *name, const DataSource &data, bool kept, auto change) {
        const Scenario before = movePoint(of(data), {Role::Training, 0}, {0.5, 0.5});
        Scenario after = before;
        change(after);
        QTest::newRow(name) << before << after << kept;
    };
    const DataSource sine = DataSource::generated(Target::Sine);
    const DataSource cars = DataSource::shippedSet("cars");
    const DataSource moons = DataSource::generatedClasses(Shape::Moons);
    row("degree", sine, true, [](Scenario &s) { s.model.degree = 9; });
    row("train size", sine, true, [](Scenario &s) { s.sampling.trainSize = 90; });
    row("ridge", sine, true, [](Scenario &s) { s.model.ridge = 1; });
    row("epochs", sine, true, [](Scenario &s) { s.model.epochs = 10; });
    row("seed", sine, false, [](Scenario &s) { s.data.seed += 1; });
    row("the order of real rows", cars, false, [](Scenario &s) { s.data.seed += 1; });
    row("another source", sine, false, [&](Scenario &s) { s.data.source = cars; });
    row("noise", sine, false, [](Scenario &s) { s.data.noise = 0.5; });
    row("noise about a formula", DataSource::ofFormula("x^2"), false,
        [](Scenario &s) { s.data.noise = 0.5; });
    row("another formula", DataSource::ofFormula("x^2"), false,
        [](Scenario &s) { s.data.source = DataSource::ofFormula("x^3"); });
    row("noise of classes", moons, false, [](Scenario &s) { s.data.labelNoise = 0.3; });
    row("noise of the other problem", moons, true, [](Scenario &s) { s.data.noise = 0.5; });
    row("noise where there is none", cars, true, [](Scenario &s) { s.data.noise = 0.5; });
    row("points of another making", sine, true, [](Scenario &s) {
        s.data.seed += 1;
        s.data.points = movePoint(Scenario(), {Role::Training, 1}, {0, 0}).data.points;
    });
}

void HandPointsTest::whatDrawsOtherExamplesDropsThePoints()
{
    QFETCH(const Scenario, before);
    QFETCH(Scenario, after);
    QFETCH(const bool, kept);
    const Scenario fresh = withFreshPoints(before, after);
    QCOMPARE(fresh.data.points != nullptr, kept);
    after.data.points = fresh.data.points;
    QVERIFY(fresh == after); // nothing else is touched
}

void HandPointsTest::pointsThatCannotBeAreLeftOut_data()
{
    QTest::addColumn<HandPoints>("points");
    QTest::addColumn<bool>("kept");
    const HandPoints good = pointsOf(Scenario());
    const auto row = [&good](const char *name, bool kept, auto change) {
        HandPoints points = good;
        change(points);
        QTest::newRow(name) << points << kept;
    };
    row("good ones", true, [](HandPoints &) {});
    row("one x short", false, [](HandPoints &p) { p.curve.pool.x.pop_back(); });
    row("no validation", false, [](HandPoints &p) { p.curve.validation = {}; });
    row("one to train on", false, [](HandPoints &p) { p.curve.pool = {{1}, {2}}; });
    row("the largest number", true, [](HandPoints &p) { p.curve.validation.y[0] = -1e100; });
    row("beyond the largest number", false, [](HandPoints &p) { p.curve.validation.y[0] = 1.1e100; });
    row("infinity", false,
        [](HandPoints &p) { p.curve.validation.y[0] = std::numeric_limits<double>::infinity(); });
    row("not a number", false,
        [](HandPoints &p) { p.curve.pool.x[0] = std::numeric_limits<double>::quiet_NaN(); });
    row("of both problems", false, [](HandPoints &p) { p.classes.pool = {{1}, {2}, {0}}; });
    row("of the other problem", false,
        [](HandPoints &p) { p = pointsOf(of(DataSource::generatedClasses(Shape::Moons))); });
}

void HandPointsTest::pointsThatCannotBeAreLeftOut()
{
    QFETCH(const HandPoints, points);
    QFETCH(const bool, kept);
    Scenario scenario;
    scenario.data.points = std::make_shared<const HandPoints>(points);
    QCOMPARE(clamped(scenario).data.points != nullptr, kept);
    Scenario classes = of(DataSource::generatedClasses(Shape::Moons));
    classes.data.points = std::make_shared<const HandPoints>(pointsOf(classes));
    QVERIFY(clamped(classes).data.points);
    auto wrong = std::make_shared<HandPoints>(*classes.data.points);
    wrong->classes.pool.label[0] = 2;
    classes.data.points = wrong;
    QVERIFY(!clamped(classes).data.points);
}

void HandPointsTest::upToTwoThousandCanBeEdited()
{
    QVERIFY(arePointsEditable(of(countedRows(2000))));
    QVERIFY(!arePointsEditable(of(countedRows(2001))));
    const Scenario full = of(countedRows(2000));
    QVERIFY(addPoint(full, Role::Training, {1, 1}) == full);
    const Scenario room = of(countedRows(1999));
    QCOMPARE(exampleCount(addPoint(room, Role::Training, {1, 1})), std::size_t(2000));
}

void HandPointsTest::scenariosAreEqualWhereTheirPointsAre()
{
    const Scenario scenario;
    const PointId point{Role::Training, 0};
    const Scenario moved = movePoint(scenario, point, {0, 1});
    QVERIFY(!(moved == scenario));
    QVERIFY(moved == movePoint(scenario, point, {0, 1}));
    QVERIFY(!(moved == movePoint(scenario, point, {0, 2})));
    QVERIFY(!(dependenceOfRun(moved) == dependenceOfRun(scenario)));
}

void HandPointsTest::theLargestTrainSizeIsThatOfThePoints()
{
    const Scenario scenario = of(countedRows(10));
    QCOMPARE(largestTrainSize(scenario), 7);
    QCOMPARE(largestTrainSize(addPoint(scenario, Role::Training, {1, 1})), 8);
    const Scenario classes = of(DataSource::generatedClasses(Shape::Moons));
    QCOMPARE(largestTrainSize(deletePoint(classes, {Role::Training, 0})), 249);
}

OVERFIT_TEST(HandPointsTest)
#include "hand_points_test.moc"
