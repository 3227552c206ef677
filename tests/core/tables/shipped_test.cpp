// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/shipped.h"

#include "core/scenario/scenario.h"
#include "tests/frame/test_class.h"

#include <QFile>
#include <QTest>

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <thread>
#include <vector>

using namespace overfit;

namespace {

QString inDatasets(const QString &name)
{
    return QStringLiteral(OVERFIT_DATASETS "/") + name;
}

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString idOf(const ShippedSet &set)
{
    return QString::fromUtf8(set.id.data(), static_cast<qsizetype>(set.id.size()));
}

/// The cells of the row of README.md that begins with "<id>.csv".
QStringList readmeRow(const QString &id)
{
    const QString readme = QString::fromUtf8(contents(inDatasets(QStringLiteral("README.md"))));
    for (const QString &line : readme.split(QLatin1Char('\n'))) {
        if (line.startsWith(QStringLiteral("| ") + id + QStringLiteral(".csv |")))
            return line.split(QStringLiteral(" | "));
    }
    return {};
}

} // namespace

class ShippedTest : public QObject
{
    Q_OBJECT

private slots:
    void curvesAreOfferedInTheirOrderAndThenClasses();
    void everySetIsItsFile_data() { addSets(); }
    void everySetIsItsFile();
    void everySetSaysWhyItMayBePassedOn_data() { addSets(); }
    void everySetSaysWhyItMayBePassedOn();
    void everySetHasTheRowsThatTheReadmeCounts_data() { addSets(); }
    void everySetHasTheRowsThatTheReadmeCounts();
    void everySetNamesTheSourceInTheReadme_data() { addSets(); }
    void everySetNamesTheSourceInTheReadme();
    void everyCurveSaysWhatItMeans_data() { addSetsOf(Problem::Curve); }
    void everyCurveSaysWhatItMeans();
    void everySetOfClassesSaysWhatItMeans_data() { addSetsOf(Problem::Classes); }
    void everySetOfClassesSaysWhatItMeans();
    void aSetIsEitherACurveOrOfClasses_data() { addSets(); }
    void aSetIsEitherACurveOrOfClasses();
    void someValuesAreAsPublished_data();
    void someValuesAreAsPublished();
    void someClassesAreAsPublished_data();
    void someClassesAreAsPublished();
    void bothClassesHaveTheirPublishedCounts_data();
    void bothClassesHaveTheirPublishedCounts();
    void onlyRipleysDivisionIsPublished();
    void anUnknownSetIsNotFound();
    void aTableIsParsedOnceForAllThreads();

private:
    static void addSets();
    static void addSetsOf(Problem problem);
};

void ShippedTest::addSets()
{
    QTest::addColumn<const ShippedSet *>("set");
    for (const ShippedSet &set : shippedSets())
        QTest::newRow(std::string(set.id).c_str()) << &set;
}

void ShippedTest::addSetsOf(Problem problem)
{
    QTest::addColumn<const ShippedSet *>("set");
    for (const ShippedSet &set : shippedSets()) {
        if (set.problem == problem)
            QTest::newRow(std::string(set.id).c_str()) << &set;
    }
}

void ShippedTest::curvesAreOfferedInTheirOrderAndThenClasses()
{
    std::vector<std::string_view> curves;
    std::vector<std::string_view> classes;
    for (const ShippedSet &set : shippedSets()) {
        QVERIFY(set.problem == Problem::Classes || classes.empty());
        (set.problem == Problem::Curve ? curves : classes).push_back(set.id);
    }
    QCOMPARE(curves,
        (std::vector<std::string_view>{"cars", "pressure", "mcycle", "nile", "nottem", "gag", "ozone"}));
    QCOMPARE(classes, (std::vector<std::string_view>{"iris", "crabs", "ripley"}));
}

void ShippedTest::everySetIsItsFile()
{
    QFETCH(const ShippedSet *, set);
    const QByteArray file = contents(inDatasets(idOf(*set) + QStringLiteral(".csv"))).replace("\r\n", "\n");
    QVERIFY(!file.isEmpty());
    QCOMPARE(QByteArray(set->csv.data(), static_cast<qsizetype>(set->csv.size())), file);
}

/// In the same words to whoever reads the sources and to whoever has the package.
void ShippedTest::everySetSaysWhyItMayBePassedOn()
{
    QFETCH(const ShippedSet *, set);
    const QString readme = QString::fromUtf8(contents(inDatasets(QStringLiteral("README.md"))));
    const QString start = QStringLiteral("\n- ") + idOf(*set) + QStringLiteral(".csv: ");
    const qsizetype found = readme.indexOf(start);
    QVERIFY(found >= 0);
    const QString words = readme.mid(found + 3).section(QLatin1Char('\n'), 0, 0);
    QVERIFY(words.size() > 40);
    const QByteArray copyright = contents(inDatasets(QStringLiteral("../../packaging/debian/copyright")));
    QVERIFY(QString::fromUtf8(copyright).simplified().contains(words));
}

void ShippedTest::everySetHasTheRowsThatTheReadmeCounts()
{
    QFETCH(const ShippedSet *, set);
    const bool isCurve = set->problem == Problem::Curve;
    const std::size_t rows = isCurve ? shippedTable(*set)->rows.size() : shippedClassTable(*set)->rows.size();
    QCOMPARE(QString::number(rows), readmeRow(idOf(*set)).value(1));
}

void ShippedTest::everySetNamesTheSourceInTheReadme()
{
    QFETCH(const ShippedSet *, set);
    const QString source = QString::fromUtf8(set->source);
    QVERIFY(!source.isEmpty());
    QCOMPARE(readmeRow(idOf(*set)).value(4), source + QStringLiteral(" |"));
}

void ShippedTest::everyCurveSaysWhatItMeans()
{
    QFETCH(const ShippedSet *, set);
    const TablePtr table = shippedTable(*set);
    QVERIFY(!table->title.empty());
    QCOMPARE(table->title, std::string(set->title));
    QCOMPARE(table->x.name, std::string(set->xName));
    QCOMPARE(table->y.name, std::string(set->yName));
    QCOMPARE(table->x.unit, std::string(set->xUnit));
    QCOMPARE(table->y.unit, std::string(set->yUnit));
    QCOMPARE(table->source, std::string(set->source));
}

void ShippedTest::everySetOfClassesSaysWhatItMeans()
{
    QFETCH(const ShippedSet *, set);
    const ClassTablePtr table = shippedClassTable(*set);
    QVERIFY(!table->title.empty());
    QCOMPARE(table->title, std::string(set->title));
    QVERIFY((table->x1 == Column{set->xName, set->xUnit}));
    QVERIFY((table->x2 == Column{set->yName, set->yUnit}));
    QVERIFY((table->classes == std::array<std::string, 2>{set->classes[0], set->classes[1]}));
    QVERIFY(!table->classes[0].empty() && !table->classes[1].empty());
    QCOMPARE(table->source, std::string(set->source));
    QCOMPARE(table->rows.x2.size(), table->rows.x1.size());
    QCOMPARE(table->rows.label.size(), table->rows.x1.size());
}

void ShippedTest::aSetIsEitherACurveOrOfClasses()
{
    QFETCH(const ShippedSet *, set);
    QCOMPARE(shippedTable(*set) != nullptr, set->problem == Problem::Curve);
    QCOMPARE(shippedClassTable(*set) != nullptr, set->problem == Problem::Classes);
    QVERIFY(DataSource::shippedSet(set->id).problem() == set->problem);
}

void ShippedTest::someValuesAreAsPublished_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<int>("row");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("first car") << std::string("cars") << 0 << 4.0 << 2.0;
    QTest::newRow("last car") << std::string("cars") << 49 << 25.0 << 85.0;
    QTest::newRow("pressure in exponents") << std::string("pressure") << 0 << 0.0 << 0.0002;
    QTest::newRow("Nile in 1871") << std::string("nile") << 0 << 1871.0 << 1120.0;
    QTest::newRow("Nottingham in January 1920") << std::string("nottem") << 0 << 1.0 << 40.6;
    QTest::newRow("a negative acceleration") << std::string("mcycle") << 1 << 2.6 << -1.3;
}

void ShippedTest::someValuesAreAsPublished()
{
    QFETCH(const std::string, id);
    QFETCH(const int, row);
    QFETCH(const double, x);
    QFETCH(const double, y);
    const TablePtr table = shippedTable(*findShippedSet(id));
    QCOMPARE(table->rows.x.at(static_cast<std::size_t>(row)), x);
    QCOMPARE(table->rows.y.at(static_cast<std::size_t>(row)), y);
}

void ShippedTest::someClassesAreAsPublished_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<int>("row");
    QTest::addColumn<double>("x1");
    QTest::addColumn<double>("x2");
    QTest::addColumn<std::string>("name");
    QTest::newRow("first iris") << std::string("iris") << 0 << 4.7 << 1.4 << std::string("versicolor");
    QTest::newRow("last iris") << std::string("iris") << 99 << 5.1 << 1.8 << std::string("virginica");
    QTest::newRow("first crab") << std::string("crabs") << 0 << 16.1 << 6.7 << std::string("male");
    QTest::newRow("last crab") << std::string("crabs") << 199 << 46.2 << 20.2 << std::string("female");
    QTest::newRow("a negative x") << std::string("ripley") << 1 << -0.74807425 << 0.08904024
                                  << std::string("class 0");
}

void ShippedTest::someClassesAreAsPublished()
{
    QFETCH(const std::string, id);
    QFETCH(const int, row);
    QFETCH(const double, x1);
    QFETCH(const double, x2);
    QFETCH(const std::string, name);
    const ClassTablePtr table = shippedClassTable(*findShippedSet(id));
    QCOMPARE(table->rows.x1.at(static_cast<std::size_t>(row)), x1);
    QCOMPARE(table->rows.x2.at(static_cast<std::size_t>(row)), x2);
    QCOMPARE(table->classes.at(table->rows.label.at(static_cast<std::size_t>(row))), name);
}

void ShippedTest::bothClassesHaveTheirPublishedCounts_data()
{
    QTest::addColumn<std::string>("id");
    QTest::addColumn<int>("each");
    QTest::newRow("iris") << std::string("iris") << 50;
    QTest::newRow("crabs") << std::string("crabs") << 100;
    QTest::newRow("ripley") << std::string("ripley") << 625;
}

void ShippedTest::bothClassesHaveTheirPublishedCounts()
{
    QFETCH(const std::string, id);
    QFETCH(const int, each);
    const std::vector<std::uint8_t> &labels = shippedClassTable(*findShippedSet(id))->rows.label;
    QCOMPARE(std::count(labels.begin(), labels.end(), 0), std::ptrdiff_t{each});
    QCOMPARE(std::count(labels.begin(), labels.end(), 1), std::ptrdiff_t{each});
}

void ShippedTest::onlyRipleysDivisionIsPublished()
{
    QCOMPARE(shippedClassTable(*findShippedSet("ripley"))->publishedTraining, std::size_t{250});
    QCOMPARE(shippedClassTable(*findShippedSet("iris"))->publishedTraining, std::size_t{0});
    QCOMPARE(shippedClassTable(*findShippedSet("crabs"))->publishedTraining, std::size_t{0});
}

void ShippedTest::anUnknownSetIsNotFound()
{
    QVERIFY(findShippedSet("") == nullptr);
    QVERIFY(findShippedSet("no such set") == nullptr);
    const ShippedSet unknown{"no such set", "", "", "", "", "", "", ""};
    QVERIFY(shippedTable(unknown) == nullptr);
    QVERIFY(shippedClassTable(unknown) == nullptr);
}

void ShippedTest::aTableIsParsedOnceForAllThreads()
{
    const ShippedSet &set = shippedSets()[0];
    std::vector<TablePtr> seen(4);
    std::vector<std::thread> threads;
    threads.reserve(seen.size());
    for (TablePtr &table : seen)
        threads.emplace_back([&set, &table] { table = shippedTable(set); });
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(std::set<TablePtr>(seen.begin(), seen.end()).size(), std::size_t{1});
}

OVERFIT_TEST(ShippedTest)
#include "shipped_test.moc"
