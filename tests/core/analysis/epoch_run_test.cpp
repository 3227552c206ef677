// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/epoch_run.h"

#include "core/analysis/class_metrics.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>

using namespace overfit;

namespace {

Scenario curveScenario()
{
    Scenario scenario;
    scenario.model.degree = 9;
    return scenario;
}

Scenario classScenario()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.model.degree = 6;
    scenario.sampling.trainSize = 60;
    scenario.training.descent.optimizer = Optimizer::MiniBatches;
    return scenario;
}

bool sameBits(const Metrics &a, const Metrics &b)
{
    return a.count == b.count && a.accuracy == b.accuracy && a.rmse == b.rmse && a.mae == b.mae
        && a.within == b.within && a.logLoss == b.logLoss;
}

bool sameRun(const EpochRun &a, const EpochRun &b, int epochs)
{
    for (int epoch = 1; epoch <= epochs; ++epoch) {
        const auto i = static_cast<std::size_t>(epoch - 1);
        const auto one = a.weights(epoch);
        const auto other = b.weights(epoch);
        if (!std::equal(one.begin(), one.end(), other.begin(), other.end())
            || !sameBits(a.points()[i].training, b.points()[i].training)
            || !sameBits(a.points()[i].validation, b.points()[i].validation))
            return false;
    }
    return true;
}

} // namespace

class EpochRunTest : public QObject
{
    Q_OBJECT

private slots:
    void everyEpochIsScoredAsItsModelIs();
    void everyEpochOfClassesIsScoredAsItsModelIs();
    void aRunThatIsTakenUpAgainIsTheSameRun();
    void aModelWithoutARecordIsThatOfTheRun();
    void validationExamplesDoNotLeakIntoTheWeights();
    void theUnitOfYDoesNotMatter();
    void twoThousandEpochsAtDegreeTwelveTakeLessThanEightMegabytes();
    void aRequestToStopIsHeardBetweenEpochs();
    void logLossAndAccuracyAreTheirDefinitions();
};

void EpochRunTest::everyEpochIsScoredAsItsModelIs()
{
    const Scenario scenario = curveScenario();
    const Split split = drawSplit(scenario);
    EpochRun run = curveRun(scenario, split);
    run.advanceTo(80, StopToken());
    QCOMPARE(run.epochs(), 80);
    for (const SweepPoint &point : run.points()) {
        const Polynomial model = curveAt(run, static_cast<int>(point.value), split);
        const Metrics training = measure(model, split.training(), split.tolerance);
        const Metrics validation = measure(model, split.validation->examples(), split.tolerance);
        QVERIFY(std::abs(point.training.accuracy - training.accuracy) < 1e-12);
        QVERIFY(std::abs(point.validation.accuracy - validation.accuracy) < 1e-12);
        QVERIFY(std::abs(point.validation.rmse - validation.rmse) < 1e-12);
    }
}

void EpochRunTest::everyEpochOfClassesIsScoredAsItsModelIs()
{
    const Scenario scenario = classScenario();
    const ClassSplit split = drawClassSplit(scenario);
    EpochRun run = classRun(scenario, split);
    run.advanceTo(40, StopToken());
    for (const SweepPoint &point : run.points()) {
        const PlanePolynomial model =
            planeAt(run, static_cast<int>(point.value), split.domain, scenario.model.degree);
        QVERIFY(sameBits(point.training, measureClasses(model, split.training())));
        QVERIFY(sameBits(point.validation, measureClasses(model, split.validation->examples())));
    }
}

void EpochRunTest::aRunThatIsTakenUpAgainIsTheSameRun()
{
    const Scenario scenario = classScenario();
    const ClassSplit split = drawClassSplit(scenario);
    EpochRun whole = classRun(scenario, split);
    whole.advanceTo(50, StopToken());
    EpochRun parts = classRun(scenario, split);
    for (const int epochs : {1, 7, 7, 30, 50})
        parts.advanceTo(epochs, StopToken());
    QCOMPARE(parts.epochs(), 50);
    QVERIFY(sameRun(whole, parts, 50));
}

void EpochRunTest::aModelWithoutARecordIsThatOfTheRun()
{
    Scenario scenario = classScenario();
    scenario.model.epochs = 30;
    const ClassSplit split = drawClassSplit(scenario);
    EpochRun run = classRun(scenario, split);
    run.advanceTo(30, StopToken());
    QVERIFY(*trainClasses(scenario, split.training(), split.domain, StopToken())
        == planeAt(run, 30, split.domain, scenario.model.degree));
    Scenario curve = curveScenario();
    curve.model.epochs = 30;
    const Split points = drawSplit(curve);
    EpochRun curves = curveRun(curve, points);
    curves.advanceTo(30, StopToken());
    QVERIFY(*trainCurve(curve, points.training(), points.domain, StopToken()) == curveAt(curves, 30, points));
}

void EpochRunTest::validationExamplesDoNotLeakIntoTheWeights()
{
    const Scenario scenario = classScenario();
    ClassSplit split = drawClassSplit(scenario);
    EpochRun before = classRun(scenario, split);
    before.advanceTo(20, StopToken());
    ClassDataset turned = split.validation;
    for (std::uint8_t &label : turned.label)
        label = 1 - label;
    split.validation = std::move(turned);
    EpochRun after = classRun(scenario, split);
    after.advanceTo(20, StopToken());
    const auto one = before.weights(20);
    const auto other = after.weights(20);
    QVERIFY(std::equal(one.begin(), one.end(), other.begin(), other.end()));
    QVERIFY(std::abs(after.points()[19].validation.accuracy - (1 - before.points()[19].validation.accuracy))
        < 1e-12);
}

void EpochRunTest::theUnitOfYDoesNotMatter()
{
    Scenario scenario = curveScenario();
    scenario.training.descent.optimizer = Optimizer::Adam;
    Split split = drawSplit(scenario);
    EpochRun plain = curveRun(scenario, split);
    plain.advanceTo(50, StopToken());
    for (Shared<Dataset> *part : {&split.pool, &split.validation}) {
        Dataset data = *part;
        for (double &y : data.y)
            y = 1e6 + 1000 * y;
        *part = std::move(data);
    }
    EpochRun scaled = curveRun(scenario, split);
    scaled.advanceTo(50, StopToken());
    for (std::size_t i = 0; i < 50; ++i)
        QVERIFY(std::abs(plain.points()[i].training.accuracy - scaled.points()[i].training.accuracy) < 1e-6);
}

void EpochRunTest::twoThousandEpochsAtDegreeTwelveTakeLessThanEightMegabytes()
{
    Scenario scenario = classScenario();
    scenario.model.degree = 12;
    scenario.sampling.trainSize = 10;
    const ClassSplit split = drawClassSplit(scenario);
    EpochRun run = classRun(scenario, split);
    run.advanceTo(2000, StopToken());
    QCOMPARE(run.epochs(), 2000);
    QVERIFY2(run.bytes() <= 8'000'000, qPrintable(QString::number(run.bytes())));
}

void EpochRunTest::aRequestToStopIsHeardBetweenEpochs()
{
    const Scenario scenario = classScenario();
    EpochRun run = classRun(scenario, drawClassSplit(scenario));
    StopToken stop;
    run.advanceTo(3, stop);
    stop.request();
    run.advanceTo(100, stop);
    QCOMPARE(run.epochs(), 3);
}

void EpochRunTest::logLossAndAccuracyAreTheirDefinitions()
{
    const std::vector<std::uint8_t> label{1, 0, 1, 0, 1};
    const std::vector<double> logits{2, -1, -0.5, 3, 0};
    double loss = 0;
    int right = 0;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const double p = 1 / (1 + std::exp(-logits[i]));
        loss -= std::log(label[i] == 1 ? p : 1 - p);
        right += (p > 0.5) == (label[i] == 1) ? 1 : 0;
    }
    const Metrics metrics = measureClasses(label, logits);
    QCOMPARE(metrics.count, std::size_t(5));
    QCOMPARE(metrics.accuracy, right / 5.0);
    QVERIFY(std::abs(metrics.logLoss - loss / 5) < 1e-15);
    QCOMPARE(rightOnes(label, logits), (std::vector<std::uint8_t>{1, 1, 0, 0, 0}));
}

OVERFIT_TEST(EpochRunTest)
#include "epoch_run_test.moc"
