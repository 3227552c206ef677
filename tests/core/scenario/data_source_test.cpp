// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/scenario/data_source.h"

#include "core/tables/shipped.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <atomic>
#include <cmath>
#include <memory>
#include <thread>
#include <vector>

using namespace overfit;

namespace {

/// What there is to be had of a source.
struct Parts {
    bool law = false;
    bool table = false;
    bool classTable = false;
    bool shipped = false;

    bool operator==(const Parts &) const = default;
};

Parts partsOf(const DataSource &source)
{
    return {static_cast<bool>(source.law()), source.table() != nullptr, source.classTable() != nullptr,
        source.shipped() != nullptr};
}

} // namespace

Q_DECLARE_METATYPE(Parts)

class DataSourceTest : public QObject
{
    Q_OBJECT

private slots:
    void aSourceIsWhatItWasMadeOf_data();
    void aSourceIsWhatItWasMadeOf();
    void theLawOfAFormulaIsItsValue_data();
    void theLawOfAFormulaIsItsValue();
    void aLawCanBeAskedByManyThreadsAtOnce();
};

void DataSourceTest::aSourceIsWhatItWasMadeOf_data()
{
    QTest::addColumn<DataSource>("source");
    QTest::addColumn<DataSource::Kind>("kind");
    QTest::addColumn<Problem>("problem");
    QTest::addColumn<Parts>("parts");
    QTest::addColumn<bool>("isThere");
    using Kind = DataSource::Kind;
    const auto curve = Problem::Curve;
    const auto classes = Problem::Classes;
    const auto table = std::make_shared<const Table>();
    const auto classTable = std::make_shared<const ClassTable>();
    QTest::newRow("nothing said") << DataSource() << Kind::Generated << curve << Parts{true} << true;
    QTest::newRow("a target") << DataSource::generated(Target::Step) << Kind::Generated << curve
                              << Parts{true} << true;
    QTest::newRow("a shape") << DataSource::generatedClasses(Shape::Moons) << Kind::GeneratedClasses
                             << classes << Parts{} << true;
    QTest::newRow("a curve that is shipped") << DataSource::shippedSet("cars") << Kind::Shipped << curve
                                             << Parts{false, true, false, true} << true;
    QTest::newRow("classes that are shipped") << DataSource::shippedSet("iris") << Kind::Shipped << classes
                                              << Parts{false, false, true, true} << true;
    QTest::newRow("an unknown set") << DataSource::shippedSet("planets") << Kind::Shipped << curve << Parts{}
                                    << false;
    QTest::newRow("a table") << DataSource::ownTable(table) << Kind::Own << curve << Parts{false, true}
                             << true;
    QTest::newRow("no table") << DataSource::ownTable(nullptr) << Kind::Own << curve << Parts{} << false;
    QTest::newRow("a table of classes") << DataSource::ownClassTable(classTable) << Kind::OwnClasses
                                        << classes << Parts{false, false, true} << true;
    QTest::newRow("no table of classes")
        << DataSource::ownClassTable(nullptr) << Kind::OwnClasses << classes << Parts{} << false;
    QTest::newRow("a formula") << DataSource::ofFormula("x^2") << Kind::Formula << curve << Parts{true}
                               << true;
    QTest::newRow("a broken formula")
        << DataSource::ofFormula("x^") << Kind::Formula << curve << Parts{} << false;
}

void DataSourceTest::aSourceIsWhatItWasMadeOf()
{
    QFETCH(const DataSource, source);
    QTEST(source.kind(), "kind");
    QTEST(source.problem(), "problem");
    QTEST(partsOf(source), "parts");
    QTEST(source.isThere(), "isThere");
    QVERIFY(source == DataSource(source));
}

void DataSourceTest::theLawOfAFormulaIsItsValue_data()
{
    QTest::addColumn<QByteArray>("formula");
    QTest::addColumn<double>("x");
    QTest::addColumn<double>("y");
    QTest::newRow("a square") << QByteArray("x^2") << 0.5 << 0.25;
    QTest::newRow("beyond where it was checked") << QByteArray("x^2") << 30.0 << 900.0;
    QTest::newRow("no value there") << QByteArray("sqrt(x + 1)") << -2.0 << std::nan("");
    QTest::newRow("too large to be drawn") << QByteArray("x^100") << 30.0 << std::nan("");
}

void DataSourceTest::theLawOfAFormulaIsItsValue()
{
    QFETCH(const QByteArray, formula);
    QFETCH(const double, x);
    QFETCH(const double, y);
    const DataSource source = DataSource::ofFormula(formula.toStdString());
    QCOMPARE(source.formula(), formula.toStdString());
    const double value = source.law()(x);
    QVERIFY(value == y || (std::isnan(value) && std::isnan(y)));
}

void DataSourceTest::aLawCanBeAskedByManyThreadsAtOnce()
{
    const DataSource source = DataSource::ofFormula("3x + 1");
    std::atomic<int> wrong = 0;
    constexpr int kThreads = 4;
    std::vector<std::thread> threads;
    threads.reserve(kThreads);
    for (int thread = 0; thread < kThreads; ++thread) {
        threads.emplace_back([&source, &wrong, thread] {
            const Law law = source.law();
            for (int i = 0; i < 5000; ++i)
                wrong += law(thread) == 3.0 * thread + 1 ? 0 : 1;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    QCOMPARE(wrong.load(), 0);
}

OVERFIT_TEST(DataSourceTest)
#include "data_source_test.moc"
