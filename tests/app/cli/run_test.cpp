// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli run

#include "core/experiment/experiment_file.h"
#include "core/experiment/scenes.h"
#include "tests/app/cli/cli_program.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <memory>

using namespace overfit;
using namespace overfit::test;

namespace {

Printed runOn(const QTemporaryDir &folder, const std::string &content)
{
    const QString path = folder.filePath(QStringLiteral("a.overfit"));
    QFile file(path);
    if (!file.open(QFile::WriteOnly) || file.write(QByteArray::fromStdString(content)) < 0)
        return {};
    file.close();
    return runCli({QStringLiteral("run"), path});
}

Printed runOn(const Scenario &scenario)
{
    const QTemporaryDir folder;
    return runOn(folder, experimentText({scenario, {}}, "1"));
}

QJsonArray listAt(const QJsonObject &json, const char *curve, const char *column)
{
    return json[QLatin1String("curves")][QLatin1String(curve)][QLatin1String(column)].toArray();
}

} // namespace

class RunTest : public QObject
{
    Q_OBJECT

private slots:
    void givesTheFiguresOfTheOtherCommands_data();
    void givesTheFiguresOfTheOtherCommands();
    void givesTheCurvesOfTheOtherCommands_data();
    void givesTheCurvesOfTheOtherCommands();
    void aClassWatchesTheTurnAroundEpoch50();
    void aSecondModelIsToldBesideTheFirst();
    void badFilesAreToldInOneLine_data();
    void badFilesAreToldInOneLine();
};

void RunTest::givesTheFiguresOfTheOtherCommands_data()
{
    QTest::addColumn<int>("degree");
    QTest::addColumn<double>("ridge");
    QTest::newRow("a good fit") << 5 << 0.0;
    QTest::newRow("ridge") << 9 << 0.5;
    QTest::newRow("overfitted") << 15 << 0.0;
}

void RunTest::givesTheFiguresOfTheOtherCommands()
{
    QFETCH(int, degree);
    QFETCH(double, ridge);
    Scenario scenario;
    scenario.degree = degree;
    scenario.ridge = ridge;
    const Printed printed = runOn(scenario);
    QCOMPARE(printed.code, 0);
    const QJsonObject run = jsonOf(printed);
    const QJsonObject fit = jsonOf(runCli(words(
        QStringLiteral("fit --target sine --train-size 20 --noise 0.25 --seed 21 --degree %1 --ridge %2")
            .arg(degree)
            .arg(ridge))));
    QVERIFY(!fit.isEmpty());
    for (const char *const name : {"degree", "rank", "condition", "coefficients", "train", "validation"})
        QCOMPARE(run[QLatin1String(name)], fit[QLatin1String(name)]);
    QCOMPARE(run[QLatin1String("problem")].toString(), QStringLiteral("curve"));
    QCOMPARE(run[QLatin1String("epochs")].toString(), QStringLiteral("full"));
    QCOMPARE(run[QLatin1String("ridge")].toDouble(), ridge);
}

void RunTest::givesTheCurvesOfTheOtherCommands_data()
{
    QTest::addColumn<QString>("along");
    QTest::addColumn<QString>("curve");
    QTest::newRow("degree") << "degree"
                            << "degree";
    QTest::newRow("train size") << "train-size"
                                << "train_size";
    QTest::newRow("epochs") << "epochs"
                            << "epochs";
}

void RunTest::givesTheCurvesOfTheOtherCommands()
{
    QFETCH(QString, along);
    QFETCH(QString, curve);
    Scenario scenario;
    scenario.epochs = along == QLatin1String("epochs") ? 30 : kFullyTrained;
    const QJsonObject run = jsonOf(runOn(scenario));
    const QString held = along == QLatin1String("degree") ? QStringLiteral("--train-size 20")
        : along == QLatin1String("epochs")                ? QStringLiteral("--train-size 20 --degree 5")
                                                          : QStringLiteral("--degree 5");
    const auto rows = cellsOf(runCli(
        words(QStringLiteral("sweep --target sine --noise 0.25 --seed 21 --along %1 %2").arg(along, held))));
    const QByteArray name = curve.toLatin1();
    for (const int column : {1, 2, 3, 4}) {
        const QJsonArray values = listAt(run, name.constData(), rows.front().at(column).constData());
        QCOMPARE(values.size(), rows.size() - 1);
        for (qsizetype i = 0; i < values.size(); ++i)
            QCOMPARE(values[i].toDouble(), rows[i + 1].at(column).toDouble());
    }
}

/// The figures of the scene, as they are told to a class.
void RunTest::aClassWatchesTheTurnAroundEpoch50()
{
    const QJsonObject run = jsonOf(runOn(findScene("around-epoch-50")->scenario));
    QCOMPARE(run[QLatin1String("problem")].toString(), QStringLiteral("classes"));
    const int best = run[QLatin1String("curves")][QLatin1String("epochs")][QLatin1String("best")].toInt();
    QVERIFY(best >= 40 && best <= 60);
    const QJsonArray training = listAt(run, "epochs", "train_accuracy");
    const QJsonArray validation = listAt(run, "epochs", "validation_accuracy");
    QCOMPARE(training.size(), 200);
    QVERIFY(training.last().toDouble() >= 0.99);
    QVERIFY(validation.last().toDouble() <= validation[best - 1].toDouble() - 0.05);
}

void RunTest::aSecondModelIsToldBesideTheFirst()
{
    const QJsonObject run = jsonOf(runOn(findScene("model-a-and-model-b")->scenario));
    const QJsonObject rival = run[QLatin1String("comparison")].toObject();
    QCOMPARE(rival[QLatin1String("degree")].toInt(), 3);
    const QJsonObject fit = jsonOf(
        runCli(words(QStringLiteral("fit --target sine --train-size 10 --noise 0.25 --seed 60 --degree 3"))));
    QCOMPARE(rival[QLatin1String("train")], fit[QLatin1String("train")]);
    QCOMPARE(rival[QLatin1String("validation")], fit[QLatin1String("validation")]);
    QCOMPARE(run[QLatin1String("finding")].toString(), QStringLiteral("overfit"));
}

void RunTest::badFilesAreToldInOneLine_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("told");
    const QByteArray start = R"({"format": "overfit-experiment", "version": 1, )";
    const QByteArray sine = start + R"("data": {"kind": "generated", "target": "sine"}, )";
    QTest::newRow("no JSON") << QByteArray("x,y\n1,2\n") << QByteArray(", line 1, column 1: this is no JSON");
    QTest::newRow("something else") << QByteArray("{}") << QByteArray(" is not an experiment");
    QTest::newRow("a newer version") << QByteArray(R"({"format": "overfit-experiment", "version": 9})")
                                     << QByteArray("in version 9 of the format; this one reads up to 1.");
    QTest::newRow("a missing member") << start + R"("data": {}})" << QByteArray(", data.kind is missing");
    QTest::newRow("an unknown member")
        << sine + R"("model": {"dgree": 1}})" << QByteArray(", model.dgree is nothing");
    QTest::newRow("a wrong number")
        << sine + R"("model": {"degree": 31}})"
        << QByteArray(", model.degree: a whole number from 0 to 30 was expected, not 31.");
    QTest::newRow("a wrong name") << start + R"("data": {"kind": "generated", "target": "sinus"}})"
                                  << QByteArray("data.target: one of line, cosine, sine,");
    QTest::newRow("edited") << sine + R"("checksums": {"data": "0123456789abcdef"}})"
                            << QByteArray(", data is not as it was saved");
}

void RunTest::badFilesAreToldInOneLine()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, told);
    const QTemporaryDir folder;
    const Printed printed = runOn(folder, content.toStdString());
    QCOMPARE(printed.code, 1);
    QCOMPARE(printed.out, QByteArray());
    QVERIFY2(printed.err.contains(told), printed.err.constData());
    QVERIFY(printed.err.contains("a.overfit"));
    QCOMPARE(printed.err.count('\n'), 1);
}

QTEST_GUILESS_MAIN(RunTest)
#include "run_test.moc"
