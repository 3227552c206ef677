// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"
#include "core/model/legendre.h"
#include "core/model/matrix.h"
#include "core/stop_token.h"

#include <cstddef>
#include <optional>
#include <vector>

namespace overfit {

/// How many rows of a design matrix are made at a time, so that memory stays bounded however many examples
/// there are. (Not a power of two: columns of the matrix would fall on the same lines of the cache.)
inline constexpr std::size_t kChunkRows = 1000;

/// How well a system could be solved.
struct Conditioning {
    std::size_t rank = 0; ///< numerical rank
    double condition = 1; ///< estimated 2-norm condition number of what was solved
    bool shortest = false; ///< there were many solutions
};

struct Solution {
    std::vector<double> coefficients;
    Conditioning conditioning;
};

/// Side by side: the solutions for the first 1, 2, 3, … columns, with zeros below.
struct Solutions {
    Matrix coefficients;
    std::vector<Conditioning> conditioning;
};

/// All that least squares needs to know of the examples: R and c = Q^T y, where Q R is the design matrix with
/// the ridge rows, sqrt(ridge) times the unit vectors without the constant's, below it. R is columns x
/// columns; its leading blocks answer for all lower degrees.
class TriangularSystem
{
public:
    TriangularSystem(Interval domain, int columns, double ridge);

    /// One more example, by Givens rotations.
    void add(double x, double y);
    /// More examples, by Householder reflectors of them and what R holds. Of more than kBlockRows each block
    /// gets a triangle of its own, to be added in their order.
    void add(const Examples &examples);
    /// The same; false where @p stop was requested before the end, and then only some were added.
    [[nodiscard]] bool add(const Examples &examples, const StopToken &stop);

    /// The same examples with a ridge; this must have been made without one.
    [[nodiscard]] TriangularSystem withRidge(double ridge) const;

    /// The solution for the first @p count columns; the shortest one where there are more of them than
    /// independent rows. Where these columns cannot be told apart in double precision, the solution of as
    /// many of the leading ones as can, and zeros: so the residual never grows with the number of columns. At
    /// least one example must have been added.
    [[nodiscard]] Solution solve(int count) const;
    /// The coefficients of solve() for all columns, for whoever asks after every few examples: once the
    /// columns were found to be clearly independent the question is not put again, as more rows can only make
    /// them more so.
    [[nodiscard]] std::vector<double> currentCoefficients();
    [[nodiscard]] Solutions solveAll() const;

private:
    void addBlock(const Examples &examples);
    void addChunk(const Examples &examples);
    void addTriangle(const TriangularSystem &other);
    void reduce(Matrix &work, std::size_t newRows);
    void rotateIn(std::vector<double> row);
    void noteUnit(double u);
    [[nodiscard]] double negligible() const;
    [[nodiscard]] std::size_t independentRows() const;
    [[nodiscard]] Matrix backSubstituted(std::size_t first, std::size_t last) const;
    [[nodiscard]] std::optional<Solution> shortestSolution(std::size_t count, std::size_t rows) const;
    [[nodiscard]] Solution deficientSolution(
        std::size_t count, std::size_t rows, const std::vector<double> &conditions) const;

    Interval m_domain;
    std::size_t m_columns;
    double m_ridge;
    std::vector<LegendreStep> m_steps;
    Matrix m_transposed; ///< column k: row k of (R | c), so that a rotation runs over adjacent numbers
    std::vector<double>
        m_distinct; ///< the distinct inputs, sorted; no more than columns, which is as many as matter
    bool m_empty = true; ///< R is zero
    bool m_clearlyIndependent = false; ///< all columns; see currentCoefficients()
};

} // namespace overfit
