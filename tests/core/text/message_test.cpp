// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/message.h"

#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;

class MessageTest : public QObject
{
    Q_OBJECT

private slots:
    void argumentsTakeTheirPlaces_data();
    void argumentsTakeTheirPlaces();
    void aListOfVeryManyIsCutShort();
    void theCommandLineHasItsOwnWordsWhereItNeedsThem();
    void aFileHasItsFoldersOnTheCommandLineOnly();
    void anotherLanguageAndCountryAreAskedForAllOfIt();
};

void MessageTest::argumentsTakeTheirPlaces_data()
{
    QTest::addColumn<Message>("message");
    QTest::addColumn<std::string>("text");
    const std::size_t twelve = 12;
    const Message place{"%1, line %2", {{"lab.csv"}, {twelve}}, {}};
    QTest::newRow("none") << Message{"100 % sure", {}, {}} << std::string("100 % sure");
    QTest::newRow("in another order")
        << Message{"%2 before %1", {{"a"}, {"b"}}, {}} << std::string("b before a");
    QTest::newRow("twice") << Message{"%1 and %1", {{"a"}}, {}} << std::string("a and a");
    QTest::newRow("a message in a message")
        << Message{"%1: “%2”", {{place}, {"n/a"}}, {}} << std::string("lab.csv, line 12: \"n/a\"");
    QTest::newRow("numbers") << Message{"%1 to %2", {{0.5}, {twelve}}, {}} << std::string("0.5 to 12");
    QTest::newRow("one that looks like a place")
        << Message{"%1: %2", {{"a%2.csv"}, {"b%1%Ln(s)“"}}, {}} << std::string("a%2.csv: b%1%Ln(s)“");
    QTest::newRow("one") << Message{"%Ln row(s) of %1", {{"a%Ln"}}, 1} << std::string("1 row of a%Ln");
    QTest::newRow("none of them") << Message{"%Ln row(s)", {}, 0} << std::string("0 rows");
    QTest::newRow("many") << Message{"%Ln row(s)", {}, 2000} << std::string("2000 rows");
}

void MessageTest::argumentsTakeTheirPlaces()
{
    QFETCH(const Message, message);
    QFETCH(const std::string, text);
    QCOMPARE(plainText(message), text);
}

void MessageTest::aListOfVeryManyIsCutShort()
{
    QCOMPARE(plainText(listMessage({})), std::string());
    QCOMPARE(plainText(listMessage({"a"})), std::string("a"));
    QCOMPARE(plainText(listMessage({"a", "%1", "c"})), std::string("a, %1, c"));
    const std::string some = plainText(listMessage(std::vector<std::string>(20, "x")));
    QVERIFY(QByteArray::fromStdString(some).endsWith("x, x"));
    const std::string many = plainText(listMessage(std::vector<std::string>(1000, "x")));
    QCOMPARE(many, some + " and 980 more");
}

void MessageTest::theCommandLineHasItsOwnWordsWhereItNeedsThem()
{
    const ProblemWords words{{"%1 is a folder.", "Choose a file in it."}, {nullptr, "Name a file in it."}};
    QCOMPARE(plainText(problemMessage(words, Audience::Window, {{"lab"}})),
        std::string("lab is a folder. Choose a file in it."));
    QCOMPARE(plainText(problemMessage(words, Audience::CommandLine, {{"lab"}})),
        std::string("lab is a folder. Name a file in it."));
}

void MessageTest::aFileHasItsFoldersOnTheCommandLineOnly()
{
    QCOMPARE(shownFile("/home/zoë/grüße.csv", Audience::Window), std::string("grüße.csv"));
    QCOMPARE(shownFile("/home/zoë/grüße.csv", Audience::CommandLine), std::string("/home/zoë/grüße.csv"));
    QCOMPARE(shownFile("Pasted cells", Audience::Window), std::string("Pasted cells"));
}

void MessageTest::anotherLanguageAndCountryAreAskedForAllOfIt()
{
    const auto sentence = [](const char *text, std::optional<std::size_t> count) {
        return (count ? "<" + std::to_string(*count) + ">" : std::string()) + "[" + text + "]";
    };
    const Language language{
        sentence, [](double) { return std::string("0,5"); }, [](std::size_t) { return std::string("XII"); }};
    const Message inner{"%1 and %2", {{0.5}, {std::size_t{12}}}, {}};
    QCOMPARE(textOf({"rows: %1", {{inner}}, 3}, language), std::string("<3>[rows: [0,5 and XII]]"));
}

OVERFIT_TEST(MessageTest)
#include "message_test.moc"
