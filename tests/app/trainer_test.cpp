// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace overfit;
using overfit::app::OpenedDataPtr;
using overfit::app::Trainer;

class TrainerTest : public QObject
{
    Q_OBJECT

private slots:
    void answersArriveOnTheThreadThatAsked();
    void ofManyRequestsOnlyTheNewestIsAnswered();
    void aResultThatWasUnderWayWhenANewRequestCameIsNotShown();
    void destroyingInFullFlightEndsAtOnce();
    void aTableIsReadOffTheWindowsThread();
    void aBadFileIsRefusedWithItsPlace();
    void ofTwoFilesTheNewerIsRead();
    void aTableThatIsReadAgainUnchangedIsTheSameObject();
    void aTextIsLookedAtAndRead();
    void readingIsToldAsItGoesOnAndCanBeCancelled();
};

void TrainerTest::answersArriveOnTheThreadThatAsked()
{
    Trainer trainer;
    QThread *thread = nullptr;
    connect(&trainer, &Trainer::snapshotReady, this,
        [&](const SnapshotPtr &) { thread = QThread::currentThread(); });
    trainer.request(Scenario());
    QTRY_COMPARE(thread, QThread::currentThread());
}

void TrainerTest::ofManyRequestsOnlyTheNewestIsAnswered()
{
    Trainer trainer;
    QSignalSpy ready(&trainer, &Trainer::snapshotReady);
    Scenario scenario;
    for (int i = 0; i < 10000; ++i) {
        scenario.degree = i % 31;
        trainer.request(scenario);
    }
    QTRY_VERIFY(!ready.isEmpty() && ready.last()[0].value<SnapshotPtr>()->complete());
    for (const QList<QVariant> &signal : ready)
        QCOMPARE(signal[0].value<SnapshotPtr>()->scenario, scenario);
    QVERIFY(ready.size() < 100); // the stages of one answer, not one for each request
}

void TrainerTest::aResultThatWasUnderWayWhenANewRequestCameIsNotShown()
{
    Trainer trainer;
    QSignalSpy ready(&trainer, &Trainer::snapshotReady);
    Scenario scenario;
    for (int round = 0; round < 300; ++round) {
        scenario.degree = round % 2 == 0 ? 3 : 20;
        trainer.request(scenario);
        if (round % 3 == 0)
            QTest::qSleep(1); // an answer is posted, but not collected yet
        const auto before = ready.size();
        scenario.seed = static_cast<std::uint64_t>(round);
        trainer.request(scenario);
        QCoreApplication::processEvents();
        for (auto i = before; i < ready.size(); ++i)
            QCOMPARE(ready[i][0].value<SnapshotPtr>()->scenario, scenario);
    }
}

void TrainerTest::destroyingInFullFlightEndsAtOnce()
{
    QElapsedTimer timer;
    for (int i = 0; i < 20; ++i) {
        auto trainer = std::make_unique<Trainer>();
        Scenario scenario;
        scenario.degree = 30;
        trainer->request(scenario);
        QTest::qSleep(i % 4);
        timer.start();
        trainer.reset();
        QVERIFY(timer.elapsed() < 2000); // against hanging, not for speed
        QCoreApplication::processEvents(); // nothing is left to arrive
    }
}

void TrainerTest::aTableIsReadOffTheWindowsThread()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("größe.csv"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("age (years);height (cm)\n1;75\n2;87\n3;96\n");
    file.close();
    Trainer trainer;
    QSignalSpy read(&trainer, &Trainer::dataRead);
    trainer.read({path, nullptr});
    QVERIFY(read.isEmpty());
    QTRY_COMPARE(read.size(), 1);
    const auto table = read[0][0].value<OpenedDataPtr>()->data.own;
    QCOMPARE(table->rows.x, (std::vector<double>{1, 2, 3}));
    QCOMPARE(QString::fromStdString(table->y.unit), QStringLiteral("cm"));
}

void TrainerTest::aBadFileIsRefusedWithItsPlace()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("bad.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("x,y\n1,2\n2,three\n3,4\n");
    file.close();
    Trainer trainer;
    QSignalSpy refused(&trainer, &Trainer::tableRefused);
    trainer.read({file.fileName(), nullptr});
    QTRY_COMPARE(refused.size(), 1);
    const auto error = refused[0][0].value<ReadError>();
    QCOMPARE(int(error.reason), int(ReadError::Reason::NotANumber));
    QCOMPARE(error.line, std::size_t(3));
    QCOMPARE(error.column, std::size_t(2));
}

void TrainerTest::ofTwoFilesTheNewerIsRead()
{
    QTemporaryDir folder;
    for (const QString &name : {QStringLiteral("old.csv"), QStringLiteral("new.csv")}) {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("x,y\n1,1\n2,2\n3,3\n");
    }
    Trainer trainer;
    QSignalSpy read(&trainer, &Trainer::dataRead);
    QSignalSpy refused(&trainer, &Trainer::tableRefused);
    trainer.read({folder.filePath(QStringLiteral("old.csv")), nullptr});
    trainer.read({folder.filePath(QStringLiteral("new.csv")), nullptr});
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(
        QString::fromStdString(read[0][0].value<OpenedDataPtr>()->data.own->title), QStringLiteral("new"));
    QCOMPARE(refused.size(), 0);
}

void TrainerTest::aTableThatIsReadAgainUnchangedIsTheSameObject()
{
    Trainer trainer;
    std::vector<DataSource> tables;
    connect(&trainer, &Trainer::dataRead, this,
        [&tables](const OpenedDataPtr &opened) { tables.push_back(opened->data); });
    for (const char *text : {"x,y\n1,2\n2,3\n3,4\n", "x,y\n1,2\n2,3\n3,4\n", "x,y\n1,2\n2,3\n3,5\n"}) {
        const std::size_t before = tables.size();
        trainer.read({QStringLiteral("table"), std::make_shared<const std::string>(text)});
        QTRY_COMPARE(tables.size(), before + 1);
    }
    QCOMPARE(tables[0].own.get(), tables[1].own.get());
    QVERIFY(tables[1].own.get() != tables[2].own.get());
    QCOMPARE(tables[2].own->rows.y.back(), 5.0);
}

void TrainerTest::aTextIsLookedAtAndRead()
{
    const overfit::app::TableSource source{
        QStringLiteral("Cells"), std::make_shared<const std::string>("a\tb\n1,5\t2\n2\t3\n3\t?\n4\t5\n")};
    Trainer trainer;
    QSignalSpy looked(&trainer, &Trainer::previewReady);
    trainer.preview(source);
    QVERIFY(looked.isEmpty());
    QTRY_COMPARE(looked.size(), 1);
    const auto preview = looked[0][0].value<TablePreviewPtr>();
    QCOMPARE(preview->head.format.separator, '\t');
    QSignalSpy read(&trainer, &Trainer::dataRead);
    trainer.read(source, readOptions(preview->head, preview->suggestion));
    QTRY_COMPARE(read.size(), 1);
    const auto data = read[0][0].value<OpenedDataPtr>();
    QCOMPARE(data->data.own->rows.x, (std::vector<double>{1.5, 2, 4}));
    QCOMPARE(data->leftOut.count, std::size_t(1));
}

void TrainerTest::readingIsToldAsItGoesOnAndCanBeCancelled()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("long.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const qint64 size = 60'000'000;
    const QByteArray rows = QByteArray("0.125,0.5\n1.250,2.5\n").repeated(50'000);
    while (file.size() < size)
        file.write(rows);
    file.close();
    Trainer trainer;
    QSignalSpy told(&trainer, &Trainer::readingProgressed);
    QSignalSpy read(&trainer, &Trainer::dataRead);
    QSignalSpy refused(&trainer, &Trainer::tableRefused);
    trainer.read({file.fileName(), nullptr});
    QTRY_VERIFY_WITH_TIMEOUT(told.size() >= 2, 60000);
    QVERIFY(told[1][0].toLongLong() > told[0][0].toLongLong());
    QCOMPARE(told[0][1].toLongLong(), file.size());
    trainer.cancelReading();
    const qsizetype before = told.size();
    Trainer other; // whose answer comes when that of the first one would have
    QSignalSpy ready(&other, &Trainer::snapshotReady);
    other.request(Scenario());
    QTRY_VERIFY(!ready.isEmpty() && ready.last()[0].value<SnapshotPtr>()->complete());
    QCOMPARE(told.size(), before);
    QCOMPARE(read.size() + refused.size(), 0);
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
