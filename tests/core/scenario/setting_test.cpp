// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/setting.h"

#include "core/files/experiment_file.h"
#include "tests/frame/test_class.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <cmath>
#include <limits>
#include <variant>

using namespace overfit;

namespace {

constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();

/// Another value that the setting can have.
double otherValue(const SettingRow &row)
{
    const RealRange range = row.range(Problem::Curve);
    const double now = row.get(Scenario());
    return now == range.high || now > range.high ? range.low : range.high;
}

const SettingRow &rowAt(int index)
{
    return settingRows()[static_cast<std::size_t>(index)];
}

/// What resources/experiment.schema.json says of a member, with what it refers to.
QJsonObject schemaOf(const SettingRow &row)
{
    QFile file(QStringLiteral(OVERFIT_SCHEMA));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject root = QJsonDocument::fromJson(file.readAll()).object();
    const auto resolved = [&root](QJsonObject object) {
        const QString reference = object.take(QStringLiteral("$ref")).toString();
        if (!reference.isEmpty()) {
            const QJsonObject definitions = root.value(QStringLiteral("$defs")).toObject();
            const QJsonObject meant = definitions.value(reference.section(u'/', -1)).toObject();
            for (auto it = meant.begin(); it != meant.end(); ++it)
                object.insert(it.key(), it.value());
        }
        return object;
    };
    const QJsonObject parts = root.value(QStringLiteral("properties")).toObject();
    const QJsonObject part = resolved(parts.value(QString::fromLatin1(row.part)).toObject());
    const QJsonObject members = part.value(QStringLiteral("properties")).toObject();
    return resolved(members.value(QString::fromLatin1(row.member)).toObject());
}

} // namespace

class SettingTest : public QObject
{
    Q_OBJECT

private slots:
    void everySettingHasAPlaceOfItsOwn();
    void theDefaultIsWithinTheRange_data() { everySetting(); }
    void theDefaultIsWithinTheRange();
    void whatIsSetIsWhatIsThere_data() { everySetting(); }
    void whatIsSetIsWhatIsThere();
    void beyondItsRangeASettingTakesTheNearestEnd_data() { everySetting(); }
    void beyondItsRangeASettingTakesTheNearestEnd();
    void whatIsNoNumberBecomesTheDefault_data() { everySetting(); }
    void whatIsNoNumberBecomesTheDefault();
    void anExperimentFileKeepsIt_data() { everySetting(); }
    void anExperimentFileKeepsIt();
    void theSchemaSaysTheSameRangeAndDefault_data() { everySetting(); }
    void theSchemaSaysTheSameRangeAndDefault();

private:
    static void everySetting();
};

void SettingTest::everySetting()
{
    QTest::addColumn<int>("index");
    for (int i = 0; i < int(settingRows().size()); ++i)
        QTest::addRow("%s.%s", rowAt(i).part, rowAt(i).member) << i;
}

void SettingTest::everySettingHasAPlaceOfItsOwn()
{
    QSet<QString> places;
    QSet<QString> options;
    qsizetype named = 0;
    for (const SettingRow &row : settingRows()) {
        places.insert(QString::fromLatin1(row.part) + u'.' + QString::fromLatin1(row.member));
        named += row.option != nullptr ? 1 : 0;
        if (row.option != nullptr)
            options.insert(QString::fromLatin1(row.option));
    }
    QCOMPARE(std::size_t(places.size()), settingRows().size());
    QCOMPARE(options.size(), named);
}

void SettingTest::theDefaultIsWithinTheRange()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    const double standard = row.get(Scenario());
    QCOMPARE(nearestValue(row, Problem::Curve, standard), standard);
    QVERIFY(row.range(Problem::Curve).low < row.range(Problem::Curve).high);
}

void SettingTest::whatIsSetIsWhatIsThere()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    Scenario scenario;
    row.set(scenario, otherValue(row));
    QCOMPARE(row.get(scenario), otherValue(row));
    QVERIFY(scenario != Scenario());
    for (const SettingRow &other : settingRows()) { // and nothing else
        if (&other != &row)
            QCOMPARE(other.get(scenario), other.get(Scenario()));
    }
}

void SettingTest::beyondItsRangeASettingTakesTheNearestEnd()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    const RealRange range = row.range(Problem::Curve);
    if (row.kind == SettingKind::Choice) {
        QCOMPARE(nearestValue(row, Problem::Curve, range.high + 1), row.get(Scenario()));
        return;
    }
    const double top = row.kind == SettingKind::Epochs ? kFullyTrained : range.high;
    QCOMPARE(nearestValue(row, Problem::Curve, range.low - 1), range.low);
    QCOMPARE(nearestValue(row, Problem::Curve, range.high + 1), top);
    QCOMPARE(nearestValue(row, Problem::Curve, range.high), range.high);
}

void SettingTest::whatIsNoNumberBecomesTheDefault()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    for (const double wild : {kNaN, std::numeric_limits<double>::infinity()})
        QCOMPARE(nearestValue(row, Problem::Curve, wild), row.get(Scenario()));
}

void SettingTest::anExperimentFileKeepsIt()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    Experiment experiment;
    row.set(experiment.scenario, otherValue(row));
    experiment.scenario = clamped(experiment.scenario);
    const ExperimentResult read = parseExperiment(experimentText(experiment, "test"), "test");
    QVERIFY(std::holds_alternative<Experiment>(read));
    QCOMPARE(row.get(std::get<Experiment>(read).scenario), otherValue(row));
}

void SettingTest::theSchemaSaysTheSameRangeAndDefault()
{
    QFETCH(int, index);
    const SettingRow &row = rowAt(index);
    QJsonObject schema = schemaOf(row);
    QVERIFY2(!schema.isEmpty(), "the schema has no such member");
    const QJsonValue standard = schema.value(QStringLiteral("default"));
    if (row.kind == SettingKind::Choice) {
        const QJsonArray choices = schema.value(QStringLiteral("enum")).toArray();
        QCOMPARE(std::size_t(choices.size()), optimizerNames().size());
        for (qsizetype i = 0; i < choices.size(); ++i)
            QCOMPARE(choices[i].toString().toStdString(), optimizerNames()[static_cast<std::size_t>(i)]);
        QCOMPARE(standard.toString().toStdString(),
            optimizerNames()[static_cast<std::size_t>(row.get(Scenario()))]);
        return;
    }
    if (row.kind == SettingKind::Epochs) {
        QCOMPARE(standard.toString(), QStringLiteral("full"));
        schema = schema.value(QStringLiteral("oneOf")).toArray().last().toObject();
    } else {
        QCOMPARE(standard.toDouble(kNaN), row.get(Scenario()));
    }
    const RealRange range = row.range(Problem::Curve);
    QCOMPARE(schema.value(QStringLiteral("minimum")).toDouble(kNaN), range.low);
    QCOMPARE(schema.value(QStringLiteral("maximum")).toDouble(kNaN), range.high);
    QCOMPARE(schema.value(QStringLiteral("type")).toString(),
        row.kind == SettingKind::Real ? QStringLiteral("number") : QStringLiteral("integer"));
}

OVERFIT_TEST(SettingTest)
#include "setting_test.moc"
