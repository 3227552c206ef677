// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/contour.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>

namespace overfit {

namespace {

constexpr std::uint32_t kNone = UINT32_MAX;

/// Every edge of the grid has a number: 2 * point for the one to the right of a point, 2 * point + 1 for the
/// one below. An edge that is crossed belongs to at most two pieces of lines; these are the edges at their
/// other ends.
using Neighbours = std::array<std::uint32_t, 2>;

class Tracer
{
public:
    Tracer(const std::vector<double> &values, std::size_t columns)
        : m_values(values), m_columns(columns), m_rows(values.size() / columns),
          m_neighbours(2 * values.size(), Neighbours{kNone, kNone})
    {
        for (std::size_t row = 0; row + 1 < m_rows; ++row)
            for (std::size_t column = 0; column + 1 < m_columns; ++column)
                joinCell(row * m_columns + column);
    }

    [[nodiscard]] std::vector<std::vector<GridPoint>> lines()
    {
        std::vector<std::vector<GridPoint>> lines;
        for (const std::uint32_t edge : m_crossed) // open lines from one of their ends
            if (m_neighbours[edge][0] != kNone && m_neighbours[edge][1] == kNone)
                lines.push_back(follow(edge));
        for (const std::uint32_t edge : m_crossed) // what is left is closed
            if (m_neighbours[edge][0] != kNone)
                lines.push_back(follow(edge));
        return lines;
    }

private:
    [[nodiscard]] bool positive(std::size_t point) const { return m_values[point] > 0; }

    /// Joins the crossings on the edges of the cell whose first point this is.
    void joinCell(std::size_t point)
    {
        const bool topLeft = positive(point);
        const bool topRight = positive(point + 1);
        const bool bottomLeft = positive(point + m_columns);
        const bool bottomRight = positive(point + m_columns + 1);
        if (topLeft == topRight && topLeft == bottomLeft && topLeft == bottomRight)
            return; // as nearly all are
        const auto edge = [](std::size_t at, unsigned below) {
            return static_cast<std::uint32_t>(2 * at + below);
        };
        std::array<std::uint32_t, 4> crossed{};
        std::size_t count = 0;
        // Around the cell: top, right, bottom, left.
        if (topLeft != topRight)
            crossed[count++] = edge(point, 0);
        if (topRight != bottomRight)
            crossed[count++] = edge(point + 1, 1);
        if (bottomLeft != bottomRight)
            crossed[count++] = edge(point + m_columns, 0);
        if (topLeft != bottomLeft)
            crossed[count++] = edge(point, 1);
        if (count == 2)
            join(crossed[0], crossed[1]);
        if (count < 4)
            return;
        if (topLeft) { // the negative corners are top right and bottom left
            join(crossed[0], crossed[1]);
            join(crossed[2], crossed[3]);
        } else {
            join(crossed[3], crossed[0]);
            join(crossed[1], crossed[2]);
        }
    }

    void join(std::uint32_t a, std::uint32_t b)
    {
        attach(a, b);
        attach(b, a);
    }

    void attach(std::uint32_t edge, std::uint32_t other)
    {
        Neighbours &neighbours = m_neighbours[edge];
        if (neighbours[0] == kNone) {
            neighbours[0] = other;
            m_crossed.push_back(edge);
        } else {
            neighbours[1] = other;
        }
    }

    /// The line from an edge on; its edges have no neighbours any more.
    std::vector<GridPoint> follow(std::uint32_t edge)
    {
        std::vector<GridPoint> line{crossing(edge)};
        while (m_neighbours[edge][0] != kNone) {
            const std::uint32_t next = m_neighbours[edge][0];
            detach(edge, next);
            detach(next, edge);
            line.push_back(crossing(next));
            edge = next;
        }
        return line;
    }

    void detach(std::uint32_t edge, std::uint32_t other)
    {
        Neighbours &neighbours = m_neighbours[edge];
        if (neighbours[0] == other)
            neighbours[0] = neighbours[1];
        neighbours[1] = kNone;
    }

    [[nodiscard]] GridPoint crossing(std::uint32_t edge) const
    {
        const std::size_t from = edge / 2;
        const bool below = edge % 2 == 1;
        const double a = m_values[from];
        const double b = m_values[from + (below ? m_columns : 1)];
        const double share = a / (a - b);
        const auto column = static_cast<double>(from % m_columns);
        const std::size_t rowsBefore = from / m_columns;
        const auto row = static_cast<double>(rowsBefore);
        return below ? GridPoint{column, row + share} : GridPoint{column + share, row};
    }

    const std::vector<double> &m_values;
    std::size_t m_columns;
    std::size_t m_rows;
    std::vector<Neighbours> m_neighbours;
    std::vector<std::uint32_t> m_crossed;
};

} // namespace

std::vector<std::vector<GridPoint>> zeroLines(const std::vector<double> &values, std::size_t columns)
{
    return Tracer(values, columns).lines();
}

} // namespace overfit
