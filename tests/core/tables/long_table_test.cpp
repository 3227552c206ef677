// SPDX-License-Identifier: GPL-3.0-or-later
// Tables of so many blocks that these are read ahead by other threads.
#include "core/parallel.h"
#include "core/tables/csv.h"
#include "core/tables/text_blocks.h"

#include "tests/core/tables/read_result.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <string>
#include <utility>
#include <vector>

using namespace overfit;
using namespace std::string_literals;
using Reason = ReadError::Reason;

namespace {

constexpr int kRowCount =
    300000; // of some ten bytes, of which a megabyte is read before the other threads begin
const std::string kName = "long.csv";

/// Rows "i,2i" but for some, from line 1 on.
std::string textOf(
    const std::vector<std::pair<int, std::string>> &others = {}, const std::string &lineEnd = "\n")
{
    std::string text;
    auto other = others.begin();
    for (int line = 1; line <= kRowCount; ++line) {
        if (other != others.end() && other->first == line)
            text += (other++)->second;
        else
            text += std::to_string(line) + ',' + std::to_string(2 * line);
        text += lineEnd;
    }
    return text;
}

/// Whether row i is (i+1, 2i+2), but for those in @p without.
bool isWhole(const Dataset &rows, const std::vector<int> &without)
{
    std::size_t at = 0;
    auto left = without.begin();
    for (int line = 1; line <= kRowCount; ++line) {
        if (left != without.end() && *left == line) {
            ++left;
            continue;
        }
        if (at >= rows.size() || rows.x[at] != line || rows.y[at] != 2 * line)
            return false;
        ++at;
    }
    return at == rows.size();
}

ReadError errorIn(const DataResult &result)
{
    const ReadError *const error = std::get_if<ReadError>(&result);
    return error ? *error : ReadError{Reason::Empty, "no error", 0, 0, {}};
}

} // namespace

class LongTableTest : public QObject
{
    Q_OBJECT

private slots:
    void blocksAreWholeLines_data();
    void blocksAreWholeLines();
    void aLineTooLongIsABlockOfItsOwn();
    void everyRowIsReadWithAnyNumberOfCores_data();
    void everyRowIsReadWithAnyNumberOfCores();
    void rowsThatAreLeftOutKeepTheirPlaces_data() { addCores(); }
    void rowsThatAreLeftOutKeepTheirPlaces();
    void aQuotedCellMayRunOnFromBlockToBlock_data() { addCores(); }
    void aQuotedCellMayRunOnFromBlockToBlock();
    void aDecimalMarkThatComesLateHoldsFromThereOn_data() { addCores(); }
    void aDecimalMarkThatComesLateHoldsFromThereOn();
    void classesAreToldWhereverTheyAppear_data() { addCores(); }
    void classesAreToldWhereverTheyAppear();
    void whatBreaksLateIsToldByItsPlace_data();
    void whatBreaksLateIsToldByItsPlace();

private:
    static void addCores()
    {
        QTest::addColumn<int>("cores");
        for (const int cores : {1, 3})
            QTest::addRow("%d cores", cores) << cores;
    }
};

void LongTableTest::blocksAreWholeLines_data()
{
    QTest::addColumn<std::string>("end");
    QTest::addColumn<int>("piece");
    for (const char *const end : {"\n", "\r\n", "\r"})
        for (const int piece : {999, 1 << 16, 1 << 20})
            QTest::addRow("%zu, %d", std::string(end).size() + (*end == '\r' ? 1 : 0), piece)
                << std::string(end) << piece;
}

void LongTableTest::blocksAreWholeLines()
{
    QFETCH(const std::string, end);
    QFETCH(const int, piece);
    const std::string text = textOf({}, end);
    std::string_view rest = text;
    TextBlocks blocks(
        [&] {
            const std::string_view next = rest.substr(0, static_cast<std::size_t>(piece));
            rest.remove_prefix(next.size());
            return next;
        },
        kLongestLine);
    std::string all;
    while (const std::optional<std::string> block = blocks.next()) {
        QVERIFY(block->ends_with(end));
        QCOMPARE_LE(block->size(), TextBlocks::kBlockBytes + static_cast<std::size_t>(piece));
        all += *block;
    }
    QVERIFY(all == text);
}

void LongTableTest::aLineTooLongIsABlockOfItsOwn()
{
    const std::string piece(1 << 16, '1');
    int given = 0;
    TextBlocks blocks(
        [&]() -> std::string_view { return ++given < 1000 ? piece : std::string_view(); }, kLongestLine);
    const std::optional<std::string> block = blocks.next();
    QVERIFY(block.has_value());
    QCOMPARE_GT(block->size(), kLongestLine);
    QCOMPARE_LE(block->size(), kLongestLine + 2 * piece.size());
}

void LongTableTest::everyRowIsReadWithAnyNumberOfCores_data()
{
    QTest::addColumn<std::string>("end");
    QTest::addColumn<int>("cores");
    for (const int cores : {1, 3}) {
        QTest::addRow("LF, %d cores", cores) << "\n"s << cores;
        QTest::addRow("CRLF, %d cores", cores) << "\r\n"s << cores;
        QTest::addRow("CR, %d cores", cores) << "\r"s << cores;
    }
}

void LongTableTest::everyRowIsReadWithAnyNumberOfCores()
{
    QFETCH(const std::string, end);
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    const ReadResult result = parseTable(textOf({}, end), kName);
    QVERIFY(isWhole(tableOf(result).rows, {}));
}

void LongTableTest::rowsThatAreLeftOutKeepTheirPlaces()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    std::vector<std::pair<int, std::string>> others;
    std::vector<int> lines;
    for (int line = 1000; line < kRowCount; line += 1777) {
        others.emplace_back(line, line % 2 == 0 ? "x,2" : "3,");
        lines.push_back(line);
    }
    const DataResult result = parseData(textOf(others), kName);
    QVERIFY(std::holds_alternative<ReadData>(result));
    const ReadData &data = std::get<ReadData>(result);
    QVERIFY(isWhole(std::get<Table>(data.table).rows, lines));
    QCOMPARE(data.leftOut.count, lines.size());
    QCOMPARE(data.leftOut.first.size(), kMostPlaces);
    for (std::size_t i = 0; i < kMostPlaces; ++i) {
        const bool isWord = lines[i] % 2 == 0;
        const ReadError expected{isWord ? Reason::NotANumber : Reason::MissingCell, kName,
            static_cast<std::size_t>(lines[i]), isWord ? 1U : 2U, isWord ? "x" : ""};
        QVERIFY(data.leftOut.first[i] == expected);
    }
}

void LongTableTest::aQuotedCellMayRunOnFromBlockToBlock()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    std::string remark = "200000,400000,\"a remark\n";
    for (int line = 0; line < 40000; ++line) // beyond the end of its block; each looks like a row
        remark += "5,6\n";
    const DataResult result = parseData(textOf({{200000, remark + '"'}, {250000, "x,1"}}), kName);
    QVERIFY(std::holds_alternative<ReadData>(result));
    const ReadData &data = std::get<ReadData>(result);
    QVERIFY(isWhole(std::get<Table>(data.table).rows, {250000}));
    QCOMPARE(data.leftOut.first.front().line, std::size_t{290001});
}

void LongTableTest::aDecimalMarkThatComesLateHoldsFromThereOn()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    std::string text;
    for (int line = 1; line <= kRowCount; ++line)
        text += std::to_string(line) + ';'
            + (line == 200000        ? "400000,0"s
                    : line == 280000 ? "560000.0"s
                                     : std::to_string(2 * line))
            + '\n';
    const DataResult result = parseData(text, kName);
    QVERIFY(std::holds_alternative<ReadData>(result));
    const ReadData &data = std::get<ReadData>(result);
    QVERIFY(isWhole(std::get<Table>(data.table).rows, {280000}));
    QVERIFY(data.format.decimal == DecimalMark::Comma);
    QCOMPARE(data.leftOut.count, std::size_t{1});
    QVERIFY(
        (data.leftOut.first.front() == ReadError{Reason::OtherDecimalMark, kName, 280000, 2, "560000.0"}));
}

void LongTableTest::classesAreToldWhereverTheyAppear()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    std::string text;
    for (int line = 1; line <= kRowCount;
         ++line) // only wet up to a late block; then each block begins with another
        text += std::to_string(line) + ',' + std::to_string(2 * line) + ','
            + (line > 150000 && line % 3 != 0 ? "dry" : "wet") + '\n';
    const DataResult result = parseData(text, kName, {{"1", "2", "3"}, {}});
    QVERIFY(std::holds_alternative<ReadData>(result));
    const ClassTable &table = std::get<ClassTable>(std::get<ReadData>(result).table);
    QVERIFY((table.classes == std::array<std::string, 2>{"dry", "wet"}));
    QCOMPARE(table.rows.size(), std::size_t{kRowCount});
    for (int line = 1; line <= kRowCount; ++line)
        QCOMPARE(int{table.rows.label[static_cast<std::size_t>(line) - 1]},
            line > 150000 && line % 3 != 0 ? 0 : 1);
}

void LongTableTest::whatBreaksLateIsToldByItsPlace_data()
{
    QTest::addColumn<std::string>("row");
    QTest::addColumn<ReadError>("error");
    QTest::addColumn<int>("cores");
    constexpr std::size_t kLine = 270000;
    for (const int cores : {1, 3}) {
        QTest::addRow("a zero byte, %d cores", cores)
            << "1,\0002"s << ReadError{Reason::NotText, kName, kLine, 0, ""} << cores;
        QTest::addRow("a quote closed in the middle, %d cores", cores)
            << "1,\"2\"3"s << ReadError{Reason::BrokenQuotes, kName, kLine, 2, "2\""} << cores;
        QTest::addRow("a quote never closed, %d cores", cores)
            << "1,2,\"3"s << ReadError{Reason::BrokenQuotes, kName, kLine, 3, ""} << cores;
        QTest::addRow("a line too long, %d cores", cores)
            << std::string(kLongestLine + 1, '1') << ReadError{Reason::LineTooLong, kName, kLine, 0, ""}
            << cores;
    }
}

void LongTableTest::whatBreaksLateIsToldByItsPlace()
{
    QFETCH(const std::string, row);
    QFETCH(const ReadError, error);
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    ReadError found = errorIn(parseData(textOf({{270000, row}}), kName));
    if (error.found.empty())
        found.found.clear(); // of a quote that is never closed, a long text
    QVERIFY(found == error);
}

OVERFIT_TEST(LongTableTest)
#include "long_table_test.moc"
