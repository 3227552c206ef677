// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/sweep.h"

#include "core/model/least_squares.h"
#include "core/parallel.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace overfit;
using namespace overfit::test;

namespace {

Split splitOf(Dataset pool, Dataset validation, std::size_t trainSize, Interval domain = {-1, 1})
{
    Split split;
    split.pool = std::move(pool);
    split.validation = std::move(validation);
    split.trainSize = trainSize;
    split.domain = domain;
    split.tolerance = 0.35;
    return split;
}

Split plainSplit(int pool = 200, std::size_t trainSize = 60)
{
    return splitOf(noisySine(pool, {-1, 1}, 0.3, 1), noisySine(100, {-1, 1}, 0.3, 2), trainSize);
}

/// What the sweep must give: one fit and two measurements for each value, nothing shared.
std::vector<SweepPoint> onePointAtATime(const Scenario &scenario, const Split &split, const Sweep &sweep)
{
    std::vector<SweepPoint> points;
    for (const SweepPoint &point : sweep.points) {
        const Scenario there = withDialValue(scenario, sweep.dial, point.value);
        const Examples training = sweep.dial == Dial::TrainSize
            ? split.pool->examples().first(static_cast<std::size_t>(point.value))
            : split.training();
        const Polynomial fit =
            fitPolynomial(training, split.domain, there.model.degree, there.model.ridge).polynomial;
        points.push_back({point.value, measure(fit, training, split.tolerance),
            measure(fit, split.validation->examples(), split.tolerance)});
    }
    return points;
}

bool near(double a, double b, double tolerance)
{
    return (std::isnan(a) && std::isnan(b)) || a == b
        || std::abs(a - b) <= tolerance * std::max({1.0, std::abs(a), std::abs(b)});
}

bool near(const Metrics &a, const Metrics &b, double unit)
{
    return a.count == b.count && near(a.accuracy, b.accuracy, 1e-6)
        && near(a.rmse / unit, b.rmse / unit, 1e-6) && near(a.mae / unit, b.mae / unit, 1e-6)
        && near(a.within, b.within, 1e-9);
}

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT

private slots:
    void manyExamplesGiveTheSameBitsWithAnyNumberOfCores_data();
    void manyExamplesGiveTheSameBitsWithAnyNumberOfCores();
    void equalsAFitAndAMeasurementForEachValue_data();
    void equalsAFitAndAMeasurementForEachValue();
    void degreesRunThroughTheirWholeRange();
    void trainSizesAreThinnedEvenlyWithBothEnds_data();
    void trainSizesAreThinnedEvenlyWithBothEnds();
    void bestIsTheFirstOfTheHighestValidationR2();
    void withoutAnyR2ThereIsNoBest();
    void equalInputsGiveEqualBits_data();
    void equalInputsGiveEqualBits();
    void trainingErrorGrowsWithTheRidge();
    void validationNeverChangesTheTraining();
    void aCopyOfASplitSharesItsExamples();
    void givesNothingOnceStopped_data();
    void givesNothingOnceStopped();
};

void SweepTest::manyExamplesGiveTheSameBitsWithAnyNumberOfCores_data()
{
    QTest::addColumn<Dial>("dial");
    QTest::newRow("degree") << Dial::Degree;
    QTest::newRow("train size") << Dial::TrainSize;
}

void SweepTest::manyExamplesGiveTheSameBitsWithAnyNumberOfCores()
{
    QFETCH(const Dial, dial);
    const Split split = splitOf(noisySine(60000, {-1, 1}, 0.3, 1), noisySine(20000, {-1, 1}, 0.3, 2), 60000);
    Scenario scenario;
    scenario.model.degree = 12;
    std::vector<Sweep> sweeps;
    for (const std::size_t cores : {1U, 2U, 3U}) {
        const CoreLimit limit(cores);
        sweeps.push_back(sweepAt(scenario, split, dial, {2, 7, 25}, StopToken()).value());
        if (dial == Dial::TrainSize) // steps of several blocks
            sweeps.back() = sweepAt(scenario, split, dial, {50, 20000, 60000}, StopToken()).value();
    }
    const auto sameBits = [](const Metrics &a, const Metrics &b) {
        return a.count == b.count && a.accuracy == b.accuracy && a.rmse == b.rmse && a.mae == b.mae
            && a.within == b.within;
    };
    for (const Sweep &one : sweeps)
        for (std::size_t i = 0; i < 3; ++i) {
            QVERIFY(sameBits(one.points[i].training, sweeps[0].points[i].training));
            QVERIFY(sameBits(one.points[i].validation, sweeps[0].points[i].validation));
        }
    const std::vector<SweepPoint> expected = onePointAtATime(scenario, split, sweeps[0]);
    for (std::size_t i = 0; i < 3; ++i) {
        QVERIFY(near(sweeps[0].points[i].training, expected[i].training, 1));
        QVERIFY(near(sweeps[0].points[i].validation, expected[i].validation, 1));
    }
}

void SweepTest::equalsAFitAndAMeasurementForEachValue_data()
{
    QTest::addColumn<Split>("split");
    QTest::addColumn<Dial>("dial");
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<double>("unit");
    QTest::newRow("degrees") << plainSplit() << Dial::Degree << 0 << 0.0 << 1.0;
    QTest::newRow("degrees, ridge") << plainSplit() << Dial::Degree << 0 << 0.5 << 1.0;
    QTest::newRow("degrees, few examples, ridge") << plainSplit(200, 9) << Dial::Degree << 0 << 0.5 << 1.0;
    QTest::newRow("degrees, two examples") << plainSplit(200, 2) << Dial::Degree << 0 << 0.0 << 1.0;
    QTest::newRow("degrees, odd numbers of examples")
        << plainSplit(77, 77) << Dial::Degree << 0 << 0.0 << 1.0;
    QTest::newRow("degrees, more than a chunk") << plainSplit(2345, 2345) << Dial::Degree << 0 << 0.0 << 1.0;
    QTest::newRow("degrees, repeated inputs")
        << splitOf(repeatedInputs(240, 8, {-1, 1}), repeatedInputs(100, 8, {-1, 1}), 240) << Dial::Degree << 0
        << 0.0 << 1.0;
    QTest::newRow("ridges, a line") << plainSplit() << Dial::Ridge << 1 << 0.0 << 1.0;
    QTest::newRow("ridges, degree 15") << plainSplit() << Dial::Ridge << 15 << 0.0 << 1.0;
    QTest::newRow("ridges, more coefficients than points")
        << plainSplit(200, 9) << Dial::Ridge << 20 << 0.0 << 1.0;
    QTest::newRow("ridges, a constant") << plainSplit() << Dial::Ridge << 0 << 0.0 << 1.0;
    QTest::newRow("ridges, more than a chunk") << plainSplit(2345, 2345) << Dial::Ridge << 7 << 0.0 << 1.0;
    QTest::newRow("sizes, a line") << plainSplit() << Dial::TrainSize << 1 << 0.0 << 1.0;
    QTest::newRow("sizes, degree 5") << plainSplit() << Dial::TrainSize << 5 << 0.0 << 1.0;
    QTest::newRow("sizes, degree 30, ridge") << plainSplit() << Dial::TrainSize << 30 << 0.1 << 1.0;
    QTest::newRow("sizes, a constant") << plainSplit() << Dial::TrainSize << 0 << 0.0 << 1.0;
    QTest::newRow("sizes, thinned") << plainSplit(3000) << Dial::TrainSize << 5 << 0.0 << 1.0;
    QTest::newRow("sizes, thinned to large steps") << plainSplit(20000) << Dial::TrainSize << 3 << 0.0 << 1.0;
    for (const double unit : {1e200, 1e-200}) {
        Split split = plainSplit();
        for (Shared<Dataset> *part : {&split.pool, &split.validation}) {
            Dataset data = **part;
            std::for_each(data.y.begin(), data.y.end(), [unit](double &value) { value *= unit; });
            *part = std::move(data);
        }
        split.tolerance *= unit;
        QTest::addRow("degrees, y about %g", unit) << split << Dial::Degree << 0 << 0.1 << unit;
        QTest::addRow("ridges, y about %g", unit) << split << Dial::Ridge << 5 << 0.1 << unit;
    }
}

void SweepTest::equalsAFitAndAMeasurementForEachValue()
{
    QFETCH(Split, split);
    QFETCH(Dial, dial);
    QFETCH(int, degree);
    QFETCH(double, ridge);
    QFETCH(double, unit);
    Scenario scenario;
    scenario.model.degree = degree;
    scenario.model.ridge = ridge;
    const auto result = sweep(scenario, split, dial, StopToken());
    QVERIFY(result.has_value());
    const std::vector<SweepPoint> expected = onePointAtATime(scenario, split, *result);
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QVERIFY2(
            near(result->points[i].training, expected[i].training, unit), qPrintable(QString::number(i)));
        QVERIFY2(
            near(result->points[i].validation, expected[i].validation, unit), qPrintable(QString::number(i)));
    }
}

void SweepTest::degreesRunThroughTheirWholeRange()
{
    const auto result = sweep({}, plainSplit(), Dial::Degree, StopToken());
    QCOMPARE(result->dial, Dial::Degree);
    QCOMPARE(result->points.size(), std::size_t(31));
    for (int degree = 0; degree <= 30; ++degree)
        QCOMPARE(result->points[static_cast<std::size_t>(degree)].value, double(degree));
}

void SweepTest::trainSizesAreThinnedEvenlyWithBothEnds_data()
{
    QTest::addColumn<int>("pool");
    QTest::addColumn<int>("points");
    QTest::newRow("one") << 1 << 1;
    QTest::newRow("two") << 2 << 1;
    QTest::newRow("35") << 35 << 34;
    QTest::newRow("200") << 200 << 199;
    QTest::newRow("201: as many as fit") << 201 << 200;
    QTest::newRow("202: one too many") << 202 << 200;
    QTest::newRow("5000") << 5000 << 200;
}

void SweepTest::trainSizesAreThinnedEvenlyWithBothEnds()
{
    QFETCH(int, pool);
    QFETCH(int, points);
    const auto result = sweep({}, plainSplit(pool), Dial::TrainSize, StopToken());
    QCOMPARE(static_cast<int>(result->points.size()), points);
    QCOMPARE(result->points.front().value, double(std::min(pool, 2)));
    QCOMPARE(result->points.back().value, double(pool));
    const double step = points == 1 ? 0 : (pool - 2.0) / (points - 1);
    for (int i = 0; i < points; ++i) {
        const SweepPoint &point = result->points[static_cast<std::size_t>(i)];
        QCOMPARE_LE(std::abs(point.value - std::min(pool, 2) - i * step), 1.0);
        QCOMPARE(point.training.count, static_cast<std::size_t>(point.value));
    }
}

void SweepTest::bestIsTheFirstOfTheHighestValidationR2()
{
    const auto result = sweep({}, plainSplit(), Dial::Degree, StopToken());
    const auto best = std::max_element(result->points.begin(), result->points.end(),
        [](const auto &a, const auto &b) { return a.validation.accuracy < b.validation.accuracy; });
    QVERIFY(result->best.has_value());
    QCOMPARE(*result->best, static_cast<std::size_t>(best - result->points.begin()));
}

void SweepTest::withoutAnyR2ThereIsNoBest()
{
    Split split = plainSplit();
    split.validation = Dataset{split.validation->x, std::vector<double>(split.validation->size(), 0.1)};
    for (const Dial dial : {Dial::Degree, Dial::TrainSize, Dial::Ridge})
        QVERIFY(!sweep({}, split, dial, StopToken())->best.has_value());
}

void SweepTest::equalInputsGiveEqualBits_data()
{
    QTest::addColumn<Dial>("dial");
    QTest::newRow("degrees") << Dial::Degree;
    QTest::newRow("train sizes") << Dial::TrainSize;
    QTest::newRow("ridges") << Dial::Ridge;
}

void SweepTest::equalInputsGiveEqualBits()
{
    QFETCH(Dial, dial);
    const auto first = sweep({}, plainSplit(), dial, StopToken());
    const auto again = sweep({}, plainSplit(), dial, StopToken());
    for (std::size_t i = 0; i < first->points.size(); ++i) {
        QVERIFY(first->points[i].training.accuracy == again->points[i].training.accuracy);
        QVERIFY(first->points[i].validation.accuracy == again->points[i].validation.accuracy);
        QVERIFY(first->points[i].validation.mae == again->points[i].validation.mae);
    }
}

void SweepTest::validationNeverChangesTheTraining()
{
    Split split = plainSplit();
    const auto before = sweep({}, split, Dial::Degree, StopToken());
    Dataset validation = split.validation;
    validation.y[3] += 5;
    split.validation = std::move(validation);
    const auto after = sweep({}, split, Dial::Degree, StopToken());
    for (std::size_t i = 0; i < before->points.size(); ++i) {
        QVERIFY(before->points[i].training.rmse == after->points[i].training.rmse);
        QVERIFY(before->points[i].validation.rmse != after->points[i].validation.rmse);
    }
}

void SweepTest::trainingErrorGrowsWithTheRidge()
{
    Scenario scenario;
    scenario.model.degree = 12;
    const auto result = sweep(scenario, plainSplit(), Dial::Ridge, StopToken());
    QCOMPARE(result->points.size(), std::size_t(92));
    for (std::size_t i = 1; i < result->points.size(); ++i)
        QVERIFY(result->points[i].training.rmse >= result->points[i - 1].training.rmse * (1 - 1e-12));
}

void SweepTest::aCopyOfASplitSharesItsExamples()
{
    const Split split = plainSplit();
    const Split other = withTrainSize(split, 3);
    QCOMPARE(other.training().size(), std::size_t(3));
    QCOMPARE(&*other.pool, &*split.pool);
    QCOMPARE(&*other.validation, &*split.validation);
}

void SweepTest::givesNothingOnceStopped_data()
{
    equalInputsGiveEqualBits_data();
}

void SweepTest::givesNothingOnceStopped()
{
    QFETCH(Dial, dial);
    StopToken stop;
    stop.request();
    QVERIFY(!sweep({}, plainSplit(), dial, stop).has_value());
}

OVERFIT_TEST(SweepTest)
#include "sweep_test.moc"
