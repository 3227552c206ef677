// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/latest_worker.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <new>
#include <vector>

using overfit::LatestWorker;
using overfit::StopToken;

class LatestWorkerTest : public QObject
{
    Q_OBJECT

private slots:
    void runsAJobOnAnotherThread();
    void aNewerJobStopsTheOneUnderWay();
    void ofManyWaitingJobsOnlyTheNewestRuns();
    void cancelForgetsTheWaitingJobAndStopsTheOneUnderWay();
    void aJobThatThrowsDoesNotKeepTheNextFromBeingDone();
    void destroyingStopsTheJobAndWaitsForIt();
    void destroyingAnIdleWorkerEndsAtOnce();
};

namespace {

/// A job that says that it has begun and then works until it is stopped.
struct UntilStopped {
    std::promise<void> begun;
    std::atomic<bool> stopped = false;

    void operator()(const StopToken &stop)
    {
        begun.set_value();
        while (!stop.requested())
            std::this_thread::yield();
        stopped = true;
    }
};

} // namespace

void LatestWorkerTest::runsAJobOnAnotherThread()
{
    std::promise<std::thread::id> ran;
    LatestWorker worker;
    worker.submit([&](const StopToken &) { ran.set_value(std::this_thread::get_id()); });
    QVERIFY(ran.get_future().get() != std::this_thread::get_id());
}

void LatestWorkerTest::aNewerJobStopsTheOneUnderWay()
{
    UntilStopped first;
    std::promise<bool> second;
    LatestWorker worker;
    worker.submit([&](const StopToken &stop) { first(stop); });
    first.begun.get_future().wait();
    worker.submit([&](const StopToken &stop) { second.set_value(!stop.requested() && first.stopped); });
    QVERIFY(second.get_future().get());
}

void LatestWorkerTest::ofManyWaitingJobsOnlyTheNewestRuns()
{
    std::promise<void> release;
    std::promise<void> begun;
    std::promise<void> last;
    std::vector<int> ran; // by the worker only, read after it
    {
        LatestWorker worker;
        worker.submit([&](const StopToken &) {
            begun.set_value();
            release.get_future().wait();
        });
        begun.get_future().wait();
        for (int job = 1; job <= 1000; ++job) {
            worker.submit([&, job](const StopToken &) {
                ran.push_back(job);
                last.set_value();
            });
        }
        release.set_value();
        last.get_future().wait();
    }
    QCOMPARE(ran, std::vector<int>{1000});
}

void LatestWorkerTest::cancelForgetsTheWaitingJobAndStopsTheOneUnderWay()
{
    UntilStopped first;
    std::atomic<bool> secondRan = false;
    std::promise<void> third;
    LatestWorker worker;
    worker.submit([&](const StopToken &stop) { first(stop); });
    first.begun.get_future().wait();
    worker.cancel();
    std::promise<void> hold;
    worker.submit([&](const StopToken &) { hold.get_future().wait(); });
    worker.submit([&](const StopToken &) { secondRan = true; });
    worker.cancel();
    hold.set_value();
    worker.submit([&](const StopToken &) { third.set_value(); });
    third.get_future().wait();
    QVERIFY(first.stopped);
    QVERIFY(!secondRan);
}

void LatestWorkerTest::aJobThatThrowsDoesNotKeepTheNextFromBeingDone()
{
    std::promise<void> begun;
    std::promise<void> done;
    LatestWorker worker;
    worker.submit([&](const StopToken &) {
        begun.set_value();
        throw std::bad_alloc();
    });
    begun.get_future().wait();
    worker.submit([&](const StopToken &) { done.set_value(); });
    QCOMPARE(done.get_future().wait_for(std::chrono::minutes(1)), std::future_status::ready);
}

void LatestWorkerTest::destroyingStopsTheJobAndWaitsForIt()
{
    UntilStopped job;
    {
        LatestWorker worker;
        worker.submit([&](const StopToken &stop) { job(stop); });
        job.begun.get_future().wait();
    }
    QVERIFY(job.stopped);
}

void LatestWorkerTest::destroyingAnIdleWorkerEndsAtOnce()
{
    for (int i = 0; i < 100; ++i)
        LatestWorker worker;
}

OVERFIT_TEST(LatestWorkerTest)
#include "latest_worker_test.moc"
