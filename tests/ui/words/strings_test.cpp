// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/strings.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <limits>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

namespace {

std::shared_ptr<const CurveAnswer> answerWith(const Split &split)
{
    auto answer = std::make_shared<CurveAnswer>();
    answer->split = std::make_shared<const Split>(split);
    return answer;
}

} // namespace

class StringsTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void accuraciesAreNeverRoundedToPerfection_data();
    void accuraciesAreNeverRoundedToPerfection();
    void theGapIsInPoints();
    void everyReadingErrorSaysWhereAndWhat_data();
    void everyReadingErrorSaysWhereAndWhat();
    void everyExperimentErrorSaysWhereAndWhat_data();
    void everyExperimentErrorSaysWhereAndWhat();
    void theNameOfAFileIsNoPlaceOfAMessage();
    void rowsLeftOutAreCounted();
    void anEquationHasTheSignsAndPowersOfItsCoefficients();
    void everyDataSourceHasATitleAndAxes();
    void theSentenceFitsTheVerdict_data();
    void theSentenceFitsTheVerdict();
    void onlyWhatCanStillBeMovedIsAdvised();
    void aPoorFitIsNotPraised();
    void twoModelsAreComparedOnNewPoints_data();
    void twoModelsAreComparedOnNewPoints();
};

void StringsTest::accuraciesAreNeverRoundedToPerfection_data()
{
    QTest::addColumn<double>("r2");
    QTest::addColumn<QString>("text");
    QTest::newRow("perfect") << 1.0 << "100 %";
    QTest::newRow("rounding error from perfect") << 1.0 - 1e-12 << "100 %";
    QTest::newRow("nearly perfect") << 0.997 << "99.7 %";
    QTest::newRow("very nearly perfect") << 0.9998 << "99.9 %";
    QTest::newRow("good") << 0.923 << "92 %";
    QTest::newRow("nothing") << 0.0 << "0 %";
    QTest::newRow("a hair below nothing") << -0.001 << "0 %";
    QTest::newRow("worse than the mean") << -3.4 << QStringLiteral("\u2212340 %");
    QTest::newRow("far off") << -3.0e11 << QStringLiteral("\u22123·10¹³ %");
    QTest::newRow("infinitely far off") << -1e306 << QStringLiteral("\u22121·10³⁰⁸ %");
    QTest::newRow("rounding up to the next power") << -999.6 << QStringLiteral("\u22121·10⁵ %");
    QTest::newRow("minus infinity") << -std::numeric_limits<double>::infinity()
                                    << QStringLiteral("\u2212\u221E %");
    QTest::newRow("not defined") << std::numeric_limits<double>::quiet_NaN() << "–";
}

void StringsTest::accuraciesAreNeverRoundedToPerfection()
{
    QFETCH(double, r2);
    QFETCH(QString, text);
    QCOMPARE(percentText(r2), text);
}

void StringsTest::theGapIsInPoints()
{
    QCOMPARE(gapText(0.92, 0.88), QStringLiteral("4"));
    QCOMPARE(gapText(0.5, 0.5004), QStringLiteral("0"));
    QCOMPARE(gapText(0.5, 0.55), QStringLiteral("\u22125"));
    QCOMPARE(gapText(1, -3e9), QStringLiteral("3·10¹¹"));
    QCOMPARE(gapText(1, std::numeric_limits<double>::quiet_NaN()), QStringLiteral("–"));
}

void StringsTest::everyReadingErrorSaysWhereAndWhat_data()
{
    QTest::addColumn<int>("reason");
    for (int reason = 0; reason <= static_cast<int>(ReadError::Reason::Changed); ++reason)
        QTest::addRow("reason %d", reason) << reason;
}

void StringsTest::everyReadingErrorSaysWhereAndWhat()
{
    QFETCH(int, reason);
    const ReadError error{static_cast<ReadError::Reason>(reason), "/home/ana/heights.csv", 12, 3, "n/a"};
    const QString text = errorText(error);
    QVERIFY(text.startsWith(QStringLiteral("heights.csv, line 12, column 3")));
    QVERIFY(text.size() > 50); // a reason and what to do
    QVERIFY(text.endsWith(QLatin1Char('.')));
    if (error.reason == ReadError::Reason::NotANumber)
        QVERIFY(text.contains(QStringLiteral("“n/a”")));
}

void StringsTest::everyExperimentErrorSaysWhereAndWhat_data()
{
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("member");
    for (int reason = 0; reason <= static_cast<int>(ExperimentError::Reason::AllInputsEqual); ++reason)
        QTest::addRow("reason %d", reason) << reason << QByteArray("model.degree");
    QTest::newRow("no JSON") << static_cast<int>(ExperimentError::Reason::NotJson) << QByteArray();
}

void StringsTest::everyExperimentErrorSaysWhereAndWhat()
{
    QFETCH(int, reason);
    QFETCH(QByteArray, member);
    ExperimentError error;
    error.reason = static_cast<ExperimentError::Reason>(reason);
    error.file = "/home/ana/lesson.overfit";
    error.line = 12;
    error.column = 3;
    error.member = member.toStdString();
    error.found = "31";
    const QString text = errorText(error);
    QVERIFY2(text.startsWith(QStringLiteral("lesson.overfit")), qPrintable(text));
    QVERIFY2(text.size() > 50 && text.endsWith(QLatin1Char('.')), qPrintable(text)); // and what to do
    if (error.reason == ExperimentError::Reason::NotJson) {
        QVERIFY2(text.startsWith(QStringLiteral("lesson.overfit, line 12, column 3")), qPrintable(text));
        QCOMPARE(text.contains(QStringLiteral("“model.degree” is said twice")), !member.isEmpty());
    }
}

void StringsTest::theNameOfAFileIsNoPlaceOfAMessage()
{
    const ReadError read{ReadError::Reason::NotANumber, "/home/ana/a%2.csv", 12, 3, "n/a%1"};
    QVERIFY(errorText(read).startsWith(QStringLiteral("a%2.csv, line 12, column 3: ")));
    QVERIFY(errorText(read).contains(QStringLiteral("“n/a%1”")));
    const ExperimentError refused{ExperimentError::Reason::NewerVersion, "a%2.overfit", 0, 0, "version", "9"};
    QVERIFY(errorText(refused).startsWith(
        QStringLiteral("a%2.overfit was saved by a newer Overfit, in version 9")));
    QVERIFY(leftOutText(read).endsWith(QStringLiteral("“n/a%1” is not a number")));
}

void StringsTest::rowsLeftOutAreCounted()
{
    const ReadError first{ReadError::Reason::MissingCell, "lab.csv", 7, 2, {}};
    QCOMPARE(leftOutText(LeftOutRows{1, {first}}),
        QStringLiteral("1 row left out. Line 7, column 2: nothing there"));
    QCOMPARE(leftOutText(LeftOutRows{2, {first}}),
        QStringLiteral("2 rows left out. Line 7, column 2: nothing there"));
}

void StringsTest::anEquationHasTheSignsAndPowersOfItsCoefficients()
{
    QCOMPARE(equationText({-1.5, 2, -0.25}), QStringLiteral("y = \u2212 1.5 + 2 x \u2212 0.25 x²"));
    QCOMPARE(equationText({0}), QStringLiteral("y = 0"));
    QVERIFY(equationText({1, std::nan("")}).contains(QStringLiteral("beyond the largest number")));
    QVERIFY(equationText({1, -HUGE_VAL}).contains(QStringLiteral("beyond the largest number")));
    QVERIFY(equationText(std::vector<double>(13, 1)).endsWith(QStringLiteral("x¹²")));
}

void StringsTest::everyDataSourceHasATitleAndAxes()
{
    for (const Target target : kTargets) {
        const DataTexts texts = dataTexts(DataSource::generated(target));
        QVERIFY(!texts.title.isEmpty() && !texts.x.isEmpty() && !texts.y.isEmpty() && !texts.about.isEmpty());
    }
    const DataTexts cars = dataTexts(DataSource::shippedSet("cars"));
    QCOMPARE(cars.x, QStringLiteral("speed (mph)"));
    QCOMPARE(cars.y, QStringLiteral("distance (ft)"));
    QVERIFY(cars.about.contains(QStringLiteral("Ezekiel")));
}

void StringsTest::theSentenceFitsTheVerdict_data()
{
    QTest::addColumn<Finding>("finding");
    QTest::addColumn<Gap>("gap");
    QTest::addColumn<QString>("headline");
    QTest::addColumn<QString>("advice");
    QTest::newRow("good") << Finding::Good << Gap::WithinChance << "leaves the noise alone"
                          << "within what chance explains";
    QTest::newRow("too stiff") << Finding::Underfit << Gap::WithinChance << "too stiff"
                               << "(best here: 6)";
    QTest::newRow("a noticeable gap") << Finding::Overfit << Gap::Noticeable << "begins to remember"
                                      << "more than chance";
    QTest::newRow("a large gap") << Finding::Overfit << Gap::Large << "remembers the training points"
                                 << "lower degree (best here: 6)";
    QTest::newRow("past the best") << Finding::PastBest << Gap::WithinChance << "better before"
                                   << "lower degree does clearly better";
    QTest::newRow("blown up") << Finding::Diverged << Gap::WithinChance << "learning rate is too large"
                              << "smaller learning rate";
    QTest::newRow("nothing to learn") << Finding::NothingToLearn << Gap::Large << "Nothing here"
                                      << "chance";
    QTest::newRow("not measurable") << Finding::Unmeasurable << Gap::WithinChance << "can't be told"
                                    << "more data";
}

void StringsTest::theSentenceFitsTheVerdict()
{
    QFETCH(Finding, finding);
    QFETCH(Gap, gap);
    QFETCH(QString, headline);
    QFETCH(QString, advice);
    Snapshot snapshot;
    snapshot.curve = answerWith(drawSplit(Scenario()));
    snapshot.training.count = snapshot.curve->split->trainSize;
    snapshot.scenario.model.degree = 13;
    snapshot.validation.accuracy = 0.9;
    snapshot.verdict = Verdict{finding, gap, Dial::Degree, 6, 0.1};
    const VerdictTexts texts = verdictTexts(snapshot);
    QVERIFY2(texts.headline.contains(headline), qPrintable(texts.headline));
    QVERIFY2(texts.advice.contains(advice), qPrintable(texts.advice));
}

void StringsTest::onlyWhatCanStillBeMovedIsAdvised()
{
    Scenario scenario;
    scenario.sampling.trainSize = 200;
    Snapshot snapshot;
    snapshot.scenario = scenario;
    snapshot.curve = answerWith(drawSplit(scenario));
    snapshot.training.count = snapshot.curve->split->trainSize;
    snapshot.verdict =
        Verdict{Finding::Overfit, Gap::Large, Dial::Degree, double(scenario.model.degree), 0.1};
    QVERIFY(verdictTexts(snapshot).advice.endsWith(QStringLiteral("Try some ridge.")));
    snapshot.scenario.model.ridge = kRidgeRange.high;
    QVERIFY(!verdictTexts(snapshot).advice.contains(QStringLiteral("Try")));
    snapshot.scenario.model.degree = kDegreeRange.high;
    snapshot.verdict->finding = Finding::Good;
    QVERIFY(!verdictTexts(snapshot).advice.contains(QStringLiteral("Raise the degree")));
}

void StringsTest::aPoorFitIsNotPraised()
{
    Snapshot snapshot;
    snapshot.curve = answerWith(drawSplit(Scenario()));
    snapshot.training.count = snapshot.curve->split->trainSize;
    snapshot.scenario.model.ridge = 30;
    snapshot.validation.accuracy = 0.25;
    snapshot.verdict = Verdict{Finding::Good, Gap::WithinChance, Dial::Degree, 5, 0.1};
    QVERIFY(!verdictTexts(snapshot).headline.contains(QStringLiteral("follows the curve")));
    QVERIFY(verdictTexts(snapshot).advice.contains(QStringLiteral("Less ridge")));
}

void StringsTest::twoModelsAreComparedOnNewPoints_data()
{
    QTest::addColumn<QList<double>>("accuracies"); // of A, then of B: training, validation
    QTest::addColumn<QString>("headline");
    QTest::newRow("A remembers") << QList<double>{1, -0.4, 0.93, 0.86}
                                 << "A remembers the points, B has learnt";
    QTest::newRow("B remembers") << QList<double>{0.9, 0.8, 1, 0.2} << "B remembers the points, A has learnt";
    QTest::newRow("nobody has learnt") << QList<double>{1, -3, 0.2, 0.1} << "B is better on new points";
    QTest::newRow("A is better in both") << QList<double>{0.9, 0.85, 0.6, 0.5} << "A is better on new points";
    QTest::newRow("alike") << QList<double>{0.9, 0.85, 0.92, 0.84} << "A and B do about equally well";
}

void StringsTest::twoModelsAreComparedOnNewPoints()
{
    QFETCH(QList<double>, accuracies);
    QFETCH(QString, headline);
    Snapshot snapshot;
    snapshot.curve = answerWith(drawSplit(Scenario()));
    snapshot.verdict = Verdict{Finding::Overfit, Gap::Large, Dial::Degree, 6, 0.1};
    auto rival = std::make_shared<RivalAnswer>();
    snapshot.training.accuracy = accuracies[0];
    snapshot.validation.accuracy = accuracies[1];
    rival->training.accuracy = accuracies[2];
    rival->validation.accuracy = accuracies[3];
    snapshot.rivals = {rival};
    QVERIFY2(
        verdictTexts(snapshot).headline.startsWith(headline), qPrintable(verdictTexts(snapshot).headline));
}

OVERFIT_TEST(StringsTest)
#include "strings_test.moc"
