// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/line_reader.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <string>
#include <utility>
#include <vector>

using namespace overfit;
using namespace std::string_literals;

namespace {

constexpr std::size_t kLongest = 5;

/// All lines of a text that comes in pieces of @p step bytes; a fault shows as "too long" or "zero byte".
std::vector<std::string> linesOf(std::string_view text, std::size_t step)
{
    const auto nextPiece = [&] {
        const std::string_view piece = text.substr(0, step);
        text.remove_prefix(piece.size());
        return piece;
    };
    LineReader reader(nextPiece, kLongest);
    std::vector<std::string> lines;
    while (const std::optional<Line> line = reader.next()) {
        if (line->fault == Line::Fault::None)
            lines.emplace_back(line->text);
        else
            lines.emplace_back(line->fault == Line::Fault::TooLong ? "too long" : "zero byte");
    }
    return lines;
}

} // namespace

class LineReaderTest : public QObject
{
    Q_OBJECT

private slots:
    void linesAreTheSameHoweverTheTextArrives_data();
    void linesAreTheSameHoweverTheTextArrives();
    void linesAreCountedFromOne();
};

void LineReaderTest::linesAreTheSameHoweverTheTextArrives_data()
{
    using Lines = std::vector<std::string>;
    QTest::addColumn<std::string>("text");
    QTest::addColumn<Lines>("lines");
    QTest::newRow("nothing") << ""s << Lines{};
    QTest::newRow("no end") << "ab"s << Lines{"ab"};
    QTest::newRow("LF") << "ab\ncd\n"s << Lines{"ab", "cd"};
    QTest::newRow("CRLF") << "ab\r\ncd\r\n"s << Lines{"ab", "cd"};
    QTest::newRow("CR") << "ab\rcd\r"s << Lines{"ab", "cd"};
    QTest::newRow("all of them") << "a\r\nb\nc\rd"s << Lines{"a", "b", "c", "d"};
    QTest::newRow("blank lines") << "\n\na\n\nb"s << Lines{"", "", "a", "", "b"};
    QTest::newRow("blank lines with CRLF") << "\r\n\r\na\r\n\r\n"s << Lines{"", "", "a", ""};
    QTest::newRow("LF CR is two ends") << "a\n\rb"s << Lines{"a", "", "b"};
    QTest::newRow("the longest line") << "12345\n12345"s << Lines{"12345", "12345"};
    QTest::newRow("a line too long") << "12\n123456\n12"s << Lines{"12", "too long"};
    QTest::newRow("a last line too long") << "12\n123456789"s << Lines{"12", "too long"};
    QTest::newRow("a zero byte") << "12\n1\0002\n12"s << Lines{"12", "zero byte"};
    QTest::newRow("a zero byte at the start") << "\0ab"s << Lines{"zero byte"};
}

void LineReaderTest::linesAreTheSameHoweverTheTextArrives()
{
    QFETCH(const std::string, text);
    QFETCH(const std::vector<std::string>, lines);
    for (std::size_t step = 1; step <= text.size() + 1; ++step)
        QCOMPARE(linesOf(text, step), lines);
}

void LineReaderTest::linesAreCountedFromOne()
{
    std::string_view text = "a\n\r\nb";
    LineReader reader([&text] { return std::exchange(text, std::string_view()); }, kLongest);
    for (std::size_t number = 1; number <= 3; ++number)
        QCOMPARE(reader.next().value_or(Line()).number, number);
    QVERIFY(!reader.next());
    QVERIFY(!reader.next());
}

OVERFIT_TEST(LineReaderTest)
#include "line_reader_test.moc"
