// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli cross-validate

#include "core/sampling/dealing.h"
#include "tests/app/cli/brute_force.h"
#include "tests/app/cli/cli_program.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <numeric>

using namespace overfit;
using namespace overfit::test;

namespace {

struct Expected {
    double meanMse;
    double sdMse;
    double meanR2;
};

/// Fold after fold, as scikit-learn's KFold cuts the given order.
Expected expectedOf(
    const Dataset &data, const std::vector<std::size_t> &order, std::size_t folds, int degree, double ridge)
{
    std::vector<BruteForceScores> scores;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const std::size_t small = order.size() / folds;
        const std::size_t larger = order.size() % folds;
        const std::size_t begin = fold * small + std::min(fold, larger);
        const std::size_t end = begin + small + (fold < larger ? 1 : 0);
        Dataset training;
        Dataset validation;
        for (std::size_t i = 0; i < order.size(); ++i) {
            Dataset &part = i >= begin && i < end ? validation : training;
            part.x.push_back(data.x[order[i]]);
            part.y.push_back(data.y[order[i]]);
        }
        scores.push_back(
            bruteForceScores(training.examples(), rangeOf(data.x), degree, ridge, validation.examples()));
    }
    const auto mean = [&](const auto &of) {
        return std::accumulate(scores.begin(), scores.end(), 0.0,
                   [&](double sum, const BruteForceScores &score) { return sum + of(score); })
            / static_cast<double>(folds);
    };
    const auto mse = [](const BruteForceScores &score) { return score.rmse * score.rmse; };
    const double meanMse = mean(mse);
    const double variance = mean([&](const auto &score) { return std::pow(mse(score) - meanMse, 2); });
    return {meanMse, std::sqrt(variance), mean([](const auto &score) { return score.r2; })};
}

std::vector<std::size_t> fileOrder(std::size_t rows)
{
    std::vector<std::size_t> order(rows);
    std::iota(order.begin(), order.end(), std::size_t{0});
    return order;
}

} // namespace

class CrossValidateTest : public QObject
{
    Q_OBJECT

private slots:
    void agreesWithFoldAfterFold_data();
    void agreesWithFoldAfterFold();
    void aFoldOfOneRowHasNoR2();
    void aSeedShufflesInItsOwnWay();
};

void CrossValidateTest::agreesWithFoldAfterFold_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("folds");
    QTest::addColumn<bool>("shuffled");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<bool>("sorted"); // by x: folds of the file then lie beside all others
    QTest::newRow("30 rows, 10 folds") << 30 << 10 << false << 0.0 << false;
    QTest::newRow("sorted rows") << 30 << 10 << false << 0.0 << true;
    QTest::newRow("unequal folds") << 34 << 5 << false << 0.0 << false;
    QTest::newRow("shuffled") << 34 << 5 << true << 0.0 << true;
    QTest::newRow("ridge") << 40 << 4 << false << 0.1 << false;
    QTest::newRow("two folds") << 60 << 2 << true << 0.0 << false;
}

void CrossValidateTest::agreesWithFoldAfterFold()
{
    QFETCH(int, rows);
    QFETCH(int, folds);
    QFETCH(bool, shuffled);
    QFETCH(double, ridge);
    QFETCH(bool, sorted);
    Dataset data = noisySine(rows, {0, 1}, 0.1);
    if (sorted)
        std::sort(data.x.begin(), data.x.end());
    const Printed printed =
        runCli(words(QStringLiteral("cross-validate - --degree 1,4,15 --folds %1 --order %2 --ridge %3")
                         .arg(folds)
                         .arg(shuffled ? QStringLiteral("shuffled --seed 6") : QStringLiteral("file"))
                         .arg(ridge)),
            csvOf(data));
    QVERIFY2(printed.code == 0, printed.err);
    const QList<QByteArrayList> cells = cellsOf(printed);
    QCOMPARE(cells.first().join(','), "degree,mean_mse,sd_mse,mean_r2");
    QCOMPARE(cells.size(), 4);
    const auto order = shuffled ? shuffledRows(data.size(), 6) : fileOrder(data.size());
    for (const QByteArrayList &row : cells.mid(1)) {
        const auto expected = expectedOf(data, order, static_cast<std::size_t>(folds), row[0].toInt(), ridge);
        // At degree 15 a fold is far from all that the model has seen: rounding is magnified.
        const double digits = row[0] == "15" ? 6 : 10;
        QVERIFY2(areClose(row[1].toDouble(), expected.meanMse, digits), printed.out);
        QVERIFY2(areClose(row[2].toDouble(), expected.sdMse, digits), printed.out);
        QVERIFY2(areClose(row[3].toDouble(), expected.meanR2, digits, 1), printed.out);
    }
}

void CrossValidateTest::aFoldOfOneRowHasNoR2()
{
    const Printed printed =
        runCli(words(QStringLiteral("cross-validate - --degree 1 --folds 4")), "x,y\n0,1\n1,3\n2,5\n3,7\n");
    QVERIFY2(printed.code == 0, printed.err);
    QVERIFY2(cellsOf(printed)[1][3].isEmpty(), printed.out);
    QVERIFY(cellsOf(printed)[1][1].toDouble() < 1e-25);
}

void CrossValidateTest::aSeedShufflesInItsOwnWay()
{
    const QByteArray text = csvOf(noisySine(30, {0, 1}, 0.3));
    const auto withSeed = [&](const char *seed) {
        const QString line = QStringLiteral("cross-validate - --degree 3 --order shuffled --seed ");
        return runCli(words(line + QLatin1String(seed)), text).out;
    };
    QCOMPARE(withSeed("1"), withSeed("1"));
    QVERIFY(withSeed("1") != withSeed("2"));
}

OVERFIT_TEST(CrossValidateTest)
#include "cross_validate_test.moc"
