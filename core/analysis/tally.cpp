// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/tally.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

namespace overfit {

void RunningSpread::add(double y)
{
    if (m_count == 0)
        m_first = y;
    m_allEqual = m_allEqual && y == m_first;
    m_count += 1;
    const double before = y - m_mean;
    m_mean += before / m_count;
    m_squares += before * (y - m_mean);
}

double RunningSpread::total() const
{
    return m_allEqual ? std::numeric_limits<double>::quiet_NaN() : m_squares;
}

double totalSquares(std::span<const double> y)
{
    if (std::all_of(y.begin(), y.end(), [&](double value) { return value == y.front(); }))
        return std::numeric_limits<double>::quiet_NaN();
    const double mean = std::accumulate(y.begin(), y.end(), 0.0) / static_cast<double>(y.size());
    double squares = 0;
    double rest = 0; // what rounding of the mean left over
    for (const double value : y) {
        squares += (value - mean) * (value - mean);
        rest += value - mean;
    }
    return squares - rest * rest / static_cast<double>(y.size());
}

Metrics metricsOf(const Tally &tally, double total)
{
    const auto count = static_cast<double>(tally.count);
    return {tally.count, 1 - tally.squared / total, std::sqrt(tally.squared / count), tally.absolute / count,
        static_cast<double>(tally.within) / count};
}

double safeScale(std::span<const double> y)
{
    double largest = 0;
    for (const double value : y)
        largest = std::max(largest, std::abs(value));
    const bool usual = largest == 0 || (largest > 1e-100 && largest < 1e100);
    return usual || !std::isfinite(largest) ? 1 : std::ldexp(1.0, -std::ilogb(largest));
}

Metrics unscaled(Metrics metrics, double scale)
{
    metrics.rmse /= scale;
    metrics.mae /= scale;
    return metrics;
}

} // namespace overfit
