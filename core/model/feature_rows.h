// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/class_examples.h"
#include "core/data/dataset.h"

#include <cstddef>
#include <span>
#include <vector>

namespace overfit {

/// A design matrix, row after row: what one example at a time is trained on. Each row is followed by zeros up
/// to a multiple of kRowStep, so that loops over it need no rest.
class FeatureRows
{
public:
    static constexpr std::size_t kRowStep = 8;

    FeatureRows(std::size_t rows, std::size_t terms);

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t terms() const { return m_terms; }
    /// Length of a row with its zeros.
    [[nodiscard]] std::size_t stride() const { return m_stride; }
    [[nodiscard]] double *row(std::size_t i) { return m_values.data() + i * m_stride; }
    [[nodiscard]] const double *row(std::size_t i) const { return m_values.data() + i * m_stride; }

private:
    std::size_t m_rows;
    std::size_t m_terms;
    std::size_t m_stride;
    std::vector<double> m_values;
};

/// Of many examples so many at a time get features, which take up to a hundred times the memory of the
/// examples.
inline constexpr std::size_t kFeatureBlock = 1000;

/// P_0(u) … P_degree(u) of each input, u the input mapped from @p domain to [-1, 1].
[[nodiscard]] FeatureRows curveFeatures(std::span<const double> x, Interval domain, int degree);

/// The terms of a PlanePolynomial of each pair of inputs.
[[nodiscard]] FeatureRows planeFeatures(const ClassExamples &examples, const Rectangle &domain, int degree);

/// The product of each row with @p weights, of which there are as many as a row has with its zeros. The order
/// of summation is the same on every platform.
[[nodiscard]] std::vector<double> products(const FeatureRows &features, std::span<const double> weights);

/// The product of a row and weights, both @p stride long.
[[nodiscard]] double product(const double *row, const double *weights, std::size_t stride);

} // namespace overfit
