// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/triangular_system.h"

#include "core/model/condition.h"
#include "core/model/householder.h"
#include "core/model/polynomial.h"
#include "core/parallel.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <algorithm>
#include <cmath>
#include <limits>

namespace overfit {

namespace {

/// Coefficients grow as the inverse of the smallest singular value, and their rounding is what the training
/// residual cannot get below: with a 10^-14th it may take some 10^-7 off an R² of 1. Below that,
/// interpolation through all points (31 random ones and degree 30, say) would leave them by more than a lower
/// degree does.
constexpr double kNegligible = 1e-14;
/// So much better than what is negligible that no number of rows to come can make it look so.
constexpr double kClearCondition = 1e9;

using Row = Eigen::Map<Eigen::ArrayXd>;
using ConstRow = Eigen::Map<const Eigen::ArrayXd>;

} // namespace

TriangularSystem::TriangularSystem(Interval domain, int columns, double ridge)
    : m_domain(domain), m_columns(static_cast<std::size_t>(columns)), m_ridge(ridge),
      m_steps(legendreSteps(columns - 1)), m_transposed(m_columns + 1, m_columns)
{
    if (ridge == 0)
        return;
    m_empty = false;
    for (std::size_t k = 1; k < m_columns; ++k)
        m_transposed(k, k) = std::sqrt(ridge);
}

void TriangularSystem::add(double x, double y)
{
    const double u = toUnit(m_domain, x);
    noteUnit(u);
    std::vector<double> row = legendreRow(u, m_steps);
    row.push_back(y);
    rotateIn(std::move(row));
    m_empty = false;
}

void TriangularSystem::rotateIn(std::vector<double> row)
{
    for (std::size_t k = 0; k < m_columns; ++k) {
        if (row[k] == 0)
            continue;
        double *factor = m_transposed.column(k);
        // Both are at most the norm of the design matrix: no need of std::hypot's care.
        const double norm = std::sqrt(factor[k] * factor[k] + row[k] * row[k]);
        const double c = norm == 0 ? 1 : factor[k] / norm;
        const double s = norm == 0 ? 0 : row[k] / norm;
        for (std::size_t j = k; j <= m_columns; ++j) {
            const double kept = c * factor[j] + s * row[j];
            row[j] = c * row[j] - s * factor[j];
            factor[j] = kept;
        }
    }
}

void TriangularSystem::add(const Examples &examples)
{
    static_cast<void>(add(examples, StopToken()));
}

bool TriangularSystem::add(const Examples &examples, const StopToken &stop)
{
    if (examples.size() <= kBlockRows) {
        addBlock(examples);
        return !stop.requested();
    }
    return forBlocks<TriangularSystem>(
        examples.size(), kBlockRows, stop,
        [&](const RowBlock &block) {
            TriangularSystem part(m_domain, static_cast<int>(m_columns), 0);
            part.addBlock(examples.between(block.from, block.to));
            return part;
        },
        [this](const TriangularSystem &part) { addTriangle(part); });
}

void TriangularSystem::addBlock(const Examples &examples)
{
    for (std::size_t at = 0; at < examples.size(); at += kChunkRows)
        addChunk(examples.between(at, std::min(at + kChunkRows, examples.size())));
}

void TriangularSystem::addChunk(const Examples &examples)
{
    for (std::size_t i = 0; i < examples.size() && m_distinct.size() < m_columns; ++i)
        noteUnit(toUnit(m_domain, examples.x[i]));
    const std::size_t rows = examples.size();
    Matrix work(rows + (m_empty ? 0 : m_columns), m_columns + 1);
    writeLegendreColumns(m_domain, examples.x, static_cast<int>(m_columns), work);
    std::copy(examples.y.begin(), examples.y.end(), work.column(m_columns));
    reduce(work, rows);
}

/// What another system without a ridge was given.
void TriangularSystem::addTriangle(const TriangularSystem &other)
{
    for (const double u : other.m_distinct)
        noteUnit(u);
    Matrix work(m_columns + (m_empty ? 0 : m_columns), m_columns + 1);
    for (std::size_t k = 0; k < m_columns; ++k)
        for (std::size_t j = k; j <= m_columns; ++j)
            work(k, j) = other.m_transposed(j, k);
    reduce(work, m_columns);
}

/// Makes R of the first rows of @p work and what R was, for which there is room below them: small ridge rows
/// lose nothing when larger ones are above them.
void TriangularSystem::reduce(Matrix &work, std::size_t newRows)
{
    for (std::size_t k = 0; !m_empty && k < m_columns; ++k)
        for (std::size_t j = k; j <= m_columns; ++j)
            work(newRows + k, j) = m_transposed(j, k);
    reduceToTriangle(work, m_columns);
    for (std::size_t k = 0; k < std::min(m_columns, work.rows()); ++k)
        for (std::size_t j = k; j <= m_columns; ++j)
            m_transposed(j, k) = work(k, j);
    m_empty = false;
}

TriangularSystem TriangularSystem::withRidge(double ridge) const
{
    TriangularSystem system = *this;
    system.m_ridge = ridge;
    for (std::size_t k = 1; ridge != 0 && k < m_columns; ++k) {
        std::vector<double> row(m_columns + 1, 0.0);
        row[k] = std::sqrt(ridge);
        system.rotateIn(std::move(row));
    }
    return system;
}

void TriangularSystem::noteUnit(double u)
{
    if (m_distinct.size() == m_columns)
        return;
    const auto place = std::lower_bound(m_distinct.begin(), m_distinct.end(), u);
    if (place == m_distinct.end() || *place != u)
        m_distinct.insert(place, u);
}

double TriangularSystem::negligible() const
{
    double largest = 0;
    for (std::size_t k = 0; k < m_columns; ++k)
        largest = std::max(largest, std::abs(m_transposed(k, k)));
    return kNegligible * largest;
}

// Without a ridge there are no more than there are distinct inputs: exact, where a threshold would guess.
// Inputs that differ by rounding only leave rows of rounding errors.
std::size_t TriangularSystem::independentRows() const
{
    const double limit = negligible();
    const auto isNegligible = [&](std::size_t k) {
        const double *row = m_transposed.column(k);
        return std::all_of(row + k, row + m_columns, [limit](double r) { return std::abs(r) <= limit; });
    };
    std::size_t rows = m_ridge == 0 ? m_distinct.size() : m_columns;
    while (rows > 1 && isNegligible(rows - 1))
        --rows;
    return rows;
}

// Solves R_d beta = c for the leading blocks of size d+1, d = first … last-1, side by side: the rows of the
// result are adjacent in memory, one number for each d.
Matrix TriangularSystem::backSubstituted(std::size_t first, std::size_t last) const
{
    Matrix rows(last - first, last);
    for (std::size_t k = last; k-- > 0;) {
        const std::size_t skip = std::max(k, first) - first; // smaller blocks have no such row
        const auto count = static_cast<Eigen::Index>(rows.rows() - skip);
        Row solution(rows.column(k) + skip, count);
        solution = (solution + m_transposed(m_columns, k)) / m_transposed(k, k);
        for (std::size_t i = 0; i < k; ++i)
            Row(rows.column(i) + skip, count) -= m_transposed(k, i) * solution;
    }
    return rows;
}

Solution TriangularSystem::solve(int count) const
{
    const auto wanted = static_cast<std::size_t>(count);
    const std::size_t rows = independentRows();
    const std::vector<double> conditions = usableBlocks(m_transposed, std::min(wanted, rows), negligible());
    if (conditions.size() < wanted)
        return deficientSolution(wanted, rows, conditions);
    const Matrix solution = backSubstituted(wanted - 1, wanted);
    return {{solution.column(0), solution.column(0) + wanted}, {wanted, conditions.back()}};
}

std::vector<double> TriangularSystem::currentCoefficients()
{
    if (m_clearlyIndependent) {
        const Matrix solution = backSubstituted(m_columns - 1, m_columns);
        return {solution.column(0), solution.column(0) + m_columns};
    }
    Solution solution = solve(static_cast<int>(m_columns));
    const Conditioning &found = solution.conditioning;
    m_clearlyIndependent = found.rank == m_columns && found.condition < kClearCondition;
    return std::move(solution.coefficients);
}

Solutions TriangularSystem::solveAll() const
{
    const std::size_t independent = independentRows();
    const std::vector<double> conditions = usableBlocks(m_transposed, independent, negligible());
    Solutions all{Matrix(m_columns, m_columns), {}};
    const Matrix rows = backSubstituted(0, conditions.size());
    for (std::size_t d = 0; d < conditions.size(); ++d) {
        for (std::size_t k = 0; k <= d; ++k)
            all.coefficients(k, d) = rows(d, k);
        all.conditioning.push_back({d + 1, conditions[d]});
    }
    for (std::size_t d = conditions.size(); d < m_columns; ++d) {
        const Solution solution = deficientSolution(d + 1, independent, conditions);
        std::copy(solution.coefficients.begin(), solution.coefficients.end(), all.coefficients.column(d));
        all.conditioning.push_back(solution.conditioning);
    }
    return all;
}

Solution TriangularSystem::deficientSolution(
    std::size_t count, std::size_t rows, const std::vector<double> &conditions) const
{
    if (count > rows)
        if (auto shortest = shortestSolution(count, rows))
            return *std::move(shortest);
    const std::size_t usable = conditions.size();
    const Matrix leading = backSubstituted(usable - 1, usable);
    std::vector<double> coefficients(count);
    std::copy_n(leading.column(0), usable, coefficients.begin());
    return {std::move(coefficients), {usable, conditions.back()}};
}

// With T the first rows of R, T^T = Z S: the shortest solution of T beta = c is beta = Z S^-T c (Golub and
// Van Loan, 4th ed., 5.6.2), and S has the singular values of T. No threshold decides on the rank; but where
// even T is too badly conditioned there is no answer.
std::optional<Solution> TriangularSystem::shortestSolution(std::size_t count, std::size_t rows) const
{
    const auto n = static_cast<Eigen::Index>(count);
    const auto r = static_cast<Eigen::Index>(rows);
    using Whole = Eigen::Map<const Eigen::MatrixXd>;
    const Whole whole(m_transposed.column(0), static_cast<Eigen::Index>(m_columns + 1),
        static_cast<Eigen::Index>(m_columns));
    const Eigen::MatrixXd transposed = whole.topLeftCorner(n, r).triangularView<Eigen::Lower>();
    const Eigen::HouseholderQR<Eigen::MatrixXd> qr(transposed);
    Matrix lower(rows, rows);
    Eigen::Map<Eigen::MatrixXd>(lower.column(0), r, r) = qr.matrixQR().topRows(r).transpose();
    const std::vector<double> conditions = usableBlocks(lower, rows, negligible());
    if (conditions.size() < rows)
        return std::nullopt;
    Eigen::VectorXd solution = Eigen::VectorXd::Zero(n);
    solution.head(r) = whole.bottomRows(1).leftCols(r).transpose();
    const auto factor = qr.matrixQR().topRows(r).triangularView<Eigen::Upper>();
    factor.transpose().solveInPlace(solution.head(r));
    solution.applyOnTheLeft(qr.householderQ());
    return Solution{{solution.begin(), solution.end()}, {rows, conditions.back(), true}};
}

} // namespace overfit
