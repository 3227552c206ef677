// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/answerer.h"

#include "core/model/least_squares.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
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
        && a.curve->split->pool == b.curve->split->pool
        && a.curve->split->validation == b.curve->split->validation
        && sameSweep(*a.sweeps[Dial::Degree], *b.sweeps[Dial::Degree])
        && sameSweep(*a.sweeps[Dial::TrainSize], *b.sweeps[Dial::TrainSize])
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
    void movingAnyControlOfClassesThereAndBackRestoresThePicture_data();
    void movingAnyControlOfClassesThereAndBackRestoresThePicture();
    void theCurvesOfClassesPassThroughTheModelWhereTheDialStands_data();
    void theCurvesOfClassesPassThroughTheModelWhereTheDialStands();
    void scrubbingShowsTheModelAsItWasAtThatEpoch_data();
    void scrubbingShowsTheModelAsItWasAtThatEpoch();
    void aStoppedTrainingIsTakenUpWhereItWas();
    void trainingOnTheWayIsShownEpochByEpoch();
    void aLowerLastEpochEndsTheCurveThere();
    void theRivalIsTheModelOfItsSettings();
    void fewerEpochsAreJudgedAlongTheEpochs();
    void trainingThatBlowsUpIsToldAndStaysFinite();
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
    QCOMPARE(stages.back()->sweeps[Dial::Epochs]->points.size(), std::size_t(scenario.training.lastEpoch));
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
        moved.model.degree = 17;
        break;
    case 1:
        moved.sampling.trainSize = 111;
        break;
    case 2:
        moved.data.noise = 0.7;
        break;
    case 3:
        moved.model.ridge = 3;
        break;
    case 4:
        moved.data.seed = 8;
        break;
    case 5:
        moved.data.source = DataSource::shippedSet("cars");
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
            scenario.model.degree = degree;
            scenario.sampling.trainSize = size;
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
        scenario.data.source = DataSource::shippedSet(set.toStdString());
    scenario.model.degree = degree;
    scenario.sampling.trainSize = size;
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
        scenario.data.source = DataSource::shippedSet(set.toStdString());
    scenario.model.degree = degree;
    scenario.model.ridge = ridge;
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
    QVERIFY(start->sweeps[Dial::Degree]->points[16].training.accuracy > 0.95);
    QVERIFY(start->sweeps[Dial::Degree]->points[16].validation.accuracy < 0);
    // More data cure it.
    Scenario cured;
    cured.model.degree = 15;
    cured.sampling.trainSize = 200;
    QVERIFY(answerOf(cured)->validation.accuracy > 0.8);
}

namespace {

Scenario moons()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.sampling.trainSize = 40;
    scenario.model.degree = 4;
    scenario.training.lastEpoch = 60;
    return scenario;
}

Scenario trainedFor(Scenario scenario, int epochs)
{
    scenario.model.epochs = epochs;
    scenario.curve = Dial::Epochs;
    return scenario;
}

bool sameSweeps(const Snapshot &a, const Snapshot &b)
{
    for (const Dial dial : kDials) {
        const Sweep &one = *a.sweepAlong(dial);
        const Sweep &other = *b.sweepAlong(dial);
        if (one.best != other.best || one.points.size() != other.points.size())
            return false;
        for (std::size_t i = 0; i < one.points.size(); ++i)
            if (bits({one.points[i].training.accuracy, one.points[i].validation.accuracy})
                != bits({other.points[i].training.accuracy, other.points[i].validation.accuracy}))
                return false;
    }
    return true;
}

bool sameClasses(const Snapshot &a, const Snapshot &b)
{
    return a.scenario == b.scenario && a.epoch == b.epoch
        && bits(a.classes->fit.polynomial.coefficients) == bits(b.classes->fit.polynomial.coefficients)
        && a.classes->picture.probability == b.classes->picture.probability
        && a.classes->split->pool == b.classes->split->pool
        && a.classes->trainingRight == b.classes->trainingRight && sameSweeps(a, b)
        && a.verdict->finding == b.verdict->finding && a.verdict->best == b.verdict->best;
}

} // namespace

void AnswererTest::movingAnyControlOfClassesThereAndBackRestoresThePicture_data()
{
    QTest::addColumn<Scenario>("there");
    QTest::addColumn<Scenario>("away");
    const auto row = [](const char *name, const Scenario &there, void (*edit)(Scenario &)) {
        Scenario away = there;
        edit(away);
        QTest::newRow(name) << there << away;
    };
    const Scenario full = moons();
    const Scenario part = trainedFor(moons(), 25);
    row("degree", full, [](Scenario &s) { s.model.degree = 7; });
    row("train size", full, [](Scenario &s) { s.sampling.trainSize = 90; });
    row("label noise", full, [](Scenario &s) { s.data.labelNoise = 0.3; });
    row("ridge", full, [](Scenario &s) { s.model.ridge = 1; });
    row("epochs", full, [](Scenario &s) { s.model.epochs = 12; });
    row("data", full, [](Scenario &s) { s.data.source = DataSource::shippedSet("iris"); });
    row("a curve", full, [](Scenario &s) { s.data.source = DataSource(); });
    row("epochs of a trained model", part, [](Scenario &s) { s.model.epochs = 57; });
    row("learning rate", part, [](Scenario &s) { s.training.descent.learningRate = 1; });
    row("optimizer", part, [](Scenario &s) { s.training.descent.optimizer = Optimizer::Adam; });
    row("fully trained", part, [](Scenario &s) { s.model.epochs = kFullyTrained; });
    row("last epoch", part, [](Scenario &s) { s.training.lastEpoch = 120; });
}

void AnswererTest::movingAnyControlOfClassesThereAndBackRestoresThePicture()
{
    QFETCH(Scenario, there);
    QFETCH(Scenario, away);
    Answerer answerer;
    const SnapshotPtr before = stagesOf(answerer, there).back();
    QCOMPARE(stagesOf(answerer, away).back()->scenario, away);
    const SnapshotPtr after = stagesOf(answerer, there).back();
    QVERIFY(sameClasses(*before, *after));
    QVERIFY(sameClasses(*before, *answerOf(there)));
}

void AnswererTest::theCurvesOfClassesPassThroughTheModelWhereTheDialStands_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("fully trained") << moons();
    QTest::newRow("for 25 epochs") << trainedFor(moons(), 25);
    Scenario crabs = moons();
    crabs.data.source = DataSource::shippedSet("crabs");
    QTest::newRow("crabs") << crabs;
    Scenario curve;
    QTest::newRow("a curve for 25 epochs") << trainedFor(curve, 25);
}

void AnswererTest::theCurvesOfClassesPassThroughTheModelWhereTheDialStands()
{
    QFETCH(Scenario, scenario);
    const SnapshotPtr snapshot = answerOf(scenario);
    int found = 0;
    for (const auto &[dial, value] :
        {std::pair(Dial::Degree, scenario.model.degree), std::pair(Dial::Epochs, scenario.model.epochs)}) {
        for (const SweepPoint &point : snapshot->sweepAlong(dial)->points) {
            if (point.value != value)
                continue;
            ++found;
            QVERIFY(std::abs(point.training.accuracy - snapshot->training.accuracy) < 1e-9);
            QVERIFY(std::abs(point.validation.accuracy - snapshot->validation.accuracy) < 1e-9);
        }
    }
    QCOMPARE(found, scenario.model.epochs == kFullyTrained ? 1 : 2);
    const Sweep &bySize = *snapshot->sweeps[Dial::TrainSize];
    QCOMPARE(bySize.points.back().value, static_cast<int>(snapshot->poolSize()));
}

void AnswererTest::scrubbingShowsTheModelAsItWasAtThatEpoch_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("classes") << moons();
    Scenario curve;
    curve.model.degree = 12;
    curve.training.lastEpoch = 60;
    QTest::newRow("a curve") << curve;
}

void AnswererTest::scrubbingShowsTheModelAsItWasAtThatEpoch()
{
    QFETCH(Scenario, scenario);
    Answerer used;
    for (const int epoch : {60, 1, 33, 34, 2, 60}) {
        const Scenario asked = trainedFor(scenario, epoch);
        const std::vector<SnapshotPtr> stages = stagesOf(used, asked);
        const SnapshotPtr fresh = answerOf(asked);
        const auto first = std::find_if(stages.begin(), stages.end(), [epoch](const SnapshotPtr &stage) {
            return stage->epoch == epoch;
        }); // training may be shown on its way
        QVERIFY(first != stages.end());
        for (const SnapshotPtr &shown : {*first, stages.back()}) {
            QCOMPARE(shown->epoch, epoch);
            QCOMPARE(bits({shown->training.accuracy, shown->validation.accuracy}),
                bits({fresh->training.accuracy, fresh->validation.accuracy}));
            if (shown->curve)
                QCOMPARE(bits(shown->curve->curve), bits(fresh->curve->curve));
            else
                QCOMPARE(shown->classes->picture.probability, fresh->classes->picture.probability);
        }
    }
}

void AnswererTest::aStoppedTrainingIsTakenUpWhereItWas()
{
    const Scenario scenario = trainedFor(moons(), 60);
    Answerer answerer;
    StopToken stop;
    answerer.answer(trainedFor(moons(), 10), stop, [&](const SnapshotPtr &) { stop.request(); });
    const SnapshotPtr continued = stagesOf(answerer, scenario).back();
    QVERIFY(sameClasses(*continued, *answerOf(scenario)));
}

void AnswererTest::trainingOnTheWayIsShownEpochByEpoch()
{
    Scenario scenario = trainedFor(moons(), kEpochRange.high); // long enough for several pictures
    scenario.model.degree = 12;
    scenario.sampling.trainSize = 250;
    scenario.training.lastEpoch = kEpochRange.high;
    scenario.training.descent.optimizer = Optimizer::MiniBatches;
    scenario.training.descent.batchSize = 1;
    Answerer answerer;
    StopToken stop;
    std::vector<SnapshotPtr> stages;
    answerer.answer(scenario, stop, [&](const SnapshotPtr &snapshot) {
        stages.push_back(snapshot);
        if (stages.size() == 4)
            stop.request();
    });
    int before = 0;
    for (const SnapshotPtr &stage : stages) {
        QVERIFY(stage->epoch > before);
        before = stage->epoch;
        QVERIFY(stage->sweeps[Dial::Epochs]->points.back().value >= before);
        const SweepPoint &there = stage->sweeps[Dial::Epochs]->points[static_cast<std::size_t>(before - 1)];
        QCOMPARE(there.training.accuracy, stage->training.accuracy);
    }
}

void AnswererTest::aLowerLastEpochEndsTheCurveThere()
{
    Answerer answerer;
    Scenario scenario = trainedFor(moons(), 10);
    scenario.training.lastEpoch = 200;
    QCOMPARE(stagesOf(answerer, scenario).back()->sweeps[Dial::Epochs]->points.size(), std::size_t(200));
    scenario.training.lastEpoch = 50;
    for (const SnapshotPtr &stage : stagesOf(answerer, scenario))
        QCOMPARE(stage->sweeps[Dial::Epochs]->points.size(), std::size_t(50));
}

void AnswererTest::theRivalIsTheModelOfItsSettings()
{
    for (const ModelSettings &settings : {ModelSettings{3, 0, kFullyTrained},
             ModelSettings{12, 0.1, kFullyTrained}, ModelSettings{9, 0, 40}}) {
        Scenario scenario;
        scenario.rivals = {settings};
        Scenario alone;
        alone.model.degree = settings.degree;
        alone.model.ridge = settings.ridge;
        alone.model.epochs = settings.epochs;
        const SnapshotPtr both = answerOf(scenario);
        const SnapshotPtr one = answerOf(alone);
        QVERIFY(both->rival());
        QCOMPARE(bits(both->rival()->curve), bits(one->curve->curve));
        QCOMPARE(both->rival()->validation.accuracy, one->validation.accuracy);
    }
}

void AnswererTest::fewerEpochsAreJudgedAlongTheEpochs()
{
    const SnapshotPtr snapshot = answerOf(trainedFor(moons(), 5));
    QCOMPARE(snapshot->verdict->dial, Dial::Epochs);
    double best = -1;
    double at = 0;
    for (const SweepPoint &point : snapshot->sweeps[Dial::Epochs]->points) {
        if (point.validation.accuracy > best) {
            best = point.validation.accuracy;
            at = point.value;
        }
    }
    QCOMPARE(snapshot->verdict->best, at);
    QCOMPARE(answerOf(moons())->verdict->dial, Dial::Degree);
}

void AnswererTest::trainingThatBlowsUpIsToldAndStaysFinite()
{
    Scenario scenario = trainedFor(Scenario(), 200);
    scenario.model.degree = 12;
    scenario.training.descent.learningRate = 10;
    const SnapshotPtr snapshot = answerOf(scenario);
    QVERIFY(snapshot->divergedAt && *snapshot->divergedAt <= 200);
    QCOMPARE(snapshot->verdict->finding, Finding::Diverged);
    for (const double y : snapshot->curve->curve)
        QVERIFY(std::isfinite(y));
    for (const SweepPoint &point : snapshot->sweeps[Dial::Epochs]->points)
        QVERIFY(std::isfinite(point.training.accuracy) && std::isfinite(point.validation.rmse));
    QVERIFY(!answerOf(trainedFor(Scenario(), 200))->divergedAt);
    scenario.model.epochs = 1; // before it happened
    QVERIFY(!answerOf(scenario)->divergedAt);
}

OVERFIT_TEST(AnswererTest)
#include "answerer_test.moc"
