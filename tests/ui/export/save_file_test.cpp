// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/export/save_file.h"

#include "tests/file_size_limit.h"
#include "tests/frame/test_class.h"
#include "tests/small_disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <memory>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace overfit;
using namespace overfit::ui;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList filesIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

/// Takes so many bytes, the last ones as a part of what it is given, and then no more.
class SmallDevice : public QFile
{
public:
    SmallDevice(const QString &path, qint64 room, int code) : QFile(path), m_room(room), m_code(code) { }

protected:
    qint64 writeData(const char *data, qint64 size) override
    {
        if (m_room == 0) {
            errno = m_code;
            return -1;
        }
        const qint64 taken = QFile::writeData(data, std::min(size, m_room));
        m_room -= taken;
        return taken;
    }

private:
    qint64 m_room;
    int m_code;
};

} // namespace

class SaveFileTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void whatIsSavedIsThereAsAWhole();
    void whereOnlyAPartFitsTheOldFileStaysWhole_data();
    void whereOnlyAPartFitsTheOldFileStaysWhole();
    void onAFullDiskTheOldFileStaysWholeAndTheDiskIsNamed_data();
    void onAFullDiskTheOldFileStaysWholeAndTheDiskIsNamed();
    void theTrueCauseIsNamed_data();
    void theTrueCauseIsNamed();
    void aDiskWithoutRoomIsToldWhereTheSystemDoesNotSay();
    void aPlaceThatCannotBeIsNamed_data();
    void aPlaceThatCannotBeIsNamed();
    void aFolderThatMayNotBeWrittenToIsNamed();

private:
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void SaveFileTest::whatIsSavedIsThereAsAWhole()
{
    QCOMPARE(saveFile(path("a.csv"), "old"), QString());
    const QByteArray large(3'000'000, 'x');
    QCOMPARE(saveFile(path("a.csv"), large), QString());
    QCOMPARE(contents(path("a.csv")), large);
    QCOMPARE(saveFile(path("a.csv"), ""), QString());
    QVERIFY(QFile::exists(path("a.csv")) && contents(path("a.csv")).isEmpty());
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("a.csv")});
}

void SaveFileTest::whereOnlyAPartFitsTheOldFileStaysWhole_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("more than a buffer") << 1'000'000;
    QTest::newRow("a buffer") << 10'000; // what does not fit is found when it is emptied
}

void SaveFileTest::whereOnlyAPartFitsTheOldFileStaysWhole()
{
    if (!FileSizeLimit::kExists)
        QSKIP("This system has no limit for files.");
    QFETCH(int, size);
    QCOMPARE(saveFile(path("a.csv"), "old"), QString());
    const FileSizeLimit limit(8'192);
    const QString problem = saveFile(path("a.csv"), QByteArray(size, 'x'));
    QVERIFY2(problem.contains(QStringLiteral("larger than a file may be")), qPrintable(problem));
    QCOMPARE(contents(path("a.csv")), QByteArray("old"));
    QCOMPARE(filesIn(m_folder->path()), QStringList{QStringLiteral("a.csv")});
}

void SaveFileTest::onAFullDiskTheOldFileStaysWholeAndTheDiskIsNamed_data()
{
    QTest::addColumn<int>("filled");
    QTest::addColumn<int>("size");
    QTest::newRow("a part fits") << 0 << 3'000'000;
    QTest::newRow("a part of a buffer fits") << 1'036'000 << 12'000;
    QTest::newRow("nothing fits") << 1'048'000 << 100;
}

void SaveFileTest::onAFullDiskTheOldFileStaysWholeAndTheDiskIsNamed()
{
    QFETCH(int, filled);
    QFETCH(int, size);
    const SmallDisk disk(m_folder->path());
    if (!disk.isThere())
        QSKIP("A small disk can't be made here.");
    QCOMPARE(saveFile(path("a.csv"), "old"), QString());
    QFile filler(path("filler"));
    QVERIFY(filler.open(QIODevice::WriteOnly));
    filler.write(QByteArray(filled, 'f'));
    filler.close();
    const QString problem = saveFile(path("a.csv"), QByteArray(size, 'x'));
    QVERIFY2(problem.contains(QStringLiteral("the disk is full. Make room there")), qPrintable(problem));
    QCOMPARE(contents(path("a.csv")), QByteArray("old"));
    QCOMPARE(filesIn(m_folder->path()).size(), 2);
}

void SaveFileTest::theTrueCauseIsNamed_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("cause");
    QTest::newRow("full") << ENOSPC << QStringLiteral("the disk is full");
    QTest::newRow("too large") << EFBIG << QStringLiteral("it is larger than a file may be there");
#ifdef EDQUOT
    QTest::newRow("quota") << EDQUOT << QStringLiteral("your share of the disk is used up");
#endif
    QTest::newRow("anything else") << EIO << QString::fromLocal8Bit(std::strerror(EIO));
    QTest::newRow("nothing") << 0 << QStringLiteral("the system does not say why");
}

void SaveFileTest::theTrueCauseIsNamed()
{
    QFETCH(int, code);
    QFETCH(QString, cause);
    SmallDevice device(path("device"), 1'000, code);
    QVERIFY(device.open(QIODevice::WriteOnly));
    QVERIFY(!writeAll(device, QByteArray(100'000, 'x')));
    QCOMPARE(errno, code);
    QCOMPARE(faultOf(errno, device, 1 << 30, 100'000).cause, cause);
    QVERIFY(!device.errorString().contains(cause)); // Qt does not know it
}

void SaveFileTest::aDiskWithoutRoomIsToldWhereTheSystemDoesNotSay()
{
    SmallDevice device(path("device"), 1'000, 0);
    QVERIFY(device.open(QIODevice::WriteOnly));
    QVERIFY(!writeAll(device, QByteArray(100'000, 'x')));
    QCOMPARE(faultOf(0, device, 5'000, 100'000).cause, QStringLiteral("the disk is full"));
    QCOMPARE(faultOf(0, device, -1, 100'000).cause, QStringLiteral("the system does not say why"));
}

void SaveFileTest::aPlaceThatCannotBeIsNamed_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("said");
    QTest::newRow("no folder") << QStringLiteral("gone/a.csv") << QStringLiteral("There is no folder");
    QTest::newRow("a file as a folder") << QStringLiteral("file/a.csv") << QStringLiteral("not a folder");
    QTest::newRow("a folder as a file") << QStringLiteral("folder") << QStringLiteral("is a folder");
    QTest::newRow("too long a name") << QString(300, QLatin1Char('n'))
                                     << QStringLiteral("could not be written");
}

void SaveFileTest::aPlaceThatCannotBeIsNamed()
{
    QFETCH(QString, name);
    QFETCH(QString, said);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
    QCOMPARE(saveFile(path("file"), "old"), QString());
    const QString problem = saveFile(m_folder->filePath(name), "new");
    QVERIFY2(problem.contains(said), qPrintable(problem));
    QVERIFY2(!problem.contains(QStringLiteral("Unknown error")), qPrintable(problem));
    QCOMPARE(contents(path("file")), QByteArray("old"));
    QCOMPARE(filesIn(m_folder->path()).size(), 2);
}

void SaveFileTest::aFolderThatMayNotBeWrittenToIsNamed()
{
#ifdef Q_OS_UNIX
    if (::geteuid() == 0)
        QSKIP("Whoever may do everything may write there.");
#endif
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
    const QString problem = saveFile(path("a.csv"), "new");
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    QVERIFY2(problem.contains(QStringLiteral("may not write")), qPrintable(problem));
}

OVERFIT_TEST(SaveFileTest)
#include "save_file_test.moc"
