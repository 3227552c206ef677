// SPDX-License-Identifier: GPL-3.0-or-later

// overfit-cli run

#include "core/files/experiment_file.h"
#include "core/lessons/scenes.h"
#include "core/sampling/class_split.h"
#include "core/sampling/split.h"
#include "tests/app/cli/cli_program.h"
#include "tests/core/answer/answer_of.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

#include <cmath>
#include <functional>
#include <memory>
#include <optional>

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

QList<double> valuesIn(const QJsonObject &json, const char *name)
{
    QList<double> values;
    for (const QJsonValue value : json[QLatin1String(name)].toArray())
        values.append(value.toDouble());
    return values;
}

double mapped(const QList<double> &domain, double x)
{
    return (2 * x - domain.value(0) - domain.value(1)) / (domain.value(1) - domain.value(0));
}

/// P_k(u), by its explicit sum.
double legendre(int k, double u)
{
    double sum = 0;
    double chosen = 1; // k over j
    for (int j = 0; j <= k; ++j) {
        sum += chosen * chosen * std::pow(u - 1, k - j) * std::pow(u + 1, j);
        chosen *= static_cast<double>(k - j) / (j + 1);
    }
    return sum / std::pow(2, k);
}

double legendreSum(const QJsonObject &model, double x)
{
    const QList<double> coefficients = valuesIn(model, "legendre_coefficients");
    double sum = 0;
    for (qsizetype k = 0; k < coefficients.size(); ++k)
        sum += coefficients[k] * legendre(static_cast<int>(k), mapped(valuesIn(model, "domain"), x));
    return sum;
}

double powerSum(const QJsonObject &model, double x)
{
    const QList<double> coefficients = valuesIn(model, "coefficients");
    double sum = 0;
    for (qsizetype k = 0; k < coefficients.size(); ++k)
        sum += coefficients[k] * std::pow(x, static_cast<double>(k));
    return sum;
}

double rmse(const Examples &examples, const std::function<double(double)> &model)
{
    double squares = 0;
    for (std::size_t i = 0; i < examples.size(); ++i)
        squares += std::pow(model(examples.x[i]) - examples.y[i], 2);
    return std::sqrt(squares / static_cast<double>(examples.size()));
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
    void theModelOfACurveCanBeEvaluatedElsewhere_data();
    void theModelOfACurveCanBeEvaluatedElsewhere();
    void theModelOfClassesCanBeEvaluatedElsewhere();
    void aRunThatDivergesIsTold();
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
    scenario.model.degree = degree;
    scenario.model.ridge = ridge;
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
    scenario.model.epochs = along == QLatin1String("epochs") ? 30 : kFullyTrained;
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
    for (const char *const name : {"rank", "condition", "coefficients"})
        QCOMPARE(rival[QLatin1String(name)], fit[QLatin1String(name)]);
    QCOMPARE(run[QLatin1String("finding")].toString(), QStringLiteral("overfit"));
}

void RunTest::theModelOfACurveCanBeEvaluatedElsewhere_data()
{
    QTest::addColumn<int>("epochs");
    QTest::newRow("fully trained") << kFullyTrained;
    QTest::newRow("by epochs") << 40;
}

void RunTest::theModelOfACurveCanBeEvaluatedElsewhere()
{
    QFETCH(int, epochs);
    Scenario scenario;
    scenario.data.source = DataSource::shippedSet("cars");
    scenario.model.epochs = epochs;
    scenario.rivals = {ModelSettings{3, 0.5, epochs}};
    const Split split = drawSplit(scenario);
    const QJsonObject run = jsonOf(runOn(scenario));
    for (const QJsonObject &model : {run, run[QLatin1String("comparison")].toObject()}) {
        QCOMPARE(valuesIn(model, "coefficients").size(), model[QLatin1String("degree")].toInt() + 1);
        const auto byBasis = [&](double x) { return legendreSum(model, x); };
        const auto byPowers = [&](double x) { return powerSum(model, x); };
        const QJsonObject train = model[QLatin1String("train")].toObject();
        const QJsonObject validation = model[QLatin1String("validation")].toObject();
        QVERIFY(std::abs(rmse(split.training(), byBasis) - train[QLatin1String("rmse")].toDouble()) < 1e-9);
        QVERIFY(std::abs(rmse(split.training(), byPowers) - train[QLatin1String("rmse")].toDouble()) < 1e-6);
        QVERIFY(std::abs(rmse(split.validation->examples(), byBasis)
                    - validation[QLatin1String("rmse")].toDouble())
            < 1e-9);
    }
}

void RunTest::theModelOfClassesCanBeEvaluatedElsewhere()
{
    Scenario scenario;
    scenario.data.source = DataSource::shippedSet("iris");
    scenario.model.degree = 3;
    scenario.sampling.trainSize = 60;
    const ClassSplit split = drawClassSplit(scenario);
    const QJsonObject run = jsonOf(runOn(scenario));
    const QList<double> coefficients = valuesIn(run, "coefficients");
    const QJsonArray terms = run[QLatin1String("terms")].toArray();
    QCOMPARE(coefficients.size(), 10);
    QCOMPARE(terms.size(), 10);
    const QJsonObject domain = run[QLatin1String("domain")].toObject();
    const ClassExamples examples = split.training();
    double loss = 0;
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const double u1 = mapped(valuesIn(domain, "x1"), examples.x1[i]);
        const double u2 = mapped(valuesIn(domain, "x2"), examples.x2[i]);
        double z = 0;
        for (qsizetype k = 0; k < terms.size(); ++k)
            z += coefficients[k] * legendre(terms[k][0].toInt(), u1) * legendre(terms[k][1].toInt(), u2);
        loss += std::log1p(std::exp(examples.label[i] == 1 ? -z : z)) / static_cast<double>(examples.size());
    }
    QVERIFY(std::abs(loss - run[QLatin1String("train")][QLatin1String("log_loss")].toDouble()) < 1e-9);
    QVERIFY(run[QLatin1String("diverged_at")].isNull());
}

void RunTest::aRunThatDivergesIsTold()
{
    Scenario scenario;
    scenario.model.degree = 9;
    scenario.model.epochs = 2000;
    scenario.training.lastEpoch = 2000;
    scenario.training.descent.learningRate = 10;
    const QJsonValue told = jsonOf(runOn(scenario))[QLatin1String("diverged_at")];
    QVERIFY(told.isDouble());
    QCOMPARE(std::optional(told.toInt()), answerOf(scenario)->divergedAt);
    QVERIFY(told.toInt() > 0 && told.toInt() < 2000);
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
    QTest::newRow("a formula that is none")
        << start + R"j("data": {"kind": "formula", "formula": "x + tg2(x)"}})j"
        << QByteArray("data.formula: \"x + tg2(x)\" is no formula of x. Character 5: \"tg2\" is not known.");
    QTest::newRow("a formula without a value")
        << start + R"j("data": {"kind": "formula", "formula": "ln(x)"}})j"
        << QByteArray("data.formula: \"ln(x)\" is no formula of x. At x = -1 it has no value");
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

OVERFIT_TEST(RunTest)
#include "run_test.moc"
