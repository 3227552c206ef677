// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/feature_rows.h"

#include "core/model/lanes.h"
#include "core/model/legendre.h"
#include "core/model/plane_polynomial.h"
#include "core/model/polynomial.h"

#include <array>

namespace overfit {

namespace {

constexpr std::size_t kAtOnce = FeatureRows::kRowStep / 2; // lanes

std::size_t padded(std::size_t terms)
{
    return (terms + FeatureRows::kRowStep - 1) / FeatureRows::kRowStep * FeatureRows::kRowStep;
}

double sumOf(const std::array<Lanes, kAtOnce> &sums)
{
    const Lanes all = (sums[0] + sums[1]) + (sums[2] + sums[3]);
    return all[0] + all[1];
}

} // namespace

FeatureRows::FeatureRows(std::size_t rows, std::size_t terms)
    : m_rows(rows), m_terms(terms), m_stride(padded(terms)), m_values(rows * m_stride)
{
}

FeatureRows curveFeatures(std::span<const double> x, Interval domain, int degree)
{
    FeatureRows features(x.size(), static_cast<std::size_t>(degree) + 1);
    const std::vector<LegendreStep> steps = legendreSteps(degree);
    for (std::size_t i = 0; i < x.size(); ++i) {
        writeLegendreRow(toUnit(domain, x[i]), steps, features.row(i));
    }
    return features;
}

FeatureRows planeFeatures(const ClassExamples &examples, const Rectangle &domain, int degree)
{
    FeatureRows features(examples.size(), planeTerms(degree));
    const std::vector<LegendreStep> steps = legendreSteps(degree);
    std::vector<double> first(steps.size() + 1);
    std::vector<double> second(steps.size() + 1);
    for (std::size_t i = 0; i < examples.size(); ++i) {
        writeLegendreRow(toUnit(domain.x1, examples.x1[i]), steps, first.data());
        writeLegendreRow(toUnit(domain.x2, examples.x2[i]), steps, second.data());
        double *out = features.row(i);
        for (std::size_t total = 0; total < first.size(); ++total)
            for (std::size_t j = 0; j <= total; ++j)
                *out++ = first[total - j] * second[j];
    }
    return features;
}

double product(const double *row, const double *weights, std::size_t stride)
{
    std::array<Lanes, kAtOnce> sums{Lanes::Zero(), Lanes::Zero(), Lanes::Zero(), Lanes::Zero()};
    for (std::size_t k = 0; k < stride; k += FeatureRows::kRowStep)
        unrolled<kAtOnce>([&](auto lane) {
            sums[lane] += loadLanes(row + k + 2 * lane) * loadLanes(weights + k + 2 * lane);
        });
    return sumOf(sums);
}

std::vector<double> products(const FeatureRows &features, std::span<const double> weights)
{
    std::vector<double> result(features.rows());
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = product(features.row(i), weights.data(), features.stride());
    return result;
}

} // namespace overfit
