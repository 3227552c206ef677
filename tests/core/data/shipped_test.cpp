// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/shipped.h"

#include "core/data/csv.h"

#include <QFile>
#include <QTest>

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
    void setsAreOfferedInTheirOrder();
    void everySetIsItsFile_data() { addSets(); }
    void everySetIsItsFile();
    void everySetHasTheRowsThatTheReadmeCounts_data() { addSets(); }
    void everySetHasTheRowsThatTheReadmeCounts();
    void everySetNamesTheSourceInTheReadme_data() { addSets(); }
    void everySetNamesTheSourceInTheReadme();
    void everySetSaysWhatItMeans_data() { addSets(); }
    void everySetSaysWhatItMeans();
    void someValuesAreAsPublished_data();
    void someValuesAreAsPublished();
    void anUnknownSetIsNotFound();
    void aTableIsParsedOnceForAllThreads();

private:
    static void addSets();
};

void ShippedTest::addSets()
{
    QTest::addColumn<const ShippedSet *>("set");
    for (const ShippedSet &set : shippedSets())
        QTest::newRow(std::string(set.id).c_str()) << &set;
}

void ShippedTest::setsAreOfferedInTheirOrder()
{
    std::vector<std::string_view> ids;
    for (const ShippedSet &set : shippedSets())
        ids.push_back(set.id);
    QCOMPARE(
        ids, (std::vector<std::string_view>{"cars", "pressure", "mcycle", "nile", "nottem", "gag", "ozone"}));
}

void ShippedTest::everySetIsItsFile()
{
    QFETCH(const ShippedSet *, set);
    const QByteArray file = contents(inDatasets(idOf(*set) + QStringLiteral(".csv"))).replace("\r\n", "\n");
    QVERIFY(!file.isEmpty());
    QCOMPARE(QByteArray(set->csv.data(), static_cast<qsizetype>(set->csv.size())), file);
}

void ShippedTest::everySetHasTheRowsThatTheReadmeCounts()
{
    QFETCH(const ShippedSet *, set);
    const TablePtr table = shippedTable(*set);
    QCOMPARE(QString::number(table->rows.size()), readmeRow(idOf(*set)).value(1));
    QCOMPARE(table->rows.x.size(), table->rows.y.size());
}

void ShippedTest::everySetNamesTheSourceInTheReadme()
{
    QFETCH(const ShippedSet *, set);
    const QString source = QString::fromUtf8(set->source);
    QVERIFY(!source.isEmpty());
    QCOMPARE(readmeRow(idOf(*set)).value(4), source + QStringLiteral(" |"));
}

void ShippedTest::everySetSaysWhatItMeans()
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

void ShippedTest::anUnknownSetIsNotFound()
{
    QVERIFY(findShippedSet("") == nullptr);
    QVERIFY(findShippedSet("no such set") == nullptr);
    QVERIFY(shippedTable(ShippedSet{"no such set", "", "", "", "", "", "", ""}) == nullptr);
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

QTEST_GUILESS_MAIN(ShippedTest)
#include "shipped_test.moc"
