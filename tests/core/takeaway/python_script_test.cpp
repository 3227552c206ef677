// SPDX-License-Identifier: GPL-3.0-or-later

// Runs the scripts with the Python that is installed: scikit-learn is the independent source of the numbers.
#include "core/takeaway/python_script.h"

#include "core/sampling/hand_points.h"
#include "tests/core/answer/answer_of.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>

using namespace overfit;

namespace {

using Printed = QMap<QByteArray, QList<double>>; // by what stands before the numbers

/// "A training R2 0.5" becomes "A training R2" -> 0.5.
Printed numbersIn(const QByteArray &output)
{
    Printed printed;
    for (const QByteArray &line : output.split('\n')) {
        QByteArrayList name;
        QList<double> numbers;
        for (const QByteArray &word : line.trimmed().split(' ')) {
            bool number = false;
            const double value = word.toDouble(&number);
            if (number)
                numbers.append(value);
            else
                name.append(word);
        }
        printed.insert(name.join(' '), numbers);
    }
    return printed;
}

/// Nothing but what was compared is off by more than @p tolerance, relative where numbers are large.
bool near(double a, double b, double tolerance)
{
    return (std::isnan(a) && std::isnan(b)) || std::abs(a - b) <= tolerance * std::max(1.0, std::abs(b));
}

bool near(const QList<double> &a, const std::vector<double> &b, double tolerance)
{
    double largest = 1;
    for (const double value : b)
        largest = std::max(largest, std::abs(value));
    return std::equal(a.cbegin(), a.cend(), b.begin(), b.end(),
        [=](double one, double other) { return std::abs(one - other) <= tolerance * largest; });
}

Scenario curve(int degree, double ridge = 0, int trainSize = 20)
{
    Scenario scenario;
    scenario.model.degree = degree;
    scenario.model.ridge = ridge;
    scenario.sampling.trainSize = trainSize;
    return scenario;
}

Scenario classes(Shape shape, int degree, double ridge = 0)
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(shape);
    scenario.model.degree = degree;
    scenario.model.ridge = ridge;
    scenario.sampling.trainSize = 100;
    return scenario;
}

Scenario shipped(const char *id, int degree)
{
    Scenario scenario;
    scenario.data.source = DataSource::shippedSet(id);
    scenario.model.degree = degree;
    return scenario;
}

Scenario trained(Scenario scenario, Optimizer optimizer, int epochs, double rate)
{
    scenario.model.epochs = epochs;
    scenario.training.descent.optimizer = optimizer;
    scenario.training.descent.learningRate = rate;
    scenario.training.descent.rateFactor = 0.999;
    scenario.training.descent.startSpread = 0.5;
    scenario.training.descent.seed = 3;
    return scenario;
}

} // namespace

class PythonScriptTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void printsTheNumbersOfACurve_data();
    void printsTheNumbersOfACurve();
    void printsTheNumbersOfClasses_data();
    void printsTheNumbersOfClasses();
    void aSecondModelIsMadeToo();
    void drawsTheTargetWhereTheWindowDoes_data();
    void drawsTheTargetWhereTheWindowDoes();
    void leavesAGapWhereAFormulaHasNoValue();
    void drawsClassesWhereTheWindowDoes();
    void anyNameOfAColumnMakesAScriptThatRuns();
    void knowsHowManyExamplesItHolds();

private:
    void prepareDrawing();
    /// With @p drawn also what is drawn, in place of Matplotlib.
    Printed run(const Snapshot &snapshot, bool drawn = false) const;

    QTemporaryDir m_folder;
    QString m_python;
};

void PythonScriptTest::initTestCase()
{
    // The first may be one of somebody's own, which does not know the packages of the system.
    for (const char *name : {"python3", "/usr/bin/python3"}) {
        QProcess python;
        python.start(QString::fromLatin1(name), {QStringLiteral("-c"), QStringLiteral("import sklearn")});
        if (m_python.isEmpty() && python.waitForFinished(60000) && python.exitCode() == 0)
            m_python = QString::fromLatin1(name);
    }
    if (m_python.isEmpty())
        QSKIP("python3 with scikit-learn is not installed (Debian: python3-sklearn)");
    prepareDrawing();
}

/// Makes a module that stands in for Matplotlib and prints what is drawn.
void PythonScriptTest::prepareDrawing()
{
    QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("drawn/matplotlib")));
    QFile package(m_folder.filePath(QStringLiteral("drawn/matplotlib/__init__.py")));
    QVERIFY(package.open(QIODevice::WriteOnly));
    QFile module(m_folder.filePath(QStringLiteral("drawn/matplotlib/pyplot.py")));
    QVERIFY(module.open(QIODevice::WriteOnly));
    module.write(R"(
def plot(x, y, *style, label="", **rest):
    print("x of", label, *map(float, x))
    print("y of", label, *map(float, y))


def contourf(x1, x2, z, **rest):
    print("regions", *map(float, (x1.min(), x1.max(), x2.min(), x2.max())))


def ylim(*limits):
    print("limits", *map(float, limits))


def __getattr__(name):
    return lambda *arguments, **rest: None
)");
}

Printed PythonScriptTest::run(const Snapshot &snapshot, bool drawn) const
{
    QFile file(m_folder.filePath(QStringLiteral("model.py")));
    const std::string text = pythonScript(snapshot);
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), qint64(text.size())) < 0)
        qFatal("the script could not be written");
    file.close();
    QProcess python;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(
        QStringLiteral("MPLBACKEND"), QStringLiteral("Agg")); // no window, where there is Matplotlib
    if (drawn)
        environment.insert(QStringLiteral("PYTHONPATH"), m_folder.filePath(QStringLiteral("drawn")));
    python.setProcessEnvironment(environment);
    python.start(m_python, {file.fileName()});
    if (!python.waitForFinished(120000) || python.exitCode() != 0)
        qWarning("%s", python.readAllStandardError().constData());
    return numbersIn(python.readAllStandardOutput());
}

void PythonScriptTest::printsTheNumbersOfACurve_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto row = [](const char *name, const Scenario &scenario) { QTest::newRow(name) << scenario; };
    row("a constant", curve(0));
    row("a line", curve(1));
    row("degree 5", curve(5));
    row("degree 15, all points", curve(15, 0, 200));
    row("with ridge", curve(9, 0.1));
    row("with much ridge", curve(12, 50));
    row("ridge of a constant", curve(0, 1));
    row("ridge, more coefficients than points", curve(20, 1e-3, 10));
    row("more coefficients than points", curve(12, 0, 8));
    row("through two points", curve(6, 0, 2));
    row("cars", shipped("cars", 3));
    row("cars, with equal x and minimum norm", shipped("cars", 30));
    row("by gradient descent", trained(curve(7), Optimizer::GradientDescent, 150, 0.3));
    row("by gradient descent, with ridge", trained(curve(7, 2), Optimizer::GradientDescent, 150, 0.3));
    row("by mini-batches", trained(curve(5), Optimizer::MiniBatches, 40, 0.1));
    row("by Adam", trained(curve(5, 0.5), Optimizer::Adam, 40, 0.05));
    row("diverged", trained(curve(9), Optimizer::GradientDescent, 60, 10));
}

void PythonScriptTest::printsTheNumbersOfACurve()
{
    QFETCH(Scenario, scenario);
    const SnapshotPtr snapshot = answerOf(scenario);
    const Printed printed = run(*snapshot);
    QVERIFY2(near(printed["A coefficients"], snapshot->curve->fit.polynomial.coefficients, 1e-8),
        qPrintable(QStringLiteral("%1 coefficients").arg(printed["A coefficients"].size())));
    QVERIFY(near(printed["A training R2"].value(0), snapshot->training.accuracy, 1e-9));
    QVERIFY(near(printed["A validation R2"].value(0), snapshot->validation.accuracy, 1e-9));
}

void PythonScriptTest::printsTheNumbersOfClasses_data()
{
    QTest::addColumn<Scenario>("scenario");
    const auto row = [](const char *name, const Scenario &scenario) { QTest::newRow(name) << scenario; };
    row("a line", classes(Shape::Moons, 1));
    row("degree 3 with ridge", classes(Shape::Moons, 3, 1));
    row("separated", classes(Shape::Blobs, 6));
    Scenario few = classes(Shape::Moons, 2);
    few.sampling.trainSize = 2;
    row("two points", few);
    row("by gradient descent", trained(classes(Shape::Circles, 3), Optimizer::GradientDescent, 60, 0.5));
    row("by Adam", trained(classes(Shape::Circles, 4, 0.2), Optimizer::Adam, 20, 0.05));
}

void PythonScriptTest::printsTheNumbersOfClasses()
{
    QFETCH(Scenario, scenario);
    const SnapshotPtr snapshot = answerOf(scenario);
    const Printed printed = run(*snapshot);
    // Newton's method ends where a further step would gain 10^-12 of the objective.
    QVERIFY(near(printed["A coefficients"], snapshot->classes->fit.polynomial.coefficients, 1e-5));
    for (const auto &[set, metrics] :
        {std::pair{QByteArray("training"), snapshot->training}, {"validation", snapshot->validation}}) {
        QCOMPARE(printed["A " + set + " accuracy"].value(0), metrics.accuracy);
        QVERIFY(near(printed["A " + set + " log loss"].value(0), metrics.logLoss, 1e-6));
    }
}

void PythonScriptTest::aSecondModelIsMadeToo()
{
    Scenario scenario = curve(9);
    scenario.rivals = {ModelSettings{3, 0.5, 40}};
    const SnapshotPtr snapshot = answerOf(scenario);
    const Printed printed = run(*snapshot);
    QVERIFY(near(printed["A training R2"].value(0), snapshot->training.accuracy, 1e-9));
    QVERIFY(near(printed["B training R2"].value(0), snapshot->rival()->training.accuracy, 1e-9));
    QVERIFY(near(printed["B validation R2"].value(0), snapshot->rival()->validation.accuracy, 1e-9));
}

void PythonScriptTest::drawsTheTargetWhereTheWindowDoes_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<double>("low");
    QTest::addColumn<double>("high");
    QTest::newRow("as drawn") << curve(5) << -1.0 << 1.0;
    QTest::newRow("a validation point beyond the domain")
        << movePoint(curve(5), {Role::Validation, 0}, {3, 0}) << -1.0 << 3.0;
    QTest::newRow("a training point beyond the domain")
        << movePoint(curve(5), {Role::Training, 0}, {-2, 0}) << -2.0 << 1.0;
}

void PythonScriptTest::drawsTheTargetWhereTheWindowDoes()
{
    QFETCH(Scenario, scenario);
    QFETCH(double, low);
    QFETCH(double, high);
    const SnapshotPtr snapshot = answerOf(scenario);
    const Printed printed = run(*snapshot, true);
    const QList<double> x = printed["x of target function"];
    const QList<double> y = printed["y of target function"];
    QCOMPARE(x.value(0), low);
    QCOMPARE(x.value(480), high);
    QCOMPARE(y.size(), x.size());
    for (qsizetype i = 0; i < x.size(); ++i)
        QVERIFY(std::abs(x[i]) > 1 || std::abs(y[i] - std::sin(M_PI * x[i])) < 1e-12);
    QCOMPARE(printed["x of model"], x);
    QVERIFY(near(printed["y of model"], snapshot->curve->curve, 1e-8));
}

void PythonScriptTest::leavesAGapWhereAFormulaHasNoValue()
{
    Scenario scenario = curve(3);
    scenario.data.source = DataSource::ofFormula("sqrt(x+1)");
    const Printed printed = run(*answerOf(movePoint(scenario, {Role::Validation, 0}, {-3, 0})), true);
    const QList<double> x = printed["x of target function"];
    const QList<double> y = printed["y of target function"];
    QCOMPARE(x.size(), qsizetype(481));
    QCOMPARE(y.size(), x.size());
    for (qsizetype i = 0; i < x.size(); ++i)
        QVERIFY(x[i] < -1 ? std::isnan(y[i]) : std::abs(y[i] - std::sqrt(x[i] + 1)) < 1e-7);
    QVERIFY(std::isfinite(printed["limits"].value(0)) && std::isfinite(printed["limits"].value(1)));
}

void PythonScriptTest::drawsClassesWhereTheWindowDoes()
{
    const Scenario scenario = movePoint(classes(Shape::Moons, 2), {Role::Validation, 0}, {3, -0.5});
    QCOMPARE(run(*answerOf(scenario), true)["regions"], QList<double>({-1, 3, -1, 1}));
}

void PythonScriptTest::anyNameOfAColumnMakesAScriptThatRuns()
{
    Table table;
    table.x = {"a \"b\" \\ \n'c' Länge {x}", "%"};
    table.y = {"\"\"\"", ""};
    table.rows = {{1, 2, 3, 4, 5, 6}, {1, 1, 1, 1, 1, 1}};
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(std::make_shared<const Table>(table));
    scenario.model.degree = 1;
    const Printed printed = run(*answerOf(scenario));
    QVERIFY(std::isnan(printed["A training R2"].value(0))); // all y are equal
}

void PythonScriptTest::knowsHowManyExamplesItHolds()
{
    QCOMPARE(scriptSize(*answerOf(curve(3))), std::size_t(120));
    QCOMPARE(scriptSize(*answerOf(classes(Shape::Moons, 3))), std::size_t(350));
}

OVERFIT_TEST(PythonScriptTest)
#include "python_script_test.moc"
