// SPDX-License-Identifier: GPL-3.0-or-later
// Eigen's HouseholderQR takes a good half longer at the sizes that a sweep has (200 x 31): it passes over the
// matrix twice for every reflector. Here two reflectors are applied at a time and to three columns at a time,
// so that each number that is loaded is used more than once. With 301 columns, where Eigen works by blocks,
// it still takes a seventh longer. (The benchmark holds both.)
#include "core/model/householder.h"

#include "core/model/lanes.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace overfit {

namespace {

using Index = std::size_t;

double dot(const double *a, const double *b, Index count)
{
    std::array<Lanes, 4> sums{Lanes::Zero(), Lanes::Zero(), Lanes::Zero(), Lanes::Zero()};
    Index i = 0;
    for (; i + 8 <= count; i += 8)
        unrolled<4>(
            [&](auto lane) { sums[lane] += loadLanes(a + i + 2 * lane) * loadLanes(b + i + 2 * lane); });
    double sum = ((sums[0] + sums[1]) + (sums[2] + sums[3])).sum();
    for (; i < count; ++i)
        sum += a[i] * b[i];
    return sum;
}

/// I - tau v v^T. Zero in all of v and tau: the identity.
struct Reflector {
    std::vector<double> v;
    double tau = 0;
};

/// The reflector of the rows from @p first on that turns column[first …] into a multiple of the first unit
/// vector, which is written there. Its v starts at row @p origin <= first.
void reflect(double *column, Index first, Index origin, Index rows, Reflector &reflector)
{
    std::fill(reflector.v.begin(), reflector.v.end(), 0.0);
    reflector.tau = 0;
    const double norm = std::sqrt(dot(column + first, column + first, rows - first));
    if (norm == 0)
        return;
    const double head = column[first];
    const double beta = -std::copysign(norm, head); // the sign for which head - beta does not cancel
    double *v = reflector.v.data() + (first - origin);
    const double inverse = 1 / (head - beta);
    std::transform(column + first, column + rows, v, [=](double value) { return value * inverse; });
    v[0] = 1;
    reflector.tau = (beta - head) / beta;
    column[first] = beta;
}

/// Two reflectors, the first one to be applied first, and the product of their vectors.
struct ReflectorPair {
    const Reflector &first;
    const Reflector &second;
    double product;
    Index count;
};

/// What is to be subtracted from a column: so much of the first and of the second vector.
struct Shares {
    double first = 0;
    double second = 0;
};

Shares sharesOf(const ReflectorPair &pair, double firstDot, double secondDot)
{
    const double first = pair.first.tau * firstDot;
    return {first, pair.second.tau * (secondDot - first * pair.product)};
}

template <Index N>
std::array<Shares, N> dotsWith(const ReflectorPair &pair, std::array<double *, N> columns)
{
    const double *v = pair.first.v.data();
    const double *w = pair.second.v.data();
    std::array<Lanes, N> vSums;
    std::array<Lanes, N> wSums;
    vSums.fill(Lanes::Zero());
    wSums.fill(Lanes::Zero());
    const Index even = pair.count - pair.count % 2;
    for (Index i = 0; i < even; i += 2) {
        const Lanes vi = loadLanes(v + i);
        const Lanes wi = loadLanes(w + i);
        unrolled<N>([&](auto c) {
            const Lanes value = loadLanes(columns[c] + i);
            vSums[c] += value * vi;
            wSums[c] += value * wi;
        });
    }
    std::array<Shares, N> shares;
    for (Index c = 0; c < N; ++c) {
        const double rest = even < pair.count ? columns[c][even] : 0;
        const Index last = std::min(even, pair.count - 1);
        shares[c] = sharesOf(pair, vSums[c].sum() + rest * v[last], wSums[c].sum() + rest * w[last]);
    }
    return shares;
}

template <Index N>
void apply(const ReflectorPair &pair, std::array<double *, N> columns)
{
    const std::array<Shares, N> shares = dotsWith<N>(pair, columns);
    const double *v = pair.first.v.data();
    const double *w = pair.second.v.data();
    const Index count =
        pair.count; // a copy: for all that the compiler knows, the stores below may change the original
    Index i = 0;
    for (; i + 2 <= count; i += 2) {
        const Lanes vi = loadLanes(v + i);
        const Lanes wi = loadLanes(w + i);
        unrolled<N>(
            [&](auto c) { Lanes::Map(columns[c] + i) -= shares[c].first * vi + shares[c].second * wi; });
    }
    for (; i < count; ++i)
        for (Index c = 0; c < N; ++c)
            columns[c][i] -= shares[c].first * v[i] + shares[c].second * w[i];
}

void applyToColumnsFrom(Index column, Index row, const ReflectorPair &pair, Matrix &matrix)
{
    const auto at = [&](Index j) { return matrix.column(j) + row; };
    for (; column + 3 <= matrix.columns(); column += 3)
        apply<3>(pair, {at(column), at(column + 1), at(column + 2)});
    for (; column < matrix.columns(); ++column)
        apply<1>(pair, {at(column)});
}

} // namespace

void reduceToTriangle(Matrix &matrix, std::size_t pivots)
{
    const Index rows = matrix.rows();
    const Index steps = std::min(pivots, rows);
    Reflector first{std::vector<double>(rows)};
    Reflector second{std::vector<double>(rows)};
    const Reflector none{std::vector<double>(rows)};
    for (Index k = 0; k < steps; k += 2) {
        reflect(matrix.column(k), k, k, rows, first);
        if (k + 1 == steps) {
            applyToColumnsFrom(k + 1, k, {first, none, 0, rows - k}, matrix);
            return;
        }
        apply<1>({first, none, 0, rows - k}, {matrix.column(k + 1) + k});
        reflect(matrix.column(k + 1), k + 1, k, rows, second);
        const double product = dot(first.v.data(), second.v.data(), rows - k);
        applyToColumnsFrom(k + 2, k, {first, second, product, rows - k}, matrix);
    }
}

} // namespace overfit
