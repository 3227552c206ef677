// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/takeaway/csv_export.h"

#include "core/model/polynomial.h"
#include "core/sampling/hand_points.h"
#include "core/tables/csv.h"
#include "tests/core/answer/answer_of.h"

#include "tests/core/tables/comma_locale.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <cmath>
#include <limits>

using namespace overfit;

namespace {

/// RFC 4180, read character by character: an independent reading of what was written.
QList<QByteArrayList> parsed(const std::string &text)
{
    QList<QByteArrayList> rows{{QByteArray()}};
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char character = text[i];
        QByteArray &cell = rows.last().last();
        if (quoted && character == '"' && i + 1 < text.size() && text[i + 1] == '"')
            cell += text[++i];
        else if (character == '"')
            quoted = !quoted;
        else if (quoted || (character != ',' && character != '\n'))
            cell += character;
        else if (character == ',')
            rows.last().append(QByteArray());
        else
            rows.append({QByteArray()});
    }
    rows.removeLast(); // after the last line feed
    return rows;
}

Scenario own(const Table &table)
{
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(std::make_shared<const Table>(table));
    return scenario;
}

} // namespace

class CsvExportTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsQuotedOnlyWhereItHasTo_data();
    void textIsQuotedOnlyWhereItHasTo();
    void everyPointIsGivenBackToTheLastBit();
    void theDecimalPointStaysAPointInAGermanLocale();
    void namesOfColumnsComeFromTheData();
    void whatIsExportedIsReadBack_data();
    void whatIsExportedIsReadBack();
    void theCurveIsGivenBackWithTheTargetAndTheSecondModel();
    void theCurveReachesAPointThatWasPulledOut();
    void theTargetIsEmptyWhereAFormulaHasNoValue();
    void aSweepHasARowForEachValue_data();
    void aSweepHasARowForEachValue();
    void whatIsNotDefinedIsEmpty();
    void classesHaveTheirNamesAndTheirBoundary();
    void ownClassesHaveTheNamesOfTheirTable();
};

void CsvExportTest::textIsQuotedOnlyWhereItHasTo_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("cell");
    QTest::newRow("plain") << QByteArray("speed") << QByteArray("speed");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("comma") << QByteArray("speed, mph") << QByteArray("\"speed, mph\"");
    QTest::newRow("quote") << QByteArray("5\" pipe") << QByteArray("\"5\"\" pipe\"");
    QTest::newRow("two lines") << QByteArray("a\nb") << QByteArray("\"a\nb\"");
    QTest::newRow("space at an end") << QByteArray(" a") << QByteArray("\" a\"");
    QTest::newRow("semicolon") << QByteArray("a; b") << QByteArray("\"a; b\"");
    QTest::newRow("tab") << QByteArray("a\tb") << QByteArray("\"a\tb\"");
    QTest::newRow("comment") << QByteArray("#1 trial") << QByteArray("\"#1 trial\"");
    QTest::newRow("number sign within") << QByteArray("trial #1") << QByteArray("trial #1");
    QTest::newRow("UTF-8") << QByteArray("Länge") << QByteArray("Länge");
}

void CsvExportTest::textIsQuotedOnlyWhereItHasTo()
{
    QFETCH(QByteArray, text);
    QFETCH(QByteArray, cell);
    QCOMPARE(QByteArray::fromStdString(csvCell(text.toStdString())), cell);
    QCOMPARE(parsed(csvCell(text.toStdString()) + ",end\n"), QList<QByteArrayList>({{text, "end"}}));
}

void CsvExportTest::everyPointIsGivenBackToTheLastBit()
{
    const SnapshotPtr snapshot = answerOf(Scenario());
    const Split &split = *snapshot->curve->split;
    const QList<QByteArrayList> rows = parsed(pointsCsv(*snapshot));
    QCOMPARE(rows.first(), QByteArrayList({"x", "y", "set"}));
    const std::size_t trained = split.training().size();
    QCOMPARE(static_cast<std::size_t>(rows.size()), 1 + trained + split.validation->size());
    for (std::size_t i = 0; i < trained + split.validation->size(); ++i) {
        const QByteArrayList &row = rows[static_cast<qsizetype>(i) + 1];
        const Examples set = i < trained ? split.training() : split.validation->examples();
        const std::size_t at = i < trained ? i : i - trained;
        QVERIFY(row[0].toDouble() == set.x[at] && row[1].toDouble() == set.y[at]);
        QCOMPARE(row[2], QByteArray(i < trained ? "training" : "validation"));
    }
}

void CsvExportTest::theDecimalPointStaysAPointInAGermanLocale()
{
    const std::string before = pointsCsv(*answerOf(Scenario()));
    const CommaLocale locale;
    QCOMPARE(pointsCsv(*answerOf(Scenario())), before);
}

void CsvExportTest::namesOfColumnsComeFromTheData()
{
    Table table;
    table.x = {"speed, \"v\"", "km/h"};
    table.y = {"Weg", ""};
    table.rows = {{1, 2, 3, 4, 5}, {2, 4, 5, 4, 1e-300}};
    const SnapshotPtr snapshot = answerOf(own(table));
    QCOMPARE(parsed(pointsCsv(*snapshot)).first(), QByteArrayList({"speed, \"v\" (km/h)", "Weg", "set"}));
    QCOMPARE(parsed(curveCsv(*snapshot)).first(), QByteArrayList({"speed, \"v\" (km/h)", "model"}));
}

void CsvExportTest::whatIsExportedIsReadBack_data()
{
    QTest::addColumn<QByteArray>("x");
    QTest::addColumn<QByteArray>("y");
    QTest::newRow("plain") << QByteArray("time") << QByteArray("way");
    QTest::newRow("comment") << QByteArray("#1 trial") << QByteArray("#2");
    QTest::newRow("semicolons") << QByteArray("a;b;c;d") << QByteArray("e; f");
    QTest::newRow("tabs") << QByteArray("a\tb\tc") << QByteArray("d\te");
    QTest::newRow("commas and quotes") << QByteArray("a, \"b\"") << QByteArray("\"");
    QTest::newRow("a hint of the separator") << QByteArray("sep=;") << QByteArray("sep=");
    QTest::newRow("two lines") << QByteArray("a\n#b") << QByteArray("c");
}

void CsvExportTest::whatIsExportedIsReadBack()
{
    QFETCH(const QByteArray, x);
    QFETCH(const QByteArray, y);
    Table table;
    table.x = {x.toStdString(), "m"};
    table.y = {y.toStdString(), ""};
    table.rows = {{1, 2.5, 3, 4, 5}, {2, 4, 5.25, 4, 1e-300}};
    const SnapshotPtr snapshot = answerOf(own(table));
    const DataResult result = parseData(pointsCsv(*snapshot), "points.csv");
    QVERIFY(std::holds_alternative<ReadData>(result));
    const Table &back = std::get<Table>(std::get<ReadData>(result).table);
    QCOMPARE(back.x.name, table.x.name);
    QCOMPARE(back.x.unit, table.x.unit);
    QCOMPARE(back.y.name, table.y.name);
    const Examples trained = snapshot->curve->split->training();
    const Examples held = snapshot->curve->split->validation->examples();
    QCOMPARE(back.rows.size(), trained.size() + held.size());
    for (std::size_t i = 0; i < back.rows.size(); ++i) {
        const bool isTrained = i < trained.size();
        const std::size_t at = isTrained ? i : i - trained.size();
        QCOMPARE(back.rows.x[i], isTrained ? trained.x[at] : held.x[at]);
        QCOMPARE(back.rows.y[i], isTrained ? trained.y[at] : held.y[at]);
    }
}

void CsvExportTest::theCurveIsGivenBackWithTheTargetAndTheSecondModel()
{
    Scenario scenario;
    scenario.rivals = {ModelSettings{1, 0, kFullyTrained}};
    const SnapshotPtr snapshot = answerOf(scenario);
    const QList<QByteArrayList> rows = parsed(curveCsv(*snapshot));
    QCOMPARE(rows.first(), QByteArrayList({"x", "model", "model B", "target"}));
    QCOMPARE(rows.size(), qsizetype(kCurveSteps + 2));
    for (int step = 0; step <= kCurveSteps; ++step) {
        const QByteArrayList &row = rows[step + 1];
        const auto at = static_cast<std::size_t>(step);
        QVERIFY(row[0].toDouble() == -1 + 2.0 * step / kCurveSteps || (step != 0 && step != kCurveSteps));
        QVERIFY(row[1].toDouble() == snapshot->curve->curve[at]);
        QVERIFY(row[2].toDouble() == snapshot->rival()->curve[at]);
        QVERIFY(std::abs(row[3].toDouble() - std::sin(M_PI * row[0].toDouble())) < 1e-14
            || !(scenario.data.source == DataSource::generated(Target::Sine)));
    }
}

void CsvExportTest::theCurveReachesAPointThatWasPulledOut()
{
    const SnapshotPtr snapshot = answerOf(movePoint(Scenario(), {Role::Validation, 0}, {2, 0}));
    const QList<QByteArrayList> rows = parsed(curveCsv(*snapshot));
    QCOMPARE(rows.last()[0].toDouble(), 2.0);
    for (const QByteArrayList &row : rows.mid(1))
        QCOMPARE(row[1].toDouble(), evaluate(snapshot->curve->fit.polynomial, row[0].toDouble()));
}

void CsvExportTest::theTargetIsEmptyWhereAFormulaHasNoValue()
{
    Scenario scenario;
    scenario.data.source = DataSource::ofFormula("sqrt(x+1)");
    const SnapshotPtr snapshot = answerOf(movePoint(scenario, {Role::Validation, 0}, {-3, 0}));
    QList<QByteArrayList> rows = parsed(curveCsv(*snapshot));
    QCOMPARE(rows.takeFirst().last(), QByteArray("target"));
    QCOMPARE(rows.first()[0].toDouble(), -3.0);
    for (const QByteArrayList &row : rows) {
        const double x = row[0].toDouble();
        QCOMPARE(row[2].isEmpty(), x < -1);
        QVERIFY(x < -1 || std::abs(row[2].toDouble() - std::sqrt(x + 1)) < 1e-14);
    }
}

void CsvExportTest::aSweepHasARowForEachValue_data()
{
    QTest::addColumn<int>("dial");
    QTest::addColumn<QByteArray>("name");
    QTest::newRow("degree") << static_cast<int>(Dial::Degree) << QByteArray("degree");
    QTest::newRow("train size") << static_cast<int>(Dial::TrainSize) << QByteArray("train-size");
    QTest::newRow("epochs") << static_cast<int>(Dial::Epochs) << QByteArray("epochs");
}

void CsvExportTest::aSweepHasARowForEachValue()
{
    QFETCH(int, dial);
    QFETCH(QByteArray, name);
    Scenario scenario;
    scenario.model.epochs = 20;
    scenario.training.lastEpoch = 20;
    const SnapshotPtr snapshot = answerOf(scenario);
    const Sweep *sweep = snapshot->sweepAlong(static_cast<Dial>(dial));
    QVERIFY(sweep);
    const QList<QByteArrayList> rows = parsed(sweepCsv(*sweep, Problem::Curve));
    QCOMPARE(
        rows.first(), QByteArrayList({name, "train_r2", "validation_r2", "train_rmse", "validation_rmse"}));
    QCOMPARE(static_cast<std::size_t>(rows.size()), sweep->points.size() + 1);
    for (std::size_t i = 0; i < sweep->points.size(); ++i) {
        const QByteArrayList &row = rows[static_cast<qsizetype>(i) + 1];
        const SweepPoint &point = sweep->points[i];
        QCOMPARE(row[0].toInt(), point.value);
        QVERIFY(row[1].toDouble() == point.training.accuracy);
        QVERIFY(row[2].toDouble() == point.validation.accuracy);
        QVERIFY(row[3].toDouble() == point.training.rmse);
        QVERIFY(row[4].toDouble() == point.validation.rmse);
    }
}

void CsvExportTest::whatIsNotDefinedIsEmpty()
{
    Sweep sweep;
    sweep.points.resize(1);
    sweep.points[0].training.accuracy = std::numeric_limits<double>::quiet_NaN();
    QCOMPARE(parsed(sweepCsv(sweep, Problem::Curve))[1], QByteArrayList({"0", "", "0", "0", "0"}));
}

void CsvExportTest::classesHaveTheirNamesAndTheirBoundary()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Circles);
    scenario.model.degree = 3;
    const SnapshotPtr snapshot = answerOf(scenario);
    const ClassSplit &split = *snapshot->classes->split;
    const QList<QByteArrayList> points = parsed(pointsCsv(*snapshot));
    QCOMPARE(points.first(), QByteArrayList({"x1", "x2", "class", "set"}));
    QCOMPARE(static_cast<std::size_t>(points.size()), 1 + split.trainSize + split.validation->size());
    QCOMPARE(points[1][2].toInt(), int(split.pool->label[0]));
    const QList<QByteArrayList> lines = parsed(curveCsv(*snapshot));
    QCOMPARE(lines.first(), QByteArrayList({"x1", "x2", "line"}));
    QCOMPARE(lines[1][2], QByteArray("model 1"));
    QCOMPARE(lines.last()[2].left(6), QByteArray("target"));
    QCOMPARE(parsed(sweepCsv(*snapshot->sweeps[Dial::Degree], Problem::Classes)).first().last(),
        QByteArray("validation_log_loss"));
}

void CsvExportTest::ownClassesHaveTheNamesOfTheirTable()
{
    const ClassTable table{"Two species", {"length", "mm"}, {"width, \"w\"", ""}, {"B", "O, P"},
        {{1, 2, 3, 4}, {4, 2, 1, 3}, {0, 1, 0, 1}}, "crabs.csv"};
    Scenario scenario;
    scenario.data.source = DataSource::ownClassTable(std::make_shared<const ClassTable>(table));
    QList<QByteArrayList> points = parsed(pointsCsv(*answerOf(scenario)));
    QCOMPARE(points.takeFirst(), QByteArrayList({"length (mm)", "width, \"w\"", "class", "set"}));
    QCOMPARE(points.size(), qsizetype(4));
    for (const QByteArrayList &row : points)
        QCOMPARE(row[2], QByteArray(row[0].toInt() % 2 == 1 ? "B" : "O, P"));
}

OVERFIT_TEST(CsvExportTest)
#include "csv_export_test.moc"
