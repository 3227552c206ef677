// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/condition.h"

#include <cmath>

namespace overfit {

namespace {

/// A unit vector z such that |z^T R| is close to the smallest singular value of the triangle R seen so far.
class SmallestSingularValue
{
public:
    /// R gets the next column of @p transposed's transpose. The new estimate.
    double append(const Matrix &transposed);

private:
    double m_sigma = 0;
    std::vector<double> m_vector;
};

// The new vector is (s z, c), the best of those with s² + c² = 1. Then |(s z, c)^T R|² is the quadratic form
// of the 2x2 matrix [a b; b d] below in (s, c), so that (s, c) is its eigenvector.
double SmallestSingularValue::append(const Matrix &transposed)
{
    const std::size_t k = m_vector.size();
    const double diagonal = transposed(k, k);
    double alpha = 0;
    for (std::size_t i = 0; i < k; ++i)
        alpha += m_vector[i] * transposed(k, i);
    const double a = m_sigma * m_sigma + alpha * alpha;
    const double b = alpha * diagonal;
    const double d = diagonal * diagonal;
    const double largest = 0.5 * (a + d + std::sqrt((a - d) * (a - d) + 4 * b * b));
    // The determinant is (sigma * diagonal)² exactly: dividing by the other eigenvalue loses no digits.
    const double smallest = m_sigma * m_sigma * d / largest;
    // Either row of the singular matrix gives the eigenvector; this is the one that does not cancel.
    double s = a > d ? b : d - smallest;
    double c = a > d ? smallest - a : -b;
    const double norm = std::sqrt(s * s + c * c);
    if (k == 0 || !(norm > 0)) { // diagonal: the better of the axes
        s = k == 0 || d < a ? 0 : 1;
        c = 1 - s;
    } else {
        s /= norm;
        c /= norm;
    }
    for (double &z : m_vector)
        z *= s;
    m_vector.push_back(c);
    m_sigma = k == 0 ? std::abs(diagonal) : std::sqrt(smallest);
    return m_sigma;
}

} // namespace

std::vector<double> usableBlocks(const Matrix &transposed, std::size_t size, double negligible)
{
    SmallestSingularValue smallest;
    std::vector<double> conditions;
    conditions.reserve(size);
    double squares = 0;
    for (std::size_t k = 0; k < size; ++k) {
        const double sigma = smallest.append(transposed);
        if (!(sigma > negligible))
            break;
        for (std::size_t i = 0; i <= k; ++i)
            squares += transposed(k, i) * transposed(k, i);
        conditions.push_back(std::sqrt(squares) / sigma);
    }
    return conditions;
}

} // namespace overfit
