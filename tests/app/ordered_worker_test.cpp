// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ordered_worker.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <future>
#include <memory>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

using overfit::app::OrderedWorker;

class OrderedWorkerTest : public QObject
{
    Q_OBJECT

private slots:
    void everyJobIsDoneInOrderOnOneOtherThread();
    void allThatWaitsIsDoneBeforeItGoesOnItsOwnThreadToo();
    void aJobThatThrowsDoesNotKeepTheNextFromBeingDone();
};

void OrderedWorkerTest::everyJobIsDoneInOrderOnOneOtherThread()
{
    std::vector<int> done;
    std::set<std::thread::id> threads;
    std::promise<void> all;
    OrderedWorker worker;
    for (int i = 0; i < 1000; ++i)
        worker.submit([&, i] {
            done.push_back(i);
            threads.insert(std::this_thread::get_id());
            if (i == 999)
                all.set_value();
        });
    all.get_future().wait();
    QCOMPARE(done.size(), std::size_t(1000));
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(done[std::size_t(i)], i);
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(threads.count(std::this_thread::get_id()) == 0);
}

void OrderedWorkerTest::allThatWaitsIsDoneBeforeItGoesOnItsOwnThreadToo()
{
    std::vector<int> done;
    std::set<std::thread::id> threads;
    std::promise<void> go;
    auto worker = std::make_unique<OrderedWorker>();
    worker->submit([gone = go.get_future().share()] { gone.wait(); });
    for (int i = 0; i < 10; ++i)
        worker->submit([&, i] {
            done.push_back(i);
            threads.insert(std::this_thread::get_id());
        });
    QVERIFY(done.empty()); // all of them wait
    go.set_value();
    worker.reset();
    QCOMPARE(done, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(threads.count(std::this_thread::get_id()) == 0);
}

void OrderedWorkerTest::aJobThatThrowsDoesNotKeepTheNextFromBeingDone()
{
    bool done = false;
    {
        OrderedWorker worker;
        worker.submit([] { throw std::runtime_error("no"); });
        worker.submit([&done] { done = true; });
    }
    QVERIFY(done);
}

OVERFIT_TEST(OrderedWorkerTest)
#include "ordered_worker_test.moc"
