// SPDX-License-Identifier: GPL-3.0-or-later
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

void addColumns()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ReadError>("error");
}

void addRow(const char *name, const std::string &text, Reason reason, std::size_t line = 0,
    std::size_t column = 0, const std::string &found = {})
{
    QTest::newRow(name) << text << ReadError{reason, kName, line, column, found};
}

void checkRow()
{
    QFETCH(const std::string, text);
    QFETCH(const ReadError, error);
    const ReadError actual = errorOf(parseTable(text, kName));
    QCOMPARE(actual.reason, error.reason);
    QCOMPARE(actual.file, error.file);
    QCOMPARE(actual.line, error.line);
    QCOMPARE(actual.column, error.column);
    QCOMPARE(QString::fromStdString(actual.found), QString::fromStdString(error.found));
}

} // namespace

class CsvErrorsTest : public QObject
{
    Q_OBJECT

private slots:
    void aTextWithoutATableIsRefused_data();
    void aTextWithoutATableIsRefused();
    void whatIsNotANumberIsRefusedWithItsPlace_data();
    void whatIsNotANumberIsRefusedWithItsPlace();
    void aMissingCellIsRefusedWithItsPlace_data();
    void aMissingCellIsRefusedWithItsPlace();
    void brokenQuotesAreRefusedWhereTheCellBegins_data();
    void brokenQuotesAreRefusedWhereTheCellBegins();
    void whatIsNotTextIsRefused_data();
    void whatIsNotTextIsRefused();
    void whatNeverEndsIsRefused_data();
    void whatNeverEndsIsRefused();
    void whatIsFoundIsAlwaysUtf8_data();
    void whatIsFoundIsAlwaysUtf8();
    void aLongFindIsShortened();
};

void CsvErrorsTest::aTextWithoutATableIsRefused_data()
{
    addColumns();
    addRow("an empty text", "", Reason::Empty);
    addRow("blank lines only", "\n \n\r\n", Reason::Empty);
    addRow("comments only", "# a\n#b", Reason::Empty);
    addRow("a byte order mark only", "\xEF\xBB\xBF", Reason::Empty);
    addRow("a header only", "speed,distance\n", Reason::Empty);
    addRow("one column", "1\n2\n3\n", Reason::TooFewColumns, 1, 0, "1");
    addRow("one column under a header", "x\n1\n2\n", Reason::TooFewColumns, 2, 0, "1");
    addRow("one column of numbers", "who,x\nAnn,1\nBob,2\n", Reason::NoNumber, 2, 1, "Ann");
    addRow("words only", "a;b\nc;d\n", Reason::NoNumber, 2, 1, "c");
    addRow("names, units and a row", "# c\nspeed,distance\nmph,ft\n1,2\n", Reason::TooFewRows);
    addRow("two rows of words and a row", "speed,distance\nlow,low\n1,2\n", Reason::NotANumber, 2, 1, "low");
    addRow("decimal commas between commas", "x,y\n1,5,2,5\n3,5,4,5\n6,5,7,5\n", Reason::MoreCellsThanNames, 2,
        0, "1,5,2,5");
    addRow("two rows between blanks", "x y\n1 2\n3 4\n", Reason::TooFewRows);
    addRow("words between blanks", "one two\nthree four\n", Reason::TooFewColumns, 2, 0, "three four");
    addRow("one row", "x,y\n1,2\n", Reason::TooFewRows);
    addRow("two rows", "1,2\n3,4\n\n", Reason::TooFewRows);
    addRow("one x for all rows", "who,x,y\na,2,3\nb,2.0,4\nc,2,5\n", Reason::AllInputsEqual, 0, 2);
}

void CsvErrorsTest::aTextWithoutATableIsRefused()
{
    checkRow();
}

void CsvErrorsTest::whatIsNotANumberIsRefusedWithItsPlace_data()
{
    addColumns();
    addRow("a word as x", "x,y\n1,2\nfast,3\n", Reason::NotANumber, 3, 1, "fast");
    addRow("a word as y", "x,y\n1,2\n2,3\n3, far off \n", Reason::NotANumber, 4, 2, "far off");
    addRow("a word after blank and comment lines", "\r\n# c\r\nx,y\r\n\r\n1,2\r\n2,n/a\r\n",
        Reason::NotANumber, 6, 2, "n/a");
    addRow(
        "a word after a hint of the separator", "sep=;\nx;y\n1;2\n2;n/a\n", Reason::NotANumber, 4, 2, "n/a");
    addRow("not a number", "x,y\n1,nan\n2,3\n3,4", Reason::NotANumber, 2, 2, "nan");
    addRow("infinite", "1,2\n-inf,3\n3,4", Reason::NotANumber, 2, 1, "-inf");
    addRow("too large for a double", "1,2\n2,1e999\n3,4", Reason::NotANumber, 2, 2, "1e999");
    addRow("too large for a square", "1,2\n2,-1.1e100\n3,4", Reason::NotANumber, 2, 2, "-1.1e100");
    addRow("a number with a tail", "1,2\n2,3kg\n3,4", Reason::NotANumber, 2, 2, "3kg");
    addRow("hexadecimal", "1,2\n2,0x10\n3,4", Reason::NotANumber, 2, 2, "0x10");
    addRow("two signs", "1,2\n2,+-3\n3,4", Reason::NotANumber, 2, 2, "+-3");
    addRow("a sign alone", "1,2\n2,+\n3,4", Reason::NotANumber, 2, 2, "+");
    addRow("a point among commas", "x;y\n1,5;2\n2;3.5\n3;4,5", Reason::OtherDecimalMark, 3, 2, "3.5");
    addRow("a comma among points", "x\ty\n1.5\t2\n2\t3,5\n3\t4.5", Reason::OtherDecimalMark, 3, 2, "3,5");
    addRow("grouped, where numbers have either mark", "x;y\n1,5;2\n2,5;1.234\n3.5;4", Reason::GroupedDigits,
        3, 2, "1.234");
    addRow("groups of a point among points", "x;y\n1.5;2\n2;1.234,5\n3;4.5", Reason::OtherDecimalMark, 3, 2,
        "1.234,5");
    addRow("two readings between tabs", "x\ty\n1\t1,234\n2\t2,345\n3\t3,456", Reason::UnclearNumber, 2, 2,
        "1,234");
    addRow("two readings in quotes", "\"1,234\",1\n\"2,345\",2\n\"3,456\",3", Reason::UnclearNumber, 1, 1,
        "1,234");
    addRow("a quote within a cell", "x,y\n1,2\n3,5\"3\n", Reason::NotANumber, 3, 2, "5\"3");
    addRow("a date", "x;y\n1;2\n2;12.05.2020\n3;4", Reason::NotANumber, 3, 2, "12.05.2020");
    addRow("two commas", "x;y\n1;2\n2;1,5,5\n3;4", Reason::NotANumber, 3, 2, "1,5,5");
    addRow("a word after a cell of several lines", "x,who,y\n1,\"a\nb\",2\n2,\"c\n\nd\",word\n",
        Reason::NotANumber, 6, 3, "word");
    addRow("a word of several lines", "x,y\n1,2\n2,\"a\nb\"\n", Reason::NotANumber, 3, 2, "a b");
}

void CsvErrorsTest::whatIsNotANumberIsRefusedWithItsPlace()
{
    checkRow();
}

void CsvErrorsTest::aMissingCellIsRefusedWithItsPlace_data()
{
    addColumns();
    addRow("a short row", "x,y\n1,2\n3\n4,5\n", Reason::MissingCell, 3, 2);
    addRow("an empty y", "x,y\n1,2\n3,\n4,5\n", Reason::MissingCell, 3, 2);
    addRow("an empty x", "x,y\n1,2\n ,3\n4,5\n", Reason::MissingCell, 3, 1);
    addRow("an empty cell in quotes", "x,y\n1,2\n3,\"\"\n4,5\n", Reason::MissingCell, 3, 2);
    addRow("a row that ends before both", "a,b,x,y\na,b,1,2\nc\n", Reason::MissingCell, 3, 3);
}

void CsvErrorsTest::aMissingCellIsRefusedWithItsPlace()
{
    checkRow();
}

void CsvErrorsTest::brokenQuotesAreRefusedWhereTheCellBegins_data()
{
    addColumns();
    addRow("a quote never closed", "x,y\n1,2\n3,\"4\n5,6\n", Reason::BrokenQuotes, 3, 2, "4 5,6 ");
    addRow("a quote never closed in the header", "\"x,y\n1,2\n", Reason::BrokenQuotes, 1, 1, "x,y 1,2 ");
    addRow("a quote closed in the middle", "x,y\n1,2\n\"3\"3,4\n", Reason::BrokenQuotes, 3, 1, "3\"");
    addRow("a quote closed in the middle, lines later", "x,y\n1,2\n3,\"4\n5\" 5\n", Reason::BrokenQuotes, 3,
        2, "4 5\" ");
}

void CsvErrorsTest::brokenQuotesAreRefusedWhereTheCellBegins()
{
    checkRow();
}

void CsvErrorsTest::whatIsNotTextIsRefused_data()
{
    addColumns();
    addRow("a zero byte", "x,y\n1,2\n3,\0004\n"s, Reason::NotText, 3);
    addRow("a zero byte within quotes", "x,y\n1,\"2\n\0\"\n"s, Reason::NotText, 3);
    addRow("words before a zero byte", "a\nb\nc\0"s, Reason::NotText);
    addRow("zero bytes at both parities", "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s, Reason::NotText);
    addRow("UTF-16 with a zero character",
        "\xFF\xFE"
        "1\0,\0002\0\n\0\0\0003\0"s,
        Reason::NotText, 2);
}

void CsvErrorsTest::whatIsNotTextIsRefused()
{
    checkRow();
}

void CsvErrorsTest::whatNeverEndsIsRefused_data()
{
    addColumns();
    addRow("a line too long", "x,y\n1,2\n3,4" + std::string(kLongestLine, ' '), Reason::LineTooLong, 3);
    addRow("a quote that swallows the file", "x,y\n1,\"" + repeated("1,2\n", 1 << 19), Reason::BrokenQuotes,
        2, 2, "1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2\xE2\x80\xA6"s);
    addRow("cells of many lines without end", repeated("\"\n\",", 1 << 20), Reason::BrokenQuotes, 524289,
        524289, " ");
}

void CsvErrorsTest::whatNeverEndsIsRefused()
{
    checkRow();
}

void CsvErrorsTest::whatIsFoundIsAlwaysUtf8_data()
{
    QTest::addColumn<std::string>("cell");
    QTest::addColumn<std::string>("found");
    QTest::newRow("UTF-8 of two bytes") << "\xC3\xA9"s
                                        << "\xC3\xA9"s;
    QTest::newRow("UTF-8 of four bytes") << "\xF0\x9F\x98\x80"s
                                         << "\xF0\x9F\x98\x80"s;
    QTest::newRow("Latin-1") << "caf\xE9"s
                             << "caf\xC3\xA9"s;
    QTest::newRow("half a character") << "a\xC3"s
                                      << "a\xC3\x83"s;
    QTest::newRow("an overlong form") << "\xC0\xAF"s
                                      << "\xC3\x80\xC2\xAF"s;
    QTest::newRow("half a surrogate pair") << "\xED\xA0\x80"s
                                           << "\xC3\xAD\xC2\xA0\xC2\x80"s;
    QTest::newRow("beyond Unicode") << "\xF4\x90\x80\x80"s
                                    << "\xC3\xB4\xC2\x90\xC2\x80\xC2\x80"s;
}

void CsvErrorsTest::whatIsFoundIsAlwaysUtf8()
{
    QFETCH(const std::string, cell);
    QFETCH(const std::string, found);
    QCOMPARE(errorOf(parseTable("1,2\n" + cell + ",3\n", kName)).found, found);
}

void CsvErrorsTest::aLongFindIsShortened()
{
    const std::string accent = "\xC3\xA9";
    const auto found = [](const std::string &cell) {
        return errorOf(parseTable("1,2\n" + cell + ",3\n", kName)).found;
    };
    QCOMPARE(found(repeated(accent, 40)), repeated(accent, 40));
    QCOMPARE(found(repeated(accent, 41)), repeated(accent, 39) + "\xE2\x80\xA6");
    QCOMPARE(found(repeated("ab", 100000)), repeated("ab", 19) + "a\xE2\x80\xA6");
}

OVERFIT_TEST(CsvErrorsTest)
#include "csv_errors_test.moc"
