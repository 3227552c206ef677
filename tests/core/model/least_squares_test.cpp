// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/least_squares.h"

#include "core/parallel.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <Eigen/SVD>
#include <QTest>
#include <algorithm>
#include <array>
#include <cmath>

using namespace overfit;
using namespace overfit::test;

namespace {

constexpr Interval kUnit{-1, 1};

double squaredError(const Polynomial &polynomial, const Examples &examples)
{
    double sum = 0;
    for (std::size_t i = 0; i < examples.size(); ++i)
        sum += std::pow(examples.y[i] - evaluate(polynomial, examples.x[i]), 2);
    return sum;
}

/// The ridge's system as one of plain least squares, its columns made by evaluating one Legendre polynomial
/// each.
struct DenseSystem {
    Eigen::MatrixXd design;
    Eigen::VectorXd y;
};

DenseSystem denseSystem(const Examples &examples, Interval domain, int degree, double ridge)
{
    const auto rows = static_cast<Eigen::Index>(examples.size());
    DenseSystem system{
        Eigen::MatrixXd::Zero(rows + degree, degree + 1), Eigen::VectorXd::Zero(rows + degree)};
    for (Eigen::Index k = 0; k <= degree; ++k) {
        Polynomial column{domain, std::vector<double>(static_cast<std::size_t>(k) + 1)};
        column.coefficients.back() = 1;
        const std::vector<double> values = evaluate(column, examples.x);
        system.design.col(k).head(rows) = Eigen::Map<const Eigen::VectorXd>(values.data(), rows);
        if (k > 0)
            system.design(rows + k - 1, k) = std::sqrt(ridge);
    }
    system.y.head(rows) = Eigen::Map<const Eigen::VectorXd>(examples.y.data(), rows);
    return system;
}

std::vector<double> byCompleteOrthogonalDecomposition(
    const Examples &examples, Interval domain, int degree, double ridge)
{
    const DenseSystem system = denseSystem(examples, domain, degree, ridge);
    Eigen::CompleteOrthogonalDecomposition<Eigen::MatrixXd> decomposition;
    decomposition.setThreshold(1e-12);
    decomposition.compute(system.design);
    const Eigen::VectorXd solution = decomposition.solve(system.y);
    return {solution.begin(), solution.end()};
}

double largestDifference(const std::vector<double> &a, const std::vector<double> &b)
{
    double largest = a.size() == b.size() ? 0 : std::numeric_limits<double>::infinity();
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
        largest = std::max(largest, std::abs(a[i] - b[i]));
    return largest;
}

} // namespace

class LeastSquaresTest : public QObject
{
    Q_OBJECT

private slots:
    void recoversThePolynomialThatMadeTheData_data();
    void recoversThePolynomialThatMadeTheData();
    void agreesWithACompleteOrthogonalDecomposition_data();
    void agreesWithACompleteOrthogonalDecomposition();
    void trainingErrorNeverGrowsWithTheDegree_data();
    void trainingErrorNeverGrowsWithTheDegree();
    void goesThroughAsManyPointsAsItHasCoefficients_data();
    void goesThroughAsManyPointsAsItHasCoefficients();
    void allDegreesEqualTheFitOfEach_data() { someSystems(); }
    void allDegreesEqualTheFitOfEach();
    void growingEqualsFittingAfresh_data() { someSystems(); }
    void growingEqualsFittingAfresh();
    void ridgeShrinksAllButTheConstant();
    void rankIsTheNumberOfDistinctInputs_data();
    void rankIsTheNumberOfDistinctInputs();
    void oneExampleIsFittedByItsOwnValue();
    void inputsThatCannotBeToldApartCountOnce();
    void columnsThatCannotBeToldApartAreLeftAlone();
    void conditionIsNearTheTrueOne_data();
    void conditionIsNearTheTrueOne();
    void manyChunksOfRowsEqualGrowing();
    void sameExamplesGiveTheSameBits();
    void manyExamplesGiveTheSameBitsWithAnyNumberOfCores();
    void aFitOfManyExamplesIsStopped();
    void aBlockThatAFewExamplesFollowLosesNone();

private:
    void someSystems();
};

void LeastSquaresTest::someSystems()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<double>("ridge");
    QTest::newRow("plain") << noisySine(60, kUnit, 0.3) << 0.0;
    QTest::newRow("ridge") << noisySine(60, kUnit, 0.3) << 0.01;
    QTest::newRow("fewer points than coefficients") << chebyshevPoints(7, kUnit) << 0.0;
    QTest::newRow("fewer points, ridge") << chebyshevPoints(7, kUnit) << 0.5;
    QTest::newRow("repeated inputs") << repeatedInputs(240, 6, kUnit) << 0.0;
    QTest::newRow("one point") << Dataset{{0.3}, {2.0}} << 0.0;
    QTest::newRow("one point, ridge") << Dataset{{0.3}, {2.0}} << 1.0;
}

void LeastSquaresTest::recoversThePolynomialThatMadeTheData_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<int>("count");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("a constant") << 0 << 5 << -1.0 << 1.0;
    QTest::newRow("a line") << 1 << 20 << 0.0 << 10.0;
    QTest::newRow("degree 15") << 15 << 60 << 0.0 << 10.0;
    QTest::newRow("degree 30") << 30 << 400 << -1.0 << 1.0;
    QTest::newRow("a large offset") << 6 << 50 << 1e6 << 1e6 + 1;
    QTest::newRow("years") << 4 << 40 << 1947.0 << 2019.0;
    QTest::newRow("more rows than a chunk") << 9 << 2500 << -1.0 << 1.0;
}

void LeastSquaresTest::recoversThePolynomialThatMadeTheData()
{
    QFETCH(int, degree);
    QFETCH(int, count);
    QFETCH(double, low);
    QFETCH(double, high);
    Polynomial truth{{low, high}, {}};
    for (int k = 0; k <= degree; ++k)
        truth.coefficients.push_back(std::cos(1.0 + k));
    Dataset data = noisySine(count, truth.domain, 0);
    data.y = evaluate(truth, data.x);
    const Fit fit = fitPolynomial(data.examples(), truth.domain, degree, 0);
    QCOMPARE_LE(largestDifference(fit.polynomial.coefficients, truth.coefficients), 1e-11);
    QCOMPARE(fit.rank, degree + 1);
    QVERIFY(!fit.minimumNorm);
}

void LeastSquaresTest::agreesWithACompleteOrthogonalDecomposition_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::newRow("more points than coefficients") << noisySine(100, kUnit, 0.3) << 12 << 0.0;
    QTest::newRow("ridge 0.001") << noisySine(40, kUnit, 0.3) << 25 << 0.001;
    QTest::newRow("ridge 1") << noisySine(40, kUnit, 0.3) << 12 << 1.0;
    QTest::newRow("ridge 1000") << noisySine(100, kUnit, 0.3) << 30 << 1000.0;
    QTest::newRow("ridge, fewer points than coefficients") << noisySine(5, kUnit, 0.3) << 30 << 0.1;
    QTest::newRow("two points and degree 30") << noisySine(2, kUnit, 0.3) << 30 << 0.0;
    QTest::newRow("12 distinct inputs in 240 rows and degree 30")
        << repeatedInputs(240, 12, kUnit) << 30 << 0.0;
    QTest::newRow("12 points and degree 13") << chebyshevPoints(12, kUnit) << 13 << 0.0;
    QTest::newRow("20 points and degree 30") << chebyshevPoints(20, kUnit) << 30 << 0.0;
    QTest::newRow("all inputs equal") << Dataset{{0.4, 0.4, 0.4}, {1, 2, 6}} << 5 << 0.0;
    QTest::newRow("one point") << Dataset{{0.4}, {3}} << 3 << 0.0;
}

void LeastSquaresTest::agreesWithACompleteOrthogonalDecomposition()
{
    QFETCH(Dataset, data);
    QFETCH(int, degree);
    QFETCH(double, ridge);
    const Fit fit = fitPolynomial(data.examples(), kUnit, degree, ridge);
    const auto expected = byCompleteOrthogonalDecomposition(data.examples(), kUnit, degree, ridge);
    QCOMPARE_LE(
        largestDifference(fit.polynomial.coefficients, expected), 1e-10 * std::max(1.0, norm(expected)));
}

void LeastSquaresTest::trainingErrorNeverGrowsWithTheDegree_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::newRow("many points") << noisySine(200, kUnit, 0.3);
    QTest::newRow("20 points") << noisySine(20, kUnit, 0.3);
    QTest::newRow("2 points") << noisySine(2, kUnit, 0.3);
    QTest::newRow("repeated inputs") << repeatedInputs(240, 12, kUnit);
    for (int seed = 0; seed < 20; ++seed)
        QTest::addRow("as many random points as coefficients, %d", seed)
            << noisySine(31, kUnit, 0.3, static_cast<std::uint64_t>(seed));
    Dataset outlier = noisySine(50, {-1, -0.99999}, 0.3);
    outlier.x[7] = 1;
    QTest::newRow("one input far from the others") << outlier;
}

void LeastSquaresTest::trainingErrorNeverGrowsWithTheDegree()
{
    QFETCH(Dataset, data);
    double last = std::numeric_limits<double>::infinity();
    const double rounding = 1e-6 * squaredError({kUnit, {0.0}}, data.examples());
    for (const Fit &fit : fitAllDegrees(data.examples(), kUnit, 30, 0)) {
        const double error = squaredError(fit.polynomial, data.examples());
        QCOMPARE_LE(error, last + rounding);
        last = error;
    }
}

void LeastSquaresTest::goesThroughAsManyPointsAsItHasCoefficients_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<double>("tolerance");
    for (const int count : {1, 2, 3, 5, 8, 13, 21, 31}) {
        QTest::addRow("%d points where interpolation is easy", count)
            << chebyshevPoints(count, kUnit) << 1e-12;
        Dataset even = noisySine(count, kUnit, 0.3);
        for (int i = 0; i < count; ++i)
            even.x[static_cast<std::size_t>(i)] = count == 1 ? 0 : -1 + 2.0 * i / (count - 1);
        QTest::addRow("%d equally spaced points", count) << even << 1e-8;
    }
    for (const int count : {3, 5, 10, 15}) {
        QTest::addRow("%d random points", count) << noisySine(count, kUnit, 0.3, 3) << 1e-6;
    }
}

void LeastSquaresTest::goesThroughAsManyPointsAsItHasCoefficients()
{
    QFETCH(Dataset, data);
    QFETCH(double, tolerance);
    const int degree = static_cast<int>(data.size()) - 1;
    const Fit fit = fitPolynomial(data.examples(), kUnit, degree, 0);
    QCOMPARE(fit.rank, degree + 1);
    QCOMPARE_LE(std::sqrt(squaredError(fit.polynomial, data.examples())), tolerance);
}

void LeastSquaresTest::allDegreesEqualTheFitOfEach()
{
    QFETCH(Dataset, data);
    QFETCH(double, ridge);
    const std::vector<Fit> fits = fitAllDegrees(data.examples(), kUnit, 12, ridge);
    QCOMPARE(fits.size(), std::size_t(13));
    for (int degree = 0; degree <= 12; ++degree) {
        const Fit &fit = fits[static_cast<std::size_t>(degree)];
        const Fit alone = fitPolynomial(data.examples(), kUnit, degree, ridge);
        QCOMPARE_LE(largestDifference(fit.polynomial.coefficients, alone.polynomial.coefficients), 1e-11);
        QCOMPARE(fit.rank, alone.rank);
        QCOMPARE(fit.minimumNorm, alone.minimumNorm);
        QCOMPARE_LE(std::abs(fit.condition / alone.condition - 1), 1e-6);
    }
}

void LeastSquaresTest::growingEqualsFittingAfresh()
{
    QFETCH(Dataset, data);
    QFETCH(double, ridge);
    GrowingFit growing(kUnit, 9, ridge);
    for (std::size_t i = 0; i < data.size(); ++i) {
        growing.add(data.x[i], data.y[i]);
        const Fit fit = growing.fit();
        const Fit afresh = fitPolynomial(data.examples().first(i + 1), kUnit, 9, ridge);
        const double scale = afresh.condition * std::max(1.0, norm(afresh.polynomial.coefficients));
        QCOMPARE_LE(
            largestDifference(fit.polynomial.coefficients, afresh.polynomial.coefficients), 1e-13 * scale);
        QCOMPARE(fit.rank, afresh.rank);
        QCOMPARE(fit.minimumNorm, afresh.minimumNorm);
    }
}

void LeastSquaresTest::ridgeShrinksAllButTheConstant()
{
    Dataset data = noisySine(40, kUnit, 0.3);
    for (double &y : data.y)
        y += 100;
    double last = std::numeric_limits<double>::infinity();
    for (const double ridge : {0.0, 0.01, 1.0, 100.0, 1e6, 1e10}) {
        std::vector<double> coefficients =
            fitPolynomial(data.examples(), kUnit, 8, ridge).polynomial.coefficients;
        QCOMPARE_LE(std::abs(coefficients[0] - 100), 1.0);
        coefficients[0] = 0;
        QCOMPARE_LT(norm(coefficients), last);
        last = norm(coefficients);
    }
    QCOMPARE_LE(last, 1e-7);
}

void LeastSquaresTest::rankIsTheNumberOfDistinctInputs_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<int>("rank");
    QTest::newRow("enough") << noisySine(60, kUnit, 0.3) << 0.0 << 11;
    QTest::newRow("7 points") << noisySine(7, kUnit, 0.3) << 0.0 << 7;
    QTest::newRow("4 distinct inputs") << repeatedInputs(60, 4, kUnit) << 0.0 << 4;
    QTest::newRow("4 distinct inputs, ridge") << repeatedInputs(60, 4, kUnit) << 1.0 << 11;
    QTest::newRow("positive and negative zero") << Dataset{{0.0, -0.0, 1.0}, {1, 2, 3}} << 0.0 << 2;
}

void LeastSquaresTest::rankIsTheNumberOfDistinctInputs()
{
    QFETCH(Dataset, data);
    QFETCH(double, ridge);
    QFETCH(int, rank);
    const Fit fit = fitPolynomial(data.examples(), kUnit, 10, ridge);
    QCOMPARE(fit.rank, rank);
    QCOMPARE(fit.minimumNorm, rank < 11);
}

void LeastSquaresTest::oneExampleIsFittedByItsOwnValue()
{
    const Dataset data{{5}, {7}};
    for (const int degree : {0, 1, 30}) {
        const Fit fit = fitPolynomial(data.examples(), {0, 10}, degree, 0);
        QCOMPARE_LE(std::abs(evaluate(fit.polynomial, 5) - 7), 1e-14);
        QCOMPARE(fit.rank, 1);
    }
}

void LeastSquaresTest::inputsThatCannotBeToldApartCountOnce()
{
    const Dataset data{{-0.5, 0.5, std::nextafter(0.5, 1)}, {0, 1, 3}};
    const Fit fit = fitPolynomial(data.examples(), kUnit, 2, 0);
    QCOMPARE(fit.rank, 2);
    QVERIFY(fit.minimumNorm);
    QCOMPARE_LE(std::abs(evaluate(fit.polynomial, 0.5) - 2), 1e-12);
    QCOMPARE_LE(norm(fit.polynomial.coefficients), 5.0);
}

void LeastSquaresTest::columnsThatCannotBeToldApartAreLeftAlone()
{
    // Within a ten-thousandth of the domain, powers beyond the third differ by rounding errors.
    const Dataset data = noisySine(50, {0.5, 0.5001}, 0.3);
    const std::vector<Fit> fits = fitAllDegrees(data.examples(), kUnit, 30, 0);
    const int rank = fits.back().rank;
    QCOMPARE_GE(rank, 3);
    QCOMPARE_LE(rank, 5);
    QVERIFY(!fits.back().minimumNorm);
    std::vector<double> expected = fits[static_cast<std::size_t>(rank - 1)].polynomial.coefficients;
    expected.resize(31);
    QCOMPARE(fits.back().polynomial.coefficients, expected);
    QCOMPARE(fitPolynomial(data.examples(), kUnit, 30, 0).polynomial.coefficients, expected);
}

void LeastSquaresTest::conditionIsNearTheTrueOne_data()
{
    QTest::addColumn<Dataset>("data");
    QTest::addColumn<double>("ridge");
    QTest::newRow("many points") << noisySine(200, kUnit, 0.3) << 0.0;
    QTest::newRow("few points") << noisySine(25, kUnit, 0.3) << 0.0;
    QTest::newRow("ridge") << noisySine(25, kUnit, 0.3) << 0.001;
    QTest::newRow("a corner of the domain") << noisySine(100, {0, 0.5}, 0.3) << 0.0;
}

void LeastSquaresTest::conditionIsNearTheTrueOne()
{
    QFETCH(Dataset, data);
    QFETCH(double, ridge);
    const std::vector<Fit> fits = fitAllDegrees(data.examples(), kUnit, 12, ridge);
    QCOMPARE(fits[0].condition, 1.0);
    for (int degree = 1; degree <= 12; ++degree) {
        const auto singular =
            denseSystem(data.examples(), kUnit, degree, ridge).design.jacobiSvd().singularValues();
        const double truth = singular[0] / singular[degree];
        QCOMPARE_LE(fits[static_cast<std::size_t>(degree)].condition, truth * std::sqrt(degree + 1.0));
        QCOMPARE_GE(fits[static_cast<std::size_t>(degree)].condition, truth / 3);
    }
}

void LeastSquaresTest::manyChunksOfRowsEqualGrowing()
{
    const Dataset data = noisySine(3210, kUnit, 0.3);
    for (const double ridge : {0.0, 2.0}) {
        GrowingFit growing(kUnit, 20, ridge);
        for (std::size_t i = 0; i < data.size(); ++i)
            growing.add(data.x[i], data.y[i]);
        const Fit fit = fitPolynomial(data.examples(), kUnit, 20, ridge);
        QCOMPARE_LE(
            largestDifference(fit.polynomial.coefficients, growing.fit().polynomial.coefficients), 1e-12);
    }
}

void LeastSquaresTest::sameExamplesGiveTheSameBits()
{
    const Dataset data = noisySine(57, kUnit, 0.3);
    const auto fit = [](const Dataset &d) { return fitPolynomial(d.examples(), kUnit, 17, 0).polynomial; };
    // Once more from an odd place in memory.
    std::vector<double> shifted(1, 0.0);
    shifted.insert(shifted.end(), data.x.begin(), data.x.end());
    const Examples elsewhere{std::span(shifted).subspan(1), data.y};
    QCOMPARE(fit(data), fit(data));
    QCOMPARE(fitPolynomial(elsewhere, kUnit, 17, 0).polynomial, fit(data));
}

void LeastSquaresTest::manyExamplesGiveTheSameBitsWithAnyNumberOfCores()
{
    const Dataset data = noisySine(50001, kUnit, 0.3);
    for (const double ridge : {0.0, 2.0}) {
        std::vector<Fit> fits;
        std::vector<std::vector<double>> predictions;
        for (const std::size_t cores : {1U, 2U, 3U}) {
            const CoreLimit limit(cores);
            fits.push_back(fitPolynomial(data.examples(), kUnit, 20, ridge));
            predictions.push_back(evaluate(fits.back().polynomial, data.x));
        }
        for (const Fit &fit : fits)
            QCOMPARE(fit.polynomial, fits.front().polynomial);
        for (const std::vector<double> &predicted : predictions)
            QCOMPARE(predicted, predictions.front());
        GrowingFit growing(kUnit, 20, ridge);
        for (std::size_t i = 0; i < data.size(); ++i)
            growing.add(data.x[i], data.y[i]);
        QCOMPARE_LE(
            largestDifference(fits.front().polynomial.coefficients, growing.fit().polynomial.coefficients),
            1e-12);
    }
}

void LeastSquaresTest::aFitOfManyExamplesIsStopped()
{
    const Dataset data = noisySine(50000, kUnit, 0.3);
    StopToken stop;
    QVERIFY(fitPolynomial(data.examples(), kUnit, 5, 0, stop).has_value());
    stop.request();
    QVERIFY(!fitPolynomial(data.examples(), kUnit, 5, 0, stop));
    QVERIFY(!fitPolynomial(data.examples().first(10), kUnit, 5, 0, stop));
}

// A block of fewer examples than coefficients has a triangle that is not whole; and distinct inputs are
// counted over all blocks.
void LeastSquaresTest::aBlockThatAFewExamplesFollowLosesNone()
{
    for (const std::size_t more : {1U, 2U, 7U}) {
        Dataset data = noisySine(static_cast<int>(kBlockRows + more), kUnit, 0.3);
        std::fill_n(data.x.begin(), kBlockRows, 0.25);
        for (std::size_t i = 0; i < more; ++i)
            data.x[kBlockRows + i] = -1 + 2 * static_cast<double>(i) / 7;
        const auto terms = static_cast<int>(more) + 1;
        const Fit fit = fitPolynomial(data.examples(), kUnit, terms - 1, 0);
        QCOMPARE(fit.rank, terms);
        for (std::size_t i = kBlockRows; i < data.size(); ++i) // met exactly: they have an input of their own
            QCOMPARE_LE(std::abs(evaluate(fit.polynomial, data.x[i]) - data.y[i]), 1e-10);
        QVERIFY(fitPolynomial(data.examples(), kUnit, terms, 0).minimumNorm);
    }
}

OVERFIT_TEST(LeastSquaresTest)
#include "least_squares_test.moc"
