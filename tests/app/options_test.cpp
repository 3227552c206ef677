// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"

#include <QTest>

using namespace overfit;
using namespace overfit::app;

namespace {

QStringList words(const QString &line)
{
    return QStringList{QStringLiteral("overfit")} + line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

} // namespace

class OptionsTest : public QObject
{
    Q_OBJECT

private slots:
    void withoutOptionsTheProgramOpensOnItsFirstScreen();
    void everyOptionTakesEffect();
    void wrongOptionsAreRefusedWithWhatWasExpected_data();
    void wrongOptionsAreRefusedWithWhatWasExpected();
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
                                          "--screenshot a.png --size 1920x1080 --more points.csv"))));
    QCOMPARE(options.scenario.data, DataSource::shippedSet("cars"));
    QCOMPARE(options.scenario.degree, 7);
    QCOMPARE(options.scenario.trainSize, 33);
    QCOMPARE(options.scenario.noise, 0.5);
    QCOMPARE(options.scenario.ridge, 0.01);
    QCOMPARE(options.scenario.seed, std::uint64_t(99));
    QCOMPARE(options.scenario.curve, Dial::TrainSize);
    QCOMPARE(options.theme, ui::Theme::Dark);
    QCOMPARE(options.screenshot, QStringLiteral("a.png"));
    QCOMPARE(options.size, QSize(1920, 1080));
    QVERIFY(options.more);
    QCOMPARE(options.file, QStringLiteral("points.csv"));
}

void OptionsTest::wrongOptionsAreRefusedWithWhatWasExpected_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("expected");
    QTest::newRow("unknown option") << "--degre 3"
                                    << "degre";
    QTest::newRow("degree too large") << "--degree 31"
                                      << "from 0 to 30";
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

void OptionsTest::helpAndVersionLeaveWithoutAnError()
{
    const auto help = std::get<Farewell>(parseOptions(words(QStringLiteral("--help"))));
    QCOMPARE(help.code, 0);
    QVERIFY(help.text.contains(QStringLiteral("--screenshot")));
    QCOMPARE(std::get<Farewell>(parseOptions(words(QStringLiteral("--version")))).code, 0);
}

QTEST_GUILESS_MAIN(OptionsTest)
#include "options_test.moc"
