// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the program itself, as a script would.

#include "tests/frame/test_class.h"

#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

class ScreenshotTest : public QObject
{
    Q_OBJECT

private slots:
    void savesThePictureInTheSizeAskedForAndPrintsTheAccuracies();
    void thePictureHoldsTheWholeAnswerAndIsTheSameEveryTime();
    void whereTheFileCannotBeWrittenItLeavesWithThree();
    void whereTheDataCannotBeReadItLeavesWithOneAndSaysWhere();
    void dataFromAFileAreOnThePicture();
    void wrongUsageLeavesWithTwo();
    void wordsAreToldWithoutADisplay_data();
    void wordsAreToldWithoutADisplay();

private:
    struct Outcome {
        int code;
        QString out;
        QString err;
    };
    static Outcome run(const QStringList &arguments,
        const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QString write(const char *name, const char *text) const;

    QTemporaryDir m_folder;
};

ScreenshotTest::Outcome ScreenshotTest::run(
    const QStringList &arguments, const QProcessEnvironment &environment)
{
    QProcess program;
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(OVERFIT_PROGRAM), arguments);
    if (!program.waitForFinished(60000))
        qFatal("the program did not end");
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
        QString::fromUtf8(program.readAllStandardError())};
}

QString ScreenshotTest::write(const char *name, const char *text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no test file");
    file.write(text);
    return file.fileName();
}

void ScreenshotTest::savesThePictureInTheSizeAskedForAndPrintsTheAccuracies()
{
    const Outcome outcome = run({QStringLiteral("--screenshot"), path("a.png"), QStringLiteral("--size"),
        QStringLiteral("1400x800")});
    QCOMPARE(outcome.code, 0);
    QCOMPARE(QImage(path("a.png")).size(), QSize(1400, 800));
    QVERIFY2(outcome.out.startsWith(QStringLiteral("Training "))
            && outcome.out.contains(QStringLiteral("validation ")),
        qPrintable(outcome.out));
}

void ScreenshotTest::thePictureHoldsTheWholeAnswerAndIsTheSameEveryTime()
{
    for (const char *name : {"b.png", "c.png"})
        QCOMPARE(run({QStringLiteral("--screenshot"), path(name), QStringLiteral("--degree"),
                         QStringLiteral("12")})
                     .code,
            0);
    QVERIFY(QImage(path("b.png")) == QImage(path("c.png")));
}

void ScreenshotTest::whereTheFileCannotBeWrittenItLeavesWithThree()
{
    const Outcome outcome = run({QStringLiteral("--screenshot"), path("no/such/folder/a.png")});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains(QStringLiteral("There is no folder")), qPrintable(outcome.err));
}

void ScreenshotTest::whereTheDataCannotBeReadItLeavesWithOneAndSaysWhere()
{
    const QString file = write("bad.csv", "x,y\n1,2\n2,oops\n3,4\n");
    const Outcome outcome = run({QStringLiteral("--screenshot"), path("d.png"), file});
    QCOMPARE(outcome.code, 1);
    QVERIFY2(outcome.err.contains(QStringLiteral("bad.csv, line 3, column 2")), qPrintable(outcome.err));
    QVERIFY(!QFile::exists(path("d.png")));
}

void ScreenshotTest::dataFromAFileAreOnThePicture()
{
    const QString file = write("line.csv", "x,y\n0,1\n1,3\n2,5\n3,7\n4,9\n5,11\n6,13\n7,15\n8,17\n9,19\n");
    const Outcome outcome = run({QStringLiteral("--screenshot"), path("e.png"), QStringLiteral("--degree"),
        QStringLiteral("1"), file});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(
        outcome.out.contains(QStringLiteral("Training 100 %, validation 100 %")), qPrintable(outcome.out));
}

void ScreenshotTest::wrongUsageLeavesWithTwo()
{
    const Outcome outcome = run({QStringLiteral("--degree"), QStringLiteral("many")});
    QCOMPARE(outcome.code, 2);
    QVERIFY(outcome.err.contains(QStringLiteral("--degree many")));
}

void ScreenshotTest::wordsAreToldWithoutADisplay_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("start");
    QTest::newRow("version") << QStringLiteral("--version") << QStringLiteral("Overfit 0");
    QTest::newRow("version, short") << QStringLiteral("-v") << QStringLiteral("Overfit 0");
    QTest::newRow("help") << QStringLiteral("--help") << QStringLiteral("Usage: ");
    QTest::newRow("help, short") << QStringLiteral("-h") << QStringLiteral("Usage: ");
}

void ScreenshotTest::wordsAreToldWithoutADisplay()
{
    QFETCH(QString, word);
    QFETCH(QString, start);
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
    environment.remove(QStringLiteral("DISPLAY"));
    const Outcome outcome = run({word}, environment);
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.startsWith(start), qPrintable(outcome.out + outcome.err));
}

OVERFIT_TEST(ScreenshotTest)
#include "screenshot_test.moc"
