// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/table_preview.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <string>

using namespace overfit;
using namespace std::string_literals;

namespace {

const std::string kName = "lab.csv";

TablePreview previewed(const std::string &text, const FormatChoice &choice = {})
{
    const PreviewResult result = previewText(text, kName, choice);
    const TablePreview *const preview = std::get_if<TablePreview>(&result);
    return preview ? *preview : TablePreview();
}

const std::string kPlants = "name,length (cm),width,kind,leaf\n"
                            "a,1.5,1,wet,x\nb,2,2,dry,\nc,3,?,wet,x\nd,4,4,dry,\ne,5,5,dry,y\nf,6,6,wet,z\n";

} // namespace

class TablePreviewTest : public QObject
{
    Q_OBJECT

private slots:
    void columnsAreDescribed();
    void theFirstRowsAreThereToBeShown();
    void emptyCellsCostNothing_data();
    void emptyCellsCostNothing();
    void columnsAreSuggested_data();
    void columnsAreSuggested();
    void aReaderThatIsToldNothingTakesTheFirstColumn();
    void usableRowsAreThoseThatAReaderUses_data();
    void usableRowsAreThoseThatAReaderUses();
    void onlyTwoClearColumnsAreBeyondDoubt_data();
    void onlyTwoClearColumnsAreBeyondDoubt();
    void theFormatCanBeSaid();
    void onlyTheBeginningOfAFileIsRead();
    void aFileThatHoldsNothingIsAnError_data();
    void aFileThatHoldsNothingIsAnError();
    void whatBreaksBeforeTheFirstRowIsToldAsByAReader_data();
    void whatBreaksBeforeTheFirstRowIsToldAsByAReader();
    void aFileThatNeverShowsARowIsNotReadToItsEnd();
};

void TablePreviewTest::columnsAreDescribed()
{
    const TableHead head = previewed(kPlants + ",,,,\n").head;
    QCOMPARE(head.rows, std::size_t{6});
    QCOMPARE(head.columns.size(), std::size_t{5});
    QCOMPARE(head.columns[1].name.unit, "cm"s);
    const std::vector<ColumnKind> kinds{ColumnKind::Text, ColumnKind::Numbers, ColumnKind::Numbers,
        ColumnKind::FewWords, ColumnKind::FewWords};
    for (std::size_t i = 0; i < kinds.size(); ++i)
        QCOMPARE(kindOf(head.columns[i]), kinds[i]);
    QCOMPARE(head.columns[4].filled(), std::size_t{4});
    QVERIFY(head.columns[3].distinct == (std::vector<std::string>{"wet", "dry"}));
    QVERIFY(head.format.hasHeader);
    QCOMPARE(kindOf(previewed("x,y,z\n1,2,\n2,3,\n").head.columns[2]), ColumnKind::Empty);
}

void TablePreviewTest::theFirstRowsAreThereToBeShown()
{
    const TableHead head = previewed("x,y\n1, 2\n\n# c\n\"a\nb\"\n" + repeated("3,4\n", 100)).head;
    QCOMPARE(head.texts.size(), kMostTexts);
    QVERIFY(head.texts[0] == (std::vector<std::string>{"1", "2"}));
    QVERIFY(head.texts[1] == (std::vector<std::string>{"a\nb"}));
    const TableHead wide = previewed(repeated(repeated("1,", 9999) + "1\n", 3)).head;
    QCOMPARE(wide.columns.size(), std::size_t{10000});
    QCOMPARE(wide.texts[0].size(), kMostTextColumns);
}

void TablePreviewTest::emptyCellsCostNothing_data()
{
    QTest::addColumn<std::string>("text");
    const std::string wide = "1" + repeated(",", 100000) + "\n";
    const std::string narrow = repeated("1\n", 999);
    QTest::newRow("a wide row first") << wide + narrow;
    QTest::newRow("a wide row last") << narrow + wide;
    QTest::newRow("wide rows first and last") << wide + repeated("1\n", 998) + wide;
    QTest::newRow("a wide row between") << narrow.substr(0, 998) + wide + narrow.substr(998);
}

void TablePreviewTest::emptyCellsCostNothing()
{
    QFETCH(const std::string, text);
    const TableHead head = previewed(text).head;
    QCOMPARE(head.rows, std::size_t{1000});
    QCOMPARE(head.columns.size(), std::size_t{100001});
    std::size_t cells = 0;
    for (const ColumnHead &column : head.columns)
        cells += column.cells.size();
    QCOMPARE(cells, std::size_t{1000});
    QVERIFY(head.columns.front().shapeAt(999) == CellShape::Whole);
    QVERIFY(head.columns.back().shapeAt(999) == CellShape::Empty);
}

void TablePreviewTest::columnsAreSuggested_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ColumnPick>("pick");
    const auto curve = [](std::size_t x, std::size_t y) { return ColumnPick{Problem::Curve, x, y, {}}; };
    const auto classes = [](std::size_t x, std::size_t y, std::size_t label) {
        return ColumnPick{Problem::Classes, x, y, label};
    };
    QTest::newRow("two columns") << "1,2\n2,3\n3,4\n"s << curve(0, 1);
    QTest::newRow("words first") << "who,x,y\na,1,2\nb,2,3\nc,3,4\n"s << curve(1, 2);
    QTest::newRow("two inputs and two words") << kPlants << classes(1, 2, 3);
    QTest::newRow("a class of numbers") << "1,2,0\n2,3,1\n3,4,0\n4,5,1\n5,6,1\n6,7,0\n"s << classes(0, 1, 2);
    QTest::newRow("two values of y are no class") << "1,0\n2,1\n3,0\n4,1\n5,1\n6,0\n"s << curve(0, 1);
    QTest::newRow("rows counted from 1")
        << "Messung;Zeit (s);Weg (m)\n1;0,00;0,03\n2;0,25;0,95\n3;0,50;2,1\n"s << curve(1, 2);
    QTest::newRow("rows counted from 0") << ",x,y\n0,4,2\n1,5,3\n2,9,4\n"s << curve(1, 2);
    QTest::newRow("rows counted before classes")
        << "n,x,y,kind\n1,4,2,a\n2,5,3,b\n3,9,4,a\n4,1,5,b\n5,2,3,a\n6,0,1,b\n"s << classes(1, 2, 3);
    QTest::newRow("rows counted and one more column") << "1,4\n2,5\n3,9\n"s << curve(0, 1);
    QTest::newRow("counted by two") << "2,4,2\n4,5,3\n6,9,4\n"s << curve(0, 1);
    QTest::newRow("counted with a gap") << "1,4,2\n2,5,3\n4,9,4\n"s << curve(0, 1);
    QTest::newRow("counted with a unit") << "t (s),x,y\n1,4,2\n2,5,3\n3,9,4\n"s << curve(0, 1);
    QTest::newRow("names of rows") << "x,y\n\"1\",4,2\n\"2\",5,3\n\"3\",9,4\n"s << curve(1, 2);
    QTest::newRow("a sparse column first") << "Points,8,t,y\n,,0.1,1\n,,0.2,2\n,,0.4,2.5\n"s << curve(2, 3);
    QTest::newRow("classes of decimal numbers")
        << "1,2,0.0\n2,3,1.0\n3,4,0.0\n4,5,1.0\n5,6,1.0\n6,7,0.0\n"s << classes(0, 1, 2);
    QTest::newRow("classes below zero")
        << "1;2;-1,0\n2;3;1,0\n3;4;-1,0\n4;5;1,0\n5;6;1,0\n6;7;1,0\n"s << classes(0, 1, 2);
    QTest::newRow("two values that are no classes")
        << "1,2,0.5\n2,3,1.5\n3,4,0.5\n4,5,1.5\n5,6,1.5\n6,7,0.5\n"s << curve(1, 2);
    QTest::newRow("remarks in some rows") << "1,2,ok\n2,3,ok\n3,4,late\n4,5,\n5,6,ok\n6,7,\n"s << curve(0, 1);
    QTest::newRow("one column") << "x\n1\n2\n"s << ColumnPick{Problem::Curve, 0, {}, {}};
    QTest::newRow("none") << "x,y\na,b\n"s << ColumnPick();
}

void TablePreviewTest::columnsAreSuggested()
{
    QFETCH(const std::string, text);
    QFETCH(const ColumnPick, pick);
    const ColumnPick suggestion = previewed(text).suggestion;
    QVERIFY(suggestion == pick);
}

void TablePreviewTest::aReaderThatIsToldNothingTakesTheFirstColumn()
{
    const ReadResult result = parseTable("n,x,y\n1,4,2\n2,5,3\n3,9,4\n", kName);
    QCOMPARE(tableOf(result).x.name, "n"s);
    QCOMPARE(tableOf(result).y.name, "x"s);
}

void TablePreviewTest::usableRowsAreThoseThatAReaderUses_data()
{
    QTest::addColumn<std::string>("text");
    QTest::newRow("gaps") << "x,y\n1,2\n2,\n3,4\n,1\n5,6\n"s;
    QTest::newRow("classes") << kPlants;
    QTest::newRow("both marks") << "1,5;2,5\n2,5;3.5\n3,5;4,5\n4,5;1.234,5\n5,5;6\n"s;
    QTest::newRow("groups") << "1\t1,234\n2\t2,5\n3\t3.5\n4\t1,234,567\n5\t4,5\n6\t5,5\n"s;
    QTest::newRow("not finite") << "1,2\nnan,3\n2,1e999\n3,4\n4,1e100\n5,6\n"s;
    QTest::newRow("short rows") << "1,2\n2\n3,4\n4,5,6\n"s;
}

void TablePreviewTest::usableRowsAreThoseThatAReaderUses()
{
    QFETCH(const std::string, text);
    const TablePreview preview = previewed(text);
    const DataResult result = parseData(text, kName, readOptions(preview.head, preview.suggestion));
    QVERIFY(std::holds_alternative<ReadData>(result));
    const ReadData &data = std::get<ReadData>(result);
    const std::size_t rows = std::visit([](const auto &table) { return table.rows.size(); }, data.table);
    QCOMPARE(usableRows(preview.head, preview.suggestion), rows);
    QCOMPARE(preview.head.rows - rows, data.leftOut.count);
    QCOMPARE(usableRows(preview.head, {Problem::Curve, 0, 0, {}}), std::size_t{0});
    QCOMPARE(usableRows(preview.head, {Problem::Classes, 0, 1, {}}), std::size_t{0});
}

void TablePreviewTest::onlyTwoClearColumnsAreBeyondDoubt_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<bool>("isClear");
    QTest::newRow("two columns") << "x,y\n1,2\n2,3\n3,4\n"s << true;
    QTest::newRow("and names") << "who,x,y\na,1,2\nb,2,3\nc,3,4\n"s << true;
    QTest::newRow("decimal commas") << "1,5;2\n2;3\n3;4\n"s << true;
    QTest::newRow("a separator at each end") << "x,y\n1,2,\n2,3,\n3,4,\n"s << true;
    QTest::newRow("a title in place of names") << "Fall, Gruppe 3, 2024\n1,5;2\n2,5;3\n3,5;4\n"s << false;
    QTest::newRow("names of rows") << "x,y\n\"1\",4,2\n\"2\",5,3\n\"3\",9,4\n"s << true;
    QTest::newRow("a name is missing") << "x\ty\n1.5\t4\t2\n2.5\t5\t3\n4.5\t9\t4\n"s << false;
    QTest::newRow("a point or a group") << "1;1.234\n2;2.345\n3;987\n"s << false;
    QTest::newRow("three columns") << "1,2,3\n2,3,4\n3,4,5\n"s << false;
    QTest::newRow("a gap") << "1,2\n2,\n3,4\n4,5\n"s << false;
    QTest::newRow("two readings") << "1\t1,234\n2\t2,345\n3\t3,456\n"s << false;
    QTest::newRow("classes") << kPlants << false;
}

void TablePreviewTest::onlyTwoClearColumnsAreBeyondDoubt()
{
    QFETCH(const std::string, text);
    QFETCH(const bool, isClear);
    QCOMPARE(isBeyondDoubt(previewed(text)), isClear);
}

void TablePreviewTest::theFormatCanBeSaid()
{
    const std::string text = "1,5;2,5\n2,5;3,5\n";
    const TableHead head = previewed(text, {',', DecimalMark::Point, true}).head;
    QCOMPARE(head.format.separator, ',');
    QVERIFY(head.format.decimal == DecimalMark::Point);
    QCOMPARE(head.header.size(), std::size_t{3});
    QCOMPARE(head.rows, std::size_t{1});
}

void TablePreviewTest::onlyTheBeginningOfAFileIsRead()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("large.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("1,2\n").repeated(1 << 20));
    file.close();
    const PreviewResult result = previewTable(file.fileName().toStdU16String());
    QVERIFY(std::holds_alternative<TablePreview>(result));
    const TableHead &head = std::get<TablePreview>(result).head;
    QCOMPARE(head.rows, kMostHeadRows);
    QCOMPARE(head.bytes, 4 * kMostHeadRows);
}

void TablePreviewTest::aFileThatHoldsNothingIsAnError_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ReadError::Reason>("reason");
    QTest::newRow("empty") << ""s << ReadError::Reason::Empty;
    QTest::newRow("a header only") << "x,y\n"s << ReadError::Reason::Empty;
    QTest::newRow("a picture") << "\x89PNG\r\n\x1a\n\0\0\0\rIHDR"s << ReadError::Reason::NotText;
}

void TablePreviewTest::aFileThatHoldsNothingIsAnError()
{
    QFETCH(const std::string, text);
    QFETCH(const ReadError::Reason, reason);
    const PreviewResult result = previewText(text, kName);
    QVERIFY(std::holds_alternative<ReadError>(result));
    QCOMPARE(std::get<ReadError>(result).reason, reason);
}

void TablePreviewTest::whatBreaksBeforeTheFirstRowIsToldAsByAReader_data()
{
    using Reason = ReadError::Reason;
    QTest::addColumn<std::string>("text");
    QTest::addColumn<ReadError>("error");
    const auto error = [](Reason reason, std::size_t line, std::size_t column, const std::string &found) {
        return ReadError{reason, kName, line, column, found};
    };
    QTest::newRow("a line without end") << std::string(3 << 20, '1') << error(Reason::LineTooLong, 1, 0, "");
    QTest::newRow("a row without end")
        << "x,y\n" + std::string(3 << 20, '1') << error(Reason::LineTooLong, 2, 0, "");
    QTest::newRow("a quote never closed in the header")
        << "\"x,y\n1,2\n"s << error(Reason::BrokenQuotes, 1, 1, "x,y 1,2 ");
    QTest::newRow("a quote never closed in the first row")
        << "x,y\n1,\"2\n2,3\n"s << error(Reason::BrokenQuotes, 2, 2, "2 2,3 ");
    QTest::newRow("a quote closed in the middle of the first row")
        << "x,y\n1,\"2\"3\n2,3\n"s << error(Reason::BrokenQuotes, 2, 2, "2\"");
    QTest::newRow("a quote that swallows a large file")
        << "\"" + repeated("1,2\n", 1 << 20)
        << error(Reason::BrokenQuotes, 1, 1, "1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2 1,2\xE2\x80\xA6");
}

void TablePreviewTest::whatBreaksBeforeTheFirstRowIsToldAsByAReader()
{
    QFETCH(const std::string, text);
    QFETCH(const ReadError, error);
    const PreviewResult result = previewText(text, kName);
    QVERIFY(std::holds_alternative<ReadError>(result));
    QVERIFY(std::get<ReadError>(result) == error);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lab.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text.data(), static_cast<qint64>(text.size()));
    file.close();
    const PreviewResult ofFile = previewTable(file.fileName().toStdU16String());
    QVERIFY(std::holds_alternative<ReadError>(ofFile));
    QCOMPARE(std::get<ReadError>(ofFile).reason, error.reason);
    QCOMPARE(std::get<ReadError>(ofFile).line, error.line);
    QCOMPARE(std::get<ReadError>(ofFile).file, file.fileName().toStdString());
}

void TablePreviewTest::aFileThatNeverShowsARowIsNotReadToItsEnd()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("blank.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(5 << 20, '\n') + "1,2\n2,3\n3,4\n");
    file.close();
    const PreviewResult result = previewTable(file.fileName().toStdU16String());
    QVERIFY(std::holds_alternative<ReadError>(result));
    QCOMPARE(std::get<ReadError>(result).reason, ReadError::Reason::Empty);
}

OVERFIT_TEST(TablePreviewTest)
#include "table_preview_test.moc"
