// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/cross_validation.h"

#include "core/analysis/metrics.h"
#include "core/model/least_squares.h"

#include <algorithm>
#include <cmath>

namespace overfit {

namespace {

using Fold = std::vector<std::size_t>;

struct Parts {
    Dataset training;
    Dataset validation;
};

/// Rows keep their order, whatever the fold: so the fit does not depend on how the others were cut.
Parts partsOf(const Dataset &data, const Fold &fold)
{
    std::vector<char> isHeldOut(data.size(), 0);
    for (const std::size_t i : fold)
        isHeldOut[i] = 1;
    Parts parts;
    for (std::size_t i = 0; i < data.size(); ++i) {
        Dataset &part = isHeldOut[i] != 0 ? parts.validation : parts.training;
        part.x.push_back(data.x[i]);
        part.y.push_back(data.y[i]);
    }
    return parts;
}

double meanOf(const std::vector<double> &values)
{
    double mean = 0;
    for (const double value : values)
        mean += value / static_cast<double>(values.size());
    return mean;
}

double deviationOf(const std::vector<double> &values)
{
    const double mean = meanOf(values);
    double largest = 0; // for the squares to stay within the range of double
    for (const double value : values)
        largest = std::max(largest, std::abs(value - mean));
    if (!(largest > 0))
        return largest;
    double squares = 0;
    for (const double value : values)
        squares += (value - mean) / largest * ((value - mean) / largest);
    return largest * std::sqrt(squares / static_cast<double>(values.size()));
}

CrossValidation summaryOf(int degree, const std::vector<Metrics> &scores)
{
    std::vector<double> errors;
    std::vector<double> accuracies;
    for (const Metrics &score : scores) {
        errors.push_back(score.rmse * score.rmse);
        accuracies.push_back(score.accuracy);
    }
    return {degree, meanOf(errors), deviationOf(errors), meanOf(accuracies)};
}

} // namespace

std::vector<Fold> foldsOf(std::span<const std::size_t> rows, int folds)
{
    const auto count = static_cast<std::size_t>(folds);
    std::vector<Fold> result;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t size = rows.size() / count + (i < rows.size() % count ? 1 : 0);
        const auto fold = rows.subspan(begin, size);
        result.emplace_back(fold.begin(), fold.end());
        begin += size;
    }
    return result;
}

std::vector<CrossValidation> crossValidate(
    const Dataset &data, const std::vector<Fold> &folds, std::span<const int> degrees, double ridge)
{
    const auto [low, high] = std::minmax_element(data.x.begin(), data.x.end());
    const Interval domain{*low, *high};
    std::vector<std::vector<Metrics>> scores(degrees.size());
    for (const Fold &fold : folds) {
        const Parts parts = partsOf(data, fold);
        for (std::size_t i = 0; i < degrees.size(); ++i) {
            const Fit fit = fitPolynomial(parts.training.examples(), domain, degrees[i], ridge);
            scores[i].push_back(measure(fit.polynomial, parts.validation.examples(), 0));
        }
    }
    std::vector<CrossValidation> results;
    for (std::size_t i = 0; i < degrees.size(); ++i)
        results.push_back(summaryOf(degrees[i], scores[i]));
    return results;
}

} // namespace overfit
