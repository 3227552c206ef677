// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/descent.h"

#include "core/model/least_squares.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <Eigen/Dense>
#include <QTest>

#include <bit>
#include <cmath>
#include <cstdint>
#include <numeric>
#include <vector>

using namespace overfit;
using overfit::test::noisySine;

namespace {

constexpr Interval kUnit{-1, 1};

DescentSettings settingsOf(Optimizer optimizer, double rate, int batch = 10)
{
    DescentSettings settings;
    settings.optimizer = optimizer;
    settings.learningRate = rate;
    settings.batchSize = batch;
    return settings;
}

/// A dense design matrix without padding.
Eigen::MatrixXd designOf(const FeatureRows &features)
{
    Eigen::MatrixXd design(
        static_cast<Eigen::Index>(features.rows()), static_cast<Eigen::Index>(features.terms()));
    for (Eigen::Index i = 0; i < design.rows(); ++i)
        for (Eigen::Index j = 0; j < design.cols(); ++j)
            design(i, j) = features.row(static_cast<std::size_t>(i))[j];
    return design;
}

Eigen::VectorXd weightsOf(const Descent &descent)
{
    return Eigen::Map<const Eigen::VectorXd>(
        descent.weights().data(), static_cast<Eigen::Index>(descent.features().terms()));
}

std::vector<double> targetsOf(Loss loss, const Dataset &data)
{
    std::vector<double> targets = data.y;
    if (loss == Loss::Logistic)
        for (double &target : targets)
            target = target > 0 ? 1 : 0;
    return targets;
}

/// The objective by its definition, in long double.
long double objective(Loss loss, const Eigen::MatrixXd &design, const std::vector<double> &targets,
    double ridge, const Eigen::VectorXd &weights)
{
    long double sum = 0;
    for (Eigen::Index i = 0; i < design.rows(); ++i) {
        long double z = 0;
        for (Eigen::Index k = 0; k < design.cols(); ++k)
            z += static_cast<long double>(design(i, k)) * weights[k];
        const long double target = targets[static_cast<std::size_t>(i)];
        sum +=
            loss == Loss::Squared ? (z - target) * (z - target) / 2 : std::log(1 + std::exp(z)) - target * z;
    }
    for (Eigen::Index k = 1; k < weights.size(); ++k)
        sum += static_cast<long double>(ridge) / 2 * weights[k] * weights[k];
    return sum / design.rows();
}

/// Central differences of the objective.
Eigen::VectorXd gradientByDifferences(Loss loss, const Eigen::MatrixXd &design,
    const std::vector<double> &targets, double ridge, const Eigen::VectorXd &weights)
{
    constexpr double kStep = 1e-4;
    Eigen::VectorXd gradient(weights.size());
    for (Eigen::Index k = 0; k < weights.size(); ++k) {
        Eigen::VectorXd up = weights;
        Eigen::VectorXd down = weights;
        up[k] += kStep;
        down[k] -= kStep;
        gradient[k] = static_cast<double>(
            (objective(loss, design, targets, ridge, up) - objective(loss, design, targets, ridge, down))
            / (2 * static_cast<long double>(kStep)));
    }
    return gradient;
}

} // namespace

class DescentTest : public QObject
{
    Q_OBJECT

private slots:
    void theSigmoidAndTheSoftPlusAreRightEverywhere_data();
    void theSigmoidAndTheSoftPlusAreRightEverywhere();
    void aStepOfGradientDescentFollowsTheSlopeOfTheObjective_data();
    void aStepOfGradientDescentFollowsTheSlopeOfTheObjective();
    void leastSquaresFollowTheFilterOfTheirSingularValues_data();
    void leastSquaresFollowTheFilterOfTheirSingularValues();
    void anEpochOfMiniBatchesIsAStepForEachBatch_data();
    void anEpochOfMiniBatchesIsAStepForEachBatch();
    void adamDoesWhatItsAlgorithmSays();
    void everyEpochGoesThroughAllExamplesInANewOrder();
    void trainingLongEnoughGetsToTheLeastSquaresSolution();
    void theLearningRateChangesByItsFactor();
    void tooLargeALearningRateEndsInFiniteWeights();
    void theSameSeedGivesTheSameBits_data();
    void theSameSeedGivesTheSameBits();
};

void DescentTest::theSigmoidAndTheSoftPlusAreRightEverywhere_data()
{
    QTest::addColumn<double>("z");
    for (const double z : {-800.0, -700.0, -45.0, -37.0, -3.5, -1e-9, 0.0, 1e-9, 0.7, 5.0, 39.0, 41.0, 800.0})
        QTest::addRow("%g", z) << z;
}

void DescentTest::theSigmoidAndTheSoftPlusAreRightEverywhere()
{
    QFETCH(double, z);
    const long double e = std::exp(-std::abs(static_cast<long double>(z)));
    const long double share = z >= 0 ? 1 / (1 + e) : e / (1 + e);
    const long double soft = std::max(z, 0.0) + std::log1p(e);
    QVERIFY(std::abs(static_cast<double>(sigmoid(z) - share)) <= 1e-15 * static_cast<double>(share) + 1e-300);
    QVERIFY(std::abs(static_cast<double>(softPlus(z) - soft)) <= 1e-15 * static_cast<double>(soft) + 1e-16);
}

void DescentTest::aStepOfGradientDescentFollowsTheSlopeOfTheObjective_data()
{
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<double>("spread");
    QTest::newRow("squares from 0") << Loss::Squared << 0.0 << 0.0;
    QTest::newRow("squares from chance, ridge") << Loss::Squared << 2.0 << 1.0;
    QTest::newRow("logistic from 0") << Loss::Logistic << 0.0 << 0.0;
    QTest::newRow("logistic from chance, ridge") << Loss::Logistic << 3.0 << 1.0;
}

void DescentTest::aStepOfGradientDescentFollowsTheSlopeOfTheObjective()
{
    QFETCH(Loss, loss);
    QFETCH(double, ridge);
    QFETCH(double, spread);
    const Dataset data = noisySine(23, kUnit, 0.3);
    const std::vector<double> targets = targetsOf(loss, data);
    DescentSettings settings = settingsOf(Optimizer::GradientDescent, 0.25);
    settings.startSpread = spread;
    Descent descent(curveFeatures(data.x, kUnit, 9), targets, loss, ridge, settings);
    const Eigen::MatrixXd design = designOf(descent.features());
    for (int epoch = 0; epoch < 3; ++epoch) {
        const Eigen::VectorXd before = weightsOf(descent);
        const Eigen::VectorXd gradient = gradientByDifferences(loss, design, targets, ridge, before);
        descent.runEpoch();
        QVERIFY((weightsOf(descent) - (before - 0.25 * gradient)).cwiseAbs().maxCoeff() < 1e-8);
    }
}

void DescentTest::leastSquaresFollowTheFilterOfTheirSingularValues_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("degree");
    QTest::addColumn<int>("epochs");
    QTest::newRow("a few epochs") << 30 << 5 << 7;
    QTest::newRow("many epochs") << 30 << 12 << 2000;
    QTest::newRow("more weights than points") << 9 << 20 << 300;
}

// Along the singular direction with value s, full-batch gradient descent from 0 reaches the share
// 1 - (1 - η s²/n)^t of the least-squares solution after t epochs.
void DescentTest::leastSquaresFollowTheFilterOfTheirSingularValues()
{
    QFETCH(int, points);
    QFETCH(int, degree);
    QFETCH(int, epochs);
    constexpr double kRate = 0.4;
    const Dataset data = noisySine(points, kUnit, 0.3);
    Descent descent(curveFeatures(data.x, kUnit, degree), data.y, Loss::Squared, 0,
        settingsOf(Optimizer::GradientDescent, kRate));
    for (int epoch = 0; epoch < epochs; ++epoch)
        descent.runEpoch();
    const Eigen::MatrixXd design = designOf(descent.features());
    const Eigen::JacobiSVD<Eigen::MatrixXd> svd(design, Eigen::ComputeThinU | Eigen::ComputeThinV);
    const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(data.y.data(), points);
    Eigen::VectorXd expected = Eigen::VectorXd::Zero(design.cols());
    for (Eigen::Index k = 0; k < svd.singularValues().size(); ++k) {
        const double s = svd.singularValues()[k];
        const double share = 1 - std::pow(1 - kRate * s * s / points, epochs);
        expected += svd.matrixV().col(k) * (share / s * svd.matrixU().col(k).dot(y));
    }
    QVERIFY((weightsOf(descent) - expected).norm() < 1e-11 * (1 + expected.norm()));
}

void DescentTest::anEpochOfMiniBatchesIsAStepForEachBatch_data()
{
    QTest::addColumn<int>("batch");
    QTest::newRow("one point a step") << 1;
    QTest::newRow("batches that do not go into all") << 7;
    QTest::newRow("as large as the set") << 23;
    QTest::newRow("larger than the set") << 100;
}

// Follows the order of the examples with an engine of its own, and does the sums with Eigen.
void DescentTest::anEpochOfMiniBatchesIsAStepForEachBatch()
{
    QFETCH(int, batch);
    constexpr double kRate = 0.5;
    constexpr double kRidge = 1.5;
    const Dataset data = noisySine(23, kUnit, 0.3);
    const std::vector<double> targets = targetsOf(Loss::Logistic, data);
    Descent descent(curveFeatures(data.x, kUnit, 6), targets, Loss::Logistic, kRidge,
        settingsOf(Optimizer::MiniBatches, kRate, batch));
    const Eigen::MatrixXd design = designOf(descent.features());
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(design.cols());
    Random random(1, Stream::Shuffling);
    std::vector<Eigen::Index> order(23);
    std::iota(order.begin(), order.end(), 0);
    for (int epoch = 0; epoch < 3; ++epoch) {
        if (batch < 23)
            for (std::size_t left = order.size(); left > 1; --left)
                std::swap(order[left - 1], order[random.below(left)]);
        for (std::size_t from = 0; from < order.size(); from += static_cast<std::size_t>(batch)) {
            const std::size_t to = std::min(order.size(), from + static_cast<std::size_t>(batch));
            Eigen::VectorXd gradient = kRidge / 23 * weights;
            gradient[0] = 0;
            for (std::size_t i = from; i < to; ++i) {
                const double p = 1 / (1 + std::exp(-design.row(order[i]).dot(weights)));
                gradient += (p - targets[static_cast<std::size_t>(order[i])]) / static_cast<double>(to - from)
                    * design.row(order[i]).transpose();
            }
            weights -= kRate * gradient;
        }
        descent.runEpoch();
        QVERIFY((weightsOf(descent) - weights).cwiseAbs().maxCoeff() < 1e-12);
    }
}

void DescentTest::adamDoesWhatItsAlgorithmSays()
{
    constexpr double kRate = 0.01;
    const Dataset data = noisySine(16, kUnit, 0.3);
    Descent descent(
        curveFeatures(data.x, kUnit, 7), data.y, Loss::Squared, 0, settingsOf(Optimizer::Adam, kRate, 16));
    const Eigen::MatrixXd design = designOf(descent.features());
    const Eigen::VectorXd y = Eigen::Map<const Eigen::VectorXd>(data.y.data(), 16);
    Eigen::VectorXd weights = Eigen::VectorXd::Zero(8);
    Eigen::VectorXd m = weights;
    Eigen::VectorXd v = weights;
    for (int t = 1; t <= 50; ++t) {
        const Eigen::VectorXd g = design.transpose() * (design * weights - y) / 16;
        m = 0.9 * m + 0.1 * g;
        v = 0.999 * v + 0.001 * g.cwiseAbs2();
        const Eigen::VectorXd mHat = m / (1 - std::pow(0.9, t));
        const Eigen::VectorXd vHat = v / (1 - std::pow(0.999, t));
        weights -= (kRate * mHat.array() / (vHat.array().sqrt() + 1e-8)).matrix();
        descent.runEpoch();
        QVERIFY((weightsOf(descent) - weights).cwiseAbs().maxCoeff() < 1e-10);
    }
}

// With a single feature of 1 and targets 2^i, a tiny step adds each target once: what is left tells the order
// apart.
void DescentTest::everyEpochGoesThroughAllExamplesInANewOrder()
{
    const std::vector<double> x(8, 0.0);
    const std::vector<double> targets{1, 2, 4, 8, 16, 32, 64, 128};
    Descent descent(
        curveFeatures(x, kUnit, 0), targets, Loss::Squared, 0, settingsOf(Optimizer::MiniBatches, 1e-5, 1));
    descent.runEpoch();
    QVERIFY(std::abs(descent.weights()[0] / 1e-5 - 255) < 0.1);
    const double first = descent.weights()[0];
    descent.runEpoch();
    QVERIFY(std::abs((descent.weights()[0] - first) / 1e-5 - 255) < 0.1);
}

void DescentTest::trainingLongEnoughGetsToTheLeastSquaresSolution()
{
    const Dataset data = noisySine(40, kUnit, 0.2);
    Descent descent(curveFeatures(data.x, kUnit, 4), data.y, Loss::Squared, 3,
        settingsOf(Optimizer::GradientDescent, 0.5));
    for (int epoch = 0; epoch < 2000; ++epoch)
        descent.runEpoch();
    const Fit fit = fitPolynomial(data.examples(), kUnit, 4, 3);
    for (std::size_t k = 0; k < 5; ++k)
        QVERIFY(std::abs(descent.weights()[k] - fit.polynomial.coefficients[k]) < 1e-9);
}

void DescentTest::theLearningRateChangesByItsFactor()
{
    const std::vector<double> x(1, 0.0);
    DescentSettings settings = settingsOf(Optimizer::GradientDescent, 0.25);
    settings.rateFactor = 0.8;
    Descent descent(curveFeatures(x, kUnit, 0), {1}, Loss::Squared, 0, settings);
    double left = 1; // what is missing to the target
    for (int epoch = 0; epoch < 20; ++epoch) {
        left *= 1 - 0.25 * std::pow(0.8, epoch);
        descent.runEpoch();
        QVERIFY(std::abs(1 - descent.weights()[0] - left) < 1e-14);
    }
    settings.rateFactor = 1.2;
    settings.learningRate = kLargestLearningRate;
    Descent growing(curveFeatures(x, kUnit, 0), {1}, Loss::Squared, 0, settings);
    growing.runEpoch();
    growing.runEpoch();
    QCOMPARE(growing.weights()[0], 10 - 10 * (10.0 - 1)); // no faster than the largest rate
}

void DescentTest::tooLargeALearningRateEndsInFiniteWeights()
{
    const Dataset data = noisySine(20, kUnit, 0.2);
    Descent descent(curveFeatures(data.x, kUnit, 8), data.y, Loss::Squared, 0,
        settingsOf(Optimizer::GradientDescent, 10));
    QVERIFY(!descent.diverged());
    for (int epoch = 0; epoch < 2000; ++epoch)
        descent.runEpoch();
    QVERIFY(descent.diverged());
    for (const double weight : descent.weights())
        QVERIFY(std::isfinite(weight));
}

void DescentTest::theSameSeedGivesTheSameBits_data()
{
    QTest::addColumn<Loss>("loss");
    QTest::addColumn<Optimizer>("optimizer");
    QTest::newRow("squares, gradient descent") << Loss::Squared << Optimizer::GradientDescent;
    QTest::newRow("squares, Adam") << Loss::Squared << Optimizer::Adam;
    QTest::newRow("logistic, mini-batches") << Loss::Logistic << Optimizer::MiniBatches;
    QTest::newRow("logistic, Adam") << Loss::Logistic << Optimizer::Adam;
}

void DescentTest::theSameSeedGivesTheSameBits()
{
    QFETCH(Loss, loss);
    QFETCH(Optimizer, optimizer);
    const Dataset data = noisySine(31, kUnit, 0.3);
    DescentSettings settings = settingsOf(optimizer, 0.05, 7);
    settings.startSpread = 0.5;
    const auto run = [&] {
        Descent descent(curveFeatures(data.x, kUnit, 11), targetsOf(loss, data), loss, 0.1, settings);
        for (int epoch = 0; epoch < 100; ++epoch)
            descent.runEpoch();
        std::vector<std::uint64_t> bits;
        for (const double weight : descent.weights())
            bits.push_back(std::bit_cast<std::uint64_t>(weight));
        return bits;
    };
    const std::vector<std::uint64_t> first = run();
    QCOMPARE(run(), first);
    settings.seed = 2;
    QVERIFY(run() != first);
}

OVERFIT_TEST(DescentTest)
#include "descent_test.moc"
