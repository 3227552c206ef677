// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/class_metrics.h"

#include "core/model/feature_rows.h"
#include "core/parallel.h"
#include "core/portable_math.h"

#include <algorithm>
#include <cmath>

namespace overfit {

namespace {

constexpr double kNegligibleMargin = 700; // where e^-m is all but 0, and portableExp() ends

} // namespace

// -ln p of the true class is ln(1 + e^-m) for the margin m (the logit, or its negative for class 0): max(-m,
// 0) plus ln(1 + e^-|m|). Of the latter the arguments, 1 to 2 each, are multiplied, and one logarithm taken
// for many of them.
Metrics measureClasses(std::span<const std::uint8_t> label, std::span<const double> logits)
{
    constexpr std::size_t kAtOnce = 64; // factors: 2^64 is far from leaving the range of double
    Metrics metrics;
    metrics.count = label.size();
    std::size_t right = 0;
    std::size_t ones = 0;
    double loss = 0;
    for (std::size_t from = 0; from < label.size(); from += kAtOnce) {
        double product = 1;
        for (std::size_t i = from; i < std::min(label.size(), from + kAtOnce); ++i) {
            const bool one = label[i] != 0;
            right += predictsOne(logits[i]) == one ? 1 : 0;
            ones += predictsOne(logits[i]) ? 1 : 0;
            const double margin = one ? logits[i] : -logits[i];
            loss += std::max(-margin, 0.0);
            product *= 1 + portableExp(-std::min(std::abs(margin), kNegligibleMargin));
        }
        loss += portableLog(product);
    }
    const auto count = static_cast<double>(metrics.count);
    metrics.accuracy = static_cast<double>(right) / count;
    metrics.ones = static_cast<double>(ones) / count;
    metrics.logLoss = loss / count;
    return metrics;
}

std::vector<double> logitsOf(const PlanePolynomial &polynomial, const ClassExamples &examples)
{
    std::vector<double> logits(examples.size());
    forBlocks(examples.size(), kFeatureBlock, [&](const RowBlock &block) {
        const FeatureRows features =
            planeFeatures(examples.between(block.from, block.to), polynomial.domain, polynomial.degree);
        std::vector<double> weights = polynomial.coefficients;
        weights.resize(features.stride());
        const std::vector<double> part = products(features, weights);
        std::copy(part.begin(), part.end(), logits.begin() + static_cast<std::ptrdiff_t>(block.from));
    });
    return logits;
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
