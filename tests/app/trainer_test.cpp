// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include "tests/frame/test_class.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

#include <condition_variable>
#include <functional>
#include <future>
#include <memory>
#include <mutex>
#include <new>
#include <optional>
#include <stdexcept>

using namespace overfit;
using overfit::app::Trainer;

namespace {

/// What the worker has posted, whether or not the window has collected it.
class Posted
{
public:
    void add(const Snapshot &snapshot)
    {
        const std::lock_guard lock(m_mutex);
        m_stages = snapshot.scenario == m_scenario ? m_stages + 1 : 1;
        m_scenario = snapshot.scenario;
        m_complete = snapshot.complete();
        m_changed.notify_all();
    }
    /// Until so many stages of an answer were posted, or all of it.
    void waitFor(const Scenario &scenario, int stages)
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock,
            [&] { return stages == 0 || (m_scenario == scenario && (m_stages >= stages || m_complete)); });
    }

private:
    std::mutex m_mutex; // guards the next three
    std::optional<Scenario> m_scenario;
    int m_stages = 0;
    bool m_complete = false;
    std::condition_variable m_changed;
};

/// Answers as usual.
Trainer::Answering telling(Posted &posted)
{
    return [&posted](Answerer &answerer, const Scenario &scenario, const StopToken &stop,
               const Answerer::Deliver &deliver) {
        answerer.answer(scenario, stop, [&](const SnapshotPtr &snapshot) {
            deliver(snapshot);
            posted.add(*snapshot);
        });
    };
}

} // namespace

class TrainerTest : public QObject
{
    Q_OBJECT

private slots:
    void answersArriveOnTheThreadThatAsked();
    void ofManyRequestsOnlyTheNewestIsAnswered();
    void aResultThatWasUnderWayWhenANewRequestCameIsNotShown();
    void destroyingInFullFlightEndsAtOnce();
    void anAnswerThatThrowsIsToldAndTheNextOneComes_data();
    void anAnswerThatThrowsIsToldAndTheNextOneComes();
    void nothingIsToldOfAnAnswerThatIsNotWantedAnyMore();
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
        scenario.model.degree = i % 31;
        trainer.request(scenario);
    }
    QTRY_VERIFY(!ready.isEmpty() && ready.last()[0].value<SnapshotPtr>()->complete());
    for (const QList<QVariant> &signal : ready)
        QCOMPARE(signal[0].value<SnapshotPtr>()->scenario, scenario);
    QVERIFY(ready.size() < 100); // the stages of one answer, not one for each request
}

void TrainerTest::aResultThatWasUnderWayWhenANewRequestCameIsNotShown()
{
    Posted posted;
    Trainer trainer(nullptr, telling(posted));
    QSignalSpy ready(&trainer, &Trainer::snapshotReady);
    Scenario scenario;
    for (int round = 0; round < 300; ++round) {
        scenario.model.degree = round % 2 == 0 ? 3 : 20;
        trainer.request(scenario);
        if (round % 3 == 0)
            posted.waitFor(scenario, 1); // and it is not collected yet
        const auto before = ready.size();
        scenario.data.seed = static_cast<std::uint64_t>(round);
        trainer.request(scenario);
        QCoreApplication::processEvents();
        for (auto i = before; i < ready.size(); ++i)
            QCOMPARE(ready[i][0].value<SnapshotPtr>()->scenario, scenario);
    }
}

void TrainerTest::destroyingInFullFlightEndsAtOnce()
{
    QElapsedTimer timer;
    Scenario scenario;
    scenario.model.degree = 30;
    for (int i = 0; i < 20; ++i) {
        Posted posted;
        auto trainer = std::make_unique<Trainer>(nullptr, telling(posted));
        trainer->request(scenario);
        posted.waitFor(scenario, i % 4);
        timer.start();
        trainer.reset();
        QVERIFY(timer.elapsed() < 2000); // against hanging, not for speed
        QCoreApplication::processEvents(); // nothing is left to arrive
    }
}

namespace {

constexpr int kBadDegree = 13;

/// Answers as usual, but for one degree: there it throws after the first stage.
Trainer::Answering throwing(const std::function<void()> &raise)
{
    return [raise](Answerer &answerer, const Scenario &scenario, const StopToken &stop,
               const Answerer::Deliver &deliver) {
        answerer.answer(scenario, stop, [&](const SnapshotPtr &snapshot) {
            deliver(snapshot);
            if (scenario.model.degree == kBadDegree)
                raise();
        });
    };
}

} // namespace

void TrainerTest::anAnswerThatThrowsIsToldAndTheNextOneComes_data()
{
    QTest::addColumn<bool>("isMemory");
    QTest::addColumn<QString>("said");
    QTest::newRow("memory") << true << QStringLiteral("not enough memory");
    QTest::newRow("anything else") << false << QStringLiteral("(odd)");
}

void TrainerTest::anAnswerThatThrowsIsToldAndTheNextOneComes()
{
    QFETCH(bool, isMemory);
    QFETCH(QString, said);
    Trainer trainer(nullptr, throwing([isMemory] {
        if (isMemory)
            throw std::bad_alloc();
        throw std::runtime_error("odd");
    }));
    QSignalSpy ready(&trainer, &Trainer::snapshotReady);
    QSignalSpy failed(&trainer, &Trainer::failed);
    Scenario scenario;
    scenario.model.degree = kBadDegree;
    trainer.request(scenario);
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY2(failed[0][0].toString().contains(said), qPrintable(failed[0][0].toString()));
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("Choose"))); // what to do
    QVERIFY(!ready.isEmpty() && !ready.last()[0].value<SnapshotPtr>()->complete()); // as far as it came
    scenario.model.degree = 3;
    trainer.request(scenario);
    QTRY_VERIFY(ready.last()[0].value<SnapshotPtr>()->complete());
    QCOMPARE(ready.last()[0].value<SnapshotPtr>()->scenario, scenario);
    QCOMPARE(failed.size(), 1);
}

void TrainerTest::nothingIsToldOfAnAnswerThatIsNotWantedAnyMore()
{
    std::promise<void> newer;
    Trainer trainer(nullptr, throwing([asked = newer.get_future().share()] {
        asked.wait();
        throw std::bad_alloc();
    }));
    QSignalSpy ready(&trainer, &Trainer::snapshotReady);
    QSignalSpy failed(&trainer, &Trainer::failed);
    Scenario scenario;
    scenario.model.degree = kBadDegree;
    trainer.request(scenario);
    scenario.model.degree = 3;
    trainer.request(scenario);
    newer.set_value();
    QTRY_VERIFY(!ready.isEmpty() && ready.last()[0].value<SnapshotPtr>()->complete());
    QCOMPARE(failed.size(), 0);
}

OVERFIT_TEST(TrainerTest)
#include "trainer_test.moc"
