// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lessons/scenes.h"

#include "core/analysis/epoch_run.h"
#include "core/answer/answerer.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

using namespace overfit;

namespace {

SnapshotPtr answerOf(const Scenario &scenario)
{
    SnapshotPtr last;
    Answerer answerer;
    answerer.answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}

/// Training and validation accuracy along the epochs.
struct Epochs {
    double bestTraining = 0;
    double bestValidation = 0;
    int bestEpoch = 0;
    double lastValidation = 0;
};

Epochs epochsOf(const std::vector<SweepPoint> &points)
{
    Epochs epochs;
    for (const SweepPoint &point : points) {
        epochs.bestTraining = std::max(epochs.bestTraining, point.training.accuracy);
        if (point.validation.accuracy > epochs.bestValidation) {
            epochs.bestValidation = point.validation.accuracy;
            epochs.bestEpoch = static_cast<int>(point.value);
        }
        epochs.lastValidation = point.validation.accuracy;
    }
    return epochs;
}

bool isTheFigure(const Epochs &epochs)
{
    return epochs.bestTraining >= 0.99 && epochs.bestEpoch >= 40 && epochs.bestEpoch <= 60
        && epochs.lastValidation >= 0.45 && epochs.lastValidation <= 0.60
        && epochs.lastValidation <= epochs.bestValidation - 0.05;
}

} // namespace

class ScenesTest : public QObject
{
    Q_OBJECT

private slots:
    void everySceneIsWithinItsLimitsAndCanBeFound();
    void theFirstSceneIsWhatTheProgramOpensWith();
    void aroundEpoch50TrainingGoesOnAndValidationTurns();
    void theTurnIsThereForOtherSeedsToo();
    void modelAGoesThroughAllPointsAndModelBFollowsTheTarget();
    void modelAIsWorseOnNewPointsWhateverTheSeed();
};

void ScenesTest::everySceneIsWithinItsLimitsAndCanBeFound()
{
    std::set<std::string> ids;
    for (const Scene &scene : scenes()) {
        QVERIFY(clamped(scene.scenario) == scene.scenario);
        QCOMPARE(findScene(scene.id), &scene);
        ids.insert(std::string(scene.id));
    }
    QCOMPARE(ids.size(), scenes().size());
    QVERIFY(!findScene("no such scene"));
}

void ScenesTest::theFirstSceneIsWhatTheProgramOpensWith()
{
    QVERIFY(scenes()[0].scenario == Scenario());
}

void ScenesTest::aroundEpoch50TrainingGoesOnAndValidationTurns()
{
    const Epochs epochs =
        epochsOf(answerOf(findScene("around-epoch-50")->scenario)->sweeps[Dial::Epochs]->points);
    QVERIFY(isTheFigure(epochs));
}

// One sample is one draw of 26 noisy points: the figure comes out whole for nearly every second of them, and
// each of its features for most.
void ScenesTest::theTurnIsThereForOtherSeedsToo()
{
    constexpr int kSeeds = 60;
    Scenario scenario = findScene("around-epoch-50")->scenario;
    int whole = 0;
    int remembered = 0;
    int turned = 0;
    for (int seed = 1000; seed < 1000 + kSeeds; ++seed) {
        scenario.data.seed = static_cast<std::uint64_t>(seed);
        EpochRun run = classRun(scenario, drawClassSplit(scenario));
        run.advanceTo(scenario.training.lastEpoch, StopToken());
        const Epochs epochs = epochsOf(run.points());
        whole += isTheFigure(epochs) ? 1 : 0;
        remembered += epochs.bestTraining >= 0.99 ? 1 : 0;
        turned += epochs.bestEpoch >= 40 && epochs.bestEpoch <= 60 ? 1 : 0;
    }
    QVERIFY2(whole >= kSeeds / 3, qPrintable(QString::number(whole)));
    QVERIFY2(remembered >= kSeeds * 3 / 4, qPrintable(QString::number(remembered)));
    QVERIFY2(turned >= kSeeds * 3 / 5, qPrintable(QString::number(turned)));
}

void ScenesTest::modelAGoesThroughAllPointsAndModelBFollowsTheTarget()
{
    const SnapshotPtr snapshot = answerOf(findScene("model-a-and-model-b")->scenario);
    QVERIFY(snapshot->training.accuracy > 0.999999);
    for (std::size_t i = 0; i < snapshot->training.count; ++i) {
        const Examples training = snapshot->curve->split->training();
        QVERIFY(std::abs(evaluate(snapshot->curve->fit.polynomial, training.x[i]) - training.y[i]) < 1e-6);
    }
    QVERIFY(snapshot->rival());
    QVERIFY(snapshot->rival()->training.accuracy > 0.8 && snapshot->rival()->training.accuracy < 0.97);
    QVERIFY(snapshot->rival()->validation.accuracy > 0.8);
    QVERIFY(snapshot->validation.accuracy < 0.2);
    // B keeps nearer to the target than A, all along.
    double a = 0;
    double b = 0;
    for (std::size_t i = 0; i < snapshot->curve->curve.size(); ++i) {
        const double target = snapshot->curve->target[i];
        a += std::abs(snapshot->curve->curve[i] - target);
        b += std::abs(snapshot->rival()->curve[i] - target);
    }
    QVERIFY(b < a / 2);
}

void ScenesTest::modelAIsWorseOnNewPointsWhateverTheSeed()
{
    Scenario scenario = findScene("model-a-and-model-b")->scenario;
    for (int seed = 0; seed < 100; ++seed) {
        scenario.data.seed = static_cast<std::uint64_t>(seed);
        Answerer answerer;
        StopToken stop;
        SnapshotPtr first;
        answerer.answer(scenario, stop, [&](const SnapshotPtr &snapshot) {
            first = snapshot;
            stop.request(); // the models are all that is asked for
        });
        QVERIFY(first->training.accuracy > 0.9999);
        QVERIFY(first->validation.accuracy < first->rival()->validation.accuracy);
    }
}

OVERFIT_TEST(ScenesTest)
#include "scenes_test.moc"
