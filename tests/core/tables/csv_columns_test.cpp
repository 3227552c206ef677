// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csv.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

const std::string kText =
    "who,time (s),\"mass [kg]\",3,height\nu,1,10,100,4\nv,2,20,200,5.5\nw,3,30,300,-6\n";

ReadResult chosen(const std::string &x, const std::string &y, const std::string &text = kText)
{
    return parseTable(text, "lab.csv", {x, y});
}

} // namespace

class CsvColumnsTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreFound_data();
    void columnsAreFound();
    void aNameCountsBeforeOneWithoutItsUnit();
    void aNameThatTwoColumnsShareButForUnitsIsRefused();
    void aWrongNameIsToldWithTheRightOnes_data();
    void aWrongNameIsToldWithTheRightOnes();
    void oneColumnIsNotTakenTwice_data();
    void oneColumnIsNotTakenTwice();
    void onlyChosenColumnsMustBeNumbers();
};

void CsvColumnsTest::columnsAreFound_data()
{
    QTest::addColumn<std::string>("x");
    QTest::addColumn<std::string>("y");
    QTest::addColumn<Dataset>("rows");
    const std::vector<double> time{1, 2, 3};
    const std::vector<double> mass{10, 20, 30};
    const std::vector<double> third{100, 200, 300};
    const std::vector<double> height{4, 5.5, -6};
    QTest::newRow("none") << ""s
                          << ""s << Dataset{time, mass};
    QTest::newRow("both") << "time (s)"s
                          << "height"s << Dataset{time, height};
    QTest::newRow("the other way round") << "height"s
                                         << "time"s << Dataset{height, time};
    QTest::newRow("units left out") << "mass"s
                                    << "time"s << Dataset{mass, time};
    QTest::newRow("x alone") << "mass"s
                             << ""s << Dataset{mass, time};
    QTest::newRow("y alone") << ""s
                             << "time"s << Dataset{mass, time};
    QTest::newRow("a number") << "2"s
                              << "5"s << Dataset{time, height};
    QTest::newRow("a number that is a name") << "2"s
                                             << "3"s << Dataset{time, third};
}

void CsvColumnsTest::columnsAreFound()
{
    QFETCH(std::string, x);
    QFETCH(std::string, y);
    QFETCH(Dataset, rows);
    QVERIFY(tableOf(chosen(x, y)).rows == rows);
}

void CsvColumnsTest::aNameCountsBeforeOneWithoutItsUnit()
{
    const std::string text = "speed (mph),speed,y\n1,10,4\n2,20,5.5\n3,30,-6\n";
    QVERIFY(tableOf(chosen("speed", "y", text)).rows == (Dataset{{10, 20, 30}, {4, 5.5, -6}}));
    QVERIFY(tableOf(chosen("speed (mph)", "y", text)).rows == kRows);
}

void CsvColumnsTest::aNameThatTwoColumnsShareButForUnitsIsRefused()
{
    const std::string text = "speed (mph),speed (km/h),y\n1,1.6,4\n2,3.2,5.5\n3,4.8,-6\n";
    const ReadError error = errorOf(chosen("speed", "y", text));
    QCOMPARE(error.reason, Reason::UnknownColumn);
    QCOMPARE(error.columns, (std::vector<std::string>{"speed (mph)", "speed (km/h)", "y"}));
    QVERIFY(tableOf(chosen("speed (mph)", "y", text)).rows == kRows);
}

void CsvColumnsTest::aWrongNameIsToldWithTheRightOnes_data()
{
    QTest::addColumn<std::string>("x");
    QTest::addColumn<std::string>("y");
    QTest::addColumn<std::string>("found");
    QTest::newRow("x") << "speed"s
                       << ""s
                       << "speed"s;
    QTest::newRow("y") << "time"s
                       << "Height"s
                       << "Height"s;
    QTest::newRow("number too high") << "6"s
                                     << ""s
                                     << "6"s;
    QTest::newRow("zero") << "0"s
                          << ""s
                          << "0"s;
    QTest::newRow("not whole") << "1.5"s
                               << ""s
                               << "1.5"s;
    QTest::newRow("a line break") << "a\nb"s
                                  << ""s
                                  << "a b"s;
}

void CsvColumnsTest::aWrongNameIsToldWithTheRightOnes()
{
    QFETCH(std::string, x);
    QFETCH(std::string, y);
    QFETCH(std::string, found);
    const ReadError error = errorOf(chosen(x, y));
    QCOMPARE(error.reason, Reason::UnknownColumn);
    QCOMPARE(error.found, found);
    QCOMPARE(error.columns, (std::vector<std::string>{"who", "time (s)", "mass [kg]", "3", "height"}));
    QCOMPARE(errorOf(chosen(x, y, "1,2,3\n2,3,4\n3,4,5\n")).columns.size(), std::size_t(3));
}

void CsvColumnsTest::oneColumnIsNotTakenTwice_data()
{
    QTest::addColumn<std::string>("x");
    QTest::addColumn<std::string>("y");
    QTest::addColumn<std::string>("found");
    QTest::newRow("name and number") << "time"s
                                     << "2"s
                                     << "time (s)"s;
    QTest::newRow("number and name") << "5"s
                                     << "height"s
                                     << "height"s;
    QTest::newRow("with and without the unit") << "mass"s
                                               << "mass [kg]"s
                                               << "mass [kg]"s;
    QTest::newRow("the same number, spelled twice") << "2"s
                                                    << "2.0"s
                                                    << "time (s)"s;
}

void CsvColumnsTest::oneColumnIsNotTakenTwice()
{
    QFETCH(std::string, x);
    QFETCH(std::string, y);
    QFETCH(std::string, found);
    const ReadError error = errorOf(chosen(x, y));
    QCOMPARE(error.reason, Reason::SameColumn);
    QCOMPARE(error.found, found);
    QCOMPARE(errorOf(chosen("2", "2", "1,2,3\n2,3,4\n3,4,5\n")).found, "2"s);
}

void CsvColumnsTest::onlyChosenColumnsMustBeNumbers()
{
    const std::string text = "a,b,c\n1,2,3\n2,?,5\n3,4,7\n";
    QCOMPARE(errorOf(chosen("", "", text)).line, std::size_t(3));
    QCOMPARE(tableOf(chosen("a", "c", text)).rows.size(), std::size_t(3));
    const ReadError words = errorOf(chosen("who", "time"));
    QCOMPARE(words.reason, Reason::NotANumber);
    QCOMPARE(words.line, std::size_t(2));
    QCOMPARE(words.column, std::size_t(1));
}

OVERFIT_TEST(CsvColumnsTest)
#include "csv_columns_test.moc"
