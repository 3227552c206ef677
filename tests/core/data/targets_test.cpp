// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/targets.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>

using namespace overfit;

namespace {

constexpr int kSteps = 4000;

double gridPoint(int step)
{
    return kGeneratedDomain.low + kGeneratedDomain.width() * step / kSteps;
}

/// The difference of the largest and the smallest value.
double span(Target target)
{
    double low = targetValue(target, gridPoint(0));
    double high = low;
    for (int i = 1; i <= kSteps; ++i) {
        low = std::min(low, targetValue(target, gridPoint(i)));
        high = std::max(high, targetValue(target, gridPoint(i)));
    }
    return high - low;
}

} // namespace

class TargetsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyTargetStaysWithinItsBound_data() { addTargets(); }
    void everyTargetStaysWithinItsBound();
    void everyTargetButNoiseIsWorthLearning_data() { addTargets(); }
    void everyTargetButNoiseIsWorthLearning();
    void pureNoiseHasNothingToLearn();
    void everyTargetHasItsShape_data();
    void everyTargetHasItsShape();
    void valuesAreTheSameOnEveryPlatform_data();
    void valuesAreTheSameOnEveryPlatform();
    void namesAreStable_data();
    void namesAreStable();
    void everyNameIsUsedOnce();

private:
    static void addTargets();
};

void TargetsTest::addTargets()
{
    QTest::addColumn<Target>("target");
    for (const Target target : kTargets)
        QTest::newRow(std::string(targetName(target)).c_str()) << target;
}

void TargetsTest::everyTargetStaysWithinItsBound()
{
    QFETCH(const Target, target);
    for (int i = 0; i <= kSteps; ++i)
        QVERIFY(std::abs(targetValue(target, gridPoint(i))) <= 1.5);
}

void TargetsTest::everyTargetButNoiseIsWorthLearning()
{
    QFETCH(const Target, target);
    QCOMPARE(span(target) > 0.9, target != Target::PureNoise);
}

void TargetsTest::pureNoiseHasNothingToLearn()
{
    QVERIFY(span(Target::PureNoise) == 0);
    QVERIFY(targetValue(Target::PureNoise, 0.3) == 0);
}

void TargetsTest::everyTargetHasItsShape_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("value");
    QTest::newRow("line at the end") << Target::Line << 1.0 << 1.0;
    QTest::newRow("cosine at the top") << Target::Cosine << 0.0 << 1.0;
    QTest::newRow("cosine at the bottom") << Target::Cosine << 2.0 / 3 << -1.0;
    QTest::newRow("sine starts its wave") << Target::Sine << -1.0 << 0.0;
    QTest::newRow("sine at the bottom") << Target::Sine << -0.5 << -1.0;
    QTest::newRow("sine at the top") << Target::Sine << 0.5 << 1.0;
    QTest::newRow("sine ends its wave") << Target::Sine << 1.0 << 0.0;
    QTest::newRow("runge at the top") << Target::Runge << 0.0 << 1.0;
    QTest::newRow("runge at the end") << Target::Runge << 1.0 << 1.0 / 26;
    QTest::newRow("step before") << Target::Step << -0x1p-1000 << -1.0;
    QTest::newRow("step after") << Target::Step << 0.0 << 1.0;
    QTest::newRow("exponential at the end") << Target::Exponential << 1.0 << 1.0;
    QTest::newRow("exponential at 0") << Target::Exponential << 0.0 << 2 * std::exp(-3.0) - 1;
    QTest::newRow("bumps start at 0") << Target::Bumps << -1.0 << std::exp(-4.0);
}

void TargetsTest::everyTargetHasItsShape()
{
    QFETCH(const Target, target);
    QFETCH(const double, x);
    QFETCH(const double, value);
    QVERIFY(std::abs(targetValue(target, x) - value) < 1e-6);
}

void TargetsTest::valuesAreTheSameOnEveryPlatform_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<double>("x");
    QTest::addColumn<quint64>("bits");
    QTest::newRow("line") << Target::Line << 0.7 << quint64{0x3fe6666666666666};
    QTest::newRow("cosine") << Target::Cosine << -0.9 << quint64{0xbfdd0e2e2b44de03};
    QTest::newRow("sine") << Target::Sine << -0.9 << quint64{0xbfd3c6ef372fe951};
    QTest::newRow("runge") << Target::Runge << -0.9 << quint64{0x3fa8181818181818};
    QTest::newRow("step") << Target::Step << -0.9 << quint64{0xbff0000000000000};
    QTest::newRow("bumps") << Target::Bumps << -0.9 << quint64{0x3fbafae1814c55ac};
    QTest::newRow("exponential") << Target::Exponential << -0.9 << quint64{0xbfefc92e00f257e7};
    QTest::newRow("pure-noise") << Target::PureNoise << -0.9 << quint64{0};
}

void TargetsTest::valuesAreTheSameOnEveryPlatform()
{
    QFETCH(const Target, target);
    QFETCH(const double, x);
    QFETCH(const quint64, bits);
    QCOMPARE(quint64{std::bit_cast<std::uint64_t>(targetValue(target, x))}, bits);
}

void TargetsTest::namesAreStable_data()
{
    QTest::addColumn<Target>("target");
    QTest::addColumn<std::string>("name");
    QTest::newRow("line") << Target::Line << std::string("line");
    QTest::newRow("cosine") << Target::Cosine << std::string("cosine");
    QTest::newRow("sine") << Target::Sine << std::string("sine");
    QTest::newRow("runge") << Target::Runge << std::string("runge");
    QTest::newRow("step") << Target::Step << std::string("step");
    QTest::newRow("bumps") << Target::Bumps << std::string("bumps");
    QTest::newRow("exponential") << Target::Exponential << std::string("exponential");
    QTest::newRow("pure noise") << Target::PureNoise << std::string("pure-noise");
}

void TargetsTest::namesAreStable()
{
    QFETCH(const Target, target);
    QFETCH(const std::string, name);
    QCOMPARE(std::string(targetName(target)), name);
}

void TargetsTest::everyNameIsUsedOnce()
{
    std::set<std::string_view> names;
    for (const Target target : kTargets)
        names.insert(targetName(target));
    QCOMPARE(names.size(), kTargets.size());
}

OVERFIT_TEST(TargetsTest)
#include "targets_test.moc"
