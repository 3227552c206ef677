// SPDX-License-Identifier: GPL-3.0-or-later

// What the program says of itself, and of what it can't do.

#include "tests/app/cli/cli_program.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace overfit::test;

namespace {

void row(const char *line, const char *said)
{
    QTest::newRow(line) << QString::fromUtf8(line) << QByteArray(said);
}

void addWrongFitsOfFiles()
{
    row("fit - --degree", "--degree has no value. Write --degree D.");
    row("fit - --degree=", "--degree has no value. Write --degree D.");
    row("fit - --degree three", "--degree three: expected a whole number from 0 to 30");
    row("fit - --degree 3.5", "--degree 3.5: expected a whole number");
    row("fit - --degree -1", "--degree -1: expected a whole number from 0 to 30");
    row("fit - --degree 31", "from 0 to 30");
    row("fit - --degree 99999999999999999999", "from 0 to 30");
    row("fit - --degree 3 --degree 4", "--degree is there more than once: with 3, 4. Give it one value.");
    row("fit - --degree 3 --bogus",
        "--bogus was not expected. There may be one file, and options with a value");
    row("fit - --degree 3 other.csv", "other.csv was not expected. There may be one file");
    row("fit - a --degree 3 b --bogus 4", "fit: a, b, --bogus, 4 were not expected.");
    row("fit - --degree 3 --version", "--version was not expected.");
    row("bogus fit - --degree 3", "bogus was not expected.");
    row("fit - --degree 3 --ridge -1", "--ridge -1: expected a number from 0 to 1000");
    row("fit - --degree 3 --ridge nan", "--ridge nan: expected a number");
    row("fit - --degree 3 --ridge 1,5", "--ridge 1,5: expected a number");
    row("fit - --degree 3 --validation 0", "--validation 0: expected a share between 0 and 1");
    row("fit - --degree 3 --validation 1", "--validation 1: expected a share between 0 and 1");
    row("fit - --degree 3 --validation 1.5", "--validation 1.5: expected a share between 0 and 1");
    row("fit - --degree 3 --validation -0.1", "--validation -0.1: expected a share");
    row("fit - --degree 3 --validation 30%", "--validation 30%: expected a share");
    row("fit - --degree 3 --train-size 5 --validation 0.3",
        "--train-size and --validation exclude each other");
    row("fit - --degree 3 --train-size 1", "--train-size 1: expected a whole number from 2");
    row("fit - --degree 3 --seed -1", "--seed -1: expected a whole number from 0 to 999999");
    row("fit - --degree 3 --seed 1000000", "from 0 to 999999");
    row("fit - --degree 3 --noise 0.1", "--noise has no meaning here");
    row("fit - --degree 3 --count 10", "--count has no meaning here");
    row("fit - --degree 3 --x a --y a", "--x and --y both name a");
    row("fit - --degree 3 --target sine", "a file and a --target");
}

void addOtherWrongFits()
{
    row("", "fit, sweep, cross-validate, run, generate");
    row("bogus", "not bogus");
    row("fit", "--degree is missing");
    row("fit --degree 3", "the data are missing");
    row("fit --degree 3 --target sin", "expected one of line, cosine, sine");
    row("fit --degree 3 --target moons", "expected one of line, cosine, sine");
    row("fit --degree 3 --target sine --validation 0.3", "--validation has no meaning here");
    row("fit --degree 3 --target sine --x a", "--x has no meaning here");
    row("fit --degree 3 --target sine --count 1", "--count 1: expected a whole number from 2 to 1000000");
    row("fit --degree 3 --target sine --noise 2", "--noise 2: expected a number from 0 to 1");
}

void addOtherWrongCommands()
{
    row("run a.overfit b.overfit", "There may be one file");
    row("sweep -", "--along is missing");
    row("sweep - --along noise", "expected one of degree, train-size, epochs, ridge");
    row("sweep - --along degree --from 9 --to 3", "--from 9 is above --to 3");
    row("sweep - --along degree --to 31", "--to 31: expected a whole number from 0 to 30");
    row("sweep - --along degree --degree 3", "--degree has no meaning here");
    row("sweep - --along degree --learning-rate 1", "--learning-rate has no meaning here");
    row("sweep - --along degree --steps 1", "--steps 1: expected a whole number from 2");
    row("sweep - --along epochs --to 2001", "--to 2001: expected a whole number from 1 to 2000");
    row("sweep - --along epochs --trained-by magic", "gradient-descent, mini-batches, adam");
    row("sweep - --along ridge --steps 5 --from 0", "--from 0: expected a number from 1e-12 to 1000");
    row("sweep - --along ridge --ridge 1", "--ridge has no meaning here");
    row("sweep --target sine --along train-size --to 201", "--to 201: expected a whole number from 2 to 200");
    row("cross-validate -", "--degree is missing");
    row("cross-validate - --degree 1,x", "--degree x: expected a whole number");
    row("cross-validate - --degree 1 --folds 1", "--folds 1: expected a whole number from 2");
    row("cross-validate - --degree 1 --order random", "expected one of file, shuffled");
    row("cross-validate --degree 1", "the data are missing");
    row("cross-validate - --degree 1,,2",
        "--degree 1,,2: expected whole numbers from 0 to 30, separated by commas");
    row("generate", "--target is missing");
    row("generate --target sine more", "more was not expected. There may be options, but no file");
    row("generate --target moon", "moons");
    row("generate --target moons --noise 0.1", "--noise has no meaning here");
    row("generate --target sine --label-noise 0.1", "--label-noise has no meaning here");
    row("generate --target sine --count 0", "--count 0: expected a whole number from 1 to 1000000");
}

} // namespace

class UsageTest : public QObject
{
    Q_OBJECT

private slots:
    void theVersionIsThatOfTheProject();
    void everyCommandHasAHelpWithAnExample_data();
    void everyCommandHasAHelpWithAnExample();
    void wrongUsageIsToldInOneLine_data();
    void wrongUsageIsToldInOneLine();
    void whatDoesNotStandOutIsQuoted_data();
    void whatDoesNotStandOutIsQuoted();
    void badDataAreToldWithTheirPlace_data();
    void badDataAreToldWithTheirPlace();
    void ofTenThousandColumnsTheFirstAreNamed();
    void whereACoefficientIsBeyondDoubleThatIsSaid();
    void whereThePowersOfXAreOfNoUseThatIsSaid_data();
    void whereThePowersOfXAreOfNoUseThatIsSaid();
    void rowsLeftOutAreToldInOneLine();
    void aFileThatIsNoTableIsNamed_data();
    void aFileThatIsNoTableIsNamed();
    void outputThatCannotBeWrittenIsAnError_data();
    void outputThatCannotBeWrittenIsAnError();
    void noCarriageReturnIsEverPrinted();
};

void UsageTest::theVersionIsThatOfTheProject()
{
    const Printed printed = runCli({QStringLiteral("--version")});
    QCOMPARE(runCli({QStringLiteral("-v")}).out, printed.out);
    QCOMPARE(printed.code, 0);
    QCOMPARE(printed.out, QByteArray("overfit-cli " OVERFIT_VERSION "\n"));
    QVERIFY(printed.err.isEmpty());
}

void UsageTest::everyCommandHasAHelpWithAnExample_data()
{
    QTest::addColumn<QByteArray>("option");
    QTest::newRow("fit") << QByteArray("--degree");
    QTest::newRow("sweep") << QByteArray("--along");
    QTest::newRow("cross-validate") << QByteArray("--folds");
    QTest::newRow("generate") << QByteArray("--label-noise");
}

void UsageTest::everyCommandHasAHelpWithAnExample()
{
    QFETCH(QByteArray, option);
    const QByteArray command = QTest::currentDataTag();
    const Printed printed = runCli({QString::fromLatin1(command), QStringLiteral("--help")});
    QCOMPARE(printed.code, 0);
    QVERIFY(printed.err.isEmpty());
    QVERIFY2(printed.out.contains(option), printed.out);
    QVERIFY2(printed.out.contains("Example"), printed.out);
    QVERIFY2(printed.out.contains("  overfit-cli " + command + ' '), printed.out);
    for (const QByteArray &line : printed.out.split('\n'))
        QVERIFY2(line.size() <= 80, line);
    QVERIFY(runCli({QStringLiteral("--help")}).out.contains("  " + command + ' '));
}

void UsageTest::wrongUsageIsToldInOneLine_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QByteArray>("said");
    addWrongFitsOfFiles();
    addOtherWrongFits();
    addOtherWrongCommands();
}

void UsageTest::wrongUsageIsToldInOneLine()
{
    QFETCH(QString, line);
    QFETCH(QByteArray, said);
    const Printed printed = runCli(words(line), "x,y\n1,2\n2,3\n3,5\n4,5\n");
    QVERIFY2(printed.code == 2, printed.err);
    QVERIFY(printed.out.isEmpty());
    QCOMPARE(printed.err.count('\n'), 1);
    QVERIFY2(printed.err.startsWith("overfit-cli"), printed.err);
    QVERIFY2(printed.err.contains(said), printed.err);
    QVERIFY2(printed.err.endsWith(" --help.\n"), printed.err);
}

void UsageTest::whatDoesNotStandOutIsQuoted_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *arguments, const char *said) {
        QTest::newRow(name) << QString::fromUtf8(arguments).split(QLatin1Char('|')) << QByteArray(said);
    };
    row("no command", "", "a command was expected, not \"\".");
    row("no degree", "fit|-|--degree|", "--degree \"\": expected a whole number from 0 to 30.");
    row("no degrees", "cross-validate|-|--degree|", "--degree \"\": expected whole numbers from 0 to 30,");
    row("no target", "fit|--degree|3|--target|", "--target \"\": expected one of line, cosine");
    row("no share", "fit|-|--degree|3|--validation|", "--validation \"\": expected a share between 0 and 1");
    row("no file", "fit||--degree|3",
        "the name of the file is empty. Name a CSV file, or - for standard input.");
    row("no file for folds", "cross-validate||--degree|3", "the name of the file is empty.");
    row("no name of x", "fit|-|--degree|3|--x|", "--x \"\": expected the name of a column, or its number");
    row("no name of y", "fit|-|--degree|3|--y|", "--y \"\": expected the name of a column, or its number");
    row("spaces", "fit|-|--degree|3 or 4", "--degree \"3 or 4\": expected a whole number");
    row("a line break", "fit|-|--degree|3\n4", "--degree \"3 4\": expected a whole number");
    row("an unexpected one with spaces", "fit|-|my data.csv|--degree|3", "\"my data.csv\" was not expected.");
    row("empty ones", "fit|-|--degree|3||", "\"\", \"\" were not expected.");
}

void UsageTest::whatDoesNotStandOutIsQuoted()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, said);
    const Printed printed = runCli(arguments, "x,y\n1,2\n2,3\n3,5\n4,5\n");
    QVERIFY2(printed.code == 2, printed.err);
    QVERIFY(printed.out.isEmpty());
    QCOMPARE(printed.err.count('\n'), 1);
    QVERIFY2(printed.err.contains(said), printed.err);
}

void UsageTest::badDataAreToldWithTheirPlace_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QByteArray>("said");
    const auto row = [](const char *name, const char *text, const char *said, const char *options = "") {
        QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(options) << QByteArray(said);
    };
    row("a word", "x,y\n1,2\n2,three\n3,4\n",
        "lab.csv, line 3, column 2: a number was expected, but there is \"three\"");
    row("a thousands separator where numbers have either mark", "x;y\n1,5;2\n2;1.234\n3.5;4,5\n",
        "lab.csv, line 3, column 2: \"1.234\" may have a thousands");
    row("a word among units", "year,price\n1,$100\n2,$120\n3,$150\n",
        "lab.csv, line 2, column 2: two columns of numbers were expected, but there is \"$100\"");
    row("a name is missing", "x\ty\n1.5\t4\t2\n2.5\t5\t3\n4.5\t9\t4\n",
        "lab.csv: the rows have one cell more than there are names: x, y. Write a name");
    row("two readings", "x\ty\n1\t1,234\n2\t2,345\n3\t5,678\n",
        "lab.csv, line 2, column 2: \"1,234\" can be");
    row("decimal commas between commas", "x,y\n1,5,2,5\n2,5,3,5\n3,5,4,5\n", "more cells than the header");
    row("more rows out than in", "x,y\n1,2\n2,3\n3,4\n4,a\n5,b\n6,c\n7,d\n",
        "lab.csv, line 5, column 2: a number was expected");
    row("a missing cell", "x,y\n1,2\n2\n3,4\n",
        "lab.csv, line 3, column 2: a number was expected, but there is nothing");
    row("infinite", "x,y\n1,2\n2,inf\n3,4\n", "lab.csv, line 3, column 2");
    row("one column", "x\n1\n2\n3\n", "two columns of numbers were expected");
    row("two rows", "x,y\n1,2\n2,3\n", "lab.csv has too few rows");
    row("empty", "", "lab.csv holds no rows");
    row("one x", "x,y\n1,2\n1,3\n1,4\n", "the same in every row");
    row("quotes", "x,y\n1,2\n2,\"3\n3,4\n", "lab.csv, line 3, column 2: a quoted cell is not closed");
    row("a wrong name", "time,mass\n1,2\n2,3\n3,4\n", "no column \"speed\". The columns are: time, mass.",
        "--x speed");
    row("a wrong number", "1,2,9\n2,3,9\n3,4,9\n", "no column \"4\". The columns are: 1, 2, 3.", "--y 4");
    row("one column, by name and by number", "time,mass\n1,2\n2,3\n3,4\n",
        "lab.csv, column 1: --x and --y both name the column \"time\". Name two different columns.",
        "--x time --y 1");
    row("a column of words", "a,x,y\nu,1,2\nv,2,3\nw,3,4\n", "lab.csv, line 2, column 1", "--x a");
    row("a later gap in a chosen column", "x,y,z\n1,2,3\n2,3,\n3,4,5\n", "lab.csv, line 3, column 3",
        "--y z");
    row("train size", "x,y\n1,2\n2,3\n3,4\n4,4\n5,6\n", "--train-size 4 asks for more than there are: 3",
        "--train-size 4");
}

void UsageTest::badDataAreToldWithTheirPlace()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, options);
    QFETCH(QByteArray, said);
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("lab.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
    file.close();
    const Printed printed = runCli(words(QStringLiteral("fit --degree 1 ") + options) << file.fileName());
    QVERIFY2(printed.code == 1, printed.err);
    QVERIFY(printed.out.isEmpty());
    QCOMPARE(printed.err.count('\n'), 1);
    QVERIFY2(printed.err.contains(said), printed.err);
}

void UsageTest::ofTenThousandColumnsTheFirstAreNamed()
{
    QByteArray row;
    for (int i = 0; i < 10000; ++i)
        row += QByteArray::number(i) + ',';
    const Printed printed =
        runCli(words(QStringLiteral("fit --degree 1 --x zzz -")), row + "1\n" + row + "2\n");
    QCOMPARE(printed.code, 1);
    QVERIFY2(printed.err.contains("more.") && printed.err.size() < 500, printed.err);
}

void UsageTest::whereACoefficientIsBeyondDoubleThatIsSaid()
{
    const QByteArray text = "x,y\n1e-310,1\n2e-310,3\n3e-310,2\n4e-310,5\n";
    const Printed printed = runCli(words(QStringLiteral("fit --degree 2 -")), text);
    QCOMPARE(printed.code, 0);
    QVERIFY2(printed.err.contains("null is beyond the largest number"), printed.err);
    QCOMPARE(printed.err.count('\n'), 1);
    const QJsonArray coefficients = jsonOf(printed)[QStringLiteral("coefficients")].toArray();
    QVERIFY(coefficients.at(0).isDouble() && coefficients.at(2).isNull());
}

void UsageTest::whereThePowersOfXAreOfNoUseThatIsSaid_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("degree");
    QTest::addColumn<bool>("isSaid");
    const QByteArray years =
        "year,people\n1900,76\n1910,92\n1920,106\n1930,123\n1940,132\n1950,151\n1960,179\n"
        "1970,203\n1980,227\n1990,249\n2000,281\n";
    QTest::newRow("years, of a high degree") << years << 8 << true;
    QTest::newRow("years, a line") << years << 1 << false;
    QTest::newRow("about 0") << QByteArray("x,y\n-3,1\n-2,5\n-1,2\n0,8\n1,9\n2,3\n3,1\n") << 5 << false;
}

void UsageTest::whereThePowersOfXAreOfNoUseThatIsSaid()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, degree);
    const Printed printed = runCli(words(QStringLiteral("fit - --degree %1").arg(degree)), text);
    QCOMPARE(printed.code, 0);
    QTEST(printed.err.contains("lose more than half of the digits"), "isSaid");
}

void UsageTest::rowsLeftOutAreToldInOneLine()
{
    const QByteArray text = "x;y\n1,5;2,5\n2,5;3,5\nn/a;1\n3,5;4,5\n7;\n9;1.25\n4,5;5,5\n";
    for (const char *const command :
        {"fit --degree 1", "sweep --along degree --to 1", "cross-validate --degree 1 --folds 2"}) {
        const Printed printed = runCli(words(QString::fromLatin1(command)) << QStringLiteral("-"), text);
        QCOMPARE(printed.code, 0);
        QVERIFY(!printed.out.isEmpty());
        QCOMPARE(printed.err.count('\n'), 1);
        QVERIFY2(printed.err.contains(
                     "standard input: 3 rows were left out: line 4, column 1: \"n/a\" is not a number; "
                     "line 6, column 2: nothing there; line 7, column 2: \"1.25\" has another "
                     "decimal mark."),
            printed.err);
    }
    const QJsonObject json = jsonOf(runCli(words(QStringLiteral("fit --degree 1 -")), text));
    QVERIFY(areClose(json[QStringLiteral("coefficients")].toArray().at(0).toDouble(), 1, 12));
    const QByteArray thousands = "x\ty\n1\t1,234\n2\t2,345\n3\t3,456\n";
    const QJsonObject told =
        jsonOf(runCli(words(QStringLiteral("fit --degree 1 --decimal comma -")), thousands));
    QVERIFY(areClose(told[QStringLiteral("coefficients")].toArray().at(1).toDouble(), 1.111, 12));
}

void UsageTest::aFileThatIsNoTableIsNamed_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("missing") << QStringLiteral("gone.csv") << QByteArray("gone.csv can't be opened");
    QTest::newRow("a folder") << QDir::tempPath() << QByteArray("is a folder");
    QTest::newRow("not text") << QStringLiteral(OVERFIT_CLI) << QByteArray("is not a text file");
}

void UsageTest::aFileThatIsNoTableIsNamed()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, said);
    for (const char *const command :
        {"fit --degree 1", "sweep --along degree", "cross-validate --degree 1"}) {
        const Printed printed = runCli(words(QString::fromLatin1(command)) << file);
        QVERIFY2(printed.code == 1, printed.err);
        QVERIFY2(printed.err.contains(said), printed.err);
        QCOMPARE(printed.err.count('\n'), 1);
    }
    const Printed folds =
        runCli(words(QStringLiteral("cross-validate - --degree 1 --folds 4")), "1,2\n2,3\n3,4\n");
    QCOMPARE(folds.code, 1);
    QVERIFY2(folds.err.contains("has 3 rows, too few for --folds 4"), folds.err);
}

void UsageTest::outputThatCannotBeWrittenIsAnError_data()
{
    QTest::addColumn<QString>("line");
    QTest::newRow("an answer") << QStringLiteral("generate --target sine");
    QTest::newRow("help") << QStringLiteral("--help");
    QTest::newRow("version") << QStringLiteral("--version");
}

void UsageTest::outputThatCannotBeWrittenIsAnError()
{
    QFETCH(QString, line);
    if (!QFile::exists(QStringLiteral("/dev/full")))
        QSKIP("There is no device that is always full.");
    QProcess program;
    program.setStandardOutputFile(QStringLiteral("/dev/full"));
    program.start(QStringLiteral(OVERFIT_CLI), words(line));
    QVERIFY(program.waitForFinished());
    QCOMPARE(program.exitCode(), 1);
    const QByteArray said = program.readAllStandardError();
    QVERIFY2(said.contains("could not be written: the disk is full"), said);
}

void UsageTest::noCarriageReturnIsEverPrinted()
{
    for (const char *const line : {"fit --target sine --degree 3", "sweep --target sine --along degree",
             "generate --target sine", "generate --target moons", "--help", "fit --bogus"}) {
        const Printed printed = runCli(words(QString::fromLatin1(line)));
        QVERIFY(!printed.out.contains('\r'));
        QVERIFY(!printed.err.contains('\r'));
    }
}

OVERFIT_TEST(UsageTest)
#include "usage_test.moc"
