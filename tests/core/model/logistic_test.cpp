// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/logistic.h"

#include "core/analysis/class_metrics.h"
#include "core/model/descent.h"
#include "core/model/feature_rows.h"
#include "core/parallel.h"
#include "core/random.h"
#include "core/sampling/class_split.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <thread>
#include <utility>
#include <vector>

using namespace overfit;

namespace {

constexpr Rectangle kSquare{{-1, 1}, {-1, 1}};

ClassDataset randomClasses(int count, double wrong, std::uint64_t seed = 5)
{
    Random random(seed, Stream::TrainingInputs);
    ClassDataset data;
    for (int i = 0; i < count; ++i) {
        data.x1.push_back(2 * random.uniform() - 1);
        data.x2.push_back(2 * random.uniform() - 1);
        const bool one = data.x1.back() + 0.3 * data.x2.back() > 0;
        data.label.push_back((random.uniform() < wrong) != one ? 1 : 0);
    }
    return data;
}

ClassFit fitOf(const ClassDataset &data, int degree, double ridge)
{
    return *fitClasses(data.examples(), kSquare, degree, ridge, StopToken());
}

/// The penalised log loss by its definition.
long double objective(const ClassDataset &data, const PlanePolynomial &polynomial, double penalty)
{
    long double sum = 0;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const long double z = evaluate(polynomial, data.x1[i], data.x2[i]);
        sum += std::log1p(std::exp(data.label[i] != 0 ? -z : z));
    }
    for (std::size_t k = 0; k < polynomial.coefficients.size(); ++k) {
        const long double c = polynomial.coefficients[k];
        sum += static_cast<long double>(k == 0 ? kLeastPenalty : penalty) / 2 * c * c;
    }
    return sum;
}

} // namespace

class LogisticTest : public QObject
{
    Q_OBJECT

private slots:
    void noCoefficientCanBeMovedToABetterFit_data();
    void noCoefficientCanBeMovedToABetterFit();
    void theConstantAloneGivesTheShareOfTheClasses_data();
    void theConstantAloneGivesTheShareOfTheClasses();
    void separableClassesGetABoundedAnswer_data();
    void separableClassesGetABoundedAnswer();
    void trainingLossNeverGrowsWithTheDegree();
    void moreRidgeGivesSmallerWeights();
    void aRequestToStopIsHeard();
    void aRequestToStopIsHeardWhileManyExamplesAreFitted();
    void manyExamplesAreFittedAsFewAre_data();
    void manyExamplesAreFittedAsFewAre();
    void manyExamplesGiveTheSameBitsWithAnyNumberOfCores();
    void termsAreTheProductsOfLegendrePolynomials();
};

void LogisticTest::noCoefficientCanBeMovedToABetterFit_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<double>("wrong");
    for (const int degree : {0, 1, 3, 6, 12}) {
        QTest::addRow("degree %d, noise, ridge", degree) << degree << 1.0 << 0.2;
        QTest::addRow("degree %d, noise, least penalty", degree) << degree << 0.0 << 0.2;
        QTest::addRow("degree %d, separable", degree) << degree << 0.0 << 0.0;
    }
}

// The objective is convex: where it rises along every coordinate and its slope is 0, it is at its minimum.
void LogisticTest::noCoefficientCanBeMovedToABetterFit()
{
    QFETCH(int, degree);
    QFETCH(double, ridge);
    QFETCH(double, wrong);
    const ClassDataset data = randomClasses(80, wrong);
    const ClassFit fit = fitOf(data, degree, ridge);
    QCOMPARE(fit.penalty, std::max(ridge, kLeastPenalty));
    const long double least = objective(data, fit.polynomial, fit.penalty);
    constexpr double kStep = 1e-4;
    for (std::size_t k = 0; k < fit.polynomial.coefficients.size(); ++k) {
        PlanePolynomial up = fit.polynomial;
        PlanePolynomial down = fit.polynomial;
        up.coefficients[k] += kStep;
        down.coefficients[k] -= kStep;
        const long double above = objective(data, up, fit.penalty);
        const long double below = objective(data, down, fit.penalty);
        QVERIFY(above > least && below > least);
        QVERIFY(std::abs((above - below) / (2 * static_cast<long double>(kStep))) < 1e-5L);
    }
}

void LogisticTest::theConstantAloneGivesTheShareOfTheClasses_data()
{
    QTest::addColumn<int>("ones");
    for (const int ones : {0, 1, 10, 39, 40})
        QTest::addRow("%d of 40", ones) << ones;
}

// 40 σ(b) + λ b = ones, solved by bisection.
void LogisticTest::theConstantAloneGivesTheShareOfTheClasses()
{
    QFETCH(int, ones);
    ClassDataset data = randomClasses(40, 0);
    for (std::size_t i = 0; i < data.size(); ++i)
        data.label[i] = static_cast<int>(i) < ones ? 1 : 0;
    double low = -50;
    double high = 50;
    for (int i = 0; i < 200; ++i) {
        const double b = (low + high) / 2;
        (40 / (1 + std::exp(-b)) + kLeastPenalty * b < ones ? low : high) = b;
    }
    const ClassFit fit = fitOf(data, 0, 0);
    QVERIFY(std::abs(fit.polynomial.coefficients[0] - low) < 1e-6 * (1 + std::abs(low)));
    QCOMPARE(fit.separated, ones == 0 || ones == 40);
}

void LogisticTest::separableClassesGetABoundedAnswer_data()
{
    QTest::addColumn<int>("points");
    QTest::addColumn<int>("degree");
    QTest::newRow("two points") << 2 << 12;
    QTest::newRow("a clear line") << 100 << 1;
    QTest::newRow("many weights") << 60 << 12;
}

void LogisticTest::separableClassesGetABoundedAnswer()
{
    QFETCH(int, points);
    QFETCH(int, degree);
    ClassDataset data = randomClasses(points, 0);
    data.label.front() = 1; // two points may be of one class
    data.label.back() = points == 2 ? 0 : data.label.back();
    for (std::size_t i = 0; i < data.size();
         ++i) // room between the classes, so that a penalty can't make them touch
        data.x1[i] = 0.7 * data.x1[i] + (data.label[i] != 0 ? 0.3 : -0.3);
    const ClassFit fit = fitOf(data, degree, 0);
    QVERIFY(fit.separated);
    QVERIFY(fit.steps < 100);
    // At the minimum the penalty is at most what the loss of no weights at all would be.
    double squares = 0;
    for (const double c : fit.polynomial.coefficients)
        squares += c * c;
    QVERIFY(std::isfinite(squares));
    QVERIFY(kLeastPenalty / 2 * squares <= points * std::log(2.0));
    QCOMPARE(measureClasses(fit.polynomial, data.examples()).accuracy, 1.0);
}

void LogisticTest::trainingLossNeverGrowsWithTheDegree()
{
    const ClassDataset data = randomClasses(120, 0.15);
    long double before = 1e9L;
    for (int degree = 0; degree <= 12; ++degree) {
        const ClassFit fit = fitOf(data, degree, 0.5);
        const long double now = objective(data, fit.polynomial, fit.penalty);
        QVERIFY(now <= before + 1e-9L);
        before = now;
    }
}

void LogisticTest::moreRidgeGivesSmallerWeights()
{
    const ClassDataset data = randomClasses(120, 0.15);
    double before = 1e300;
    for (const double ridge : {0.0, 0.01, 0.1, 1.0, 10.0, 1000.0}) {
        const ClassFit fit = fitOf(data, 8, ridge);
        double squares = 0;
        for (std::size_t k = 1; k < fit.polynomial.coefficients.size(); ++k)
            squares += fit.polynomial.coefficients[k] * fit.polynomial.coefficients[k];
        QVERIFY(squares < before);
        before = squares;
    }
}

void LogisticTest::aRequestToStopIsHeard()
{
    StopToken stop;
    stop.request();
    QVERIFY(!fitClasses(randomClasses(50, 0.1).examples(), kSquare, 5, 0, stop));
}

void LogisticTest::aRequestToStopIsHeardWhileManyExamplesAreFitted()
{
    const ClassDataset data = randomClasses(200000, 0.2);
    StopToken stop;
    std::thread asker([stop]() mutable { stop.request(); });
    const bool isFitted = fitClasses(data.examples(), kSquare, 20, 0, stop).has_value(); // takes seconds
    asker.join();
    QVERIFY(!isFitted);
}

void LogisticTest::manyExamplesAreFittedAsFewAre_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<bool>("sorted");
    QTest::newRow("the most at once") << 8000 << false;
    QTest::newRow("in blocks") << 8001 << false;
    QTest::newRow("in many blocks") << 40000 << false;
    QTest::newRow("in many blocks, one class after the other") << 40000 << true;
}

// The objective is convex: where its slope is 0, it is at its minimum.
void LogisticTest::manyExamplesAreFittedAsFewAre()
{
    QFETCH(const int, count);
    QFETCH(const bool, sorted);
    constexpr int kDegree = 3;
    ClassDataset data = randomClasses(count, 0.2);
    if (sorted) {
        ClassDataset ordered;
        for (const std::uint8_t label : {std::uint8_t{0}, std::uint8_t{1}})
            for (std::size_t i = 0; i < data.size(); ++i)
                if (data.label[i] == label) {
                    ordered.x1.push_back(data.x1[i]);
                    ordered.x2.push_back(data.x2[i]);
                    ordered.label.push_back(label);
                }
        data = std::move(ordered);
    }
    const ClassFit fit = fitOf(data, kDegree, 2);
    QVERIFY(fit.steps < 20);
    QVERIFY(!fit.separated);
    const std::vector<double> logits = logitsOf(fit.polynomial, data.examples());
    const FeatureRows features = planeFeatures(data.examples(), kSquare, kDegree);
    for (std::size_t k = 0; k < features.terms(); ++k) {
        double slope = (k == 0 ? kLeastPenalty : fit.penalty) * fit.polynomial.coefficients[k];
        for (std::size_t i = 0; i < data.size(); ++i)
            slope += (sigmoid(logits[i]) - data.label[i]) * features.row(i)[k];
        QCOMPARE_LE(std::abs(slope), 1e-5 * count);
    }
}

void LogisticTest::manyExamplesGiveTheSameBitsWithAnyNumberOfCores()
{
    const ClassDataset data = randomClasses(40000, 0.2);
    std::vector<PlanePolynomial> fits;
    std::vector<std::vector<double>> logits;
    for (const std::size_t cores : {1U, 2U, 3U}) {
        const CoreLimit limit(cores);
        fits.push_back(fitOf(data, 6, 0).polynomial);
        logits.push_back(logitsOf(fits.back(), data.examples()));
    }
    for (std::size_t i = 1; i < fits.size(); ++i) {
        QVERIFY(fits[i] == fits[0]);
        QCOMPARE(logits[i], logits[0]);
    }
}

void LogisticTest::termsAreTheProductsOfLegendrePolynomials()
{
    const auto p = [](int degree, double u) {
        const double values[] = {1, u, (3 * u * u - 1) / 2, (5 * u * u * u - 3 * u) / 2};
        return values[degree];
    };
    const Rectangle domain{{0, 4}, {10, 20}};
    PlanePolynomial polynomial{domain, 3, std::vector<double>(planeTerms(3))};
    QCOMPARE(polynomial.coefficients.size(), std::size_t(10));
    const double u = 2 * 1.3 / 4 - 1;
    const double v = 2 * (17.0 - 10) / 10 - 1;
    std::size_t term = 0;
    for (int total = 0; total <= 3; ++total) {
        for (int j = 0; j <= total; ++j, ++term) {
            polynomial.coefficients.assign(10, 0);
            polynomial.coefficients[term] = 1;
            QVERIFY(std::abs(evaluate(polynomial, 1.3, 17) - p(total - j, u) * p(j, v)) < 1e-15);
            const ClassDataset one{{1.3}, {17}, {1}};
            QVERIFY(std::abs(logitsOf(polynomial, one.examples())[0] - p(total - j, u) * p(j, v)) < 1e-15);
        }
    }
}

OVERFIT_TEST(LogisticTest)
#include "logistic_test.moc"
