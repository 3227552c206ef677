// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/experiment/answerer.h"

#include "core/model/least_squares.h"

#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <vector>

using namespace overfit;

namespace {

std::vector<SnapshotPtr> stagesOf(Answerer &answerer, const Scenario &scenario)
{
    std::vector<SnapshotPtr> stages;
    answerer.answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { stages.push_back(snapshot); });
    return stages;
}

SnapshotPtr answerOf(const Scenario &scenario)
{
    Answerer fresh;
    return stagesOf(fresh, scenario).back();
}

std::vector<std::uint64_t> bits(const std::vector<double> &values)
{
    std::vector<std::uint64_t> result;
    result.reserve(values.size());
    for (const double value : values)
        result.push_back(std::bit_cast<std::uint64_t>(value));
    return result;
}

bool samePicture(const Snapshot &a, const Snapshot &b)
{
    const auto sameSweep = [](const Sweep &one, const Sweep &other) {
        bool same = one.points.size() == other.points.size() && one.best == other.best;
        for (std::size_t i = 0; same && i < one.points.size(); ++i) {
            same = one.points[i].value == other.points[i].value
                && bits({one.points[i].training.accuracy, one.points[i].validation.accuracy})
                    == bits({other.points[i].training.accuracy, other.points[i].validation.accuracy});
        }
        return same;
    };
    return a.scenario == b.scenario
        && bits(a.curve->fit.polynomial.coefficients) == bits(b.curve->fit.polynomial.coefficients)
        && bits(a.curve->curve) == bits(b.curve->curve) && bits(a.curve->target) == bits(b.curve->target)
        && a.curve->split->pool == b.curve->split->pool && a.curve->split->validation == b.curve->split->validation
        && sameSweep(*a.byDegree, *b.byDegree) && sameSweep(*a.byTrainSize, *b.byTrainSize)
        && a.verdict->finding == b.verdict->finding && a.verdict->gapSpread == b.verdict->gapSpread;
}

} // namespace

class AnswererTest : public QObject
{
    Q_OBJECT

private slots:
    void deliversCheapStagesFirst_data();
    void deliversCheapStagesFirst();
    void equalScenariosGiveBitEqualAnswers();
    void movingAnyControlThereAndBackRestoresThePictureBitForBit_data();
    void movingAnyControlThereAndBackRestoresThePictureBitForBit();
    void whatIsKeptFromTheLastAnswerChangesNothing();
    void theCurveAlongADialPassesThroughTheFitWhereTheDialStands_data();
    void theCurveAlongADialPassesThroughTheFitWhereTheDialStands();
    void theDisplayedEquationGivesTheDrawnCurve_data();
    void theDisplayedEquationGivesTheDrawnCurve();
    void aStoppedAnswerSaysNothingMore();
    void theDrawnCurveSpansTheDomainExactly();
    void theFirstScreenTeaches();
};

void AnswererTest::deliversCheapStagesFirst_data()
{
    QTest::addColumn<int>("curve");
    QTest::newRow("the curve by degree is looked at") << int(Dial::Degree);
    QTest::newRow("the curve by train size is looked at") << int(Dial::TrainSize);
}

void AnswererTest::deliversCheapStagesFirst()
{
    QFETCH(int, curve);
    Scenario scenario;
    scenario.curve = static_cast<Dial>(curve);
    const Dial other = scenario.curve == Dial::Degree ? Dial::TrainSize : Dial::Degree;
    Answerer answerer;
    const std::vector<SnapshotPtr> stages = stagesOf(answerer, scenario);
    QVERIFY(stages.size() >= 4); // training is shown at display rate, so there may be more
    QVERIFY(!stages[0]->sweepAlong(Dial::Degree) && !stages[0]->sweepAlong(Dial::TrainSize));
    QVERIFY(stages[1]->sweepAlong(scenario.curve) && !stages[1]->sweepAlong(other));
    QVERIFY(stages[2]->sweepAlong(other) && stages[2]->verdict && !stages[2]->sweepAlong(Dial::Epochs));
    for (std::size_t stage = 0; stage + 1 < stages.size(); ++stage)
        QVERIFY(!stages[stage]->complete());
    QVERIFY(stages.back()->complete());
    QCOMPARE(stages.back()->byEpoch->points.size(), std::size_t(scenario.lastEpoch));
    for (const SnapshotPtr &stage : stages) {
        QCOMPARE(stage->scenario, scenario);
        QCOMPARE(stage->curve->curve.size(), std::size_t(kCurveSteps + 1));
    }
}

void AnswererTest::equalScenariosGiveBitEqualAnswers()
{
    const Scenario scenario;
    QVERIFY(samePicture(*answerOf(scenario), *answerOf(scenario)));
}

void AnswererTest::movingAnyControlThereAndBackRestoresThePictureBitForBit_data()
{
    QTest::addColumn<int>("control");
    QTest::newRow("degree") << 0;
    QTest::newRow("train size") << 1;
    QTest::newRow("noise") << 2;
    QTest::newRow("ridge") << 3;
    QTest::newRow("seed") << 4;
    QTest::newRow("data") << 5;
    QTest::newRow("curve") << 6;
}

void AnswererTest::movingAnyControlThereAndBackRestoresThePictureBitForBit()
{
    QFETCH(int, control);
    const Scenario scenario;
    Scenario moved = scenario;
    switch (control) {
    case 0:
        moved.degree = 17;
        break;
    case 1:
        moved.trainSize = 111;
        break;
    case 2:
        moved.noise = 0.7;
        break;
    case 3:
        moved.ridge = 3;
        break;
    case 4:
        moved.seed = 8;
        break;
    case 5:
        moved.data = DataSource::shippedSet("cars");
        break;
    default:
        moved.curve = Dial::TrainSize;
    }
    Answerer answerer;
    const SnapshotPtr before = stagesOf(answerer, scenario).back();
    const SnapshotPtr away = stagesOf(answerer, moved).back();
    const SnapshotPtr after = stagesOf(answerer, scenario).back();
    QCOMPARE(away->scenario, moved);
    QVERIFY(samePicture(*before, *after));
}

void AnswererTest::whatIsKeptFromTheLastAnswerChangesNothing()
{
    Answerer used;
    Scenario scenario;
    for (const int degree : {3, 9, 0, 30}) {
        for (const int size : {5, 60, 200}) {
            scenario.degree = degree;
            scenario.trainSize = size;
            QVERIFY(samePicture(*stagesOf(used, scenario).back(), *answerOf(scenario)));
        }
    }
}

void AnswererTest::theCurveAlongADialPassesThroughTheFitWhereTheDialStands_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<int>("degree");
    QTest::addColumn<int>("size");
    QTest::newRow("generated, a good fit") << "" << 5 << 20;
    QTest::newRow("generated, more points") << "" << 15 << 120;
    QTest::newRow("cars") << "cars" << 2 << 30;
    QTest::newRow("more training points asked for than there are") << "pressure" << 4 << 200;
}

void AnswererTest::theCurveAlongADialPassesThroughTheFitWhereTheDialStands()
{
    QFETCH(QString, set);
    QFETCH(int, degree);
    QFETCH(int, size);
    Scenario scenario;
    if (!set.isEmpty())
        scenario.data = DataSource::shippedSet(set.toStdString());
    scenario.degree = degree;
    scenario.trainSize = size;
    const SnapshotPtr snapshot = answerOf(scenario);
    const auto trained = static_cast<int>(snapshot->curve->split->training().size());
    int found = 0;
    for (const auto &[dial, value] : {std::pair(Dial::Degree, degree), std::pair(Dial::TrainSize, trained)}) {
        for (const SweepPoint &point : snapshot->sweepAlong(dial)->points) {
            if (point.value != value)
                continue;
            ++found;
            QVERIFY(std::abs(point.training.accuracy - snapshot->training.accuracy) < 1e-9);
            QVERIFY(std::abs(point.validation.accuracy - snapshot->validation.accuracy) < 1e-9);
        }
    }
    QCOMPARE(found, 2);
}

void AnswererTest::theDisplayedEquationGivesTheDrawnCurve_data()
{
    QTest::addColumn<QString>("set");
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::newRow("generated, degree 5") << "" << 5 << 0.0;
    QTest::newRow("generated, degree 12") << "" << 12 << 0.0;
    QTest::newRow("generated, ridge") << "" << 12 << 0.1;
    QTest::newRow("minimum norm") << "" << 25 << 0.0;
    QTest::newRow("cars") << "cars" << 3 << 0.0;
    QTest::newRow("temperatures to 360") << "pressure" << 4 << 0.0;
}

void AnswererTest::theDisplayedEquationGivesTheDrawnCurve()
{
    QFETCH(QString, set);
    QFETCH(int, degree);
    QFETCH(double, ridge);
    Scenario scenario;
    if (!set.isEmpty())
        scenario.data = DataSource::shippedSet(set.toStdString());
    scenario.degree = degree;
    scenario.ridge = ridge;
    const SnapshotPtr snapshot = answerOf(scenario);
    QCOMPARE(snapshot->curve->monomials.size(), std::size_t(degree + 1));
    for (int step = 0; step <= kCurveSteps; step += 40) {
        const double x = curveInput(snapshot->curve->split->domain, step);
        double sum = 0;
        double size = 0; // of what is added up
        double power = 1;
        for (const double coefficient : snapshot->curve->monomials) {
            sum += coefficient * power;
            size += std::abs(coefficient * power);
            power *= x;
        }
        const double drawn = snapshot->curve->curve[static_cast<std::size_t>(step)];
        QVERIFY(std::abs(sum - drawn) <= 1e-12 * size + 1e-9 * std::abs(drawn));
    }
}

void AnswererTest::aStoppedAnswerSaysNothingMore()
{
    for (int after = 1; after <= 2; ++after) {
        StopToken stop;
        int stages = 0;
        Answerer answerer;
        answerer.answer(Scenario(), stop, [&](const SnapshotPtr &) {
            if (++stages == after)
                stop.request();
        });
        QCOMPARE(stages, after);
    }
}

void AnswererTest::theDrawnCurveSpansTheDomainExactly()
{
    const Interval years{1871, 1970};
    QCOMPARE(curveInput(years, 0), years.low);
    QCOMPARE(curveInput(years, kCurveSteps), years.high);
}

void AnswererTest::theFirstScreenTeaches()
{
    const SnapshotPtr start = answerOf(Scenario());
    QCOMPARE(start->curve->split->training().size(), std::size_t(20));
    QVERIFY(start->validation.accuracy > 0.8);
    QCOMPARE(start->verdict->finding, Finding::Good);
    // One drag of the degree from disaster.
    QVERIFY(start->byDegree->points[16].training.accuracy > 0.95);
    QVERIFY(start->byDegree->points[16].validation.accuracy < 0);
    // More data cure it.
    Scenario cured;
    cured.degree = 15;
    cured.trainSize = 200;
    QVERIFY(answerOf(cured)->validation.accuracy > 0.8);
}

QTEST_GUILESS_MAIN(AnswererTest)
#include "answerer_test.moc"
