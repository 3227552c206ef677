// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/verdict.h"

#include "core/analysis/tally.h"
#include "core/random.h"

#include <algorithm>
#include <cmath>
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
    const double training = measure(polynomial, split.training(), split.tolerance).r2;
    const double validation = measure(polynomial, split.validation.examples(), split.tolerance).r2;
    if (std::isnan(training) || std::isnan(validation))
        return; // no gap, and no spread of one
    Random random(seed, Stream::Bootstrap);
    const double ofTraining = resampledVariance(missesOf(polynomial, split.training()), random);
    const double ofValidation = resampledVariance(missesOf(polynomial, split.validation.examples()), random);
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
    if (best == nullptr || current == nullptr || std::isnan(current->training.r2)
        || std::isnan(current->validation.r2))
        return Finding::Unmeasurable;
    if (!beyondChance(best->validation.r2, best->validation.count))
        return Finding::NothingToLearn;
    if (verdict.gap != Gap::WithinChance)
        return Finding::Overfit;
    if (best->value <= current->value || best->validation.r2 - current->validation.r2 < kLeastWorthAWord)
        return Finding::Good;
    const double left = (1 - best->validation.r2) / (1 - current->validation.r2);
    return beyondChance(1 - left, best->validation.count) ? Finding::Underfit : Finding::Good;
}

} // namespace

Verdict judge(const Polynomial &polynomial, const Split &split, const Sweep &byDegree, std::uint64_t seed)
{
    Verdict verdict;
    const std::vector<SweepPoint> &points = byDegree.points;
    const SweepPoint *best = byDegree.best ? &points[*byDegree.best] : nullptr;
    const auto current = std::find_if(points.begin(), points.end(),
        [&](const SweepPoint &point) { return point.value == polynomial.degree(); });
    verdict.bestDegree = best == nullptr ? 0 : best->value;
    judgeGap(polynomial, split, seed, verdict);
    verdict.finding = findingOf(verdict, current == points.end() ? nullptr : &*current, best);
    return verdict;
}

} // namespace overfit
