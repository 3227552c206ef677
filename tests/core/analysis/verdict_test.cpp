// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

#include "core/model/least_squares.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>
#include <algorithm>
#include <cmath>

using namespace overfit;
using namespace overfit::test;

namespace {

Split splitOf(int trainSize, int validation, double noise, std::uint64_t seed = 1)
{
    Split split;
    split.pool = noisySine(200, {-1, 1}, noise, seed);
    split.validation = noisySine(validation, {-1, 1}, noise, seed + 1000);
    split.trainSize = static_cast<std::size_t>(trainSize);
    split.domain = {-1, 1};
    split.tolerance = 0.35;
    return split;
}

Dataset withAllEqual(Dataset data)
{
    std::fill(data.y.begin(), data.y.end(), 0.1);
    return data;
}

void forget(Shared<Dataset> &part, double noise, std::uint64_t seed)
{
    Random random(seed, Stream::ValidationNoise);
    Dataset data = part;
    for (double &y : data.y)
        y = noise * random.normal();
    part = std::move(data);
}

Verdict judged(const Split &split, int degree, double ridge = 0)
{
    Scenario scenario;
    scenario.model.ridge = ridge;
    const Polynomial fit = fitPolynomial(split.training(), split.domain, degree, ridge).polynomial;
    return judge(fit, split, *sweep(scenario, split, Dial::Degree, StopToken()), degree, 7);
}

/// Standard deviation of R² over resamples, straight from its definition; R² below 0 counts as 0.
double bruteSpread(const Polynomial &polynomial, const Examples &examples)
{
    Random random(99, Stream::Order);
    std::vector<double> values;
    for (int b = 0; b < 4000; ++b) {
        Dataset resample;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const auto at = random.below(examples.size());
            resample.x.push_back(examples.x[at]);
            resample.y.push_back(examples.y[at]);
        }
        values.push_back(std::max(0.0, measure(polynomial, resample.examples(), 1).accuracy));
    }
    double mean = 0;
    double squares = 0;
    for (const double value : values)
        mean += value / 4000;
    for (const double value : values)
        squares += (value - mean) * (value - mean);
    return std::sqrt(squares / 3999);
}

} // namespace

class VerdictTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatIsGoingOn_data();
    void findsWhatIsGoingOn();
    void pureNoiseIsSeldomTakenForALaw();
    void spreadIsThatOfTheDefinition_data();
    void spreadIsThatOfTheDefinition();
    void largeSetsHaveTheirSmallSpread();
    void oneWildValidationExampleIsNoExcuse();
    void undefinedAccuracyHasNoGap_data();
    void undefinedAccuracyHasNoGap();
    void isTheSameForTheSameSeed();
    void findsWhatIsGoingOnWithClasses_data();
    void findsWhatIsGoingOnWithClasses();
    void theSpreadOfAShareIsThatOfResamples();
};

void VerdictTest::findsWhatIsGoingOn_data()
{
    QTest::addColumn<Split>("split");
    QTest::addColumn<int>("degree");
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<Gap>("gap");
    QTest::newRow("a line through a sine")
        << splitOf(100, 100, 0.25) << 1 << Finding::Underfit << Gap::WithinChance;
    QTest::newRow("a constant") << splitOf(100, 100, 0.25) << 0 << Finding::Underfit << Gap::WithinChance;
    QTest::newRow("the right degree") << splitOf(150, 100, 0.25) << 5 << Finding::Good << Gap::WithinChance;
    QTest::newRow("as many coefficients as points")
        << splitOf(20, 100, 0.25) << 19 << Finding::Overfit << Gap::Large;
    QTest::newRow("more coefficients than points")
        << splitOf(12, 100, 0.25) << 30 << Finding::Overfit << Gap::Large;
    Split noise = splitOf(100, 100, 1);
    forget(noise.pool, 1, 5);
    forget(noise.validation, 1, 6);
    QTest::newRow("nothing but noise, a constant")
        << noise << 0 << Finding::NothingToLearn << Gap::WithinChance;
    noise.trainSize = 20;
    QTest::newRow("nothing but noise, learnt by heart")
        << noise << 19 << Finding::NothingToLearn << Gap::Large;
}

void VerdictTest::findsWhatIsGoingOn()
{
    QFETCH(Split, split);
    QFETCH(int, degree);
    QFETCH(Finding, finding);
    QFETCH(Gap, gap);
    const Verdict verdict = judged(split, degree);
    QCOMPARE(verdict.finding, finding);
    QCOMPARE(verdict.gap, gap);
    QVERIFY(std::isfinite(verdict.gapSpread));
}

void VerdictTest::pureNoiseIsSeldomTakenForALaw()
{
    int fooled = 0;
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Split split = splitOf(50, 60, 1, seed);
        forget(split.pool, 1, 2 * seed);
        forget(split.validation, 1, 2 * seed + 1);
        fooled += judged(split, 3).finding == Finding::NothingToLearn ? 0 : 1;
    }
    QCOMPARE_LE(fooled, 5);
}

void VerdictTest::spreadIsThatOfTheDefinition_data()
{
    QTest::addColumn<int>("trainSize");
    QTest::addColumn<int>("degree");
    QTest::newRow("a good model") << 100 << 5;
    QTest::newRow("a poor model") << 100 << 1;
    QTest::newRow("few examples") << 8 << 4;
}

void VerdictTest::spreadIsThatOfTheDefinition()
{
    QFETCH(int, trainSize);
    QFETCH(int, degree);
    const Split split = splitOf(trainSize, 100, 0.4);
    const Polynomial fit = fitPolynomial(split.training(), split.domain, degree, 0).polynomial;
    const double expected =
        std::hypot(bruteSpread(fit, split.training()), bruteSpread(fit, split.validation->examples()));
    // 200 resamples know a standard deviation to 5 %; more where the tails are heavy.
    QCOMPARE_LE(std::abs(judged(split, degree).gapSpread / expected - 1), 0.25);
}

void VerdictTest::largeSetsHaveTheirSmallSpread()
{
    Split split = splitOf(200, 100, 0.4);
    split.pool = noisySine(20000, {-1, 1}, 0.4, 1);
    split.validation = noisySine(20000, {-1, 1}, 0.4, 2);
    split.trainSize = 20000;
    const Verdict large = judged(split, 5);
    split.trainSize = 2000;
    split.validation = noisySine(2000, {-1, 1}, 0.4, 2);
    const Verdict smaller = judged(split, 5);
    QCOMPARE_LE(std::abs(smaller.gapSpread / large.gapSpread / std::sqrt(10.0) - 1), 0.3);
}

void VerdictTest::oneWildValidationExampleIsNoExcuse()
{
    Split split = splitOf(100, 100, 0.1);
    Dataset validation = split.validation;
    validation.y[17] = 1e6;
    split.validation = std::move(validation);
    const Verdict verdict = judged(split, 6);
    QCOMPARE(verdict.gap, Gap::Large);
    QCOMPARE_LE(verdict.gapSpread, 0.5);
}

void VerdictTest::undefinedAccuracyHasNoGap_data()
{
    QTest::addColumn<Split>("split");
    QTest::addColumn<Finding>("finding");
    Split split = splitOf(20, 100, 0.2);
    split.validation = withAllEqual(split.validation);
    QTest::newRow("validation values all equal") << split << Finding::Unmeasurable;
    split = splitOf(20, 100, 0.2);
    split.pool = withAllEqual(split.pool);
    QTest::newRow("training values all equal") << split << Finding::Unmeasurable;
    split = splitOf(20, 1, 0.2);
    QTest::newRow("one validation example") << split << Finding::Unmeasurable;
    split = splitOf(1, 100, 0.2);
    QTest::newRow("one training example") << split << Finding::Unmeasurable;
}

void VerdictTest::undefinedAccuracyHasNoGap()
{
    QFETCH(Split, split);
    QFETCH(Finding, finding);
    for (const int degree : {0, 3, 30}) {
        const Verdict verdict = judged(split, degree);
        QCOMPARE(verdict.gap, Gap::WithinChance);
        QCOMPARE(verdict.gapSpread, 0.0);
        QCOMPARE(verdict.finding, finding);
    }
}

void VerdictTest::isTheSameForTheSameSeed()
{
    const Split split = splitOf(40, 100, 0.3);
    QVERIFY(judged(split, 7).gapSpread == judged(split, 7).gapSpread);
}

namespace {

/// A point of a curve of classes: accuracies of 60 training and 250 validation examples.
SweepPoint classPoint(int value, double training, double validation)
{
    SweepPoint point;
    point.value = value;
    point.training.count = 60;
    point.training.accuracy = training;
    point.validation.count = 250;
    point.validation.accuracy = validation;
    point.validation.ones = 0.5;
    return point;
}

ClassSplit halfOnes()
{
    ClassDataset validation;
    for (int i = 0; i < 250; ++i)
        validation.label.push_back(i % 2 == 0 ? 1 : 0);
    ClassSplit split;
    split.validation = std::move(validation);
    return split;
}

} // namespace

void VerdictTest::findsWhatIsGoingOnWithClasses_data()
{
    QTest::addColumn<double>("bestValidation"); // at 10; training is as good there
    QTest::addColumn<int>("value"); // where the dial stands
    QTest::addColumn<double>("training");
    QTest::addColumn<double>("validation");
    QTest::addColumn<Finding>("finding");
    QTest::newRow("as good as it gets") << 0.9 << 12 << 0.92 << 0.89 << Finding::Good;
    QTest::newRow("the best itself") << 0.9 << 10 << 0.92 << 0.9 << Finding::Good;
    QTest::newRow("not there yet") << 0.9 << 3 << 0.6 << 0.6 << Finding::Underfit;
    QTest::newRow("past its best") << 0.9 << 20 << 0.6 << 0.6 << Finding::PastBest;
    QTest::newRow("remembering") << 0.9 << 20 << 1.0 << 0.7 << Finding::Overfit;
    QTest::newRow("guessing everywhere") << 0.55 << 20 << 1.0 << 0.5 << Finding::NothingToLearn;
    QTest::newRow("a little better than guessing is not enough")
        << 0.58 << 3 << 0.6 << 0.5 << Finding::NothingToLearn;
}

void VerdictTest::findsWhatIsGoingOnWithClasses()
{
    QFETCH(double, bestValidation);
    QFETCH(int, value);
    QFETCH(double, training);
    QFETCH(double, validation);
    QFETCH(Finding, finding);
    Sweep along{Dial::Epochs, {classPoint(10, bestValidation, bestValidation)}, 0};
    if (value != 10)
        along.points.push_back(classPoint(value, training, validation));
    const Verdict verdict = judgeClasses(halfOnes(), along, value);
    QCOMPARE(verdict.finding, finding);
    QCOMPARE(verdict.best, 10);
    QCOMPARE(verdict.dial, Dial::Epochs);
}

// Two shares, resampled: their difference scatters as the verdict says, but for the correction of small
// samples.
void VerdictTest::theSpreadOfAShareIsThatOfResamples()
{
    Random random(5, Stream::Order);
    const auto resampled = [&](int right, int count) {
        int sum = 0;
        for (int i = 0; i < count; ++i)
            sum += static_cast<int>(random.below(static_cast<std::uint64_t>(count))) < right ? 1 : 0;
        return static_cast<double>(sum) / count;
    };
    double mean = 0;
    double squares = 0;
    constexpr int kResamples = 4000;
    for (int i = 0; i < kResamples; ++i) {
        const double gap = resampled(48, 60) - resampled(175, 250);
        mean += gap / kResamples;
        squares += gap * gap / kResamples;
    }
    const double spread = std::sqrt(squares - mean * mean);
    const Sweep along{Dial::Epochs, {classPoint(10, 48.0 / 60, 0.7)}, 0};
    const Verdict verdict = judgeClasses(halfOnes(), along, 10);
    QVERIFY2(std::abs(verdict.gapSpread / spread - 1) < 0.06,
        qPrintable(QString::number(verdict.gapSpread / spread)));
}

OVERFIT_TEST(VerdictTest)
#include "verdict_test.moc"
