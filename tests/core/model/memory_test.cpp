// SPDX-License-Identifier: GPL-3.0-or-later
// What fits of many examples take beside these. Every allocation of this program is counted, so it is one of
// its own.
#include "core/analysis/class_metrics.h"
#include "core/analysis/metrics.h"
#include "core/model/feature_rows.h"
#include "core/model/least_squares.h"
#include "core/model/logistic.h"
#include "core/parallel.h"
#include "core/random.h"
#include "tests/frame/test_class.h"

#include <QTest>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t kHeader = alignof(std::max_align_t); // holds the size

std::atomic<std::size_t> held{0};
std::atomic<std::size_t> mostHeld{0};

void *counted(std::size_t size)
{
    void *const memory = std::malloc(size + kHeader);
    if (!memory)
        throw std::bad_alloc();
    *static_cast<std::size_t *>(memory) = size;
    const std::size_t now = held += size;
    for (std::size_t most = mostHeld; now > most && !mostHeld.compare_exchange_weak(most, now);) { }
    return static_cast<char *>(memory) + kHeader;
}

void release(void *memory)
{
    if (!memory)
        return;
    void *const begin = static_cast<char *>(memory) - kHeader;
    held -= *static_cast<std::size_t *>(begin);
    std::free(begin);
}

} // namespace

void *operator new(std::size_t size)
{
    return counted(size);
}
void operator delete(void *memory) noexcept
{
    release(memory);
}
void operator delete(void *memory, std::size_t) noexcept
{
    release(memory);
}

using namespace overfit;

namespace {

constexpr std::size_t kRows = 100000;
constexpr int kDegree = 12;

/// The most that @p work holds at a time, for each row.
template <typename Work>
double bytesPerRow(Work work)
{
    const std::size_t before = held;
    mostHeld = before;
    work();
    return static_cast<double>(mostHeld - before) / static_cast<double>(kRows);
}

} // namespace

class MemoryTest : public QObject
{
    Q_OBJECT

private slots:
    void aFitOfAPolynomialHoldsFewRows();
    void aFitOfClassesHoldsFewRowsOfFeatures();
};

void MemoryTest::aFitOfAPolynomialHoldsFewRows()
{
    const CoreLimit limit(2);
    Random random(1, Stream::TrainingInputs);
    Dataset data{std::vector<double>(kRows), std::vector<double>(kRows)};
    std::generate(data.x.begin(), data.x.end(), [&] { return 2 * random.uniform() - 1; });
    std::generate(data.y.begin(), data.y.end(), [&] { return random.normal(); });
    const double bytes = bytesPerRow([&] {
        const Fit fit = fitPolynomial(data.examples(), {-1, 1}, kDegree, 0);
        QCOMPARE(measure(fit.polynomial, data.examples(), 0).count, kRows);
    });
    QCOMPARE_LE(bytes, 8.0); // a row of the design matrix has 112
}

void MemoryTest::aFitOfClassesHoldsFewRowsOfFeatures()
{
    const CoreLimit limit(2);
    Random random(1, Stream::TrainingInputs);
    ClassDataset data;
    for (std::size_t i = 0; i < kRows; ++i) {
        data.x1.push_back(2 * random.uniform() - 1);
        data.x2.push_back(2 * random.uniform() - 1);
        data.label.push_back(random.uniform() < (data.x1[i] > 0 ? 0.8 : 0.2) ? 1 : 0);
    }
    const double bytes = bytesPerRow([&] {
        const auto fit = fitClasses(data.examples(), {{-1, 1}, {-1, 1}}, kDegree, 0, StopToken());
        QVERIFY(fit.has_value());
        QCOMPARE(measureClasses(fit->polynomial, data.examples()).count, kRows);
    });
    QCOMPARE_LE(bytes, 100.0); // a row of features has 768, and there were two of each
}

OVERFIT_TEST(MemoryTest)
#include "memory_test.moc"
