// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/refinement.h"

#include "core/model/least_squares.h"
#include "core/model/legendre.h"

#include <Eigen/Core>
#include <Eigen/QR>
#include <limits>
#include <stdexcept>

namespace overfit {

namespace {

using Eigen::Index;
using Numbers = std::vector<DoubleDouble>;

/// Each step gains about as many digits as the condition number leaves of a double's; two or three are usual.
constexpr int kMostSteps = 8;

Numbers preciseRow(const DoubleDouble &u, std::size_t columns)
{
    Numbers row(columns, 1.0);
    if (columns > 1)
        row[1] = u;
    for (std::size_t k = 1; k + 1 < columns; ++k) {
        const auto degree = static_cast<double>(k);
        row[k + 1] = (u * row[k] * (2 * degree + 1) - row[k - 1] * degree) / (degree + 1);
    }
    return row;
}

/// What is missing in its two equations, or a correction of its two unknowns.
struct Pair {
    Eigen::VectorXd rows;
    Eigen::VectorXd columns;
};

Pair missing(const Examples &examples, Interval domain, const RefinedSolution &solution)
{
    const std::size_t columns = solution.coefficients.size();
    Pair result{
        Eigen::VectorXd(static_cast<Index>(examples.size())), Eigen::VectorXd(static_cast<Index>(columns))};
    Numbers normal(columns);
    for (std::size_t i = 0; i < examples.size(); ++i) {
        const Numbers row = preciseRow(preciseUnit(domain, examples.x[i]), columns);
        DoubleDouble rest = DoubleDouble(examples.y[i]) - solution.residuals[i];
        for (std::size_t k = 0; k < columns; ++k) {
            rest -= row[k] * solution.coefficients[k];
            normal[k] -= row[k] * solution.residuals[i];
        }
        result.rows[static_cast<Index>(i)] = rest.rounded();
    }
    for (std::size_t k = 0; k < columns; ++k)
        result.columns[static_cast<Index>(k)] = normal[k].rounded();
    return result;
}

Pair correction(const Eigen::HouseholderQR<Eigen::MatrixXd> &qr, const Pair &missing)
{
    const Index columns = missing.columns.size();
    const auto factor = qr.matrixQR().topRows(columns).triangularView<Eigen::Upper>();
    Pair result{missing.rows, factor.transpose().solve(missing.columns)};
    result.rows.applyOnTheLeft(qr.householderQ().adjoint());
    const Eigen::VectorXd inRange = result.rows.head(columns) - result.columns;
    result.rows.head(columns) = result.columns;
    result.columns = factor.solve(inRange);
    result.rows.applyOnTheLeft(qr.householderQ());
    return result;
}

void add(const Eigen::VectorXd &change, Numbers &numbers)
{
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] += change[static_cast<Index>(i)];
}

Eigen::HouseholderQR<Eigen::MatrixXd> factored(const Examples &examples, Interval domain, int columns)
{
    Matrix design(examples.size(), static_cast<std::size_t>(columns));
    writeLegendreColumns(domain, examples.x, columns, design);
    return Eigen::HouseholderQR<Eigen::MatrixXd>(Eigen::Map<const Eigen::MatrixXd>(
        design.column(0), static_cast<Index>(design.rows()), static_cast<Index>(columns)));
}

} // namespace

DoubleDouble preciseUnit(Interval domain, const DoubleDouble &x)
{
    const DoubleDouble width = DoubleDouble(domain.high) - domain.low;
    return (x - domain.low - (DoubleDouble(domain.high) - x)) / width;
}

RefinedSolution refinedSolution(const Examples &examples, Interval domain, int degree)
{
    if (examples.size() == 0 || fitPolynomial(examples, domain, degree, 0).rank <= degree)
        throw std::invalid_argument("the coefficients are not determined by the examples");
    const auto qr = factored(examples, domain, degree + 1);
    RefinedSolution solution{Numbers(static_cast<std::size_t>(degree) + 1), Numbers(examples.size())};
    double lastNorm = std::numeric_limits<double>::infinity();
    for (int step = 0; step < kMostSteps; ++step) {
        const Pair change = correction(qr, missing(examples, domain, solution));
        const double norm = change.columns.norm();
        if (!(norm < 0.5 * lastNorm)) // no nearer: what is left is rounding
            break;
        add(change.rows, solution.residuals);
        add(change.columns, solution.coefficients);
        lastNorm = norm;
    }
    return solution;
}

} // namespace overfit
