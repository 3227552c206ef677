// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/csv.h"

#include "tests/core/tables/comma_locale.h"
#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <sstream>
#include <string>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

const std::string kName = "lab.csv";

/// The table that a text gives.
Table parsed(const std::string &text)
{
    return tableOf(parseTable(text, kName));
}

} // namespace

class CsvTest : public QObject
{
    Q_OBJECT

private slots:
    void whatSeparatesTheCellsIsFound_data();
    void whatSeparatesTheCellsIsFound();
    void theSameRowsAreReadHoweverTheyAreWritten_data();
    void theSameRowsAreReadHoweverTheyAreWritten();
    void numbersAreReadInEverySpelling_data();
    void numbersAreReadInEverySpelling();
    void numbersDoNotDependOnTheLocale();
    void aHeaderGivesNamesAndUnits_data();
    void aHeaderGivesNamesAndUnits();
    void theNameGoesIntoTitleAndSource();
    void aLineOfTheGreatestLengthIsRead();
    void tenThousandColumnsAreRead();
    void cutTextNeverCrashes();
};

void CsvTest::whatSeparatesTheCellsIsFound_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("commas") << "1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("semicolons") << "1;4\n2;5.5\n3;-6\n"s;
    QTest::newRow("tabs") << "1\t4\n2\t5.5\n3\t-6\n"s;
    QTest::newRow("other separators in a quoted header") << "\"x;\t\",y\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("separators after a quoted line break") << "\"a,\nb,\";y\n1;4\n2;5.5\n3;-6\n"s;
    QTest::newRow("commas in a header of semicolons") << "x, in m;y, in s\n1;4\n2;5.5\n3;-6\n"s;
    QTest::newRow("commas in a title above semicolons")
        << "Fall, Gruppe 3, 2024\n1,0;4,0\n2,0;5,5\n3,0;-6,0\n"s;
    QTest::newRow("commas in a title above a header of semicolons")
        << "Fall, Gruppe 3, 2024\nt;s\n1,0;4,0\n2,0;5,5\n3,0;-6,0\n"s;
    QTest::newRow("as many commas in a title as rows") << "Fall, 2, 3, 4, 5\n1;4\n2;5,5\n3;-6\n"s;
    QTest::newRow("a tab at the end of a header of commas") << "x,y\t\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a semicolon in a header of commas") << "temp; deg,y\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a semicolon in each remark") << "x,y,z\n1,4,a;b\n2,5.5,c;d\n3,-6,e;f\n"s;
    QTest::newRow("units after decimal commas") << "112,5 km;1;4\n96,5 km;2;5,5\n80,5 km;3;-6\n"s;
    QTest::newRow("remarks after some rows of semicolons") << "1,0;4,0;a\n2,0;5,5\n3,0;-6,0;b;c\n"s;
    QTest::newRow("decimal commas between tabs") << "1,0\t4,0\n2,0\t5,5\n3,0\t-6,0\n"s;
    QTest::newRow("a hint of the separator") << "sep=;\nx;y\n1;4\n2;5,5\n3;-6\n"s;
    QTest::newRow("a hint of the separator and no header")
        << "\xEF\xBB\xBFsep=\t\r\n1\t4\r\n2\t5.5\r\n3\t-6\r\n"s;
    QTest::newRow("a hint that knows better") << "sep=,\n1,4,7;8;9\n2,5.5,7;8;9\n3,-6,7;8;9\n"s;
    QTest::newRow("an empty first column of tabs") << "\t1\t4\n\t2\t5.5\n\t3\t-6\n"s;
}

void CsvTest::whatSeparatesTheCellsIsFound()
{
    QFETCH(const std::string, text);
    const ReadResult result = parseTable(text, kName);
    QVERIFY2(tableOf(result).rows == kRows, errorOf(result).found.c_str());
}

void CsvTest::theSameRowsAreReadHoweverTheyAreWritten_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("a header") << "x,y\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a header with quotes") << "\"x\",\"y\"\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a header of two lines in quotes") << "\"x\nin m\",y\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("numbers in quotes") << "\"1\",\"4\"\n\"2\" , \"5.5\"\n\"3\",\"-6\"\n"s;
    QTest::newRow("numbers with spaces in quotes") << "\" 1 \",\"4 \"\n2,5.5\n3,-6\n"s;
    QTest::newRow("spaces around cells") << " 1 , 4\n2 ,5.5 \n\t3,\t-6\n"s;
    QTest::newRow("no line break at the end") << "1,4\n2,5.5\n3,-6"s;
    QTest::newRow("CRLF") << "x,y\r\n1,4\r\n2,5.5\r\n3,-6\r\n"s;
    QTest::newRow("CR") << "x,y\r1,4\r2,5.5\r3,-6\r"s;
    QTest::newRow("a byte order mark") << "\xEF\xBB\xBFx,y\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a byte order mark and no header") << "\xEF\xBB\xBF"
                                                        "1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("a byte order mark and a comment") << "\xEF\xBB\xBF#\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("blank lines") << "\n\nx,y\n\n1,4\n \t\n2,5.5\n\n3,-6\n\n"s;
    QTest::newRow("rows of empty cells") << ",,\nx,y,\n1,4,\n,,\n2,5.5,\n\"\",\n3,-6,\n,,,,\n"s;
    QTest::newRow("comments") << "# a; \"b\n#\nx,y\n1,4\n#2,3\n2,5.5\n3,-6\n# end"s;
    QTest::newRow("a title above the rows") << "Lab of May\n1,4\n2,5.5\n3,-6\n"s;
    QTest::newRow("words before the numbers") << "who,x,y\nAnn,1,4\nBob,2,5.5\nCem,3,-6\n"s;
    QTest::newRow("words between the numbers") << "x,who,y\n1,Ann,4\n2,\"Bob, Jr\",5.5\n3,,-6\n"s;
    QTest::newRow("more columns after the two") << "x,y,z\n1,4,7\n2,5.5,word\n3,-6\n"s;
    QTest::newRow("words of several lines") << "x,y,z\n1,4,\"a\nb\n\nc\"\n2,5.5,\"#\n#\"\n3,-6,\n"s;
    QTest::newRow("doubled quotes") << "x,y,z\n1,4,\"\"\"a\"\"\"\n2,5.5,\"\"\n3,-6,\n"s;
}

void CsvTest::theSameRowsAreReadHoweverTheyAreWritten()
{
    QFETCH(const std::string, text);
    const ReadResult result = parseTable(text, kName);
    QVERIFY2(tableOf(result).rows == kRows, errorOf(result).found.c_str());
}

void CsvTest::numbersAreReadInEverySpelling_data()
{
    QTest::addColumn<std::string>("spelling");
    QTest::addColumn<double>("number");
    QTest::newRow("whole") << "42"s << 42.0;
    QTest::newRow("plus") << "+1.5"s << 1.5;
    QTest::newRow("minus") << "-1.5"s << -1.5;
    QTest::newRow("no digit before the point") << ".5"s << 0.5;
    QTest::newRow("no digit after the point") << "5."s << 5.0;
    QTest::newRow("exponent") << "2e-04"s << 0.0002;
    QTest::newRow("capital exponent with plus") << "1E+3"s << 1000.0;
    QTest::newRow("leading zeros") << "007"s << 7.0;
    QTest::newRow("correctly rounded") << "0.1000000000000000055511151231257827"s << 0.1;
    QTest::newRow("too small for a double") << "1e-999"s << 0.0;
    QTest::newRow("the largest") << "1e100"s << 1e100;
}

void CsvTest::numbersAreReadInEverySpelling()
{
    QFETCH(const std::string, spelling);
    QFETCH(const double, number);
    const Table table = parsed("1,2\n3," + spelling + "\n5,6\n");
    QCOMPARE(table.rows.size(), std::size_t{3});
    QVERIFY(table.rows.y[1] == number);
}

void CsvTest::numbersDoNotDependOnTheLocale()
{
    const CommaLocale locale;
    QCOMPARE((std::ostringstream() << 1234.5).str(), "1.234,5"s);
    QVERIFY(parsed("1,4\n2,5.5\n3,-6\n").rows == kRows);
    QVERIFY(parsed("1000.5;4\n2;5.5\n3;-6\n").rows == (Dataset{{1000.5, 2, 3}, kRows.y}));
}

void CsvTest::aHeaderGivesNamesAndUnits_data()
{
    QTest::addColumn<std::string>("header");
    QTest::addColumn<Column>("x");
    QTest::addColumn<Column>("y");
    QTest::newRow("no header") << ""s << Column{"x", ""} << Column{"y", ""};
    QTest::newRow("names") << "speed,distance\n"s << Column{"speed", ""} << Column{"distance", ""};
    QTest::newRow("round brackets") << "speed (mph),distance (ft)\n"s << Column{"speed", "mph"}
                                    << Column{"distance", "ft"};
    QTest::newRow("square brackets") << "speed [mph],distance[ft]\n"s << Column{"speed", "mph"}
                                     << Column{"distance", "ft"};
    QTest::newRow("brackets in brackets")
        << "flow (10^8 (m^3)),rate (1/(m s))\n"s << Column{"flow", "10^8 (m^3)"} << Column{"rate", "1/(m s)"};
    QTest::newRow("two brackets") << "time (after start) (ms),y\n"s << Column{"time (after start)", "ms"}
                                  << Column{"y", ""};
    QTest::newRow("a function is a name") << "t,f(t)\n"s << Column{"t", ""} << Column{"f(t)", ""};
    QTest::newRow("a unit without a name") << "(mph),[ft]\n"s << Column{"(mph)", ""} << Column{"[ft]", ""};
    QTest::newRow("an empty unit") << "speed (),y []\n"s << Column{"speed", ""} << Column{"y", ""};
    QTest::newRow("a bracket without its fellow")
        << "speed),y (ft\n"s << Column{"speed)", ""} << Column{"y (ft", ""};
    QTest::newRow("spaces") << "  speed  ( mph ) , y \n"s << Column{"speed", "mph"} << Column{"y", ""};
    QTest::newRow("a nameless column") << ",distance\n"s << Column{"x", ""} << Column{"distance", ""};
    QTest::newRow("a short header") << "speed\n"s << Column{"speed", ""} << Column{"y", ""};
    QTest::newRow("UTF-8") << "temp\xC3\xA9rature (\xC2\xB0"
                              "C),y\n"s
                           << Column{"temp\xC3\xA9rature",
                                  "\xC2\xB0"
                                  "C"}
                           << Column{"y", ""};
    QTest::newRow("Latin-1") << "temp\xE9rature (\xB0"
                                "C),y\n"s
                             << Column{"temp\xC3\xA9rature",
                                    "\xC2\xB0"
                                    "C"}
                             << Column{"y", ""};
    QTest::newRow("names below a hint of the separator")
        << "sep=,\nspeed,way\n"s << Column{"speed", ""} << Column{"way", ""};
    QTest::newRow("a year among the names")
        << "speed,way,1990\n"s << Column{"speed", ""} << Column{"way", ""};
}

void CsvTest::aHeaderGivesNamesAndUnits()
{
    QFETCH(const std::string, header);
    QFETCH(const Column, x);
    QFETCH(const Column, y);
    const Table table = parsed(header + "1,4\n2,5.5\n3,-6\n");
    QVERIFY(table.rows == kRows);
    QCOMPARE(table.x.name, x.name);
    QCOMPARE(table.x.unit, x.unit);
    QCOMPARE(table.y.name, y.name);
    QCOMPARE(table.y.unit, y.unit);
}

void CsvTest::theNameGoesIntoTitleAndSource()
{
    const Table table = parsed("1,4\n2,5.5\n3,-6\n");
    QCOMPARE(table.title, kName);
    QCOMPARE(table.source, kName);
}

void CsvTest::aLineOfTheGreatestLengthIsRead()
{
    const std::string line = "3,-6," + std::string(kLongestLine - 5, 'a');
    QVERIFY(parsed("1,4\n2,5.5\n" + line + "\n").rows == kRows);
    QVERIFY(parsed("1,4\n2,5.5\n" + line).rows == kRows);
    QCOMPARE(errorOf(parseTable("1,4\n2,5.5\n" + line + "a\n", kName)).reason, Reason::LineTooLong);
}

void CsvTest::tenThousandColumnsAreRead()
{
    const std::string words = repeated("w,", 9998);
    const Table table =
        parsed(words + "speed (mph),y\n" + words + "1,4\n" + words + "2,5.5\n" + words + "3,-6\n");
    QVERIFY(table.rows == kRows);
    QCOMPARE(table.x.name, "speed"s);
    QCOMPARE(errorOf(parseTable(words + "1,4\n" + words + "2,?\n", kName)).column, std::size_t{10000});
}

void CsvTest::cutTextNeverCrashes()
{
    const std::string text =
        "\xEF\xBB\xBF# c\r\n\"sp\"\"eed\n(m)\" ;\"y\"\r1;\"4\"\n 2 ; +5.5;\"a\nb\"\r\n3;-6\n;\n4;\xE9\n";
    for (std::size_t length = 0; length <= text.size(); ++length) {
        const ReadResult whole = parseTable(text.substr(0, length), kName);
        const ReadResult tail = parseTable(text.substr(length), kName);
        QVERIFY(whole.index() < 2 && tail.index() < 2);
    }
}

OVERFIT_TEST(CsvTest)
#include "csv_test.moc"
