// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli generate

#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "tests/app/cli/cli_program.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;
using namespace overfit::test;

class GenerateTest : public QObject
{
    Q_OBJECT

private slots:
    void printsTheTrainingPointsOfTheWindow_data();
    void printsTheTrainingPointsOfTheWindow();
    void printsTheTrainingPointsOfClasses_data();
    void printsTheTrainingPointsOfClasses();
    void morePointsBeginWithTheSameOnes();
    void theFitOfWhatIsPrintedIsThatOfTheTarget();
};

void GenerateTest::printsTheTrainingPointsOfTheWindow_data()
{
    QTest::addColumn<int>("target");
    for (const Target target : kTargets)
        QTest::newRow(std::string(targetName(target)).c_str()) << static_cast<int>(target);
}

void GenerateTest::printsTheTrainingPointsOfTheWindow()
{
    QFETCH(int, target);
    Scenario scenario;
    scenario.data.source = DataSource::generated(static_cast<Target>(target));
    scenario.data.noise = 0.4;
    scenario.data.seed = 9;
    scenario.sampling.trainSize = 33;
    const Split split = drawSplit(scenario);
    const QList<QByteArrayList> cells =
        cellsOf(runCli(words(QStringLiteral("generate --target %1 --count 33 --noise 0.4 --seed 9")
                                 .arg(QLatin1String(QTest::currentDataTag())))));
    QCOMPARE(cells.first().join(','), "x,y");
    QCOMPARE(cells.size(), 34);
    for (std::size_t i = 0; i < 33; ++i) { // to the bit
        const QByteArrayList &row = cells[static_cast<qsizetype>(i) + 1];
        QVERIFY(row[0].toDouble() == split.training().x[i]);
        QVERIFY(row[1].toDouble() == split.training().y[i]);
    }
}

void GenerateTest::printsTheTrainingPointsOfClasses_data()
{
    QTest::addColumn<int>("shape");
    for (const Shape shape : kShapes)
        QTest::newRow(std::string(shapeName(shape)).c_str()) << static_cast<int>(shape);
}

void GenerateTest::printsTheTrainingPointsOfClasses()
{
    QFETCH(int, shape);
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(static_cast<Shape>(shape));
    scenario.data.labelNoise = 0.2;
    scenario.data.seed = 9;
    scenario.sampling.trainSize = 33;
    const ClassSplit split = drawClassSplit(scenario);
    const QList<QByteArrayList> cells =
        cellsOf(runCli(words(QStringLiteral("generate --target %1 --count 33 --label-noise 0.2 --seed 9")
                                 .arg(QLatin1String(QTest::currentDataTag())))));
    QCOMPARE(cells.first().join(','), "x1,x2,class");
    QCOMPARE(cells.size(), 34);
    for (std::size_t i = 0; i < 33; ++i) {
        const QByteArrayList &row = cells[static_cast<qsizetype>(i) + 1];
        QVERIFY(row[0].toDouble() == split.training().x1[i]);
        QVERIFY(row[1].toDouble() == split.training().x2[i]);
        QCOMPARE(row[2].toInt(), static_cast<int>(split.training().label[i]));
    }
}

void GenerateTest::morePointsBeginWithTheSameOnes()
{
    const auto points = [](const char *count) {
        return runCli(words(QStringLiteral("generate --target bumps --count ") + QLatin1String(count))).out;
    };
    QVERIFY(points("1000").startsWith(points("200")));
    QCOMPARE(points("1000").count('\n'), 1001);
    QCOMPARE(points("1").count('\n'), 2);
}

void GenerateTest::theFitOfWhatIsPrintedIsThatOfTheTarget()
{
    const QByteArray points = runCli(words(QStringLiteral("generate --target runge --count 40"))).out;
    const auto rmse = [](const Printed &printed) {
        return jsonOf(printed)[QLatin1String("train")][QLatin1String("rmse")].toDouble();
    };
    const double ofPoints = rmse(runCli(words(QStringLiteral("fit - --degree 6")), points));
    const double ofTarget = rmse(runCli(words(QStringLiteral("fit --target runge --count 40 --degree 6"))));
    QVERIFY(ofTarget > 0.1);
    QVERIFY(areClose(ofPoints, ofTarget, 12));
}

OVERFIT_TEST(GenerateTest)
#include "generate_test.moc"
