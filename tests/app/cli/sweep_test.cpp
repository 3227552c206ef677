// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli sweep

#include "core/analysis/epoch_run.h"
#include "core/sampling/split.h"
#include "tests/app/cli/brute_force.h"
#include "tests/app/cli/cli_program.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;
using namespace overfit::test;

namespace {

const QByteArray kScores = ",train_r2,validation_r2,train_rmse,validation_rmse";

/// A row of scores against the brute force ones.
bool agree(const QByteArrayList &cells, const BruteForceScores &training, const BruteForceScores &validation)
{
    constexpr double kDigits = 9;
    return areClose(cells[1].toDouble(), training.r2, kDigits, 1)
        && areClose(cells[2].toDouble(), validation.r2, kDigits, 1)
        && areClose(cells[3].toDouble(), training.rmse, kDigits)
        && areClose(cells[4].toDouble(), validation.rmse, kDigits);
}

} // namespace

class SweepTest : public QObject
{
    Q_OBJECT

private slots:
    void everyRowIsTheFitOfItsValue_data();
    void everyRowIsTheFitOfItsValue();
    void epochsAreThoseOfTheTrainingRun_data();
    void epochsAreThoseOfTheTrainingRun();
    void theRidgePenaltyStandsWhereTheDialOfTheWindowDoes();
    void betweenTwoPenaltiesAreThoseOfTheDial();
    void stepsOfTheRidgePenaltyHaveEqualRatios();
    void stepsThinTheValuesEvenly_data();
    void stepsThinTheValuesEvenly();
    void withoutValidationItsCellsAreEmpty_data();
    void withoutValidationItsCellsAreEmpty();
    void trainingThatDivergesIsRemarkedUpon();
};

void SweepTest::everyRowIsTheFitOfItsValue_data()
{
    QTest::addColumn<QString>("along");
    QTest::addColumn<QString>("options");
    QTest::addColumn<int>("rows");
    QTest::newRow("degree") << QStringLiteral("degree") << QStringLiteral("--from 1 --to 15") << 15;
    QTest::newRow("degree, ridge") << QStringLiteral("degree")
                                   << QStringLiteral("--from 3 --to 8 --ridge 0.25") << 6;
    QTest::newRow("train size") << QStringLiteral("train-size")
                                << QStringLiteral("--from 12 --to 49 --degree 4") << 38;
    QTest::newRow("ridge") << QStringLiteral("ridge")
                           << QStringLiteral("--from 0.001 --to 10 --steps 9 --degree 12") << 9;
}

void SweepTest::everyRowIsTheFitOfItsValue()
{
    QFETCH(QString, along);
    QFETCH(QString, options);
    QFETCH(int, rows);
    const Dataset data = noisySine(70, {0, 5}, 0.3);
    const Printed printed =
        runCli(words(QStringLiteral("sweep - --validation 0.3 --seed 4 --along %1 %2").arg(along, options)),
            csvOf(data));
    QVERIFY2(printed.code == 0, printed.err);
    const QList<QByteArrayList> cells = cellsOf(printed);
    QCOMPARE(cells.first().join(','), along.toLatin1() + kScores);
    QCOMPARE(cells.size(), rows + 1);
    const Split split = dealSplit(data, 4, 0.3);
    const QStringList given = words(options);
    const auto held = [&given](const char *name, double standard) {
        const auto at = given.indexOf(QLatin1String(name));
        return at < 0 ? standard : given[at + 1].toDouble();
    };
    for (const QByteArrayList &row : cells.mid(1)) {
        const double value = row[0].toDouble();
        const int degree =
            along == QLatin1String("degree") ? row[0].toInt() : static_cast<int>(held("--degree", 5));
        const double ridge = along == QLatin1String("ridge") ? value : held("--ridge", 0);
        const std::size_t size =
            along == QLatin1String("train-size") ? row[0].toULongLong() : split.pool->size();
        const Examples training = split.pool->examples().first(size);
        const auto expected = [&](const Examples &scored) {
            return bruteForceScores(training, rangeOf(data.x), degree, ridge, scored);
        };
        QVERIFY2(agree(row, expected(training), expected(split.validation->examples())), row.join(','));
    }
}

void SweepTest::epochsAreThoseOfTheTrainingRun_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<DescentSettings>("descent");
    QTest::newRow("gradient descent") << QString() << DescentSettings();
    QTest::newRow("mini-batches") << QStringLiteral("--trained-by mini-batches --batch-size 4")
                                  << DescentSettings{Optimizer::MiniBatches, 0.3, 1, 4, 0, 1};
    QTest::newRow("adam") << QStringLiteral("--trained-by adam --learning-rate 0.05")
                          << DescentSettings{Optimizer::Adam, 0.05, 1, 10, 0, 1};
}

void SweepTest::epochsAreThoseOfTheTrainingRun()
{
    QFETCH(QString, options);
    QFETCH(DescentSettings, descent);
    Scenario scenario;
    scenario.model.degree = 9;
    scenario.training.descent = descent;
    EpochRun run = curveRun(scenario, drawSplit(scenario));
    run.advanceTo(60, StopToken());
    const QList<QByteArrayList> cells = cellsOf(runCli(
        words(QStringLiteral("sweep --target sine --along epochs --degree 9 --from 20 --to 60 ") + options)));
    QCOMPARE(cells.first().join(','), "epochs" + kScores);
    QCOMPARE(cells.size(), 42);
    for (const QByteArrayList &row : cells.mid(1)) {
        const SweepPoint &point = run.points()[row[0].toULongLong() - 1];
        QCOMPARE(row[1].toDouble(), point.training.accuracy);
        QCOMPARE(row[2].toDouble(), point.validation.accuracy);
        QCOMPARE(row[3].toDouble(), point.training.rmse);
        QCOMPARE(row[4].toDouble(), point.validation.rmse);
    }
}

void SweepTest::theRidgePenaltyStandsWhereTheDialOfTheWindowDoes()
{
    const std::vector<double> dial = dialValues(Scenario(), Dial::Ridge, 200, 1000);
    const QList<QByteArrayList> cells =
        cellsOf(runCli(words(QStringLiteral("sweep --target sine --along ridge"))));
    QCOMPARE(std::size_t(cells.size()), dial.size() + 1); // and the header
    for (std::size_t i = 0; i < dial.size(); ++i)
        QCOMPARE(cells[qsizetype(i) + 1][0].toDouble(), dial[i]);
}

void SweepTest::betweenTwoPenaltiesAreThoseOfTheDial()
{
    const QList<QByteArrayList> cells =
        cellsOf(runCli(words(QStringLiteral("sweep --target sine --along ridge --from 0.01 --to 100"))));
    QCOMPARE(cells.size(), 42); // ten a decade, and the header
    QCOMPARE(cells[1][0].toDouble(), 0.01);
    QCOMPARE(cells[2][0], QByteArray("0.012500000000000001")); // the double nearest to 0.0125
    QCOMPARE(cells[11][0].toDouble(), 0.1);
    QCOMPARE(cells.last()[0].toDouble(), 100.0);
}

void SweepTest::stepsOfTheRidgePenaltyHaveEqualRatios()
{
    const QList<QByteArrayList> cells = cellsOf(
        runCli(words(QStringLiteral("sweep --target sine --along ridge --from 0.01 --to 100 --steps 41"))));
    QCOMPARE(cells.size(), 42);
    QCOMPARE(cells[1][0].toDouble(), 0.01);
    QCOMPARE(cells[11][0].toDouble(), 0.1);
    QCOMPARE(cells.last()[0].toDouble(), 100.0);
    for (qsizetype i = 2; i < cells.size(); ++i)
        QVERIFY(areClose(cells[i][0].toDouble() / cells[i - 1][0].toDouble(), std::pow(10, 0.1), 5));
}

void SweepTest::stepsThinTheValuesEvenly_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("values");
    QTest::newRow("degree") << QStringLiteral("--along degree --from 2 --to 10 --steps 3")
                            << QByteArray("2,6,10");
    QTest::newRow("train size") << QStringLiteral("--along train-size --steps 4")
                                << QByteArray("2,68,134,200");
    QTest::newRow("epochs") << QStringLiteral("--along epochs --to 11 --steps 3") << QByteArray("1,6,11");
    QTest::newRow("more than there are")
        << QStringLiteral("--along degree --to 2 --steps 9") << QByteArray("0,1,2");
    QTest::newRow("one value") << QStringLiteral("--along ridge --from 2 --to 2 --steps 9")
                               << QByteArray("2");
}

void SweepTest::stepsThinTheValuesEvenly()
{
    QFETCH(QString, options);
    QFETCH(QByteArray, values);
    QByteArrayList found;
    for (const QByteArrayList &row :
        cellsOf(runCli(words(QStringLiteral("sweep --target sine ") + options))).mid(1))
        found.append(row.first());
    QCOMPARE(found.join(','), values);
}

void SweepTest::withoutValidationItsCellsAreEmpty_data()
{
    QTest::addColumn<QString>("along");
    QTest::newRow("degree") << QStringLiteral("degree");
    QTest::newRow("epochs") << QStringLiteral("epochs");
    QTest::newRow("ridge") << QStringLiteral("ridge");
}

void SweepTest::withoutValidationItsCellsAreEmpty()
{
    QFETCH(QString, along);
    const Printed printed =
        runCli(words(QStringLiteral("sweep - --along ") + along), csvOf(noisySine(40, {0, 5}, 0.3)));
    QVERIFY2(printed.code == 0, printed.err);
    for (const QByteArrayList &row : cellsOf(printed).mid(1)) {
        QCOMPARE(row.size(), 5);
        QVERIFY(row[2].isEmpty() && row[4].isEmpty());
        QVERIFY(!row[1].isEmpty() && !row[3].isEmpty());
    }
}

void SweepTest::trainingThatDivergesIsRemarkedUpon()
{
    const Printed printed = runCli(words(QStringLiteral(
        "sweep --target sine --along epochs --degree 30 --learning-rate 10 --to 2000 --steps 2")));
    QCOMPARE(printed.code, 0);
    QVERIFY2(printed.err.contains("left all bounds"), printed.err);
    QCOMPARE(cellsOf(printed).size(), 3);
}

OVERFIT_TEST(SweepTest)
#include "sweep_test.moc"
