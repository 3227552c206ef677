// SPDX-License-Identifier: GPL-3.0-or-later

// Starts the program itself, as a script would.

#include "core/files/experiment_file.h"

#include "tests/frame/test_class.h"

#include <QFile>
#include <QImage>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace overfit;

class ExportRunTest : public QObject
{
    Q_OBJECT

private slots:
    void savesWithoutADisplayAndPrintsTheAccuracies_data();
    void savesWithoutADisplayAndPrintsTheAccuracies();
    void theSizeAndTheScaleAreThoseOfThePicture();
    void dataFromAFileAreExported();
    void anExperimentIsExported();
    void wrongUsageLeavesWithTwo_data();
    void wrongUsageLeavesWithTwo();
    void whereTheFileCannotBeWrittenItLeavesWithThree();
    void rowsThatAreLeftOutAreTold();
    void whereTheDataCannotBeReadItLeavesWithOne();

private:
    struct Outcome {
        int code;
        QString out;
        QString err;
    };
    Outcome run(const QStringList &arguments, bool display = false) const;
    static QStringList words(const char *line) { return QString::fromLatin1(line).split(u' '); }
    QString path(const char *name) const { return m_folder.filePath(QString::fromLatin1(name)); }
    QByteArray contents(const char *name) const;
    QString write(const char *name, const char *text) const;

    QTemporaryDir m_folder;
};

ExportRunTest::Outcome ExportRunTest::run(const QStringList &arguments, bool display) const
{
    QProcess program;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
#ifdef Q_OS_LINUX
    for (const char *name : {"QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"}) // nothing to show it on
        environment.remove(QString::fromLatin1(name));
    // Without one Qt has a line of its own to say.
    environment.insert(QStringLiteral("XDG_RUNTIME_DIR"), m_folder.path());
    if (display)
        environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("offscreen"));
#else
    Q_UNUSED(display)
#endif
    program.setProcessEnvironment(environment);
    program.start(QStringLiteral(OVERFIT_PROGRAM), arguments);
    if (!program.waitForFinished(60000))
        qFatal("the program did not end");
    return {program.exitCode(), QString::fromUtf8(program.readAllStandardOutput()),
        QString::fromUtf8(program.readAllStandardError())};
}

QByteArray ExportRunTest::contents(const char *name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString ExportRunTest::write(const char *name, const char *text) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no test file");
    file.write(text);
    return file.fileName();
}

void ExportRunTest::savesWithoutADisplayAndPrintsTheAccuracies_data()
{
    QTest::addColumn<QByteArray>("subject");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("start");
    const auto row = [](const char *subject, const char *name, const char *start) {
        QTest::addRow("%s, %s", subject, name)
            << QByteArray(subject) << QByteArray(name) << QByteArray(start);
    };
    row("fit", "a.png", "\x89PNG");
    row("fit", "a.svg", "<?xml");
    row("accuracy", "a.pdf", "%PDF");
    row("window", "w.png", "\x89PNG");
    row("report", "r.pdf", "%PDF");
    row("report", "r.html", "<!DOCTYPE html>");
    row("fit", "f.csv", "x,model,target\n-1,");
    row("accuracy", "s.csv", "degree,train_r2,validation_r2,train_rmse,validation_rmse\n0,");
    row("points", "p.csv", "x,y,set\n");
    row("fit", "m.py", "# Made by Overfit.");
}

void ExportRunTest::savesWithoutADisplayAndPrintsTheAccuracies()
{
    QFETCH(QByteArray, subject);
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, start);
    const Outcome outcome = run({QStringLiteral("--export"), QString::fromLatin1(subject),
        QStringLiteral("--output"), path(name.constData())});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(outcome.out.startsWith(QStringLiteral("Training ")), qPrintable(outcome.out + outcome.err));
    QVERIFY2(contents(name.constData()).startsWith(start), contents(name.constData()).left(80).constData());
}

void ExportRunTest::theSizeAndTheScaleAreThoseOfThePicture()
{
    const QStringList options{QStringLiteral("--output"), path("b.png")};
    QCOMPARE(run(words("--export fit --size 600x400 --scale 1.5") + options).code, 0);
    QCOMPARE(QImage(path("b.png")).size(), QSize(900, 600));
    QCOMPARE(run(words("--export window --size 1400x800 --scale 1 --theme dark") + options).code, 0);
    QCOMPARE(QImage(path("b.png")).size(), QSize(1400, 800));
}

void ExportRunTest::dataFromAFileAreExported()
{
    const QString file = write("line.csv", "t,v\n0,1\n1,3\n2,5\n3,7\n4,9\n5,11\n6,13\n7,15\n8,17\n9,19\n");
    QCOMPARE(run(words("--export points --output") + QStringList{path("p.csv"), file}).code, 0);
    const QByteArray table = contents("p.csv");
    QVERIFY2(table.startsWith("t,v,set\n"), table.constData());
    QCOMPARE(table.count('\n'), 11);
}

void ExportRunTest::anExperimentIsExported()
{
    Experiment experiment;
    experiment.scenario.model.degree = 3;
    experiment.scenario.data.seed = 4711;
    const std::string text = experimentText(experiment, "test");
    const QString file = write("lesson.overfit", text.c_str());
    const Outcome outcome = run(words("--export report --output") + QStringList{path("e.html"), file});
    QCOMPARE(outcome.code, 0);
    const QByteArray report = contents("e.html");
    QVERIFY(report.contains("4711") && report.contains("polynomial of degree 3"));
    QCOMPARE(run(words("--export window --output") + QStringList{path("e.png"), file}).code, 0);
    QVERIFY(contents("e.png").startsWith("\x89PNG"));
    const Outcome both = run(words("--degree 4 --export fit --output") + QStringList{path("f.png"), file});
    QCOMPARE(both.code, 2);
    QVERIFY2(both.err.contains(QStringLiteral("--degree can't be given together")), qPrintable(both.err));
    const QString damaged =
        write("damaged.overfit", QByteArray(text.c_str()).replace("4711", "4712").constData());
    const Outcome refused = run(words("--export fit --output") + QStringList{path("f.png"), damaged});
    QCOMPARE(refused.code, 1);
    QVERIFY2(refused.err.contains(QStringLiteral("“data”")), qPrintable(refused.err));
    QVERIFY(!QFile::exists(path("f.png")));
}

void ExportRunTest::wrongUsageLeavesWithTwo_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QString>("message");
    QTest::newRow("what?") << QByteArray("--export everything --output a.png")
                           << QStringLiteral("--export everything");
    QTest::newRow("no output") << QByteArray("--export fit") << QStringLiteral("--output");
    QTest::newRow("unknown ending") << QByteArray("--export fit --output a.gif") << QStringLiteral(".svg");
    QTest::newRow("no such format") << QByteArray("--export window --output a.csv")
                                    << QStringLiteral(".png, .svg, .pdf");
    QTest::newRow("output alone") << QByteArray("--output a.png") << QStringLiteral("goes with --export");
    QTest::newRow("scale") << QByteArray("--export fit --output a.png --scale 9")
                           << QStringLiteral("0.5 to 8");
    QTest::newRow("too large") << QByteArray("--export fit --output a.png --size 9000x9000")
                               << QStringLiteral("too large");
    QTest::newRow("too small a window")
        << QByteArray("--export window --output a.png --size 400x300") << QStringLiteral("at least 960x600");
    QTest::newRow("two at once") << QByteArray("--export fit --output a.png --screenshot b.png")
                                 << QStringLiteral("do not go together");
}

void ExportRunTest::wrongUsageLeavesWithTwo()
{
    QFETCH(QByteArray, line);
    QFETCH(QString, message);
    const Outcome outcome = run(words(line.constData()), true);
    QCOMPARE(outcome.code, 2);
    QVERIFY2(outcome.err.contains(message), qPrintable(outcome.err));
}

void ExportRunTest::whereTheFileCannotBeWrittenItLeavesWithThree()
{
    const Outcome outcome = run(words("--export report --output") + QStringList{path("no/such/a.pdf")});
    QCOMPARE(outcome.code, 3);
    QVERIFY2(outcome.err.contains(QStringLiteral("There is no folder")), qPrintable(outcome.err));
    QCOMPARE(outcome.err.count(u'\n'), 1);
}

void ExportRunTest::rowsThatAreLeftOutAreTold()
{
    const QString file = write("gap.csv", "x,y\n1,2\n2,3\n3,4\n4,n/a\n5,6\n6,8\n");
    const Outcome outcome = run(words("--export fit --output") + QStringList{path("g.png"), file});
    QCOMPARE(outcome.code, 0);
    QVERIFY2(
        outcome.err.contains(QStringLiteral("1 row left out. Line 5, column 2")), qPrintable(outcome.err));
}

void ExportRunTest::whereTheDataCannotBeReadItLeavesWithOne()
{
    const QString file = write("bad.csv", "x,y\n1,2\n2,oops\n3,4\n");
    const Outcome outcome = run(words("--export fit --output") + QStringList{path("d.png"), file});
    QCOMPARE(outcome.code, 1);
    QVERIFY(outcome.err.contains(QStringLiteral("line 3, column 2")));
    QVERIFY(!QFile::exists(path("d.png")));
}

OVERFIT_TEST(ExportRunTest)
#include "export_run_test.moc"
