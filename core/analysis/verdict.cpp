// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

#include "core/analysis/tally.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <vector>

namespace overfit {

namespace {

constexpr int kResamples = 200;
/// Larger sets are resampled by so many examples, and the spread is scaled down (Bickel, Götze and van Zwet,
/// Statistica Sinica 7 (1997), 1-31: resampling fewer than n).
constexpr std::size_t kMostResampled = 2000;
constexpr double kSpreadsWithinChance = 2;
constexpr double kLargeGap = 0.25;
constexpr double kLeastWorthAWord = 0.01; // of R²: a point, as far as the figures are shown
/// Of 31 degrees the best is looked at: at two standard deviations one of them would pass by chance again and
/// again. Three leave each a chance of 1/741, all together at most 4 %.
constexpr double kDeviationsForTheBest = 3;

/// What an R² needs to know of an example.
struct Miss {
    double y; ///< from the mean of its set
    double squared; ///< of the error
};

double meanOf(const std::vector<double> &numbers)
{
    double sum = 0;
    for (const double number : numbers)
        sum += number;
    return sum / static_cast<double>(numbers.size());
}

std::vector<Miss> missesOf(const Polynomial &polynomial, const Examples &examples)
{
    const std::vector<double> predicted = evaluate(polynomial, examples.x);
    const double scale = safeScale(examples.y);
    std::vector<double> y(examples.y.begin(), examples.y.end());
    std::transform(y.begin(), y.end(), y.begin(), [=](double value) { return scale * value; });
    const double mean = meanOf(y);
    std::vector<Miss> misses;
    misses.reserve(y.size());
    for (std::size_t i = 0; i < y.size(); ++i) {
        const double error = y[i] - scale * predicted[i];
        misses.push_back({y[i] - mean, error * error});
    }
    return misses;
}

/// R², but 0 for all that is worse than the mean; @p sumOfSquares about 0, of @p count examples.
double worth(double errors, double sum, double sumOfSquares, std::size_t count)
{
    const double total = sumOfSquares - sum * sum / static_cast<double>(count);
    return std::max(0.0, 1 - errors / total);
}

/// The worth of the model on one resample; nothing where all its y are equal.
std::optional<double> resampledWorth(const std::vector<Miss> &misses, std::size_t count, Random &random)
{
    double errors = 0;
    double sum = 0;
    double squares = 0;
    bool allEqual = true;
    double first = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const Miss &miss = misses[random.below(misses.size())];
        first = i == 0 ? miss.y : first;
        allEqual = allEqual && miss.y == first;
        errors += miss.squared;
        sum += miss.y;
        squares += miss.y * miss.y;
    }
    if (allEqual)
        return std::nullopt;
    return worth(errors, sum, squares, count);
}

double variance(const std::vector<double> &numbers)
{
    if (numbers.size() < 2)
        return 0;
    RunningSpread spread;
    for (const double number : numbers)
        spread.add(number);
    const double total = spread.total();
    return std::isnan(total) ? 0 : total / static_cast<double>(numbers.size() - 1);
}

/// Variance of the worth over bootstrap resamples of the examples.
double resampledVariance(const std::vector<Miss> &misses, Random &random)
{
    const std::size_t count = std::min(misses.size(), kMostResampled);
    std::vector<double> worths;
    for (int i = 0; i < kResamples; ++i)
        if (const auto one = resampledWorth(misses, count, random))
            worths.push_back(*one);
    return variance(worths) * static_cast<double>(count) / static_cast<double>(misses.size());
}

Gap gradeOf(double gap, double spread)
{
    if (gap <= std::max(kSpreadsWithinChance * spread, kLeastWorthAWord))
        return Gap::WithinChance;
    return gap < kLargeGap ? Gap::Noticeable : Gap::Large;
}

void judgeGap(const Polynomial &polynomial, const Split &split, std::uint64_t seed, Verdict &verdict)
{
    const double training = measure(polynomial, split.training(), split.tolerance).accuracy;
    const double validation = measure(polynomial, split.validation->examples(), split.tolerance).accuracy;
    if (std::isnan(training) || std::isnan(validation))
        return; // no gap, and no spread of one
    Random random(seed, Stream::Bootstrap);
    const double ofTraining = resampledVariance(missesOf(polynomial, split.training()), random);
    const double ofValidation = resampledVariance(missesOf(polynomial, split.validation->examples()), random);
    verdict.gapSpread = std::sqrt(ofTraining + ofValidation);
    verdict.gap = gradeOf(std::max(0.0, training) - std::max(0.0, validation), verdict.gapSpread);
}

// Let f be what a model adds to a prediction, and e the errors before. Then the share of the sum of e² that
// it takes away, (sum e² - sum (e - f)²) / sum e², is at most the squared correlation of e and f, whatever
// the size of f. Where f has nothing to do with e, that correlation is 0 but for chance: over all orders of
// the examples its standard deviation is 1/sqrt(n-1), for numbers of any distribution; t = r
// sqrt((n-2)/(1-r²)) is its Student form for small n.
bool beyondChance(double share, std::size_t count)
{
    const auto n = static_cast<double>(count);
    constexpr double squared = kDeviationsForTheBest * kDeviationsForTheBest;
    return n > 2 && share > squared / (squared + n - 2);
}

Finding findingOf(const Verdict &verdict, const SweepPoint *current, const SweepPoint *best)
{
    if (best == nullptr || current == nullptr || std::isnan(current->training.accuracy)
        || std::isnan(current->validation.accuracy))
        return Finding::Unmeasurable;
    if (!beyondChance(best->validation.accuracy, best->validation.count))
        return Finding::NothingToLearn;
    if (verdict.gap != Gap::WithinChance)
        return Finding::Overfit;
    if (best->validation.accuracy - current->validation.accuracy < kLeastWorthAWord)
        return Finding::Good;
    const double left = (1 - best->validation.accuracy) / (1 - current->validation.accuracy);
    if (!beyondChance(1 - left, best->validation.count))
        return Finding::Good;
    return best->value > current->value ? Finding::Underfit : Finding::PastBest;
}

/// Where the dial stands and where it would do best.
struct Looked {
    Verdict verdict;
    const SweepPoint *current = nullptr;
    const SweepPoint *best = nullptr;
};

Looked lookedAlong(const Sweep &along, double value)
{
    Looked looked;
    looked.verdict.finding = Finding::Unmeasurable;
    looked.verdict.dial = along.dial;
    if (along.best) {
        looked.best = &along.points[*along.best];
        looked.verdict.best = looked.best->value;
    }
    const auto current = std::find_if(along.points.begin(), along.points.end(),
        [value](const SweepPoint &point) { return point.value == value; });
    if (current != along.points.end())
        looked.current = &*current;
    return looked;
}

double varianceOfShare(const Metrics &metrics)
{
    const auto count = static_cast<double>(metrics.count);
    const double share = (metrics.accuracy * count + 2) / (count + 4);
    return share * (1 - share) / (count + 4);
}

/// Whether a share that is higher by @p gain is so by more than chance, and by a point; the two differ on the
/// share
/// @p differing of @p count examples.
bool clearly(double gain, double differing, std::size_t count)
{
    const double variance = std::max(0.0, differing - gain * gain) / static_cast<double>(count);
    return gain >= kLeastWorthAWord && gain > kDeviationsForTheBest * std::sqrt(variance);
}

bool beatsGuessing(const Metrics &metrics, const std::vector<std::uint8_t> &labels)
{
    const auto ones = static_cast<double>(std::count(labels.begin(), labels.end(), std::uint8_t{1}));
    const double share = ones / static_cast<double>(labels.size());
    const double others = share > 0.5 ? 1 - metrics.ones : metrics.ones;
    return clearly(metrics.accuracy - std::max(share, 1 - share), others, metrics.count);
}

bool beats(const Metrics &better, const Metrics &other)
{
    const double differing = std::min(1.0, (1 - better.accuracy) + (1 - other.accuracy));
    return clearly(better.accuracy - other.accuracy, differing, better.count);
}

} // namespace

Verdict judge(
    const Polynomial &polynomial, const Split &split, const Sweep &along, double value, std::uint64_t seed)
{
    const Looked looked = lookedAlong(along, value);
    Verdict verdict = looked.verdict;
    judgeGap(polynomial, split, seed, verdict);
    verdict.finding = findingOf(verdict, looked.current, looked.best);
    return verdict;
}

Verdict judgeClasses(const ClassSplit &split, const Sweep &along, double value)
{
    const Looked looked = lookedAlong(along, value);
    Verdict verdict = looked.verdict;
    if (looked.current == nullptr || looked.best == nullptr)
        return verdict;
    const Metrics &training = looked.current->training;
    const Metrics &validation = looked.current->validation;
    verdict.gapSpread = std::sqrt(varianceOfShare(training) + varianceOfShare(validation));
    verdict.gap = gradeOf(training.accuracy - validation.accuracy, verdict.gapSpread);
    if (!beatsGuessing(looked.best->validation, split.validation->label))
        verdict.finding = Finding::NothingToLearn;
    else if (verdict.gap != Gap::WithinChance)
        verdict.finding = Finding::Overfit;
    else if (beats(looked.best->validation, validation))
        verdict.finding = looked.best->value > value ? Finding::Underfit : Finding::PastBest;
    else
        verdict.finding = Finding::Good;
    return verdict;
}

} // namespace overfit
