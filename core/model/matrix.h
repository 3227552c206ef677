// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace overfit {

/// A dense matrix, column after column. (A plain type, so that no header has to know Eigen.)
class Matrix
{
public:
    Matrix(std::size_t rows, std::size_t columns) : m_rows(rows), m_columns(columns), m_values(rows * columns)
    {
    }

    [[nodiscard]] std::size_t rows() const { return m_rows; }
    [[nodiscard]] std::size_t columns() const { return m_columns; }
    [[nodiscard]] double *column(std::size_t j) { return m_values.data() + j * m_rows; }
    [[nodiscard]] const double *column(std::size_t j) const { return m_values.data() + j * m_rows; }
    [[nodiscard]] double &operator()(std::size_t i, std::size_t j) { return m_values[j * m_rows + i]; }
    [[nodiscard]] double operator()(std::size_t i, std::size_t j) const { return m_values[j * m_rows + i]; }

private:
    std::size_t m_rows;
    std::size_t m_columns;
    std::vector<double> m_values;
};

} // namespace overfit
