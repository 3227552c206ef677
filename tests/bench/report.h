// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace overfit::bench {

/// Durations of one case, in milliseconds.
struct Timings {
    std::vector<double> values;

    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double quantile(double share) const;
};

/// How long @p run takes, in milliseconds.
[[nodiscard]] double timeOf(const std::function<void()> &run);

/// Prints a line a case and remembers whether every bound was kept.
class Report
{
public:
    void heading(const std::string &text) const;
    /// @p ratio to the baseline of the same run; @p atMost 0 where there is no bound.
    void line(const std::string &name, double median, double p99, const std::string &unit,
        std::optional<double> ratio = {}, double atMost = 0);
    /// A statement that must hold.
    void fact(const std::string &name, bool holds, const std::string &figure);
    [[nodiscard]] bool allKept() const { return m_allKept; }

private:
    bool m_allKept = true;
};

} // namespace overfit::bench
