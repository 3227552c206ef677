// SPDX-License-Identifier: GPL-3.0-or-later

// Numbers as people write them, and cells of columns that nobody reads.

#include "core/tables/csv.h"
#include "core/tables/read_error_words.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <string>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

const std::string kName = "lab.csv";

std::string told(const std::string &text, const ReadOptions &options = {})
{
    const DataResult result = parseData(text, kName, options);
    const ReadError *const error = std::get_if<ReadError>(&result);
    return error ? plainText(errorMessage(*error, Audience::CommandLine)) : "no error";
}

} // namespace

class CsvWrittenTest : public QObject
{
    Q_OBJECT

private slots:
    void aNumberIsReadAsItIsWritten_data();
    void aNumberIsReadAsItIsWritten();
    void thousandsAreReadWhereTheyCanBeNothingElse_data();
    void thousandsAreReadWhereTheyCanBeNothingElse();
    void aNumberOfTwoReadingsIsNeverGuessedAt_data();
    void aNumberOfTwoReadingsIsNeverGuessedAt();
    void whatHoldsNoNumberIsToldByItsCell_data();
    void whatHoldsNoNumberIsToldByItsCell();
    void quotesWithinCellsAreCharacters_data();
    void quotesWithinCellsAreCharacters();
};

void CsvWrittenTest::aNumberIsReadAsItIsWritten_data()
{
    QTest::addColumn<std::string>("spelling");
    QTest::addColumn<double>("number");
    QTest::newRow("a minus of Unicode") << "\xE2\x88\x92"
                                           "3.5"s
                                        << -3.5;
    QTest::newRow("a dash") << "\xE2\x80\x93"
                               "3"s
                            << -3.0;
    QTest::newRow("a minus of Unicode in the exponent") << "2e\xE2\x88\x92"
                                                           "3"s
                                                        << 0.002;
    QTest::newRow("a space that does not break before") << "\xC2\xA0"
                                                           "2.5"s
                                                        << 2.5;
    QTest::newRow("a space that does not break behind") << "2.5\xC2\xA0"s << 2.5;
    QTest::newRow("the same in Latin-1") << "\xA0"
                                            "2.5\xA0"s
                                         << 2.5;
    QTest::newRow("thin spaces") << "\xE2\x80\x89"
                                    "2.5\xE2\x80\xAF"s
                                 << 2.5;
    QTest::newRow("Fortran") << "1.0D+03"s << 1000.0;
    QTest::newRow("Fortran, below one") << "-2.5d-01"s << -0.25;
    QTest::newRow("a formula that is a number") << "=\"2.5\""s << 2.5;
    QTest::newRow("the same in quotes") << "\"=\"\"2.5\"\"\""s << 2.5;
}

void CsvWrittenTest::aNumberIsReadAsItIsWritten()
{
    QFETCH(const std::string, spelling);
    QFETCH(const double, number);
    for (const std::string &text :
        {"1,2\n3," + spelling + "\n5,6.5\n", "x,y\n1,0.5\n" + spelling + ",7\n5,6\n"}) {
        const Table table = tableOf(parseTable(text, kName));
        QCOMPARE(table.rows.size(), std::size_t{3});
        QCOMPARE(text.starts_with("1") ? table.rows.y[1] : table.rows.x[1], number);
    }
    QCOMPARE(errorOf(parseTable("1,2\n2,3D4\n3,4\n", kName)).found, "3D4"s); // may be a name
}

void CsvWrittenTest::thousandsAreReadWhereTheyCanBeNothingElse_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::vector<double>>("y");
    using Numbers = std::vector<double>;
    const Numbers y{1234567, 12345, 987};
    const Numbers halves{1234567.5, 12345, 987};
    QTest::newRow("spaces") << "1;1 234 567\n2;12 345\n3;987\n"s << y;
    QTest::newRow("spaces that do not break") << "1;1\xC2\xA0"
                                                 "234\xC2\xA0"
                                                 "567,5\n2;12\xE2\x80\xAF"
                                                 "345\n3;987\n"s
                                              << halves;
    QTest::newRow("apostrophes") << "1,1'234'567.5\n2,12\xE2\x80\x99"
                                    "345\n3,987\n"s
                                 << halves;
    QTest::newRow("commas, twice") << "1\t1,234,567\n2\t12,345\n3\t987\n"s << y;
    QTest::newRow("commas before a point") << "1;1,234,567.5\n2;12,345\n3;987\n"s << halves;
    QTest::newRow("points before a comma") << "1;1.234.567,5\n2;12.345\n3;987\n"s << halves;
    QTest::newRow("points, twice") << "1;1.234.567\n2;12.345\n3;987\n"s << y;
    QTest::newRow("commas beside decimal points") << "1.5,\"1,234,567\"\n2.5,\"12,345\"\n3.5,987\n"s << y;
    QTest::newRow("points beside decimal commas") << "1,5;1234567\n2,5;12.345\n3,5;987\n"s << y;
    QTest::newRow("below zero") << "1;-1 234\n2;\xE2\x88\x92"
                                   "12 345\n3;987\n"s
                                << Numbers{-1234, -12345, 987};
}

void CsvWrittenTest::thousandsAreReadWhereTheyCanBeNothingElse()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<double>, y);
    QCOMPARE(tableOf(parseTable(text, kName)).rows.y, y);
}

void CsvWrittenTest::aNumberOfTwoReadingsIsNeverGuessedAt_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("point"); // how the number reads
    QTest::addColumn<std::string>("comma");
    QTest::newRow("points between semicolons") << "1;12.345\n2;12.400\n3;9.870\n"s
                                               << "12.345"s
                                               << "12345"s;
    QTest::newRow("points beside a whole number") << "1;12.345\n2;12.400\n3;987\n"s
                                                  << "12.345"s
                                                  << "12345"s;
    QTest::newRow("the same between commas") << "1,12.345\n2,12.400\n3,987\n"s
                                             << "12.345"s
                                             << "12345"s;
    QTest::newRow("the same between tabs") << "1\t12.345\n2\t12.400\n3\t987\n"s
                                           << "12.345"s
                                           << "12345"s;
    QTest::newRow("commas between tabs") << "1\t2,692\n2\t2,789\n3\t3,001\n"s
                                         << "2692"s
                                         << "2.692"s;
    QTest::newRow("commas in quotes") << "1,\"2,692\"\n2,\"2,789\"\n3,987\n"s
                                      << "2692"s
                                      << "2.692"s;
}

void CsvWrittenTest::aNumberOfTwoReadingsIsNeverGuessedAt()
{
    QFETCH(const std::string, text);
    QFETCH(const std::string, point);
    QFETCH(const std::string, comma);
    const std::string expected =
        "Say --decimal point where it means " + point + ", or --decimal comma where it means " + comma + ".";
    QVERIFY2(told(text).ends_with(expected), told(text).c_str());
    QVERIFY2(told(text).starts_with("lab.csv, line 1, column 2: "), told(text).c_str());
    for (const DecimalMark mark : {DecimalMark::Point, DecimalMark::Comma}) { // what is told works
        ReadOptions options;
        options.format.decimal = mark;
        const DataResult result = parseData(text, kName, options);
        QVERIFY(std::holds_alternative<ReadData>(result));
        const std::vector<double> &y = std::get<Table>(std::get<ReadData>(result).table).rows.y;
        QCOMPARE(plainNumber(y.front()), mark == DecimalMark::Point ? point : comma);
        QCOMPARE(y.size(), std::size_t{3});
    }
}

void CsvWrittenTest::whatHoldsNoNumberIsToldByItsCell_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<std::string>("begin");
    QTest::newRow("currency") << "year,price\n1,$100\n2,$120\n3,$150\n"s
                              << "lab.csv, line 2, column 2: two columns of numbers were expected, but there "
                                 "is \"$100\"."s;
    QTest::newRow("an error of measurement")
        << "x,y\n1,2.0 \xC2\xB1 0.1\n2,3.9 \xC2\xB1 0.1\n3,6 \xC2\xB1 0.1\n"s
        << "lab.csv, line 2, column 2: two columns of numbers were expected, but there is \"2.0 \xC2\xB1 "
           "0.1\"."s;
    QTest::newRow("percent") << "x;y\n1;10 %\n2;20 %\n3;30 %\n"s
                             << "lab.csv, line 2, column 2: two columns of numbers were expected, but there "
                                "is \"10 %\"."s;
    QTest::newRow("units in the first column, and words") << "who,x,y\nAnn,1 s,10\nBob,2 s,20\nCem,3 s,30\n"s
                                                          << "lab.csv, line 2, column 2: "s;
    QTest::newRow("in one row") << "x,y\n1,2\n2,$3\n"s
                                << "lab.csv, line 3, column 2: a number was expected, but there is \"$3\"."s;
    QTest::newRow("nothing parts the cells") << "x\n1\n2\n3\n"s
                                             << "lab.csv, line 2: two columns of numbers were expected"s;
}

void CsvWrittenTest::whatHoldsNoNumberIsToldByItsCell()
{
    QFETCH(const std::string, text);
    QFETCH(const std::string, begin);
    const std::string message = told(text);
    QVERIFY2(message.starts_with(begin), message.c_str());
    const bool isOneColumn = text.find_first_of(",;") == std::string::npos;
    QCOMPARE(message.find("Separate") != std::string::npos, isOneColumn);
}

void CsvWrittenTest::quotesWithinCellsAreCharacters_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("inches") << "x,y,n\n1,4,5.25\" disk\n2,5.5,3.5\" disk\n3,-6,8\"\n"s;
    QTest::newRow("nicknames") << "x;y;n\n1;4;Ann \"Lee\" Ho\n2;5,5;Bob\n3;-6;C \"x\"\n"s;
    QTest::newRow("beside quoted cells")
        << "n,x,y,m\n\"a, b\",1,4,5\" disk\n3\" disk,2,5.5,\"c \"\"d\"\"\"\n4\",\"3\",-6,\"e,\nf\"\n"s;
    QTest::newRow("in one row between others") << "n,x,y\na,1,4\nb\" c,2,5.5\n\"d\",3,-6\n"s;
}

void CsvWrittenTest::quotesWithinCellsAreCharacters()
{
    QFETCH(const std::string, text);
    QVERIFY(tableOf(parseTable(text, kName)).rows == kRows);
}

OVERFIT_TEST(CsvWrittenTest)
#include "csv_written_test.moc"
