// SPDX-License-Identifier: GPL-3.0-or-later

// How a table is written is told from what it shows, and said in the result.

#include "core/tables/table_preview.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <string>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

const std::string kName = "lab.csv";

ReadData dataOf(const DataResult &result)
{
    const ReadData *const data = std::get_if<ReadData>(&result);
    return data ? *data : ReadData();
}

ReadError refusal(const DataResult &result)
{
    const ReadError *const error = std::get_if<ReadError>(&result);
    return error ? *error : ReadError{Reason::Empty, "no error", 0, 0, {}};
}

Dataset rowsOf(const ReadData &data)
{
    const Table *const table = std::get_if<Table>(&data.table);
    return table ? table->rows : Dataset();
}

/// ASCII with a byte of zero beside each, the mark first where there is one.
std::string utf16(const std::string &text, bool isBigEndian, const std::string &mark)
{
    std::string result = mark;
    for (const char character : text)
        result += isBigEndian ? std::string{'\0', character} : std::string{character, '\0'};
    return result;
}

} // namespace

class CsvFormatsTest : public QObject
{
    Q_OBJECT

private slots:
    void theDecimalMarkIsWhatTheNumbersShow_data();
    void theDecimalMarkIsWhatTheNumbersShow();
    void anUnclearNumberIsReadAsItIsSaid();
    void theEncodingIsToldFromTheText_data();
    void theEncodingIsToldFromTheText();
    void aHeaderCanBeSaidOrDenied();
    void aRowOfDataIsNotTakenForAHeader_data();
    void aRowOfDataIsNotTakenForAHeader();
    void rowsThatCannotBeUsedAreLeftOutAndTold();
    void aMarkThatShowsLateIsHeeded();
    void rowsWithMoreNumbersThanNamesAreLeftOut_data();
    void rowsWithMoreNumbersThanNamesAreLeftOut();
    void placesOfRowsLeftOutAreBounded();
    void moreRowsOutThanInRefuseTheFile_data();
    void moreRowsOutThanInRefuseTheFile();
    void twoInputsAndAClassAreRead();
    void tablesWithoutTwoClassesAreRefused_data();
    void tablesWithoutTwoClassesAreRefused();
};

void CsvFormatsTest::theDecimalMarkIsWhatTheNumbersShow_data()
{
    using Mark = std::optional<DecimalMark>;
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Dataset>("rows");
    QTest::addColumn<Mark>("mark");
    const Mark comma = DecimalMark::Comma;
    const Mark point = DecimalMark::Point;
    const Dataset halves{{1.5, 2, 3.25}, {2.7, 3.5, -4}};
    const Dataset thousandths{{1.234, 2, 3}, {5.678, 6.5, 7}};
    const Dataset whole{{1, 234, 5}, {2, 3, 4}};
    QTest::newRow("semicolons") << "1,5;2,7\n2;3,5\n3,25;-4\n"s << halves << comma;
    QTest::newRow("tabs") << "x\ty\n1,5\t2,7\n2\t3,5\n3,25\t-4\n"s << halves << comma;
    QTest::newRow("commas and quotes")
        << "x,y\n\"1,5\",\"2,7\"\n2,\"3,5\"\n\"3,25\",-4\n"s << halves << comma;
    QTest::newRow("points") << "x;y\n1.5;2.7\n2;3.5\n3.25;-4\n"s << halves << point;
    QTest::newRow("no mark") << "1,2\n234,3\n5,4\n"s << whole << Mark();
    QTest::newRow("a comma and three digits between commas are two cells")
        << "1,234,9\n2,345,9\n3,456,9\n"s << Dataset{{1, 2, 3}, {234, 345, 456}} << Mark();
    QTest::newRow("a comma and three digits between semicolons")
        << "1,234;5,678\n2,000;6,500\n3;7\n"s << thousandths << comma;
    QTest::newRow("a comma and three digits beside other decimals")
        << "1,234\t5,678\n2\t6,5\n3\t7\n"s << thousandths << comma;
    QTest::newRow("zero before the comma is no group")
        << "0,125\t1\n0,250\t2\n0,500\t3\n"s << Dataset{{0.125, 0.25, 0.5}, {1, 2, 3}} << comma;
    QTest::newRow("a point and three digits between commas")
        << "1.234,5.678\n2.000,6.500\n3.000,7.000\n"s << thousandths << point;
    QTest::newRow("a point and three digits beside other decimals")
        << "1.234;5.678\n2;6.5\n3;7\n"s << thousandths << point;
    QTest::newRow("exponents") << "1,5E+0;2,7e0\n2;35,0e-1\n3,25;-4e0\n"s << halves << comma;
    QTest::newRow("dates beside") << "d;x;y\n12.05;1,5;2,7\n13.05;2;3,5\n14.05;3,25;-4\n"s << Dataset{}
                                  << comma; // a day is no number among commas
}

void CsvFormatsTest::theDecimalMarkIsWhatTheNumbersShow()
{
    QFETCH(const std::string, text);
    QFETCH(const Dataset, rows);
    QFETCH(const std::optional<DecimalMark>, mark);
    const DataResult result = parseData(text, kName);
    if (rows.size() == 0) {
        QCOMPARE(refusal(result).reason, Reason::OtherDecimalMark);
        return;
    }
    const ReadData data = dataOf(result);
    QVERIFY2(rowsOf(data) == rows, refusal(result).found.c_str());
    QVERIFY(data.format.decimal == mark);
    QCOMPARE(data.leftOut.count, std::size_t{0});
}

void CsvFormatsTest::anUnclearNumberIsReadAsItIsSaid()
{
    const std::string text = "1\t1,234\n2\t2,345\n3\t3,456\n";
    ReadOptions options;
    QCOMPARE(refusal(parseData(text, kName, options)).reason, Reason::UnclearNumber);
    options.format.decimal = DecimalMark::Comma;
    QVERIFY(rowsOf(dataOf(parseData(text, kName, options))).y == (std::vector<double>{1.234, 2.345, 3.456}));
    options.format.decimal = DecimalMark::Point;
    QVERIFY(rowsOf(dataOf(parseData(text, kName, options))).y == (std::vector<double>{1234, 2345, 3456}));
}

void CsvFormatsTest::theEncodingIsToldFromTheText_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Encoding>("encoding");
    const std::string text = "x;y\r\n1;4\r\n2;5,5\r\n3;-6\r\n";
    QTest::newRow("UTF-8") << text << Encoding::Utf8;
    QTest::newRow("UTF-8 with a mark") << "\xEF\xBB\xBF" + text << Encoding::Utf8;
    QTest::newRow("Latin-1") << "\xE9" + text << Encoding::Latin1;
    QTest::newRow("UTF-16, least byte first")
        << utf16(text, false, "\xFF\xFE") << Encoding::Utf16LittleEndian;
    QTest::newRow("UTF-16, greatest byte first") << utf16(text, true, "\xFE\xFF") << Encoding::Utf16BigEndian;
    QTest::newRow("UTF-16 without a mark") << utf16(text, false, "") << Encoding::Utf16LittleEndian;
    QTest::newRow("UTF-16 without a mark, greatest byte first")
        << utf16(text, true, "") << Encoding::Utf16BigEndian;
}

void CsvFormatsTest::theEncodingIsToldFromTheText()
{
    QFETCH(const std::string, text);
    QFETCH(const Encoding, encoding);
    const ReadData data = dataOf(parseData(text, kName));
    QVERIFY(rowsOf(data) == kRows);
    QCOMPARE(data.format.encoding, encoding);
}

void CsvFormatsTest::aHeaderCanBeSaidOrDenied()
{
    const std::string text = "1990,1991\n1,4\n2,5.5\n3,-6\n";
    ReadOptions options;
    QCOMPARE(rowsOf(dataOf(parseData(text, kName))).size(), std::size_t{4});
    options.format.hasHeader = true;
    const ReadData data = dataOf(parseData(text, kName, options));
    QVERIFY(rowsOf(data) == kRows);
    QCOMPARE(std::get<Table>(data.table).x.name, "1990"s);
    options.format.hasHeader = false;
    QCOMPARE(dataOf(parseData("x,y\n1,4\n2,5.5\n3,-6\n", kName, options)).leftOut.count, std::size_t{1});
}

void CsvFormatsTest::aRowOfDataIsNotTakenForAHeader_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("hasHeader");
    QTest::addColumn<int>("leftOut");
    QTest::newRow("a gap in the first row") << "1,n/a\n2,3\n3,9\n4,5\n5,7\n"s << false << 1;
    QTest::newRow("two gaps in the first row") << "1,n/a,n/a\n2,3,4\n3,9,4\n4,5,4\n"s << false << 1;
    QTest::newRow("words above words") << "Ann,1,2\nBob,2,3\nCem,3,9\n"s << false << 0;
    QTest::newRow("a word above words beside a number")
        << "Ann,1,\nBob,2,3\nCem,3,9\nDan,4,8\n"s << false << 1;
    QTest::newRow("years above numbers") << "x,1990,1991\n1,2,3\n2,3,4\n3,9,5\n"s << false << 1;
    QTest::newRow("a number above words") << "1,x,y\nAnn,1,2\nBob,2,3\nCem,3,9\n"s << true << 0;
    QTest::newRow("a number among names") << "x,3,y\n1,2,3\n2,3,4\n3,9,5\n"s << true << 0;
    QTest::newRow("words alone") << "x,y\n1,2\n2,3\n3,9\n"s << true << 0;
}

void CsvFormatsTest::aRowOfDataIsNotTakenForAHeader()
{
    QFETCH(const std::string, text);
    QFETCH(const bool, hasHeader);
    QFETCH(const int, leftOut);
    const DataResult result = parseData(text, kName);
    QVERIFY2(std::holds_alternative<ReadData>(result), refusal(result).found.c_str());
    const ReadData data = dataOf(result);
    QCOMPARE(data.format.hasHeader, hasHeader);
    QCOMPARE(data.leftOut.count, static_cast<std::size_t>(leftOut));
    if (leftOut > 0)
        QCOMPARE(data.leftOut.first.front().line, std::size_t{1});
}

void CsvFormatsTest::rowsThatCannotBeUsedAreLeftOutAndTold()
{
    const ReadData data = dataOf(parseData("x,y\no,o\n1,4\nnan,1\n2,5.5\n9,\n9,-inf\n3,-6\n,9\n", kName));
    // Five are out and three are in: too many.
    QCOMPARE(rowsOf(data).size(), std::size_t{0});
    const ReadData kept = dataOf(parseData("x,y\no,o\n1,4\nnan,1\n2,5.5\n9,\n3,-6\n", kName));
    QVERIFY(rowsOf(kept) == kRows);
    QCOMPARE(kept.leftOut.count, std::size_t{3});
    const std::vector<ReadError> expected{{Reason::NotANumber, kName, 2, 1, "o"},
        {Reason::NotANumber, kName, 4, 1, "nan"}, {Reason::MissingCell, kName, 6, 2, ""}};
    QVERIFY(kept.leftOut.first == expected);
}

void CsvFormatsTest::aMarkThatShowsLateIsHeeded()
{
    const std::string many = repeated("1;2\n", 5000);
    const ReadData commas = dataOf(parseData(many + "2,5;3\n3;4.5\n", kName));
    QVERIFY(commas.format.decimal == DecimalMark::Comma);
    QCOMPARE(rowsOf(commas).x.back(), 2.5);
    QCOMPARE(commas.leftOut.count, std::size_t{1});
    QCOMPARE(commas.leftOut.first.front().reason, Reason::OtherDecimalMark);
    QCOMPARE(commas.leftOut.first.front().line, std::size_t{5002});
    const ReadData points = dataOf(parseData(many + "2;3.5\n3;4,5\n", kName));
    QVERIFY(points.format.decimal == DecimalMark::Point);
    QCOMPARE(points.leftOut.count, std::size_t{1});
}

void CsvFormatsTest::rowsWithMoreNumbersThanNamesAreLeftOut_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("leftOut");
    QTest::newRow("decimal commas in some rows") << "x,y\n1,2\n2,5,3\n3,4\n4,5\n"s << 1;
    QTest::newRow("words after the numbers") << "x,y\n1,2\n2,5,so\n3,4\n4,5\n"s << 0;
    QTest::newRow("decimal points") << "x,y\n1.5,2\n2,5,3\n3,4\n4,5\n"s << 0;
    QTest::newRow("semicolons") << "x;y\n1;2\n2;5;3\n3;4\n4;5\n"s << 0;
    QTest::newRow("no names") << "1,2\n2,5,3\n3,4\n4,5\n"s << 0;
}

void CsvFormatsTest::rowsWithMoreNumbersThanNamesAreLeftOut()
{
    QFETCH(const std::string, text);
    QFETCH(const int, leftOut);
    const ReadData data = dataOf(parseData(text, kName));
    QCOMPARE(data.leftOut.count, static_cast<std::size_t>(leftOut));
    if (leftOut > 0) {
        const ReadError expected{Reason::MoreCellsThanNames, kName, 3, 3, "2,5,3"};
        QVERIFY(data.leftOut.first.front() == expected);
    }
    const TablePreview preview = std::get<TablePreview>(previewText(text, kName));
    QCOMPARE(usableRows(preview.head, preview.suggestion), std::size_t(4 - leftOut));
}

void CsvFormatsTest::placesOfRowsLeftOutAreBounded()
{
    const ReadData data = dataOf(parseData(repeated("1,2\n2,?\n3,4\n", 1000), kName));
    QCOMPARE(data.leftOut.count, std::size_t{1000});
    QCOMPARE(data.leftOut.first.size(), kMostPlaces);
    QCOMPARE(data.leftOut.first.back().line, std::size_t{299});
    QCOMPARE(rowsOf(data).size(), std::size_t{2000});
}

void CsvFormatsTest::moreRowsOutThanInRefuseTheFile_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isRead");
    QTest::newRow("as many") << "1,2\n2,3\n3,4\n4,a\n5,b\n6,c\n"s << true;
    QTest::newRow("one more") << "1,2\n2,3\n3,4\n4,a\n5,b\n6,c\n7,d\n"s << false;
    QTest::newRow("two are left") << "1,2\n2,3\n4,a\n"s << false;
}

void CsvFormatsTest::moreRowsOutThanInRefuseTheFile()
{
    QFETCH(const std::string, text);
    QFETCH(const bool, isRead);
    ReadOptions options;
    options.picked = ChosenColumns{0, 1, {}};
    const DataResult result = parseData(text, kName, options);
    QCOMPARE(std::holds_alternative<ReadData>(result), isRead);
    if (!isRead)
        QCOMPARE(refusal(result).found, "a"s);
}

void CsvFormatsTest::twoInputsAndAClassAreRead()
{
    const std::string text = "a;kind;b (cm)\n1,5;wet;2\n2; dry;3,5\n3;;9\n4;dry;5\n?;wet;1\n5;wet;-6\n";
    const ReadData data = dataOf(parseData(text, kName, {{"a", "b", "kind"}, {}}));
    QVERIFY(std::holds_alternative<ClassTable>(data.table));
    const ClassTable &table = std::get<ClassTable>(data.table);
    QVERIFY(table.rows.x1 == (std::vector<double>{1.5, 2, 4, 5}));
    QVERIFY(table.rows.x2 == (std::vector<double>{2, 3.5, 5, -6}));
    QVERIFY(table.rows.label == (std::vector<std::uint8_t>{1, 0, 0, 1}));
    QCOMPARE(table.classes[0], "dry"s);
    QCOMPARE(table.classes[1], "wet"s);
    QCOMPARE(table.x2.unit, "cm"s);
    QCOMPARE(table.publishedTraining, std::size_t{0});
    QCOMPARE(data.leftOut.count, std::size_t{2});
    QCOMPARE(data.leftOut.first.front().column, std::size_t{2});
}

void CsvFormatsTest::tablesWithoutTwoClassesAreRefused_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ReadError>("error");
    QTest::newRow("one class") << "1,2,a\n2,3,a\n3,4,a\n"s << ReadError{Reason::OneClass, kName, 0, 3, "a"};
    QTest::newRow("three classes") << "1,2,a\n2,3,b\n3,4,a\n4,5,c\n5,6,d\n"s
                                   << ReadError{Reason::TooManyClasses, kName, 4, 3, "c", {"a", "b", "c"}};
    QTest::newRow("no class") << "1,2,\n2,3,\n3,4,a\n"s << ReadError{Reason::MissingCell, kName, 1, 3, ""};
    QTest::newRow("one first input") << "1,2,a\n1,3,b\n1,4,a\n"s
                                     << ReadError{Reason::AllInputsEqual, kName, 0, 1, ""};
    QTest::newRow("one second input")
        << "1,2,a\n2,2,b\n3,2,a\n"s << ReadError{Reason::AllInputsEqual, kName, 0, 2, ""};
}

void CsvFormatsTest::tablesWithoutTwoClassesAreRefused()
{
    QFETCH(const std::string, text);
    QFETCH(const ReadError, error);
    QVERIFY(refusal(parseData(text, kName, {{"1", "2", "3"}, {}})) == error);
}

OVERFIT_TEST(CsvFormatsTest)
#include "csv_formats_test.moc"
