// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tables/text_decoder.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <string>

using namespace overfit;
using namespace std::string_literals;

namespace {

/// The whole text, which comes in pieces of @p step bytes.
std::string decoded(std::string_view text, std::size_t step)
{
    TextDecoder decoder([&] {
        const std::string_view piece = text.substr(0, step);
        text.remove_prefix(piece.size());
        return piece;
    });
    std::string result;
    for (std::string_view piece = decoder.next(); !piece.empty(); piece = decoder.next())
        result += piece;
    return result;
}

} // namespace

class TextDecoderTest : public QObject
{
    Q_OBJECT

private slots:
    void textIsTheSameHoweverItIsWritten_data();
    void textIsTheSameHoweverItIsWritten();
    void longTextsAreDecodedToTheirEnd();
};

// The bytes are Python's: '…'.encode('utf-16-le') and so on.
void TextDecoderTest::textIsTheSameHoweverItIsWritten_data()
{
    QTest::addColumn<std::string>("bytes");
    QTest::addColumn<std::string>("text");
    QTest::newRow("nothing") << ""s
                             << ""s;
    QTest::newRow("a UTF-8 mark alone") << "\xEF\xBB\xBF"s
                                        << ""s;
    QTest::newRow("half a UTF-8 mark") << "\xEF\xBB"s
                                       << "\xEF\xBB"s;
    QTest::newRow("UTF-8") << "a\xC3\xA9"s
                           << "a\xC3\xA9"s;
    QTest::newRow("a mark within") << "a\xEF\xBB\xBF"s
                                   << "a\xEF\xBB\xBF"s;
    QTest::newRow("UTF-16 mark alone") << "\xFF\xFE"s
                                       << ""s;
    QTest::newRow("two, three and four bytes") << "\xFF\xFE\xE9\x00\xAC\x20\x3D\xD8\x00\xDE"s
                                               << "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"s;
    QTest::newRow("the same, greatest byte first") << "\xFE\xFF\x00\xE9\x20\xAC\xD8\x3D\xDE\x00"s
                                                   << "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"s;
    QTest::newRow("no mark") << "1\0,\0002\0"s
                             << "1,2"s;
    QTest::newRow("no mark, greatest byte first") << "\0001\0,\0002"s
                                                  << "1,2"s;
    QTest::newRow("half a pair, then a letter") << "\xFF\xFE\x3D\xD8\x61\x00"s
                                                << "\xEF\xBF\xBD"
                                                   "a"s;
    QTest::newRow("the wrong half") << "\xFF\xFE\x00\xDE\x61\x00"s
                                    << "\xEF\xBF\xBD"
                                       "a"s;
    QTest::newRow("half a pair at the end") << "\xFF\xFE\x61\x00\x3D\xD8"s
                                            << "a\xEF\xBF\xBD"s;
    QTest::newRow("half a character at the end") << "\xFF\xFE\x61\x00\x62"s
                                                 << "a\xEF\xBF\xBD"s;
    QTest::newRow("zero bytes of a picture") << "P\0\0\0\r"s
                                             << "P\0\0\0\r"s;
}

void TextDecoderTest::textIsTheSameHoweverItIsWritten()
{
    QFETCH(const std::string, bytes);
    QFETCH(const std::string, text);
    for (std::size_t step = 1; step <= bytes.size() + 1; ++step)
        QCOMPARE(QByteArray::fromStdString(decoded(bytes, step)), QByteArray::fromStdString(text));
}

void TextDecoderTest::longTextsAreDecodedToTheirEnd()
{
    std::string bytes = "\xFF\xFE";
    std::string text;
    for (int i = 0; i < 3000; ++i) {
        bytes += "\x3D\xD8\x00\xDE\x61\x00"s;
        text += "\xF0\x9F\x98\x80"
                "a";
    }
    for (const std::size_t step : {1U, 511U, 512U, 513U, 100000U})
        QVERIFY(decoded(bytes, step) == text);
}

OVERFIT_TEST(TextDecoderTest)
#include "text_decoder_test.moc"
