// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/class_picture.h"

#include "core/answer/contour.h"
#include "core/model/descent.h"
#include "core/model/legendre.h"
#include "core/model/polynomial.h"

#include <Eigen/Core>
#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <utility>

namespace overfit {

namespace {

constexpr std::size_t kShades = 2048;
constexpr double kMostLogit = 8; // beyond this the probability is 0 or 255 of 255

/// 255 times the probability in the middle of equal steps of the logit, from -kMostLogit to kMostLogit.
std::array<std::uint8_t, kShades> makeShades()
{
    std::array<std::uint8_t, kShades> shades{};
    for (std::size_t i = 0; i < kShades; ++i) {
        const double logit = kMostLogit * ((2 * static_cast<double>(i) + 1) / kShades - 1);
        shades[i] = static_cast<std::uint8_t>(std::lround(255 * sigmoid(logit)));
    }
    return shades;
}

std::uint8_t shadeOf(double logit)
{
    static const std::array<std::uint8_t, kShades> shades = makeShades();
    constexpr double kPerLogit = kShades / (2 * kMostLogit);
    const double place = (std::clamp(logit, -kMostLogit, kMostLogit) + kMostLogit) * kPerLogit;
    return shades[std::min(static_cast<std::size_t>(place), kShades - 1)]; // (rounding takes long)
}

/// The middle of cell @p index of @p count, in an interval.
double middle(Interval interval, int index, int count)
{
    return interval.low + interval.width() * (index + 0.5) / count;
}

struct Grid {
    Rectangle domain;
    int columns = 0;
    int rows = 0;

    [[nodiscard]] double x1(int column) const { return middle(domain.x1, column, columns); }
    /// The highest first.
    [[nodiscard]] double x2(int row) const { return middle(domain.x2, rows - 1 - row, rows); }
};

/// P_0, P_1, … at every input: a row for each degree.
std::vector<std::vector<double>> legendreRows(Interval domain, const std::vector<double> &inputs, int degree)
{
    const std::vector<LegendreStep> steps = legendreSteps(degree);
    std::vector<std::vector<double>> rows(steps.size() + 1, std::vector<double>(inputs.size()));
    for (std::size_t at = 0; at < inputs.size(); ++at) {
        const std::vector<double> values = legendreRow(toUnit(domain, inputs[at]), steps);
        for (std::size_t i = 0; i < values.size(); ++i)
            rows[i][at] = values[i];
    }
    return rows;
}

/// sum_j c_ij P_j(u2) for every i: with it a row of the grid is a polynomial in u1 alone.
std::vector<double> rowCoefficients(
    const PlanePolynomial &polynomial, const std::vector<std::vector<double>> &second, std::size_t row)
{
    std::vector<double> sums(second.size());
    const double *coefficient = polynomial.coefficients.data();
    for (std::size_t total = 0; total < second.size(); ++total)
        for (std::size_t j = 0; j <= total; ++j)
            sums[total - j] += *coefficient++ * second[j][row];
    return sums;
}

std::vector<double> logitsOn(const Grid &grid, const PlanePolynomial &polynomial)
{
    std::vector<double> x1;
    x1.reserve(static_cast<std::size_t>(grid.columns));
    for (int column = 0; column < grid.columns; ++column)
        x1.push_back(grid.x1(column));
    std::vector<double> x2;
    x2.reserve(static_cast<std::size_t>(grid.rows));
    for (int row = 0; row < grid.rows; ++row)
        x2.push_back(grid.x2(row));
    const auto first = legendreRows(polynomial.domain.x1, x1, polynomial.degree);
    const auto second = legendreRows(polynomial.domain.x2, x2, polynomial.degree);
    std::vector<double> logits(x1.size() * x2.size());
    for (std::size_t row = 0; row < x2.size(); ++row) {
        const std::vector<double> sums = rowCoefficients(polynomial, second, row);
        Eigen::Map<Eigen::ArrayXd> out(logits.data() + row * x1.size(), grid.columns);
        for (std::size_t i = 0; i < sums.size(); ++i)
            out += sums[i] * Eigen::Map<const Eigen::ArrayXd>(first[i].data(), grid.columns);
    }
    return logits;
}

std::vector<PlaneLine> zeroLinesOn(const Grid &grid, const std::vector<double> &values)
{
    std::vector<PlaneLine> lines;
    for (const std::vector<GridPoint> &found : zeroLines(values, static_cast<std::size_t>(grid.columns))) {
        PlaneLine line;
        for (const GridPoint &point : found) {
            const double right = (point.column + 0.5) / grid.columns;
            const double down = (point.row + 0.5) / grid.rows;
            line.push_back({grid.domain.x1.low + right * grid.domain.x1.width(),
                grid.domain.x2.high - down * grid.domain.x2.width()});
        }
        lines.push_back(std::move(line));
    }
    return lines;
}

} // namespace

// Products of polynomials: a cell costs degree + 1 multiplications, not one for every term.
ClassPicture pictureOf(const PlanePolynomial &polynomial, const Rectangle &domain, int columns, int rows)
{
    const Grid grid{domain, columns, rows};
    const std::vector<double> logits = logitsOn(grid, polynomial);
    ClassPicture picture{domain, columns, rows, {}, zeroLinesOn(grid, logits)};
    picture.probability.resize(logits.size());
    std::transform(logits.begin(), logits.end(), picture.probability.begin(), shadeOf);
    return picture;
}

std::vector<PlaneLine> trueBoundary(Shape shape, const Rectangle &domain)
{
    constexpr int kFine = 300;
    const Grid grid{domain, kFine, kFine};
    std::vector<double> sides;
    for (int row = 0; row < kFine; ++row)
        for (int column = 0; column < kFine; ++column)
            sides.push_back(shapeSide(shape, grid.x1(column), grid.x2(row)));
    return zeroLinesOn(grid, sides);
}

} // namespace overfit
