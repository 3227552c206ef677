// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/class_metrics.h"

#include "core/model/descent.h"
#include "core/model/feature_rows.h"

#include <algorithm>

namespace overfit {

Metrics measureClasses(std::span<const std::uint8_t> label, std::span<const double> logits)
{
    Metrics metrics;
    metrics.count = label.size();
    std::size_t right = 0;
    double loss = 0;
    for (std::size_t i = 0; i < label.size(); ++i) {
        const bool one = label[i] != 0;
        right += predictsOne(logits[i]) == one ? 1 : 0;
        loss += softPlus(one ? -logits[i] : logits[i]);
    }
    const auto count = static_cast<double>(metrics.count);
    metrics.accuracy = static_cast<double>(right) / count;
    metrics.logLoss = loss / count;
    return metrics;
}

std::vector<double> logitsOf(const PlanePolynomial &polynomial, const ClassExamples &examples)
{
    const FeatureRows features = planeFeatures(examples, polynomial.domain, polynomial.degree);
    std::vector<double> weights = polynomial.coefficients;
    weights.resize(features.stride());
    return products(features, weights);
}

Metrics measureClasses(const PlanePolynomial &polynomial, const ClassExamples &examples)
{
    return measureClasses(examples.label, logitsOf(polynomial, examples));
}

std::vector<std::uint8_t> rightOnes(std::span<const std::uint8_t> label, std::span<const double> logits)
{
    std::vector<std::uint8_t> right(label.size());
    std::transform(label.begin(), label.end(), logits.begin(), right.begin(),
        [](std::uint8_t one, double logit) -> std::uint8_t {
            return predictsOne(logit) == (one != 0) ? 1 : 0;
        });
    return right;
}

} // namespace overfit
