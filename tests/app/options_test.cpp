// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include "core/lessons/scenes.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;
using namespace overfit::app;

namespace {

QStringList words(const QString &line)
{
    return QStringList{QStringLiteral("overfit")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

Scenario scenarioOf(const QString &line)
{
    return std::get<Options>(parseOptions(words(line))).scenario;
}

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutOptionsTheProgramOpensOnItsFirstScreen();
    void everyOptionTakesEffect();
    void theOptionsOfTheTrainingTakeEffect();
    void everyWayOfTrainingHasAName_data();
    void everyWayOfTrainingHasAName();
    void everySceneHasAName();
    void otherOptionsChangeTheScene();
    void aCurveIsAsLongAsTheEpochsAskedFor();
    void wrongOptionsAreRefusedWithWhatWasExpected_data();
    void wrongOptionsAreRefusedWithWhatWasExpected();
    void aWrongOptionIsNamed_data();
    void aWrongOptionIsNamed();
    void helpAndVersionLeaveWithoutAnError();
};

void OptionsTest::withoutOptionsTheProgramOpensOnItsFirstScreen()
{
    const auto options = std::get<Options>(parseOptions(words({})));
    QCOMPARE(options.scenario, Scenario());
    QVERIFY(
        options.file.isEmpty() && options.screenshot.isEmpty() && !options.size.isValid() && !options.more);
}

void OptionsTest::everyOptionTakesEffect()
{
    const auto options = std::get<Options>(
        parseOptions(words(QStringLiteral("--data cars --degree 7 --train-size 33 --noise 0.5 --ridge 0.01 "
                                          "--seed 99 --curve train-size --theme dark "
                                          "--screenshot a.png --size 1920x1080 --more"))));
    QCOMPARE(options.scenario.data.source, DataSource::shippedSet("cars"));
    QCOMPARE(options.scenario.model.degree, 7);
    QCOMPARE(options.scenario.sampling.trainSize, 33);
    QCOMPARE(options.scenario.data.noise, 0.5);
    QCOMPARE(options.scenario.model.ridge, 0.01);
    QCOMPARE(options.scenario.data.seed, std::uint64_t(99));
    QCOMPARE(options.scenario.curve, Dial::TrainSize);
    QCOMPARE(options.theme, ui::Theme::Dark);
    QCOMPARE(options.screenshot, QStringLiteral("a.png"));
    QCOMPARE(options.size, QSize(1920, 1080));
    QVERIFY(options.more);
    const auto withTable = std::get<Options>(parseOptions(words(QStringLiteral("--degree 7 points.csv"))));
    QCOMPARE(withTable.file, QStringLiteral("points.csv"));
    QCOMPARE(withTable.scenario.model.degree, 7);
}

void OptionsTest::theOptionsOfTheTrainingTakeEffect()
{
    Scenario wanted;
    wanted.data.source = DataSource::generatedClasses(Shape::Moons);
    wanted.data.labelNoise = 0.25;
    wanted.model.epochs = 120;
    wanted.training.lastEpoch = 700;
    wanted.training.descent.optimizer = Optimizer::Adam;
    wanted.training.descent.learningRate = 0.0002115678; // to the last digit
    wanted.training.descent.batchSize = 16;
    wanted.curve = Dial::Epochs;
    QCOMPARE(scenarioOf(QStringLiteral(
                 "--data moons --label-noise 0.25 --epochs 120 --last-epoch 700 --trained-by adam "
                 "--learning-rate 0.0002115678 --batch-size 16 --curve epochs")),
        wanted);
}

void OptionsTest::everyWayOfTrainingHasAName_data()
{
    QTest::addColumn<Optimizer>("optimizer");
    QTest::newRow("gradient-descent") << Optimizer::GradientDescent;
    QTest::newRow("mini-batches") << Optimizer::MiniBatches;
    QTest::newRow("adam") << Optimizer::Adam;
}

void OptionsTest::everyWayOfTrainingHasAName()
{
    QFETCH(Optimizer, optimizer);
    const QString name = QString::fromLatin1(QTest::currentDataTag());
    QCOMPARE(scenarioOf(QStringLiteral("--trained-by ") + name).training.descent.optimizer, optimizer);
}

void OptionsTest::everySceneHasAName()
{
    for (const Scene &scene : scenes()) {
        const QString name = QString::fromLatin1(scene.id.data(), static_cast<qsizetype>(scene.id.size()));
        QVERIFY2(scenarioOf(QStringLiteral("--scene ") + name) == scene.scenario, qPrintable(name));
    }
}

void OptionsTest::otherOptionsChangeTheScene()
{
    Scenario wanted = findScene("two-moons")->scenario;
    wanted.model.degree = 9;
    wanted.model.epochs = 50;
    QCOMPARE(scenarioOf(QStringLiteral("--scene two-moons --degree 9 --epochs 50")), wanted);
    QCOMPARE(scenarioOf(QStringLiteral("--epochs 50 --degree 9 --scene two-moons")), wanted); // in any order
}

void OptionsTest::aCurveIsAsLongAsTheEpochsAskedFor()
{
    const Scenario longer = scenarioOf(QStringLiteral("--epochs 1500"));
    QCOMPARE(longer.model.epochs, 1500);
    QVERIFY(longer.training.lastEpoch >= 1500);
    QCOMPARE(scenarioOf(QStringLiteral("--last-epoch 10")).model.epochs, kFullyTrained);
}

void OptionsTest::wrongOptionsAreRefusedWithWhatWasExpected_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown option") << "--degre 3"
                                    << "degre";
    QTest::newRow("degree too large") << "--degree 31"
                                      << "from 0 to 30";
    QTest::newRow("degree too large for classes") << "--data moons --degree 13"
                                                  << "from 0 to 12";
    QTest::newRow("degree not whole") << "--degree 2.5"
                                      << "whole number";
    QTest::newRow("train size too small") << "--train-size 1"
                                          << "from 2";
    QTest::newRow("noise not a number") << "--noise much"
                                        << "a number from 0 to 1";
    QTest::newRow("ridge is nan") << "--ridge nan"
                                  << "a number from 0 to 1000";
    QTest::newRow("unknown data") << "--data carz"
                                  << "cars";
    QTest::newRow("unknown curve") << "--curve noise"
                                   << "train-size";
    QTest::newRow("unknown theme") << "--theme blue"
                                   << "dark";
    QTest::newRow("a window too small") << "--size 800x600"
                                        << "at least 960x600";
    QTest::newRow("data twice") << "--data sine points.csv"
                                << "together with a table";
    QTest::newRow("size") << "--size 1280"
                          << "1280x720";
    QTest::newRow("two files") << "a.csv b.csv"
                               << "One file";
    QTest::newRow("seed too large") << "--seed 1000000"
                                    << "999999";
}

void OptionsTest::wrongOptionsAreRefusedWithWhatWasExpected()
{
    QFETCH(QString, line);
    QFETCH(QString, expected);
    const auto parsed = parseOptions(words(line));
    QVERIFY(std::holds_alternative<Farewell>(parsed));
    const auto farewell = std::get<Farewell>(parsed);
    QCOMPARE(farewell.code, 2);
    QVERIFY2(farewell.text.contains(expected), qPrintable(farewell.text));
}

void OptionsTest::aWrongOptionIsNamed_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *option, const char *value, const char *expected) {
        QTest::addRow("%s %s", option, value)
            << QString::fromLatin1(option) << QString::fromLatin1(value) << QString::fromLatin1(expected);
    };
    row("--scene", "three-moons", "two-moons");
    row("--scene", "Two-Moons", "two-moons");
    row("--epochs", "0", "from 1 to 2000");
    row("--epochs", "2001", "from 1 to 2000"); // fully trained is to leave the option out
    row("--epochs", "fully", "whole number");
    row("--epochs", "10.5", "whole number");
    row("--last-epoch", "9", "from 10 to 2000");
    row("--last-epoch", "2001", "from 10 to 2000");
    row("--last-epoch", "many", "whole number");
    row("--trained-by", "sgd", "gradient-descent, mini-batches, adam");
    row("--learning-rate", "0", "to 10");
    row("--learning-rate", "10.1", "to 10");
    row("--learning-rate", "nan", "a number");
    row("--learning-rate", "-0.1", "to 10");
    row("--learning-rate", "inf", "to 10");
    row("--learning-rate", "fast", "a number");
    row("--batch-size", "0", "from 1 to 1000");
    row("--batch-size", "1001", "from 1 to 1000");
    row("--batch-size", "ten", "whole number");
    row("--label-noise", "0.51", "from 0 to 0.5");
    row("--label-noise", "-0.1", "from 0 to 0.5");
    row("--label-noise", "10%", "a number");
    row("--curve", "epoch", "epochs");
    row("--data", "moon", "moons");
}

void OptionsTest::aWrongOptionIsNamed()
{
    QFETCH(QString, option);
    QFETCH(QString, value);
    QFETCH(QString, expected);
    const auto parsed = parseOptions({QStringLiteral("overfit"), option + QLatin1Char('=') + value});
    QVERIFY(std::holds_alternative<Farewell>(parsed));
    const auto farewell = std::get<Farewell>(parsed);
    QCOMPARE(farewell.code, 2);
    QVERIFY2(farewell.text.contains(option), qPrintable(farewell.text));
    QVERIFY2(farewell.text.contains(value), qPrintable(farewell.text));
    QVERIFY2(farewell.text.contains(expected), qPrintable(farewell.text));
    QVERIFY2(farewell.text.endsWith(QLatin1Char('\n')), qPrintable(farewell.text));
}

void OptionsTest::helpAndVersionLeaveWithoutAnError()
{
    const auto help = std::get<Farewell>(parseOptions(words(QStringLiteral("--help"))));
    QCOMPARE(help.code, 0);
    QVERIFY(help.text.contains(QStringLiteral("--screenshot")));
    QCOMPARE(std::get<Farewell>(parseOptions(words(QStringLiteral("--version")))).code, 0);
}

OVERFIT_TEST(OptionsTest)
#include "options_test.moc"
