// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace overfit;
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
    QSignalSpy read(&trainer, &Trainer::fileRead);
    trainer.readFile(path);
    QVERIFY(read.isEmpty());
    QTRY_COMPARE(read.size(), 1);
    const auto table = read[0][0].value<TablePtr>();
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
    QSignalSpy refused(&trainer, &Trainer::fileRefused);
    trainer.readFile(file.fileName());
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
    QSignalSpy read(&trainer, &Trainer::fileRead);
    QSignalSpy refused(&trainer, &Trainer::fileRefused);
    trainer.readFile(folder.filePath(QStringLiteral("old.csv")));
    trainer.readFile(folder.filePath(QStringLiteral("new.csv")));
    QTRY_COMPARE(read.size(), 1);
    QCOMPARE(QString::fromStdString(read[0][0].value<TablePtr>()->title), QStringLiteral("new"));
    QCOMPARE(refused.size(), 0);
}

QTEST_GUILESS_MAIN(TrainerTest)
#include "trainer_test.moc"
