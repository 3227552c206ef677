// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/mailbox.h"

#include "tests/frame/test_class.h"

#include <QCoreApplication>
#include <QEventLoop>
#include <QList>
#include <QTest>

#include <memory>
#include <thread>
#include <utility>
#include <vector>

using namespace overfit::app;

class MailboxTest : public QObject
{
    Q_OBJECT

private slots:
    void everyValueArrivesInOrderOnTheThreadThatMadeTheMailbox();
    void ofManyValuesTheNewestAloneIsHandedOver();
    void valuesOfManyThreadsAllArriveAndEachThreadsInOrder();
    void otherEventsHaveTheirTurnBetweenTwoValues();
    void theOrderHoldsWhereOneValueOpensALoopOfItsOwn();
    void aMailboxThatHasGoneHandsNothingOver();
};

void MailboxTest::everyValueArrivesInOrderOnTheThreadThatMadeTheMailbox()
{
    QList<int> taken;
    const auto here = std::this_thread::get_id();
    bool elsewhere = false;
    Mailbox<int> box(Kept::All, [&](int value) {
        taken.append(value);
        elsewhere = elsewhere || std::this_thread::get_id() != here;
    });
    std::thread([&box] {
        for (int i = 0; i < 1000; ++i)
            box.put(i);
    }).join();
    QVERIFY(taken.isEmpty()); // nothing comes before the thread asks for its events
    QTRY_COMPARE(taken.size(), 1000);
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(taken[i], i);
    QVERIFY(!elsewhere);
}

void MailboxTest::ofManyValuesTheNewestAloneIsHandedOver()
{
    QList<int> taken;
    Mailbox<int> box(Kept::Newest, [&taken](int value) { taken.append(value); });
    std::thread([&box] {
        for (int i = 0; i < 1000; ++i)
            box.put(i);
    }).join();
    QTRY_COMPARE(taken, QList<int>{999});
    box.put(7); // and it goes on
    QTRY_COMPARE(taken, (QList<int>{999, 7}));
}

void MailboxTest::valuesOfManyThreadsAllArriveAndEachThreadsInOrder()
{
    constexpr int kThreads = 4;
    constexpr int kValues = 500;
    std::vector<QList<int>> taken(kThreads);
    Mailbox<std::pair<std::size_t, int>> box(Kept::All,
        [&taken](const std::pair<std::size_t, int> &value) { taken[value.first].append(value.second); });
    std::vector<std::thread> threads;
    for (std::size_t thread = 0; thread < kThreads; ++thread)
        threads.emplace_back([&box, thread] {
            for (int i = 0; i < kValues; ++i)
                box.put({thread, i});
        });
    QCoreApplication::processEvents(); // meanwhile
    for (std::thread &thread : threads)
        thread.join();
    for (const QList<int> &values : taken) {
        QTRY_COMPARE(values.size(), kValues);
        for (int i = 0; i < kValues; ++i)
            QCOMPARE(values[i], i);
    }
}

void MailboxTest::otherEventsHaveTheirTurnBetweenTwoValues()
{
    QStringList happened;
    Mailbox<int> box(Kept::All, [&](int value) {
        happened.append(QString::number(value));
        if (value == 1)
            QMetaObject::invokeMethod(
                this, [&happened] { happened.append(QStringLiteral("other")); }, Qt::QueuedConnection);
    });
    for (const int value : {1, 2, 3})
        box.put(value);
    QTRY_COMPARE(happened.size(), 4);
    QVERIFY2(happened.indexOf(QStringLiteral("other")) < happened.indexOf(QStringLiteral("3")),
        qPrintable(happened.join(QLatin1Char(' '))));
}

void MailboxTest::theOrderHoldsWhereOneValueOpensALoopOfItsOwn()
{
    QList<int> begun;
    QEventLoop loop;
    Mailbox<int> box(Kept::All, [&](int value) {
        begun.append(value);
        if (value == 1)
            loop.exec(); // as a dialog does
        if (value == 3)
            loop.quit();
    });
    for (const int value : {1, 2, 3, 4})
        box.put(value);
    QTRY_COMPARE(begun, (QList<int>{1, 2, 3, 4}));
}

void MailboxTest::aMailboxThatHasGoneHandsNothingOver()
{
    int taken = 0;
    auto box = std::make_unique<Mailbox<int>>(Kept::All, [&taken](int) { ++taken; });
    box->put(1);
    box.reset();
    QCoreApplication::processEvents();
    QCOMPARE(taken, 0);
}

OVERFIT_TEST(MailboxTest)
#include "mailbox_test.moc"
