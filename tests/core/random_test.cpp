// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/random.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <set>
#include <vector>

using namespace overfit;

namespace {

constexpr int kDraws = 200000;

quint64 bitsOf(double value)
{
    return std::bit_cast<std::uint64_t>(value);
}

/// The mean of draw^power over many normal draws.
double normalMoment(int power)
{
    Random random(1, Stream::TrainingNoise);
    double sum = 0;
    for (int i = 0; i < kDraws; ++i)
        sum += std::pow(random.normal(), power);
    return sum / kDraws;
}

} // namespace

class RandomTest : public QObject
{
    Q_OBJECT

private slots:
    void theEngineIsTheOneOfTheStandard();
    void firstDrawsAreTheSameOnEveryPlatform();
    void firstWholeNumbersAreTheSameOnEveryPlatform();
    void oneSeedAndStreamGiveOneSequence();
    void everySeedAndStreamHasItsOwnSequence();
    void drawingMoreOfOneStreamLeavesTheOthersAlone();
    void uniformFillsTheUnitIntervalEvenly();
    void uniformIsAMultipleOfTheStatedStep();
    void belowOneIsZero();
    void belowGivesEveryNumberEquallyOften_data();
    void belowGivesEveryNumberEquallyOften();
    void belowIsUnbiasedWhereManyDrawsAreRejected();
    void normalQuantilesAreTheKnownOnes_data();
    void normalQuantilesAreTheKnownOnes();
    void normalQuantilesAreSymmetric();
    void normalQuantilesGrow();
    void normalIsFiniteForEveryDraw();
    void normalHasTheMomentsOfTheStandardNormal_data();
    void normalHasTheMomentsOfTheStandardNormal();
};

void RandomTest::theEngineIsTheOneOfTheStandard()
{
    std::mt19937_64 engine;
    engine.discard(9999);
    QCOMPARE(quint64{engine()}, quint64{9981545732273789042U});
}

void RandomTest::firstDrawsAreTheSameOnEveryPlatform()
{
    Random inputs(7, Stream::TrainingInputs);
    QCOMPARE(bitsOf(inputs.uniform()), quint64{0x3fe8a772ea769238});
    QCOMPARE(bitsOf(inputs.uniform()), quint64{0x3fb82df5392a6e20});
    Random noise(7, Stream::TrainingNoise);
    QCOMPARE(bitsOf(noise.normal()), quint64{0xbfd4c0f546c47846});
    QCOMPARE(bitsOf(noise.normal()), quint64{0x3ff8605094740c1f});
    QCOMPARE(bitsOf(Random(7, Stream::ValidationInputs).uniform()), quint64{0x3fe17d719e40b7c3});
    QCOMPARE(bitsOf(Random(7, Stream::ValidationNoise).normal()), quint64{0x3fa712eb7bb3b399});
    QCOMPARE(bitsOf(Random(7, Stream::Bootstrap).uniform()), quint64{0x3fed4b27d9cbf270});
}

void RandomTest::firstWholeNumbersAreTheSameOnEveryPlatform()
{
    Random random(7, Stream::Order);
    constexpr std::array<std::uint64_t, 8> kExpected{7, 5, 4, 7, 0, 5, 4, 9};
    for (const std::uint64_t expected : kExpected)
        QCOMPARE(quint64{random.below(10)}, quint64{expected});
}

void RandomTest::oneSeedAndStreamGiveOneSequence()
{
    Random a(3, Stream::Bootstrap);
    Random b(3, Stream::Bootstrap);
    for (int i = 0; i < 100; ++i)
        QCOMPARE(bitsOf(a.uniform()), bitsOf(b.uniform()));
}

void RandomTest::everySeedAndStreamHasItsOwnSequence()
{
    constexpr std::uint64_t kSeeds = 1000;
    constexpr auto kStreams = static_cast<std::uint64_t>(Stream::Bootstrap) + 1;
    std::set<double> firstDraws;
    for (std::uint64_t seed = 0; seed < kSeeds; ++seed) {
        for (std::uint64_t stream = 0; stream < kStreams; ++stream)
            firstDraws.insert(Random(seed, static_cast<Stream>(stream)).uniform());
    }
    QCOMPARE(firstDraws.size(), std::size_t{kSeeds * kStreams});
    QVERIFY(std::abs(std::accumulate(firstDraws.begin(), firstDraws.end(), 0.0) / 6000 - 0.5) < 0.02);
}

void RandomTest::drawingMoreOfOneStreamLeavesTheOthersAlone()
{
    Random alone(3, Stream::ValidationNoise);
    Random beside(3, Stream::ValidationNoise);
    Random other(3, Stream::TrainingNoise);
    for (int i = 0; i < 100; ++i) {
        static_cast<void>(other.normal());
        QCOMPARE(bitsOf(beside.normal()), bitsOf(alone.normal()));
    }
}

void RandomTest::uniformFillsTheUnitIntervalEvenly()
{
    Random random(1, Stream::TrainingInputs);
    std::vector<double> draws(kDraws);
    std::generate(draws.begin(), draws.end(), [&] { return random.uniform(); });
    std::sort(draws.begin(), draws.end());
    QVERIFY(draws.front() >= 0 && draws.back() < 1);
    double largestGap = 0; // Kolmogorov and Smirnov's; 1.63 / sqrt(n) is passed once in a hundred seeds
    for (std::size_t i = 0; i < draws.size(); ++i)
        largestGap = std::max(largestGap, std::abs(draws[i] - static_cast<double>(i) / kDraws));
    QVERIFY2(largestGap < 1.63 / std::sqrt(kDraws), qPrintable(QString::number(largestGap)));
}

void RandomTest::uniformIsAMultipleOfTheStatedStep()
{
    Random random(1, Stream::TrainingInputs);
    for (int i = 0; i < 1000; ++i) {
        const double steps = std::ldexp(random.uniform(), 53);
        QVERIFY(steps == std::floor(steps));
    }
}

void RandomTest::belowOneIsZero()
{
    QCOMPARE(quint64{Random(1, Stream::Order).below(1)}, quint64{0});
}

void RandomTest::belowGivesEveryNumberEquallyOften_data()
{
    QTest::addColumn<int>("count");
    for (const int count : {2, 3, 10, 64, 100})
        QTest::addRow("below %d", count) << count;
}

void RandomTest::belowGivesEveryNumberEquallyOften()
{
    QFETCH(const int, count);
    Random random(1, Stream::Order);
    std::vector<int> seen(static_cast<std::size_t>(count));
    for (int i = 0; i < kDraws; ++i)
        ++seen.at(static_cast<std::size_t>(random.below(static_cast<std::uint64_t>(count))));
    const double expected = static_cast<double>(kDraws) / count;
    double chiSquared = 0;
    for (const int times : seen)
        chiSquared += (times - expected) * (times - expected) / expected;
    const double freedom = count - 1;
    QVERIFY2(chiSquared < freedom + 4 * std::sqrt(2 * freedom) + 4, qPrintable(QString::number(chiSquared)));
}

void RandomTest::belowIsUnbiasedWhereManyDrawsAreRejected()
{
    // Taking the remainder alone would give the lower half two times out of three.
    constexpr std::uint64_t kCount = 0xC000000000000000;
    Random random(1, Stream::Order);
    int lower = 0;
    for (int i = 0; i < kDraws; ++i)
        lower += random.below(kCount) < kCount / 2 ? 1 : 0;
    QVERIFY(std::abs(lower - kDraws / 2) < 4 * std::sqrt(kDraws) / 2);
}

void RandomTest::normalQuantilesAreTheKnownOnes_data()
{
    // Quantiles of the standard normal, computed in 50 digits.
    QTest::addColumn<double>("probability");
    QTest::addColumn<double>("quantile");
    QTest::newRow("lower quartile") << 0.25 << -0.6744897501960817432;
    QTest::newRow("just inside the middle") << 0.075 << -1.4395314709384559349;
    QTest::newRow("just outside the middle") << 0.0749 << -1.4402382675279636631;
    QTest::newRow("2.5 %") << 0.025 << -1.9599639845400542118;
    QTest::newRow("97.5 %") << 0.975 << 1.9599639845400538556;
    QTest::newRow("99.9 %") << 0.999 << 3.0902323061678132778;
    QTest::newRow("one in a billion") << 1e-9 << -5.9978070150076868614;
    QTest::newRow("where the tail begins") << 1.3e-11 << -6.6676114565107408347;
    QTest::newRow("far tail") << 1e-300 << -37.047096299361199237;
}

void RandomTest::normalQuantilesAreTheKnownOnes()
{
    QFETCH(const double, probability);
    QFETCH(const double, quantile);
    QVERIFY(std::abs(normalQuantile(probability) - quantile) <= 2e-15 * std::abs(quantile));
}

void RandomTest::normalQuantilesAreSymmetric()
{
    QVERIFY(normalQuantile(0.5) == 0);
    for (int i = 1; i < 512; ++i)
        QCOMPARE(bitsOf(normalQuantile(i / 1024.0)), bitsOf(-normalQuantile(1 - i / 1024.0)));
}

void RandomTest::normalQuantilesGrow()
{
    constexpr int kSteps = 100000;
    for (int i = 2; i < kSteps; ++i)
        QVERIFY(normalQuantile(static_cast<double>(i) / kSteps)
            > normalQuantile(static_cast<double>(i - 1) / kSteps));
}

void RandomTest::normalIsFiniteForEveryDraw()
{
    QVERIFY(std::isfinite(normalQuantile(0.5 * 0x1p-52)));
    QVERIFY(std::isfinite(normalQuantile((0x1p52 - 0.5) * 0x1p-52)));
}

void RandomTest::normalHasTheMomentsOfTheStandardNormal_data()
{
    QTest::addColumn<int>("power");
    QTest::addColumn<double>("moment");
    QTest::addColumn<double>("variance"); // of draw^power
    QTest::newRow("mean") << 1 << 0.0 << 1.0;
    QTest::newRow("variance") << 2 << 1.0 << 2.0;
    QTest::newRow("skewness") << 3 << 0.0 << 15.0;
    QTest::newRow("kurtosis") << 4 << 3.0 << 96.0;
}

void RandomTest::normalHasTheMomentsOfTheStandardNormal()
{
    QFETCH(const int, power);
    QFETCH(const double, moment);
    QFETCH(const double, variance);
    QVERIFY(std::abs(normalMoment(power) - moment) < 3 * std::sqrt(variance / kDraws));
}

OVERFIT_TEST(RandomTest)
#include "random_test.moc"
