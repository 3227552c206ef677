// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/row_reader.h"

#include "core/random.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <string>
#include <vector>

using namespace overfit;

namespace {

using Cells = std::vector<std::string>;

Cells cellsOf(const std::string &text, char separator)
{
    RowReader reader;
    reader.setSeparator(separator);
    if (reader.feed(text, 1) != RowReader::State::RowEnded)
        return {"not a row"};
    Cells cells;
    for (std::size_t i = 0; i < reader.size(); ++i)
        cells.emplace_back(reader.cell(i).text);
    return cells;
}

} // namespace

class RowReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void aRowHasItsCells_data();
    void aRowHasItsCells();
    void aRowWithoutQuotesIsCutAsLibcsvCutsIt_data();
    void aRowWithoutQuotesIsCutAsLibcsvCutsIt();
    void rowsOfBothKindsFollowEachOther();
};

void RowReaderTest::aRowHasItsCells_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Cells>("cells");
    const auto row = [](const char *name, const char *text, const Cells &cells) {
        QTest::newRow(name) << std::string(text) << cells;
    };
    row("plain", "1,2", {"1", "2"});
    row("nothing", "", {});
    row("spaces alone", " \t ", {});
    row("a separator alone", ",", {"", ""});
    row("empty cells", ",a,", {"", "a", ""});
    row("spaces around and within", " a b ,\tc\t", {"a b", "c"});
    row("quotes", "\" a\",b", {" a", "b"});
}

void RowReaderTest::aRowHasItsCells()
{
    QFETCH(const std::string, text);
    QFETCH(const Cells, cells);
    QCOMPARE(cellsOf(text, ','), cells);
}

void RowReaderTest::aRowWithoutQuotesIsCutAsLibcsvCutsIt_data()
{
    QTest::addColumn<char>("separator");
    QTest::newRow("comma") << ',';
    QTest::newRow("semicolon") << ';';
    QTest::newRow("tab") << '\t';
}

// A last cell in quotes makes it a matter of libcsv.
void RowReaderTest::aRowWithoutQuotesIsCutAsLibcsvCutsIt()
{
    QFETCH(const char, separator);
    constexpr std::string_view kCharacters = " \t,;a1.#\xC3";
    Random random(1, Stream::TrainingInputs);
    for (int i = 0; i < 20000; ++i) {
        std::string text(static_cast<std::size_t>(random.below(12)), ' ');
        for (char &character : text)
            character = kCharacters[static_cast<std::size_t>(random.below(kCharacters.size()))];
        Cells expected = cellsOf(text + separator + "\"\"", separator);
        expected.pop_back();
        const bool isBlank = expected == Cells{""};
        QCOMPARE(cellsOf(text, separator), isBlank ? Cells() : expected);
    }
}

void RowReaderTest::rowsOfBothKindsFollowEachOther()
{
    RowReader reader;
    QCOMPARE(reader.feed("1,2", 1), RowReader::State::RowEnded);
    QCOMPARE(reader.feed("3,\"a", 2), RowReader::State::InsideQuotes);
    QCOMPARE(reader.feed("b,c", 3), RowReader::State::InsideQuotes);
    QCOMPARE(reader.feed("\",4", 4), RowReader::State::RowEnded);
    QCOMPARE(reader.size(), std::size_t{3});
    QCOMPARE(std::string(reader.cell(1).text), std::string("a\nb,c\n"));
    QCOMPARE(reader.cell(2).line, std::size_t{4});
    QCOMPARE(reader.feed("5", 5), RowReader::State::RowEnded);
    QCOMPARE(reader.size(), std::size_t{1});
    QCOMPARE(reader.line(), std::size_t{5});
}

OVERFIT_TEST(RowReaderTest)
#include "row_reader_test.moc"
