// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/experiment_error_words.h"

#include "core/tables/read_error_words.h"
#include "tests/frame/test_class.h"

#include <QTest>

using namespace overfit;

namespace {

constexpr Audience kAudiences[]{Audience::Window, Audience::CommandLine};

QByteArray said(const Message &message)
{
    return QByteArray::fromStdString(plainText(message));
}

ReadError readError(int reason)
{
    return {static_cast<ReadError::Reason>(reason), "/lab/a%2.csv", 12, 3, "n/a%1", {"mass", "%3"}};
}

ExperimentError experimentError(int reason)
{
    return {static_cast<ExperimentError::Reason>(reason), "/lab/a%2.csv", 0, 0, "model.degree", "31%1",
        {Expectation::Kind::WholeNumber, 0, 30}};
}

/// All that is asked of any of them.
void checkSentences(const Message &message, Audience audience)
{
    const QByteArray text = said(message);
    const QByteArray file = audience == Audience::Window ? "a%2.csv" : "/lab/a%2.csv";
    QVERIFY2(text.startsWith(file), text); // the place
    QVERIFY2(text.size() > file.size() + 40, text);
    QCOMPARE(text.count('\n'), 0);
    QVERIFY2(text.endsWith('.') && !text.contains("..") && !text.contains("  "), text);
    QByteArray rest = text;
    for (const char *const foreign : {"a%2.csv", "n/a%1", "31%1", "%3"})
        rest.replace(foreign, "");
    QVERIFY2(!rest.contains('%'), text); // nothing is left to be filled in
    QCOMPARE(message.arguments.size(), std::size_t{2}); // the problem, and what to do
    for (const MessageArgument &sentence : message.arguments)
        QVERIFY2(said(std::get<Message>(sentence.value)).endsWith('.'), text);
}

void addReasons(int last)
{
    QTest::addColumn<int>("reason");
    for (int reason = 0; reason <= last; ++reason)
        QTest::addRow("reason %d", reason) << reason;
}

} // namespace

class ErrorWordsTest : public QObject
{
    Q_OBJECT

private slots:
    void ofTablesEveryReasonHasItsWords_data() { addReasons(static_cast<int>(ReadError::Reason::Changed)); }
    void ofTablesEveryReasonHasItsWords();
    void ofExperimentsEveryReasonHasItsWords_data()
    {
        addReasons(static_cast<int>(ExperimentError::Reason::AllInputsEqual));
    }
    void ofExperimentsEveryReasonHasItsWords();
    void whoHasControlsIsToldOfNoOption_data() { addReasons(static_cast<int>(ReadError::Reason::Changed)); }
    void whoHasControlsIsToldOfNoOption();
    void placesAreNamedAsFarAsTheyAreKnown();
    void whatWasFoundIsQuoted();
    void whatWasExpectedIsToldInWords_data();
    void whatWasExpectedIsToldInWords();
    void aMemberThatIsSaidTwiceIsNamed();
    void rowsLeftOutHaveAShortReason_data();
    void rowsLeftOutHaveAShortReason();
};

void ErrorWordsTest::ofTablesEveryReasonHasItsWords()
{
    QFETCH(int, reason);
    for (const Audience audience : kAudiences) {
        checkSentences(errorMessage(readError(reason), audience), audience);
        if (QTest::currentTestFailed())
            return;
    }
}

void ErrorWordsTest::ofExperimentsEveryReasonHasItsWords()
{
    QFETCH(int, reason);
    for (const Audience audience : kAudiences) {
        checkSentences(errorMessage(experimentError(reason), audience), audience);
        if (QTest::currentTestFailed())
            return;
    }
}

void ErrorWordsTest::whoHasControlsIsToldOfNoOption()
{
    QFETCH(int, reason);
    const QByteArray text = said(errorMessage(readError(reason), Audience::Window));
    QVERIFY2(!text.contains("--") && !text.contains("standard input"), text);
}

void ErrorWordsTest::placesAreNamedAsFarAsTheyAreKnown()
{
    const auto text = [](std::size_t line, std::size_t column) {
        return said(errorMessage(
            ReadError{ReadError::Reason::TooFewRows, "lab.csv", line, column, {}}, Audience::Window));
    };
    QVERIFY(text(0, 0).startsWith("lab.csv has"));
    QVERIFY(text(12, 0).startsWith("lab.csv, line 12 has"));
    QVERIFY(text(0, 3).startsWith("lab.csv, column 3 has"));
    QVERIFY(text(12, 3).startsWith("lab.csv, line 12, column 3 has"));
    ExperimentError error{ExperimentError::Reason::NotJson, "a.overfit", 1, 2};
    QVERIFY(said(errorMessage(error, Audience::Window)).startsWith("a.overfit, line 1, column 2: "));
    error = {ExperimentError::Reason::MissingMember, "a.overfit", 0, 0, "data.kind"};
    QVERIFY(said(errorMessage(error, Audience::CommandLine)).startsWith("a.overfit, data.kind is missing"));
}

void ErrorWordsTest::whatWasFoundIsQuoted()
{
    const ReadError error{ReadError::Reason::NotANumber, "lab.csv", 12, 3, "n/a"};
    QCOMPARE(said(errorMessage(error, Audience::CommandLine)),
        QByteArray("lab.csv, line 12, column 3: a number was expected, but there is \"n/a\". Write a "
                   "number alone, without units or other signs, or remove the row."));
}

void ErrorWordsTest::whatWasExpectedIsToldInWords_data()
{
    using Kind = Expectation::Kind;
    QTest::addColumn<Expectation>("expected");
    QTest::addColumn<QByteArray>("words");
    QTest::newRow("members") << Expectation{Kind::Object} << QByteArray("members in braces");
    QTest::newRow("a text") << Expectation{Kind::Text} << QByteArray("a text");
    QTest::newRow("a flag") << Expectation{Kind::Flag} << QByteArray("true or false");
    QTest::newRow("a whole number") << Expectation{Kind::WholeNumber, 0, 30}
                                    << QByteArray("a whole number from 0 to 30");
    QTest::newRow("a number") << Expectation{Kind::Number, -0.5, 1.25}
                              << QByteArray("a number from -0.5 to 1.25");
    QTest::newRow("numbers") << Expectation{Kind::Numbers} << QByteArray("a list of numbers");
    QTest::newRow("a formula") << Expectation{Kind::Formula} << QByteArray("a formula of x");
    QTest::newRow("a choice") << Expectation{Kind::Choice, 0, 0, {"line", "sine"}}
                              << QByteArray("one of line, sine");
}

void ErrorWordsTest::whatWasExpectedIsToldInWords()
{
    QFETCH(const Expectation, expected);
    QFETCH(QByteArray, words);
    ExperimentError error = experimentError(static_cast<int>(ExperimentError::Reason::WrongValue));
    error.expected = expected;
    const QByteArray text = said(errorMessage(error, Audience::CommandLine));
    QVERIFY2(text.startsWith("/lab/a%2.csv, model.degree: " + words), text);
    QVERIFY2(text.contains(" was expected, not 31%1."), text);
}

void ErrorWordsTest::aMemberThatIsSaidTwiceIsNamed()
{
    ExperimentError error = experimentError(static_cast<int>(ExperimentError::Reason::NotJson));
    QVERIFY(said(errorMessage(error, Audience::Window)).contains("\"model.degree\" is said twice"));
    error.member.clear();
    QVERIFY(!said(errorMessage(error, Audience::Window)).contains("twice"));
}

void ErrorWordsTest::rowsLeftOutHaveAShortReason_data()
{
    using Reason = ReadError::Reason;
    QTest::addColumn<int>("reason");
    QTest::addColumn<QByteArray>("text");
    const auto row = [](const char *name, Reason reason, const char *text) {
        QTest::newRow(name) << static_cast<int>(reason) << QByteArray(text);
    };
    row("nothing", Reason::MissingCell, "nothing there");
    row("a word", Reason::NotANumber, "\"n/a%1\" is not a number");
    row("another mark", Reason::OtherDecimalMark, "\"n/a%1\" has another decimal mark");
    row("two readings", Reason::UnclearNumber, "\"n/a%1\" can be read in two ways");
    row("separators", Reason::GroupedDigits, "\"n/a%1\" has thousands separators");
    row("more cells", Reason::MoreCellsThanNames, "\"n/a%1\" has more numbers than there are names");
}

void ErrorWordsTest::rowsLeftOutHaveAShortReason()
{
    QFETCH(int, reason);
    QFETCH(QByteArray, text);
    QCOMPARE(said(leftOutReason(readError(reason))), text);
}

OVERFIT_TEST(ErrorWordsTest)
#include "error_words_test.moc"
