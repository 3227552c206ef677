// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table_loader.h"

#include "tests/frame/test_class.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <string>
#include <vector>

using namespace overfit;
using overfit::app::OpenedDataPtr;
using overfit::app::TableLoader;
using overfit::app::TableSource;

class TableLoaderTest : public QObject
{
    Q_OBJECT

private slots:
    void aTableIsReadOffTheWindowsThread();
    void aBadFileIsRefusedWithItsPlace();
    void ofTwoFilesTheNewerIsRead();
    void aTableThatIsReadAgainUnchangedIsTheSameObject();
    void aTextIsLookedAtAndRead();
    void readingIsToldAsItGoesOnAndCanBeCancelled();
};

void TableLoaderTest::aTableIsReadOffTheWindowsThread()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("größe.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("age (years);height (cm)\n1;75\n2;87\n3;96\n");
    file.close();
    TableLoader loader;
    QSignalSpy read(&loader, &TableLoader::dataRead);
    loader.read({path, nullptr});
    QVERIFY(read.isEmpty());
    QTRY_COMPARE(read.size(), 1);
    const auto table = read[0][0].value<OpenedDataPtr>()->data.table();
    QCOMPARE(table->rows.x, (std::vector<double>{1, 2, 3}));
    QCOMPARE(QString::fromStdString(table->y.unit), QStringLiteral("cm"));
}

void TableLoaderTest::aBadFileIsRefusedWithItsPlace()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("bad.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x,y\n1,2\n2,three\n3,4\n");
    file.close();
    TableLoader loader;
    QSignalSpy refused(&loader, &TableLoader::tableRefused);
    loader.read({file.fileName(), nullptr});
    QTRY_COMPARE(refused.size(), 1);
    const auto error = refused[0][0].value<ReadError>();
    QCOMPARE(int(error.reason), int(ReadError::Reason::NotANumber));
    QCOMPARE(error.line, std::size_t(3));
    QCOMPARE(error.column, std::size_t(2));
}

void TableLoaderTest::ofTwoFilesTheNewerIsRead()
{
    QTemporaryDir folder;
    for (const QString &name : {QStringLiteral("old.csv"), QStringLiteral("new.csv")}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x,y\n1,1\n2,2\n3,3\n");
    }
    TableLoader loader;
    QSignalSpy read(&loader, &TableLoader::dataRead);
    QSignalSpy refused(&loader, &TableLoader::tableRefused);
    loader.read({folder.filePath(QStringLiteral("old.csv")), nullptr});
    loader.read({folder.filePath(QStringLiteral("new.csv")), nullptr});
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(QString::fromStdString(read[0][0].value<OpenedDataPtr>()->data.table()->title),
        QStringLiteral("new"));
    QCOMPARE(refused.size(), 0);
}

void TableLoaderTest::aTableThatIsReadAgainUnchangedIsTheSameObject()
{
    TableLoader loader;
    std::vector<DataSource> tables;
    connect(&loader, &TableLoader::dataRead, this,
        [&tables](const OpenedDataPtr &opened) { tables.push_back(opened->data); });
    for (const char *text : {"x,y\n1,2\n2,3\n3,4\n", "x,y\n1,2\n2,3\n3,4\n", "x,y\n1,2\n2,3\n3,5\n"}) {
        const std::size_t before = tables.size();
        loader.read({QStringLiteral("table"), std::make_shared<const std::string>(text)});
        QTRY_COMPARE(tables.size(), before + 1);
    }
    QCOMPARE(tables[0].table().get(), tables[1].table().get());
    QVERIFY(tables[1].table().get() != tables[2].table().get());
    QCOMPARE(tables[2].table()->rows.y.back(), 5.0);
}

void TableLoaderTest::aTextIsLookedAtAndRead()
{
    const TableSource source{
        QStringLiteral("Cells"), std::make_shared<const std::string>("a\tb\n1,5\t2\n2\t3\n3\t?\n4\t5\n")};
    TableLoader loader;
    QSignalSpy looked(&loader, &TableLoader::previewReady);
    loader.preview(source);
    QVERIFY(looked.isEmpty());
    QTRY_COMPARE(looked.size(), 1);
    const auto preview = looked[0][0].value<TablePreviewPtr>();
    QCOMPARE(preview->head.format.separator, '\t');
    QSignalSpy read(&loader, &TableLoader::dataRead);
    loader.read(source, readOptions(preview->head, preview->suggestion));
    QTRY_COMPARE(read.size(), 1);
    const auto data = read[0][0].value<OpenedDataPtr>();
    QCOMPARE(data->data.table()->rows.x, (std::vector<double>{1.5, 2, 4}));
    QCOMPARE(data->leftOut.count, std::size_t(1));
}

void TableLoaderTest::readingIsToldAsItGoesOnAndCanBeCancelled()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("long.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const qint64 size = 60'000'000;
    const QByteArray rows = QByteArray("0.125,0.5\n1.250,2.5\n").repeated(50'000);
    while (file.size() < size)
        file.write(rows);
    file.close();
    TableLoader loader;
    QSignalSpy told(&loader, &TableLoader::readingProgressed);
    QSignalSpy read(&loader, &TableLoader::dataRead);
    QSignalSpy refused(&loader, &TableLoader::tableRefused);
    loader.read({file.fileName(), nullptr});
    QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 2, 60000);
    QVERIFY(told[1][0].toLongLong() > told[0][0].toLongLong());
    QCOMPARE(told[0][1].toLongLong(), file.size());
    loader.cancel();
    const qsizetype before = told.size();
    // What is read next comes after whatever the first one would have told.
    loader.read({QStringLiteral("short"), std::make_shared<const std::string>("x,y\n1,2\n2,3\n3,4\n")});
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(read[0][0].value<OpenedDataPtr>()->data.table()->rows.size(), std::size_t(3));
    QCOMPARE(told.size(), before);
    QCOMPARE(refused.size(), 0);
}

OVERFIT_TEST(TableLoaderTest)
#include "table_loader_test.moc"
