// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/kept_work.h"
#include "app/recovery.h"

#include "core/sampling/hand_points.h"
#include "tests/file_size_limit.h"
#include "tests/frame/test_class.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QMap>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <variant>

using namespace overfit;
using namespace overfit::app;

namespace {

TablePtr tableOf(int rows, double slope)
{
    Table table{"lab", {"time", "s"}, {"height", "m"}, {}, ""};
    for (int i = 0; i < rows; ++i) {
        table.rows.x.push_back(i);
        table.rows.y.push_back(slope * i);
    }
    return std::make_shared<const Table>(std::move(table));
}

ClassTablePtr classTableOf(int rows)
{
    ClassTable table;
    table.x1 = {"length", "mm"};
    table.x2 = {"width", "mm"};
    table.classes = {"a", "b"};
    for (int i = 0; i < rows; ++i) {
        table.rows.x1.push_back(i);
        table.rows.x2.push_back(i * i);
        table.rows.label.push_back(static_cast<std::uint8_t>(i % 2));
    }
    return std::make_shared<const ClassTable>(std::move(table));
}

Experiment of(const DataSource &data, int degree = 3)
{
    Experiment experiment;
    experiment.scenario.data.source = data;
    experiment.scenario.model.degree = degree;
    return experiment;
}

Experiment ofTable(const TablePtr &table, int degree = 3)
{
    return of(DataSource::ownTable(table), degree);
}

/// An equal experiment, or why there is none.
QString differenceTo(const Experiment &expected, const QString &file)
{
    const ExperimentResult result = readKeptWork(file, StopToken());
    if (const auto *const error = std::get_if<ExperimentError>(&result))
        return QStringLiteral("refused with %1").arg(static_cast<int>(error->reason));
    return std::get<Experiment>(result) == expected ? QString() : QStringLiteral("another experiment");
}

} // namespace

class KeptWorkTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsKeptIsReadBack_data();
    void whatIsKeptIsReadBack();
    void aTableIsWrittenOnceWhileADialMoves();
    void wheneverItIsKilledItIsTheOlderOrTheNewerExperimentAsAWhole();
    void whereTheTableCannotBeWrittenWhatWasKeptStays();
    void whatIsAdoptedIsNotWrittenAgain();
    void whereTheTableWasTakenAwayItIsWrittenAgain();
    void nothingIsLeftOfWhatIsRemoved();
    void aFileOfOnePieceIsReadAsWell();
    void aTableThatIsNotTheOneIsRefused_data();
    void aTableThatIsNotTheOneIsRefused();
    void strayTablesOfTheDeadAreTakenAway();
    void aLockOfADeadProcessOfOurNumberIsNoLock();
    void aLockThatWeHaveIsOurs();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QMap<QString, QByteArray> files() const;
    void put(const QString &name, const QByteArray &bytes) const;
    void putBack(const QMap<QString, QByteArray> &files) const;
    QString tableFile() const { return tablesBeside(m_file).value(0); }

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

void KeptWorkTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_file = path(QStringLiteral("work.overfit"));
}

QMap<QString, QByteArray> KeptWorkTest::files() const
{
    QMap<QString, QByteArray> files;
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden)) {
        QFile file(path(name));
        if (file.open(QIODevice::ReadOnly))
            files[name] = file.readAll();
    }
    return files;
}

void KeptWorkTest::putBack(const QMap<QString, QByteArray> &files) const
{
    for (const QString &name : QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden))
        QFile::remove(path(name));
    for (auto each = files.begin(); each != files.end(); ++each)
        put(each.key(), each.value());
}

void KeptWorkTest::put(const QString &name, const QByteArray &bytes) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("no test file");
}

void KeptWorkTest::whatIsKeptIsReadBack_data()
{
    QTest::addColumn<DataSource>("data");
    QTest::addColumn<bool>("byHand");
    QTest::newRow("generated") << DataSource::generated(Target::Runge) << false;
    QTest::newRow("generated classes") << DataSource::generatedClasses(Shape::Spiral) << false;
    QTest::newRow("a table") << DataSource::ownTable(tableOf(50, 2)) << false;
    QTest::newRow("a table of classes") << DataSource::ownClassTable(classTableOf(50)) << false;
    QTest::newRow("a table with a point by hand") << DataSource::ownTable(tableOf(50, 2)) << true;
    QTest::newRow("classes with a point by hand") << DataSource::ownClassTable(classTableOf(50)) << true;
}

void KeptWorkTest::whatIsKeptIsReadBack()
{
    QFETCH(DataSource, data);
    QFETCH(bool, byHand);
    Experiment experiment = of(data, 7);
    experiment.view.patience = 12;
    if (data.problem() == Problem::Curve)
        experiment.scenario.rivals = {ModelSettings{2, 0, 10}};
    if (byHand)
        experiment.scenario = movePoint(clamped(experiment.scenario), {Role::Training, 0}, {3, 4});
    KeptWork work;
    QCOMPARE(work.keep(m_file, experiment), QString());
    QCOMPARE(differenceTo(experiment, m_file), QString());
}

void KeptWorkTest::aTableIsWrittenOnceWhileADialMoves()
{
    const TablePtr table = tableOf(20'000, 2);
    KeptWork work;
    QCOMPARE(work.keep(m_file, ofTable(table, 1)), QString());
    const QString written = tableFile();
    QVERIFY(QFileInfo(written).size() > 200'000);
    for (int degree = 2; degree <= 20; ++degree) {
        QCOMPARE(work.keep(m_file, ofTable(table, degree)), QString());
        QCOMPARE(tablesBeside(m_file), QStringList{written}); // a table that is written gets another name
        QVERIFY(QFileInfo(m_file).size() < 4'096);
        QCOMPARE(differenceTo(ofTable(table, degree), m_file), QString());
    }
}

void KeptWorkTest::wheneverItIsKilledItIsTheOlderOrTheNewerExperimentAsAWhole()
{
    const Experiment older = ofTable(tableOf(30, 2), 3);
    const Experiment newer = ofTable(tableOf(40, -1), 9);
    KeptWork work;
    QCOMPARE(work.keep(m_file, older), QString());
    const QMap<QString, QByteArray> before = files();
    QCOMPARE(work.keep(m_file, newer), QString());
    const QMap<QString, QByteArray> after = files();
    QCOMPARE(after.size(), 2);
    QMap<QString, QByteArray> all = after;
    all.insert(before);
    QCOMPARE(all.size(), 3); // both tables, and the older experiment
    putBack(all); // killed before the experiment was written
    QCOMPARE(differenceTo(older, m_file), QString());
    all[QFileInfo(m_file).fileName()] = after[QFileInfo(m_file).fileName()];
    putBack(all); // killed before the older table was taken away
    QCOMPARE(differenceTo(newer, m_file), QString());
    KeptWork::remove(m_file);
    QVERIFY(files().isEmpty());
}

void KeptWorkTest::whereTheTableCannotBeWrittenWhatWasKeptStays()
{
    if (!FileSizeLimit::kExists)
        QSKIP("This system has no limit for files.");
    const Experiment older = ofTable(tableOf(30, 2), 3);
    const Experiment newer = ofTable(tableOf(20'000, 2), 9);
    KeptWork work;
    QCOMPARE(work.keep(m_file, older), QString());
    {
        const FileSizeLimit limit(65'536);
        QVERIFY(!work.keep(m_file, newer).isEmpty());
    }
    QCOMPARE(differenceTo(older, m_file), QString());
    QCOMPARE(files().size(), 2);
    QCOMPARE(work.keep(m_file, newer), QString()); // there is room again
    QCOMPARE(differenceTo(newer, m_file), QString());
}

void KeptWorkTest::whatIsAdoptedIsNotWrittenAgain()
{
    QCOMPARE(KeptWork().keep(m_file, ofTable(tableOf(30, 2), 3)), QString());
    const QString written = tableFile();
    auto found = std::get<Experiment>(readKeptWork(m_file, StopToken()));
    KeptWork work;
    work.adopt(m_file, found);
    found.scenario.model.degree = 8;
    QCOMPARE(work.keep(m_file, found), QString());
    QCOMPARE(tableFile(), written);
    QCOMPARE(differenceTo(found, m_file), QString());
}

void KeptWorkTest::whereTheTableWasTakenAwayItIsWrittenAgain()
{
    const Experiment experiment = ofTable(tableOf(30, 2));
    KeptWork work;
    QCOMPARE(work.keep(m_file, experiment), QString());
    QVERIFY(QFile::remove(tableFile()));
    QCOMPARE(work.keep(m_file, experiment), QString());
    QCOMPARE(differenceTo(experiment, m_file), QString());
}

void KeptWorkTest::nothingIsLeftOfWhatIsRemoved()
{
    KeptWork work;
    QCOMPARE(work.keep(m_file, ofTable(tableOf(30, 2))), QString());
    QCOMPARE(files().size(), 2);
    QCOMPARE(work.keep(m_file, of(DataSource::generated(Target::Step))), QString());
    QCOMPARE(files().size(), 1); // that has no table
    QCOMPARE(work.keep(m_file, ofTable(tableOf(30, 2))), QString());
    KeptWork::remove(m_file);
    QVERIFY(files().isEmpty());
}

void KeptWorkTest::aFileOfOnePieceIsReadAsWell()
{
    const Experiment experiment = ofTable(tableOf(30, 2), 6);
    QFile file(m_file);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(experimentText(experiment, "0.1").c_str());
    file.close();
    QCOMPARE(differenceTo(experiment, m_file), QString());
    KeptWork work;
    work.adopt(m_file, experiment);
    QCOMPARE(work.keep(m_file, experiment), QString());
    QCOMPARE(differenceTo(experiment, m_file), QString());
    QCOMPARE(files().size(), 2);
}

void KeptWorkTest::aTableThatIsNotTheOneIsRefused_data()
{
    QTest::addColumn<QString>("what");
    for (const char *const what : {"gone", "cut", "of classes", "elsewhere"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

void KeptWorkTest::aTableThatIsNotTheOneIsRefused()
{
    QFETCH(QString, what);
    QCOMPARE(KeptWork().keep(m_file, ofTable(tableOf(30, 2))), QString());
    QMap<QString, QByteArray> all = files();
    const QString name = QFileInfo(tableFile()).fileName();
    QByteArray &work = all[QStringLiteral("work.overfit")];
    if (what == QStringLiteral("gone")) {
        all.remove(name);
    } else if (what == QStringLiteral("cut")) {
        all[name].chop(100);
    } else if (what == QStringLiteral("of classes")) {
        all[name] =
            QByteArray::fromStdString(experimentText(of(DataSource::ownClassTable(classTableOf(9))), "0.1"));
    } else {
        all[QStringLiteral("other.overfit.1.table")] = all[name];
        work.replace(name.toUtf8(), "other.overfit.1.table");
    }
    putBack(all);
    QVERIFY2(
        differenceTo({}, m_file).startsWith(QStringLiteral("refused")), qPrintable(differenceTo({}, m_file)));
}

void KeptWorkTest::aLockOfADeadProcessOfOurNumberIsNoLock()
{
    put(QStringLiteral("kept.overfit"), "x");
    {
        QLockFile lock(path(QStringLiteral("kept.overfit.lock")));
        QVERIFY(lock.lock());
        QFile written(path(QStringLiteral("kept.overfit.lock")));
        QVERIFY(written.copy(path(QStringLiteral("copy"))));
    }
    QVERIFY(QFile::rename(path(QStringLiteral("copy")), path(QStringLiteral("kept.overfit.lock"))));
    Recovery recovery(m_folder->path());
    QCOMPARE(recovery.takeOrphans(), QStringList{path(QStringLiteral("kept.overfit"))});
}

void KeptWorkTest::aLockThatWeHaveIsOurs()
{
    put(QStringLiteral("kept.overfit"), "x");
    Recovery first(m_folder->path());
    QCOMPARE(first.takeOrphans(), QStringList{path(QStringLiteral("kept.overfit"))});
    Recovery second(m_folder->path());
    QCOMPARE(second.takeOrphans(), QStringList());
}

void KeptWorkTest::strayTablesOfTheDeadAreTakenAway()
{
    Recovery living(m_folder->path()); // it has written its table, and not yet what belongs to it
    const QString lives = QFileInfo(living.file()).fileName() + QStringLiteral(".1.table");
    for (const QString &name : {QStringLiteral("kept.overfit"), QStringLiteral("kept.overfit.1.table"),
             QStringLiteral("dead.overfit.1.table"), QStringLiteral("bad.overfit.damaged"),
             QStringLiteral("bad.overfit.1.table"), lives})
        put(name, "x");
    Recovery recovery(m_folder->path());
    QCOMPARE(recovery.takeOrphans(), QStringList{path(QStringLiteral("kept.overfit"))});
    QStringList left = QDir(m_folder->path()).entryList({QStringLiteral("*.table")}, QDir::Files);
    left.sort();
    QStringList expected{
        QStringLiteral("bad.overfit.1.table"), QStringLiteral("kept.overfit.1.table"), lives};
    expected.sort();
    QCOMPARE(left, expected);
}

OVERFIT_TEST(KeptWorkTest)
#include "kept_work_test.moc"
