// SPDX-License-Identifier: GPL-3.0-or-later
#include "report.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace overfit::bench {

double Timings::quantile(double share) const
{
    if (values.empty())
        return std::nan("");
    std::vector<double> sorted = values;
    std::sort(sorted.begin(), sorted.end());
    const auto index = static_cast<std::size_t>(std::lround(share * static_cast<double>(sorted.size() - 1)));
    return sorted[index];
}

double timeOf(const std::function<void()> &run)
{
    using Clock = std::chrono::steady_clock;
    const Clock::time_point begin = Clock::now();
    run();
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

void Report::heading(const std::string &text) const
{
    std::printf("\n%s\n%-66s %10s %10s %8s %8s\n", text.c_str(), "", "median", "p99", "ratio", "at most");
}

void Report::line(const std::string &name, double median, double p99, const std::string &unit,
    std::optional<double> ratio, double atMost)
{
    std::printf("%-66s %7.3f %-2s %7.3f %-2s", name.c_str(), median, unit.c_str(), p99, unit.c_str());
    if (ratio)
        std::printf(" %7.2fx", *ratio);
    if (atMost > 0) {
        const bool kept = ratio && *ratio <= atMost;
        std::printf(" %7.2fx%s", atMost, kept ? "" : "  MISSED");
        m_allKept = m_allKept && kept;
    }
    std::printf("\n");
    std::fflush(stdout);
}

void Report::fact(const std::string &name, bool holds, const std::string &figure)
{
    std::printf("%-66s %s  %s\n", name.c_str(), figure.c_str(), holds ? "yes" : "NO");
    std::fflush(stdout);
    m_allKept = m_allKept && holds;
}

} // namespace overfit::bench
