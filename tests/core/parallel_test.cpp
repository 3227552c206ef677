// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/parallel.h"

#include "tests/frame/test_class.h"

#include <QTest>

#include <atomic>
#include <new>
#include <set>
#include <stdexcept>
#include <string>
#include <vector>

using namespace overfit;

namespace {

constexpr int kItems = 200;

std::atomic<int> alive{0};
std::atomic<int> mostAlive{0};

/// Counts how many of it there are.
struct Counted {
    explicit Counted(int given) : value(given)
    {
        const int now = ++alive;
        if (now > mostAlive)
            mostAlive = now;
    }
    Counted(Counted &&other) noexcept : value(other.value) { ++alive; }
    ~Counted() { --alive; }
    Counted &operator=(Counted &&) = delete;

    int value;
};

WorkLine<Counted>::Make upTo(int count, int &made)
{
    return [count, &made]() -> std::optional<Counted> {
        if (made == count)
            return std::nullopt;
        return Counted(made++);
    };
}

} // namespace

class ParallelTest : public QObject
{
    Q_OBJECT

private slots:
    void itemsAreTakenInTheOrderInWhichTheyWereMade_data() { addCores(); }
    void itemsAreTakenInTheOrderInWhichTheyWereMade();
    void fewItemsAreUnderWayHoweverManyThereAre_data() { addCores(); }
    void fewItemsAreUnderWayHoweverManyThereAre();
    void whatIsThrownComesOutForTheFirstItem_data() { addCores(); }
    void whatIsThrownComesOutForTheFirstItem();
    void tooLittleMemoryInAThreadComesOut();
    void aMakerAndATakerMayThrow_data() { addCores(); }
    void aMakerAndATakerMayThrow();
    void aRequestToStopIsHeardBetweenItems_data() { addCores(); }
    void aRequestToStopIsHeardBetweenItems();
    void workWithinWorkTakesNoMoreCoresThanThereAre();
    void blocksHoldEachRowOnce_data();
    void blocksHoldEachRowOnce();

private:
    static void addCores()
    {
        QTest::addColumn<int>("cores");
        for (const int cores : {1, 2, 4})
            QTest::addRow("%d cores", cores) << cores;
    }
};

void ParallelTest::itemsAreTakenInTheOrderInWhichTheyWereMade()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    int made = 0;
    std::vector<int> taken;
    WorkLine<Counted> line(
        upTo(kItems, made), [](Counted &item) { item.value *= 2; },
        [&taken](Counted &item) { taken.push_back(item.value); });
    QVERIFY(line.run(StopToken()));
    QCOMPARE(taken.size(), std::size_t{kItems});
    for (int i = 0; i < kItems; ++i)
        QCOMPARE(taken[static_cast<std::size_t>(i)], 2 * i);
}

void ParallelTest::fewItemsAreUnderWayHoweverManyThereAre()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    alive = 0;
    mostAlive = 0;
    int made = 0;
    WorkLine<Counted> line(
        upTo(kItems, made), [](Counted &) {}, [](Counted &) {});
    QVERIFY(line.run(StopToken()));
    QCOMPARE(alive.load(), 0);
    QCOMPARE_LE(mostAlive.load(), 2 * cores + 3); // and copies on their way in
}

void ParallelTest::whatIsThrownComesOutForTheFirstItem()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    for (int round = 0; round < 20; ++round) {
        int made = 0;
        int taken = 0;
        WorkLine<Counted> line(
            upTo(kItems, made),
            [](Counted &item) {
                if (item.value >= 7)
                    throw std::runtime_error(std::to_string(item.value));
            },
            [&taken](Counted &) { ++taken; });
        try {
            QVERIFY(!line.run(StopToken()));
            QFAIL("nothing was thrown");
        } catch (const std::runtime_error &error) {
            QCOMPARE(std::string(error.what()), std::string("7"));
        }
        QCOMPARE(taken, 7);
    }
}

void ParallelTest::tooLittleMemoryInAThreadComesOut()
{
    const CoreLimit limit(4);
    const auto work = [](const RowBlock &block) -> int {
        if (block.from == 30)
            throw std::bad_alloc();
        return 1;
    };
    QVERIFY_THROWS_EXCEPTION(
        std::bad_alloc, static_cast<void>(forBlocks<int>(100, 10, StopToken(), work, [](int &) {})));
}

void ParallelTest::aMakerAndATakerMayThrow()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    int made = 0;
    const auto throwAtFive = [](Counted &item) {
        if (item.value == 5)
            throw std::bad_alloc();
    };
    WorkLine<Counted> taking(
        upTo(kItems, made), [](Counted &) {}, throwAtFive);
    QVERIFY_THROWS_EXCEPTION(std::bad_alloc, static_cast<void>(taking.run(StopToken())));
    int count = 0;
    const auto make = [&count]() -> std::optional<Counted> {
        if (count == 5)
            throw std::bad_alloc();
        return Counted(count++);
    };
    WorkLine<Counted> making(
        make, [](Counted &) {}, [](Counted &) {});
    QVERIFY_THROWS_EXCEPTION(std::bad_alloc, static_cast<void>(making.run(StopToken())));
}

void ParallelTest::aRequestToStopIsHeardBetweenItems()
{
    QFETCH(const int, cores);
    const CoreLimit limit(static_cast<std::size_t>(cores));
    StopToken stop;
    int made = 0;
    WorkLine<Counted> line(
        upTo(kItems, made), [](Counted &) {},
        [&stop](Counted &item) {
            if (item.value == 9)
                stop.request();
        });
    QVERIFY(!line.run(stop));
    QCOMPARE_LE(made, 10 + 2 * cores);
}

void ParallelTest::workWithinWorkTakesNoMoreCoresThanThereAre()
{
    constexpr int kCores = 3;
    const CoreLimit limit(kCores);
    std::atomic<int> working{0};
    std::atomic<int> mostWorking{0};
    forBlocks(60, 1, [&](const RowBlock &) {
        forBlocks(20, 1, [&](const RowBlock &) {
            const int now = ++working;
            if (now > mostWorking)
                mostWorking = now;
            --working;
        });
    });
    QCOMPARE_LE(mostWorking.load(), kCores);
}

void ParallelTest::blocksHoldEachRowOnce_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {0, 1, 9, 10, 11, 99, 100, 101})
        QTest::addRow("%d rows", rows) << rows;
}

void ParallelTest::blocksHoldEachRowOnce()
{
    QFETCH(const int, rows);
    std::size_t next = 0;
    const auto sizeOf = [](const RowBlock &block) { return block; };
    const auto take = [&next](RowBlock &block) {
        QCOMPARE(block.from, next);
        QCOMPARE_LE(block.to - block.from, std::size_t{10});
        next = block.to;
    };
    QVERIFY(forBlocks<RowBlock>(static_cast<std::size_t>(rows), 10, StopToken(), sizeOf, take));
    QCOMPARE(next, static_cast<std::size_t>(rows));
}

OVERFIT_TEST(ParallelTest)
#include "parallel_test.moc"
