// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli fit

#include "core/sampling/split.h"
#include "tests/app/cli/brute_force.h"
#include "tests/app/cli/cli_program.h"
#include "tests/core/model/examples.h"
#include "tests/frame/test_class.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTest>

#include <cmath>
#include <memory>
#include <utility>

using namespace overfit;
using namespace overfit::test;

namespace {

/// About how many digits of @p result are right.
double logRelativeError(double result, double certified)
{
    const double error = std::abs(result - certified) / (certified == 0 ? 1 : std::abs(certified));
    return error == 0 ? 16 : -std::log10(error);
}

bool agree(const QJsonValue &printed, const BruteForceScores &expected, double digits)
{
    return areClose(printed[QLatin1String("r2")].toDouble(), expected.r2, digits, 1)
        && areClose(printed[QLatin1String("rmse")].toDouble(), expected.rmse, digits)
        && areClose(printed[QLatin1String("mae")].toDouble(), expected.mae, digits);
}

} // namespace

class FitTest : public QObject
{
    Q_OBJECT

private slots:
    void meetsTheCertifiedValues_data();
    void meetsTheCertifiedValues();
    void scoresAsABruteForceComputation_data();
    void scoresAsABruteForceComputation();
    void splitsAFileAsTheWindowDoes_data();
    void splitsAFileAsTheWindowDoes();
    void aTargetIsTheScenarioOfTheWindow_data();
    void aTargetIsTheScenarioOfTheWindow();
    void withoutASplitAllRowsTrain();
    void moreCoefficientsThanRowsGiveTheShortestSolution();
    void everyNumberHasSeventeenDigits();
    void columnsAreChosenByNameOrNumber_data();
    void columnsAreChosenByNameOrNumber();
    void theLegendreCoefficientsAreThoseOfTheSameCurve();
    void theColumnsThatWereReadAreNamed_data();
    void theColumnsThatWereReadAreNamed();
    void commandsThatPrintCsvNameColumnsThatNobodyChose_data();
    void commandsThatPrintCsvNameColumnsThatNobodyChose();
    void standardInputIsAFileToo();
    void aFileNameMayHaveAnyLetters();
};

void FitTest::meetsTheCertifiedValues_data()
{
    using Certified = std::vector<double>;
    QTest::addColumn<Certified>("coefficients");
    QTest::addColumn<double>("deviation");
    QTest::addColumn<double>("r2");
    QTest::newRow("norris") << Certified{-0.262323073774029, 1.00211681802045} << 0.884796396144373
                            << 0.999993745883712;
    QTest::newRow("pontius") << Certified{0.673565789473684E-03, 0.732059160401003E-06,
        -0.316081871345029E-14}
                             << 0.205177424076185E-03 << 0.999999900178537;
    QTest::newRow("wampler1") << Certified(6, 1.0) << 0.0 << 1.0;
    QTest::newRow("wampler2") << Certified{1, 0.1, 0.01, 0.001, 0.0001, 0.00001} << 0.0 << 1.0;
    QTest::newRow("wampler3") << Certified(6, 1.0) << 2360.14502379268 << 0.999995559025820;
}

void FitTest::meetsTheCertifiedValues()
{
    QFETCH(std::vector<double>, coefficients);
    QFETCH(double, deviation);
    QFETCH(double, r2);
    const QString file =
        QStringLiteral(OVERFIT_TEST_DATA "/nist-strd/%1.csv").arg(QLatin1String(QTest::currentDataTag()));
    const QString degree = QString::number(coefficients.size() - 1);
    const Printed printed = runCli({QStringLiteral("fit"), file, QStringLiteral("--degree"), degree});
    QCOMPARE(printed.code, 0);
    const QJsonObject json = jsonOf(printed);
    const QJsonArray found = json[QLatin1String("coefficients")].toArray();
    QCOMPARE(static_cast<std::size_t>(found.size()), coefficients.size());
    double worst = 16;
    for (std::size_t k = 0; k < coefficients.size(); ++k)
        worst =
            std::min(worst, logRelativeError(found[static_cast<qsizetype>(k)].toDouble(), coefficients[k]));
    const double printedDeviation = json[QLatin1String("residual_standard_deviation")].toDouble();
    qInfo("digits: coefficients %.1f, residual standard deviation %.1f (%g)", worst,
        logRelativeError(printedDeviation, deviation), printedDeviation);
    QCOMPARE_GE(worst, 12.0);
    QCOMPARE_GE(logRelativeError(printedDeviation, deviation), 12.0);
    QCOMPARE_GE(logRelativeError(json[QLatin1String("train")][QLatin1String("r2")].toDouble(), r2), 12.0);
    QCOMPARE(json[QLatin1String("rank")].toInt(), static_cast<int>(coefficients.size()));
    QVERIFY(json[QLatin1String("condition")].toDouble() >= 1);
}

void FitTest::scoresAsABruteForceComputation_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::addColumn<double>("low");
    QTest::newRow("constant") << 0 << 0.0 << -1.0;
    QTest::newRow("line") << 1 << 0.0 << -1.0;
    QTest::newRow("degree 9") << 9 << 0.0 << 0.0;
    QTest::newRow("degree 9, ridge") << 9 << 0.5 << 0.0;
    QTest::newRow("an offset") << 4 << 0.0 << 1900.0;
    QTest::newRow("degree 20, ridge") << 20 << 1e-3 << -1.0;
}

void FitTest::scoresAsABruteForceComputation()
{
    QFETCH(int, degree);
    QFETCH(double, ridge);
    QFETCH(double, low);
    const Dataset rows = noisySine(60, {low, low + 7}, 0.3);
    const Printed printed = runCli(
        words(
            QStringLiteral("fit - --degree %1 --ridge %2 --validation 0.4 --seed 5").arg(degree).arg(ridge)),
        csvOf(rows));
    QCOMPARE(printed.code, 0);
    const Split split = dealSplit(rows, 5, 0.4);
    QCOMPARE(split.validation->size(), std::size_t(24));
    const QJsonObject json = jsonOf(printed);
    const auto expected = [&](const Examples &scored) {
        return bruteForceScores(split.training(), rangeOf(rows.x), degree, ridge, scored);
    };
    QVERIFY2(agree(json[QLatin1String("train")], expected(split.training()), 10), printed.out);
    QVERIFY2(
        agree(json[QLatin1String("validation")], expected(split.validation->examples()), 9), printed.out);
    QCOMPARE(json[QLatin1String("train")][QLatin1String("count")].toInt(), 36);
    QCOMPARE(json[QLatin1String("validation")][QLatin1String("count")].toInt(), 24);
}

void FitTest::splitsAFileAsTheWindowDoes_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QString>("option");
    QTest::addColumn<int>("trainSize");
    QTest::newRow("train size") << 50 << QStringLiteral("--train-size 20") << 20;
    QTest::newRow("the whole pool") << 50 << QStringLiteral("--train-size 35") << 35;
    QTest::newRow("the same share") << 50 << QStringLiteral("--validation 0.3") << 1000;
    QTest::newRow("a share that is rounded") << 45 << QStringLiteral("--validation 0.3") << 1000;
}

void FitTest::splitsAFileAsTheWindowDoes()
{
    QFETCH(int, rows);
    QFETCH(QString, option);
    QFETCH(int, trainSize);
    const Dataset data = noisySine(rows, {0, 10}, 0.3);
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(std::make_shared<const Table>(Table{{}, {}, {}, data, {}}));
    scenario.sampling.trainSize = trainSize;
    scenario.data.seed = 8;
    const Split split = drawSplit(scenario);
    const QJsonObject json =
        jsonOf(runCli(words(QStringLiteral("fit - --degree 4 --seed 8 ") + option), csvOf(data)));
    QCOMPARE(json[QLatin1String("train")][QLatin1String("count")].toInt(), static_cast<int>(split.trainSize));
    const auto expected = [&](const Examples &scored) {
        return bruteForceScores(split.training(), split.domain, 4, 0, scored);
    };
    QVERIFY(agree(json[QLatin1String("train")], expected(split.training()), 11));
    QVERIFY(agree(json[QLatin1String("validation")], expected(split.validation->examples()), 10));
}

void FitTest::aTargetIsTheScenarioOfTheWindow_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<int>("trainSize");
    QTest::newRow("as it opens") << QStringLiteral("--noise 0.25 --seed 21") << 20;
    QTest::newRow("unsaid") << QString() << 20;
    QTest::newRow("count") << QStringLiteral("--count 50") << 50;
    QTest::newRow("train size") << QStringLiteral("--train-size 50") << 50;
    QTest::newRow("the first of them") << QStringLiteral("--count 80 --train-size 50") << 50;
}

void FitTest::aTargetIsTheScenarioOfTheWindow()
{
    QFETCH(QString, line);
    QFETCH(int, trainSize);
    Scenario scenario;
    scenario.sampling.trainSize = trainSize;
    const Split split = drawSplit(scenario);
    const QJsonObject json = jsonOf(runCli(words(QStringLiteral("fit --target sine --degree 5 ") + line)));
    QCOMPARE(json[QLatin1String("train")][QLatin1String("count")].toInt(), trainSize);
    QCOMPARE(json[QLatin1String("validation")][QLatin1String("count")].toInt(), 100);
    const auto expected = [&](const Examples &scored) {
        return bruteForceScores(split.training(), kGeneratedDomain, 5, 0, scored);
    };
    QVERIFY(agree(json[QLatin1String("train")], expected(split.training()), 11));
    QVERIFY(agree(json[QLatin1String("validation")], expected(split.validation->examples()), 10));
}

void FitTest::withoutASplitAllRowsTrain()
{
    const QJsonObject json =
        jsonOf(runCli(words(QStringLiteral("fit - --degree 1")), "x,y\n0,1\n1,3\n2,5\n3,7\n"));
    QCOMPARE(json[QLatin1String("train")][QLatin1String("count")].toInt(), 4);
    QVERIFY(json[QLatin1String("validation")].isNull());
    QCOMPARE(json[QLatin1String("coefficients")].toArray(), (QJsonArray{1, 2}));
}

void FitTest::moreCoefficientsThanRowsGiveTheShortestSolution()
{
    const Printed printed =
        runCli(words(QStringLiteral("fit - --degree 12")), "x,y\n0,1\n1,3\n2,4\n3,7\n4,1\n");
    QCOMPARE(printed.code, 0);
    const QJsonObject json = jsonOf(printed);
    QCOMPARE(json[QLatin1String("rank")].toInt(), 5);
    QCOMPARE(json[QLatin1String("coefficients")].toArray().size(), 13);
    QVERIFY(json[QLatin1String("residual_standard_deviation")].isNull());
    QVERIFY(json[QLatin1String("train")][QLatin1String("rmse")].toDouble() < 1e-12);
}

void FitTest::everyNumberHasSeventeenDigits()
{
    const Printed printed = runCli(words(QStringLiteral("fit --target sine --degree 9 --seed 3")));
    static const QRegularExpression number(QStringLiteral("[-0-9.e+]*\\d\\.\\d[-0-9.e+]*"));
    auto matches = number.globalMatch(QString::fromUtf8(printed.out));
    int count = 0;
    for (; matches.hasNext(); ++count) {
        const QString text = matches.next().captured();
        QCOMPARE(QString::number(text.toDouble(), 'g', 17), text);
    }
    QCOMPARE(
        count, 10 + 10 + 1 + 1 + 3 + 3); // coefficients in both bases, condition, deviation, twice the scores
}

void FitTest::columnsAreChosenByNameOrNumber_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QStringList>("options");
    const QByteArray named = "name,time (s),mass,height\na,1,5,2\nb,2,6,4\nc,3,9,6\n";
    const QByteArray nameless = "a,1,5,2\nb,2,6,4\nc,3,9,6\n";
    const auto row = [](const char *name, const QByteArray &text, const QStringList &options) {
        QTest::newRow(name) << text << options;
    };
    const QString x = QStringLiteral("--x");
    const QString y = QStringLiteral("--y");
    row("names", named, {x, QStringLiteral("time (s)"), y, QStringLiteral("height")});
    row("without the unit", named, {x, QStringLiteral("time"), y, QStringLiteral("height")});
    row("y alone", named, {y, QStringLiteral("height")});
    row("numbers", nameless, {x, QStringLiteral("2"), y, QStringLiteral("4")});
    row("a number under a header", named, {y, QStringLiteral("4")});
}

void FitTest::columnsAreChosenByNameOrNumber()
{
    QFETCH(QByteArray, text);
    QFETCH(QStringList, options);
    const Printed printed = runCli(words(QStringLiteral("fit - --degree 1")) + options, text);
    QVERIFY2(printed.code == 0, printed.err);
    const QJsonArray coefficients = jsonOf(printed)[QLatin1String("coefficients")].toArray();
    QVERIFY2(areClose(coefficients[1].toDouble(), 2, 14), printed.out); // height = 2 time
}

void FitTest::theLegendreCoefficientsAreThoseOfTheSameCurve()
{
    const QByteArray text = "x,y\n10,3\n11,4\n12,8\n14,1\n16,2\n";
    const Printed printed = runCli(words(QStringLiteral("fit - --degree 4")), text);
    const QJsonObject fit = jsonOf(printed);
    const QJsonArray legendre = fit[QStringLiteral("legendre_coefficients")].toArray();
    const QJsonArray domain = fit[QStringLiteral("domain")].toArray();
    QCOMPARE(domain, (QJsonArray{10, 16}));
    for (const auto &[x, y] : {std::pair(10.0, 3.0), {11, 4}, {12, 8}, {14, 1}, {16, 2}}) {
        const double u = (x - 13) / 3;
        const double values[] = {1, u, (3 * u * u - 1) / 2, (5 * u * u * u - 3 * u) / 2,
            (35 * u * u * u * u - 30 * u * u + 3) / 8}; // Abramowitz and Stegun 1972, table 22.9
        double sum = 0;
        for (int k = 0; k < 5; ++k)
            sum += legendre.at(k).toDouble() * values[k];
        QVERIFY(std::abs(sum - y) < 1e-12);
    }
}

void FitTest::theColumnsThatWereReadAreNamed_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("data");
    const auto row = [](const char *name, const char *text, const char *data) {
        QTest::newRow(name) << QByteArray(text) << QString::fromLatin1(data);
    };
    row("names and units", "a (s),b\n1,2\n2,3\n3,5\n",
        R"({"left_out":0,"rows":3,"x":{"column":1,"name":"a","unit":"s"},"y":{"column":2,"name":"b","unit":""}})");
    row("no names", "w,1,2\nw,2,3\nw,3,5\n",
        R"({"left_out":0,"rows":3,"x":{"column":2,"name":"x","unit":""},"y":{"column":3,"name":"y","unit":""}})");
    row("names of rows, and one without a number",
        "\"speed\",\"dist\"\n\"1\",4.5,2\n\"2\",4.5,10\n\"3\",7.25,4\n\"4\",7,22\n\"5\",8,16\n\"6\",NA,1\n",
        R"({"left_out":1,"rows":5,"x":{"column":2,"name":"speed","unit":""},)"
        R"("y":{"column":3,"name":"dist","unit":""}})");
}

void FitTest::theColumnsThatWereReadAreNamed()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, data);
    const QJsonObject json = jsonOf(runCli(words(QStringLiteral("fit - --degree 1")), text));
    const QJsonObject found = json[QLatin1String("data")].toObject();
    QCOMPARE(QString::fromUtf8(QJsonDocument(found).toJson(QJsonDocument::Compact)), data);
    if (text.contains("speed")) { // made by another program
        const QJsonArray coefficients = json[QLatin1String("coefficients")].toArray();
        QVERIFY(areClose(coefficients[0].toDouble(), -5.188372093023256, 13));
        QVERIFY(areClose(coefficients[1].toDouble(), 2.558139534883721, 13));
    }
    QVERIFY(jsonOf(runCli(words(QStringLiteral("fit --target line --degree 1"))))[QLatin1String("data")]
                .isNull());
}

void FitTest::commandsThatPrintCsvNameColumnsThatNobodyChose_data()
{
    QTest::addColumn<QString>("arguments");
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("said");
    const QByteArray three = "n,a,b\n5,1,2\n7,2,3\n6,3,5\n";
    const QByteArray told = "x is column 1, n; y is column 2, a; 3 rows.\n";
    const QString sweep = QStringLiteral("sweep - --along degree --to 1");
    const QString folds = QStringLiteral("cross-validate - --degree 1 --folds 3");
    QTest::newRow("sweep") << sweep << three << "overfit-cli sweep: " + told;
    QTest::newRow("cross-validate") << folds << three << "overfit-cli cross-validate: " + told;
    QTest::newRow("both are chosen") << sweep + QLatin1String(" --x n --y b") << three << QByteArray();
    QTest::newRow("there are only two") << folds << QByteArray("a,b\n1,2\n2,3\n3,5\n") << QByteArray();
}

void FitTest::commandsThatPrintCsvNameColumnsThatNobodyChose()
{
    QFETCH(QString, arguments);
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, said);
    const Printed printed = runCli(words(arguments), text);
    QCOMPARE(printed.code, 0);
    QCOMPARE(printed.err, said);
}

void FitTest::standardInputIsAFileToo()
{
    const QString file = QStringLiteral(OVERFIT_TEST_DATA "/nist-strd/norris.csv");
    QFile content(file);
    QVERIFY(content.open(QIODevice::ReadOnly));
    const Printed fromInput = runCli(words(QStringLiteral("fit - --degree 2")), content.readAll());
    QCOMPARE(fromInput.code, 0);
    QCOMPARE(fromInput.out, runCli(words(QStringLiteral("fit --degree 2")) << file).out);
}

void FitTest::aFileNameMayHaveAnyLetters()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("Größe λ ñ 数据.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x,y\n0,1\n1,3\n2,5\n");
    file.close();
    const Printed printed = runCli(words(QStringLiteral("fit --degree 1")) << file.fileName());
    QVERIFY2(printed.code == 0, printed.err);
}

OVERFIT_TEST(FitTest)
#include "fit_test.moc"
