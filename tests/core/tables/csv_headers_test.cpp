// SPDX-License-Identifier: GPL-3.0-or-later

// Where the names of columns stand, and which line is no row.

#include "core/tables/csv.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <string>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

const std::string kName = "lab.csv";

ReadData dataOf(const std::string &text, const ColumnChoice &choice = {})
{
    const DataResult result = parseData(text, kName, {choice, {}});
    const ReadData *const data = std::get_if<ReadData>(&result);
    return data ? *data : ReadData();
}

Table tableIn(const ReadData &data)
{
    return std::get<Table>(data.table);
}

void addTexts()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Column>("x");
    QTest::addColumn<Column>("y");
}

void addText(const char *name, const std::string &text, const Column &x, const Column &y)
{
    QTest::newRow(name) << text << x << y;
}

/// The rows are kRows, all of them, and the columns are called so.
void checkText()
{
    QFETCH(const std::string, text);
    QFETCH(const Column, x);
    QFETCH(const Column, y);
    const ReadData data = dataOf(text);
    QVERIFY2(tableIn(data).rows == kRows, errorOf(parseTable(text, kName)).found.c_str());
    QCOMPARE(data.leftOut.count, std::size_t{0});
    QCOMPARE(tableIn(data).x.name, x.name);
    QCOMPARE(tableIn(data).x.unit, x.unit);
    QCOMPARE(tableIn(data).y.name, y.name);
    QCOMPARE(tableIn(data).y.unit, y.unit);
}

const std::string kBody = "1,4\n2,5.5\n3,-6\n";

} // namespace

class CsvHeadersTest : public QObject
{
    Q_OBJECT

private slots:
    void namesAreFoundBelowOtherLines_data();
    void namesAreFoundBelowOtherLines() { checkText(); }
    void unitsAreFoundBelowTheNames_data();
    void unitsAreFoundBelowTheNames() { checkText(); }
    void namesOfRowsAreNoColumn_data();
    void namesOfRowsAreNoColumn();
    void aMissingNameIsToldUnlessColumnsAreNumbered();
    void aRowOfWordsFurtherDownIsNoHeader();
    void theHintOfTheSeparatorIsKnownInEveryForm_data();
    void theHintOfTheSeparatorIsKnownInEveryForm() { checkText(); }
    void aHashBeginsARemarkOrARow_data();
    void aHashBeginsARemarkOrARow();
    void blanksPartCells_data();
    void blanksPartCells() { checkText(); }
    void theFirstRowWithTooManyCellsIsNamed_data();
    void theFirstRowWithTooManyCellsIsNamed();
};

void CsvHeadersTest::namesAreFoundBelowOtherLines_data()
{
    addTexts();
    const Column t{"t", ""};
    const Column v{"v", ""};
    addText("a title", "Lab of May\nt,v\n" + kBody, t, v);
    addText("titles with commas", "Lab of May, room 3\nby Ann\nand, if so, Bob\nt,v\n" + kBody, t, v);
    addText("a title among semicolons", "Estrazione del 2025-01-06\nt;v\n1,0;4\n2;5,5\n3;-6\n", t, v);
    addText("settings of an instrument",
        "Model,X20\nSample rate,1000\nPoints,3\nDate,2025-01-06\nt,v\n" + kBody, t, v);
    addText("settings with two numbers", "Range,0,10\nSerial,123,4\n\nt,v\n" + kBody, t, v);
    addText("more settings than rows", "a,1\nb,2\nc,3\nd,4\ne,5\nf,6\ng,7\nh,8\ni,9\nt,v\n" + kBody, t, v);
    addText("settings padded with separators", "Lab;;\nRate;5;\n;;\nt;v;\n1;4;\n2;5,5;\n3;-6;\n", t, v);
    addText("a remark", "# by hand\n# t,v\n" + kBody, t, v);
    addText("a remark without a blank", "#t,v\n" + kBody, t, v);
    addText("a remark below a title", "# t,v\nLab\n" + kBody, t, v);
    addText("names count before a remark", "# a,b\nt,v\n" + kBody, t, v);
    addText("a remark with a number", "#Rate,1000\nt,v\n" + kBody, t, v);
}

void CsvHeadersTest::unitsAreFoundBelowTheNames_data()
{
    addTexts();
    const Column t{"t", "s"};
    const Column v{"v", "mV"};
    addText("plain", "t,v\ns,mV\n" + kBody, t, v);
    addText("round brackets", "t,v\n(s),(mV)\n\n" + kBody, t, v);
    addText("square brackets", "t;v\n[s];[mV]\n1;4\n2;5,5\n3;-6\n", t, v);
    addText("below settings", "Model,X20\nRate,5\nt,v\ns,mV\n" + kBody, t, v);
    addText("of y alone", "t,v\n,mV\n" + kBody, {"t", ""}, v);
    addText("a name has one", "t (ms),v\ns,mV\n" + kBody, {"t", "ms"}, v);
    addText("composed", "t,v\n1/s,km/h\n" + kBody, {"t", "1/s"}, {"v", "km/h"});
    addText("names that look like units", "t,s\n" + kBody, {"t", ""}, {"s", ""});
}

void CsvHeadersTest::namesOfRowsAreNoColumn_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("numbers in quotes") << "\"x\",\"y\"\n\"1\",1,4\n\"2\",2,5.5\n\"3\",3,-6\n"s;
    QTest::newRow("with gaps") << "\"x\",\"y\"\n\"7\",1,4\n\"12\",2,5.5\n\"30\",3,-6\n"s;
    QTest::newRow("whole numbers beside") << "\"x\",\"y\"\n\"1\",1,4\n\"2\",2,5\n\"3\",3,-6\n"s;
    QTest::newRow("without quotes") << "x,y\n1,1,4\n2,2,5.5\n3,3,-6\n"s;
    QTest::newRow("words") << "\"x\",\"y\"\n\"Mazda RX4\",1,4\n\"Valiant\",2,5.5\n\"Duster\",3,-6\n"s;
    QTest::newRow("semicolons") << "\"x\";\"y\"\n\"1\";1,0;4\n\"2\";2;5,5\n\"3\";3;-6\n"s;
    QTest::newRow("tabs") << "x\ty\n1\t1\t4\n2\t2\t5.5\n3\t3\t-6\n"s;
    QTest::newRow("blanks") << "\"x\" \"y\"\n\"1\" 1 4\n\"2\" 2 5.5\n\"3\" 3 -6\n"s;
    QTest::newRow("an empty name") << ",x,y\n0,1,4\n1,2,5.5\n2,3,-6\n"s;
    QTest::newRow("a sign in place of a name") << "#,x,y\n1,1,4\n2,2,5.5\n3,3,-6\n"s;
    QTest::newRow("below a title") << "Lab\nx,y\na,1,4\nb,2,5.5\nc,3,-6\n"s;
}

void CsvHeadersTest::namesOfRowsAreNoColumn()
{
    QFETCH(const std::string, text);
    const bool isWhole = QTest::currentDataTag() == "whole numbers beside"s;
    const Dataset rows{{1, 2, 3}, {4, isWhole ? 5 : 5.5, -6}};
    for (const ColumnChoice &choice : {ColumnChoice{}, ColumnChoice{"x", "y"}, ColumnChoice{"2", "3"}}) {
        const ReadData data = dataOf(text, choice);
        QVERIFY(tableIn(data).rows == rows);
        QCOMPARE(tableIn(data).x.name, "x"s);
        QCOMPARE(tableIn(data).y.name, "y"s);
        QVERIFY((data.columns == ChosenColumns{1, 2, {}}));
        QVERIFY(data.isFromMany || text.find("Mazda") != std::string::npos || text.find("Lab") == 0);
    }
}

void CsvHeadersTest::aMissingNameIsToldUnlessColumnsAreNumbered()
{
    const std::string text = "x\ty\n1.5\t1\t4\n3.5\t2\t5.5\n4.5\t3\t-6\n";
    const ReadError error = errorOf(parseTable(text, kName));
    QCOMPARE(error.reason, Reason::NameMissing);
    QVERIFY((error.columns == std::vector<std::string>{"x", "y"}));
    QCOMPARE(errorOf(parseTable(text, kName, {"x", "y"})).reason, Reason::NameMissing);
    QVERIFY(tableOf(parseTable(text, kName, {"2", "3"})).rows == kRows);
    // A remark behind the numbers needs no name, nor does an empty cell there.
    QCOMPARE(tableOf(parseTable("x\ty\n1\t4\tok\n2\t5.5\tok\n3\t-6\tlate\n", kName)).x.name, "x"s);
    QVERIFY(tableOf(parseTable("x,y\n1,4,\n2,5.5,\n3,-6,\n", kName)).rows == kRows);
}

void CsvHeadersTest::aRowOfWordsFurtherDownIsNoHeader()
{
    const ReadData data = dataOf("t,v\n1,4\n2,5.5\na,b\n3,-6\n");
    QVERIFY(tableIn(data).rows == kRows);
    QCOMPARE(tableIn(data).x.name, "t"s);
    QCOMPARE(data.leftOut.count, std::size_t{1});
    QCOMPARE(data.leftOut.first.front().line, std::size_t{4});
    const ReadData gaps = dataOf("t,v\nn/a,-\n1,4\n2,5.5\n3,-6\n");
    QCOMPARE(tableIn(gaps).x.name, "t"s);
    QCOMPARE(gaps.leftOut.first.front().line, std::size_t{2});
}

void CsvHeadersTest::theHintOfTheSeparatorIsKnownInEveryForm_data()
{
    addTexts();
    const Column x{"x", ""};
    const Column y{"y", ""};
    const std::string body = "x;y\n1;4\n2;5,5\n3;-6\n";
    addText("small", "sep=;\n" + body, x, y);
    addText("capitals", "SEP=;\n" + body, x, y);
    addText("one capital", "Sep=;\n" + body, x, y);
    addText("in quotes", "\"sep=;\"\n" + body, x, y);
    addText("separators behind", "sep=;;;\n" + body, x, y);
    addText("quotes and commas behind", "\"sep=;\",,\n" + body, x, y);
    addText("a comma", "sep=,,\nx,y\n" + kBody, x, y);
}

void CsvHeadersTest::aHashBeginsARemarkOrARow_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<std::size_t>>("leftOut"); // lines
    using Lines = std::vector<std::size_t>;
    QTest::newRow("names of rows") << "n,x,y\n#1,1,4\n#2,2,5.5\n#3,3,-6\n"s << Lines{};
    QTest::newRow("names of rows with blanks") << "n,x,y\n# 1,1,4\n# 2,2,5.5\n# 3,3,-6\n"s << Lines{};
    QTest::newRow("names of rows without a header") << "#a;1;4\n#b;2;5,5\n#c;3;-6\n"s << Lines{};
    QTest::newRow("some names of rows") << "n,x,y\n#1,1,4\ntwo,2,5.5\n#3,3,-6\n"s << Lines{};
    QTest::newRow("a value that is missing") << "x,y\n1,4\n#N/A,3\n2,5.5\n3,-6\n"s << Lines{3};
    QTest::newRow("it is missing in the first row") << "x,y\n#N/A,3\n1,4\n2,5.5\n3,-6\n"s << Lines{2};
    QTest::newRow("both are missing") << "x,y\n1,4\n2,5.5\n#NV,#NV\n3,-6\n"s << Lines{4};
    QTest::newRow("an error") << "x;y\n1;4\n#DIV/0!;3\n2;5,5\n#WERT!;#WERT!\n3;-6\n"s << Lines{3, 5};
    QTest::newRow("a row") << "x,y\n1,4\n#2,3\n2,5.5\n3,-6\n"s << Lines{3};
    QTest::newRow("a remark") << "x,y\n1,4\n# pump off\n2,5.5\n#pump on\n3,-6\n"s << Lines{};
    QTest::newRow("a remark with a comma") << "x,y\n1,4\n# pump off, 3 min\n2,5.5\n3,-6\n"s << Lines{};
    QTest::newRow("a remark of words") << "x,y\n1,4\n#pump off, then on\n2,5.5\n3,-6\n"s << Lines{};
}

void CsvHeadersTest::aHashBeginsARemarkOrARow()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<std::size_t>, leftOut);
    const ReadData data = dataOf(text);
    QVERIFY(tableIn(data).rows == kRows);
    std::vector<std::size_t> lines;
    for (const ReadError &error : data.leftOut.first)
        lines.push_back(error.line);
    QCOMPARE(lines, leftOut);
}

void CsvHeadersTest::blanksPartCells_data()
{
    addTexts();
    const Column x{"x", ""};
    const Column y{"y", ""};
    addText("one blank", "1 4\n2 5.5\n3 -6\n", x, y);
    addText("columns of equal width", "  1   4.0\n  2   5.5\n  3  -6.0\n", x, y);
    addText("blanks and tabs", "x \t y\n1\t4\n2 5.5 \n3 \t-6\n", x, y);
    addText("decimal commas", "1,0 4,0\n2,0 5,5\n3,0 -6,0\n", x, y);
    addText("exponents", "1.00e+00 4.00e+00\n2.00e+00 5.50e+00\n3.00e+00 -6.00e+00\n", x, y);
    addText("names in a remark", "# t v\n1 4\n2 5.5\n3 -6\n", {"t", ""}, {"v", ""});
    addText("names in a remark of another program", "% t v\n1 4\n2 5.5\n3 -6\n", {"t", ""}, {"v", ""});
    addText("names with units", "t (s)  v [mV]\n1 4\n2 5.5\n3 -6\n", {"t", "s"}, {"v", "mV"});
    addText("a comma and a blank", "1, 4\n2, 5.5\n3, -6\n", x, y);
}

void CsvHeadersTest::theFirstRowWithTooManyCellsIsNamed_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("line");
    QTest::newRow("two tables") << "a,b\n1,2\n2,3\n3,5\n4,6\n5,7,1\n6,8,1\n7,9,1\n8,9,1\n"s << 6;
    QTest::newRow("a blank line between") << "a,b\n1,2\n2,3\n\n5,7,1\n6,8,1\n7,9,1\n"s << 5;
    QTest::newRow("decimal commas") << "x,y\n1,5,2,5\n3,5,4,5\n6,5,7,5\n"s << 2;
}

void CsvHeadersTest::theFirstRowWithTooManyCellsIsNamed()
{
    QFETCH(const std::string, text);
    QFETCH(const int, line);
    const ReadError error = errorOf(parseTable(text, kName));
    QCOMPARE(error.reason, Reason::MoreCellsThanNames);
    QCOMPARE(error.line, static_cast<std::size_t>(line));
}

OVERFIT_TEST(CsvHeadersTest)
#include "csv_headers_test.moc"
