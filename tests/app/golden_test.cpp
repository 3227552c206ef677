// SPDX-License-Identifier: GPL-3.0-or-later
// What an earlier program wrote, in tests/data/golden, is still read, and gives the same.
#include "core/files/experiment_file.h"
#include "core/takeaway/scene_code.h"
#include "tests/app/golden_comparison.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QHash>
#include <QTest>

#include <utility>

using namespace overfit;
using namespace overfit::test;

namespace {

/// The version of the program that wrote the files, which stands in them.
constexpr const char *kWriter = "0.1.0";

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// The lines of a file, each cut in two at the first separator.
QList<std::pair<QString, QString>> entriesOf(const QString &path, const QString &separator)
{
    QList<std::pair<QString, QString>> entries;
    for (const QString &line :
        QString::fromUtf8(contentOf(path)).split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        entries.append({line.section(separator, 0, 0), line.section(separator, 1)});
    return entries;
}

QString fileOf(const QString &experiment)
{
    return experiment + QLatin1String(".overfit");
}

std::optional<Experiment> experimentIn(const QString &file)
{
    const ExperimentResult result = readExperiment(file.toStdString(), StopToken());
    const auto *const experiment = std::get_if<Experiment>(&result);
    return experiment != nullptr ? std::optional(*experiment) : std::nullopt;
}

/// The first difference between what a command printed and what it prints now; empty where there is none.
QString differenceInJson(const QByteArray &kept, const QByteArray &now)
{
    const QJsonObject before = QJsonDocument::fromJson(kept).object();
    return GoldenComparison(before).difference(before, QJsonDocument::fromJson(now).object(), {});
}

QString differenceInTable(const QByteArray &kept, const QByteArray &now)
{
    if (shapeOf(kept) != shapeOf(now))
        return QStringLiteral("other columns or rows");
    const QJsonObject before = columnsOf(kept);
    return GoldenComparison(before).difference(before, columnsOf(now), {});
}

QString differenceIn(const QByteArray &kept, const QByteArray &now)
{
    return kept.startsWith('{') ? differenceInJson(kept, now) : differenceInTable(kept, now);
}

// --- figures ---

/// By "scenario what ordinal": the ordinal counts, from 0, the numbers of that scenario that are called
/// alike.
using Figures = QHash<QByteArray, double>;

/// A line without its last word.
QByteArray nameIn(const QByteArray &line)
{
    return line.left(line.lastIndexOf(' '));
}

double valueIn(const QByteArray &line)
{
    return line.mid(line.lastIndexOf(' ')).trimmed().toDouble();
}

Figures keptFigures()
{
    Figures figures;
    for (const QByteArray &line : contentOf(QStringLiteral("figures.txt")).trimmed().split('\n'))
        figures.insert(nameIn(line), valueIn(line));
    return figures;
}

/// Those of a file of overfit-figures that are kept.
Figures figuresIn(const QString &path, const Figures &kept)
{
    Figures figures;
    QHash<QByteArray, int> seen;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return figures;
    while (!file.atEnd()) {
        const QByteArray line = file.readLine();
        const QByteArray name = nameIn(line);
        const QByteArray key = name + ' ' + QByteArray::number(seen[name]++);
        if (kept.contains(key))
            figures.insert(key, valueIn(line));
    }
    return figures;
}

/// See roundingOf(): of a scenario whose y have that standard deviation (0 of classes).
std::optional<Rounding> roundingOfFigure(const QByteArray &what, double deviation)
{
    for (const char *const drawn : {"pool", "held-out", "target", "rank", "steps", "best", "finding"}) {
        if (what.startsWith(drawn))
            return std::nullopt;
    }
    if (what == "gap" || what.endsWith(".count"))
        return std::nullopt;
    if (what == "condition" || what == "monomial")
        return Rounding{};
    if (what.endsWith(".rmse") || what.endsWith(".mae"))
        return roundingOfErrors(deviation);
    const bool isOfY = what.endsWith("curve") || (what == "coefficient" && deviation > 0);
    return Rounding{isOfY ? deviation : 1};
}

QString differenceOf(const Figures &kept, const Figures &now)
{
    for (auto figure = kept.begin(); figure != kept.end(); ++figure) {
        const QList<QByteArray> name = figure.key().split(' ');
        // The constant model's error.
        const double deviation = kept.value(name[0] + " degree.0.training.rmse 0");
        const auto rounding = roundingOfFigure(name[1], deviation);
        const auto found = now.find(figure.key());
        if (found == now.end())
            return QString::fromUtf8(figure.key()) + QLatin1String(" is missing");
        if (rounding ? !agree(*found, *figure, *rounding) : *found != *figure)
            return QStringLiteral("%1 was %2 and is %3")
                .arg(QString::fromUtf8(figure.key()))
                .arg(*figure, 0, 'g', 17)
                .arg(*found, 0, 'g', 17);
    }
    return {};
}

} // namespace

class GoldenTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void everyExperimentIsKeptWithItsCode();
    void anExperimentIsWrittenAsItWas_data() { addExperiments(); }
    void anExperimentIsWrittenAsItWas();
    void anExperimentHasTheSameCode_data() { addExperiments(); }
    void anExperimentHasTheSameCode();
    void aCodeGivesBackItsScenario_data() { addExperiments(); }
    void aCodeGivesBackItsScenario();
    void aCommandPrintsWhatItDid_data();
    void aCommandPrintsWhatItDid();
    void theFiguresAreWhatTheyWere();
    void aDifferenceIsTold_data();
    void aDifferenceIsTold();

private:
    static void addExperiments();
};

void GoldenTest::initTestCase()
{
    QVERIFY(QDir::setCurrent(QStringLiteral(OVERFIT_TEST_DATA "/golden")));
}

void GoldenTest::addExperiments()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("code");
    for (const auto &[name, code] : entriesOf(QStringLiteral("codes.txt"), QStringLiteral(" ")))
        QTest::newRow(name.toUtf8().constData()) << fileOf(name) << code;
}

void GoldenTest::everyExperimentIsKeptWithItsCode()
{
    QStringList files;
    for (const auto &[name, code] : entriesOf(QStringLiteral("codes.txt"), QStringLiteral(" ")))
        files.append(fileOf(name));
    files.sort();
    QVERIFY(!files.isEmpty());
    QCOMPARE(files, QDir().entryList({fileOf(QStringLiteral("*"))}, QDir::Files, QDir::Name));
}

void GoldenTest::anExperimentIsWrittenAsItWas()
{
    QFETCH(QString, file);
    const auto experiment = experimentIn(file);
    QVERIFY(experiment);
    QCOMPARE(QByteArray::fromStdString(experimentText(*experiment, kWriter)), contentOf(file));
}

void GoldenTest::anExperimentHasTheSameCode()
{
    QFETCH(QString, file);
    QFETCH(QString, code);
    const auto experiment = experimentIn(file);
    QVERIFY(experiment);
    QCOMPARE(QString::fromStdString(sceneCode(experiment->scenario).value_or("-")), code);
}

void GoldenTest::aCodeGivesBackItsScenario()
{
    QFETCH(QString, file);
    QFETCH(QString, code);
    if (code == QLatin1String("-"))
        return; // there is none for data of one's own
    const auto parsed = parseSceneCode(code.toStdString());
    const auto *const scenario = std::get_if<Scenario>(&parsed);
    QVERIFY(scenario);
    QCOMPARE(*scenario, experimentIn(file).value().scenario);
}

void GoldenTest::aCommandPrintsWhatItDid_data()
{
    QTest::addColumn<QString>("arguments");
    for (const auto &[name, code] : entriesOf(QStringLiteral("codes.txt"), QStringLiteral(" ")))
        QTest::newRow((QLatin1String("run_") + name).toUtf8().constData())
            << QLatin1String("run ") + fileOf(name);
    for (const auto &[name, line] : entriesOf(QStringLiteral("commands.txt"), QStringLiteral(": ")))
        QTest::newRow(name.toUtf8().constData()) << line;
}

void GoldenTest::aCommandPrintsWhatItDid()
{
    QFETCH(QString, arguments);
    const QString kept = QLatin1String("printed/") + QLatin1String(QTest::currentDataTag());
    const QByteArray out = contentOf(kept + QLatin1String(".out"));
    QVERIFY(!out.isEmpty());
    const Printed printed = runCli(words(arguments));
    QCOMPARE(printed.err, contentOf(kept + QLatin1String(".err"))); // no file where nothing was said
    QCOMPARE(printed.code, 0);
    QCOMPARE(differenceIn(out, printed.out), QString());
}

void GoldenTest::theFiguresAreWhatTheyWere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("figures.txt"));
    QCOMPARE(QProcess::execute(QStringLiteral(OVERFIT_FIGURES), {path}), 0);
    const Figures kept = keptFigures();
    QVERIFY(!kept.isEmpty());
    QCOMPARE(differenceOf(kept, figuresIn(path, kept)), QString());
}

void GoldenTest::aDifferenceIsTold_data()
{
    QTest::addColumn<QByteArray>("kept");
    QTest::addColumn<QByteArray>("now");
    QTest::addColumn<QString>("told");
    const auto row = [](const char *name, const char *kept, const char *now, const char *told) {
        QTest::newRow(name) << QByteArray(kept) << QByteArray(now) << QString::fromUtf8(told);
    };
    row("none", R"({"a": [1, "b", null]})", R"({"a": [1, "b", null]})", "");
    row("a new member", R"({"a": {"b": 1}})", R"({"a": {"b": 1, "c": 2}, "d": 3})", "");
    row("a lost member", R"({"a": {"b": 1}})", R"({"a": {}})", ".a.b is missing");
    row("a setting", R"({"seed": 1})", R"({"seed": 1.5})", ".seed was 1 and is 1.5");
    row("a text", R"({"a": "b"})", R"({"a": "c"})", R"(.a was ["b"] and is ["c"])");
    row("a shorter list", R"({"a": [1, 2]})", R"({"a": [1]})", ".a had 2 items and has 1");
    row("a value that is gone", R"({"r2": 0.5})", R"({"r2": null})", ".r2 was 0.5 and is [null]");
    row("rounding", R"({"rmse": 0.25})", R"({"rmse": 0.25000000001})", "");
    row("more than rounding", R"({"rmse": 0.25})", R"({"rmse": 0.2500001})",
        ".rmse was 0.25 and is 0.2500001");
    row("rounding of a difference from one", R"({"r2": 1e-12})", R"({"r2": -1e-12})", "");
    row("rounding of a small coefficient", R"({"coefficients": [1, 1e-12]})", R"({"coefficients": [1, 0]})",
        "");
    row("what is left where a model goes through its points", "train_r2,train_rmse\n0,2\n1,0\n",
        "train_r2,train_rmse\n0,2\n1,1e-16\n", "");
    row("more than that", "train_r2,train_rmse\n0,2\n1,0\n", "train_r2,train_rmse\n0,2\n1,1e-5\n",
        ".train_rmse[1] was 0 and is 1.0000000000000001e-05");
    row("another header", "x,y\n1,2\n", "x,z\n1,2\n", "other columns or rows");
    row("a lost row", "x,y\n1,2\n3,4\n", "x,y\n1,2\n", "other columns or rows");
    row("a lost cell", "x,r2\n1,2\n", "x,r2\n1,\n", R"(.r2[0] was 2 and is [""])");
}

void GoldenTest::aDifferenceIsTold()
{
    QFETCH(QByteArray, kept);
    QFETCH(QByteArray, now);
    QFETCH(QString, told);
    QCOMPARE(differenceIn(kept, now), told);
}

OVERFIT_TEST(GoldenTest)
#include "golden_test.moc"
