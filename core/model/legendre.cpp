// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/legendre.h"

#include "core/model/polynomial.h"

#include <Eigen/Core>
#include <algorithm>

namespace overfit {

std::vector<LegendreStep> legendreSteps(int count)
{
    std::vector<LegendreStep> steps;
    steps.reserve(static_cast<std::size_t>(std::max(count, 0)));
    for (int k = 0; k < count; ++k)
        steps.push_back({(2.0 * k + 1) / (k + 1.0), k / (k + 1.0)});
    return steps;
}

void writeLegendreRow(double u, std::span<const LegendreStep> steps, double *values)
{
    values[0] = 1;
    double before = 0;
    for (std::size_t k = 0; k < steps.size(); ++k) {
        values[k + 1] = steps[k].slope * u * values[k] - steps[k].back * before;
        before = values[k];
    }
}

std::vector<double> legendreRow(double u, std::span<const LegendreStep> steps)
{
    std::vector<double> row(steps.size() + 1);
    writeLegendreRow(u, steps, row.data());
    return row;
}

void writeLegendreColumns(Interval domain, std::span<const double> x, int columns, Matrix &matrix)
{
    using Values = Eigen::Map<Eigen::ArrayXd>;
    const auto rows = static_cast<Eigen::Index>(x.size());
    std::fill_n(matrix.column(0), x.size(), 1.0);
    if (columns < 2)
        return;
    const Values u(matrix.column(1), rows); // P_1(u) = u
    std::transform(x.begin(), x.end(), matrix.column(1), [domain](double at) { return toUnit(domain, at); });
    const std::vector<LegendreStep> steps = legendreSteps(columns - 1);
    for (std::size_t k = 1; k < steps.size(); ++k) {
        const Values last(matrix.column(k), rows);
        const Values before(matrix.column(k - 1), rows);
        Values(matrix.column(k + 1), rows) = steps[k].slope * u * last - steps[k].back * before;
    }
}

} // namespace overfit
