// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/tally.h"
#include "core/data/dataset.h"
#include "core/model/matrix.h"
#include "core/stop_token.h"

#include <cstddef>
#include <memory>
#include <vector>

namespace overfit {

/// The models of a sweep, side by side; each has at least as many terms, and takes at least as many examples,
/// as the one before it. That is what saves half of the work.
struct Candidates {
    Interval domain;
    Matrix coefficients; ///< a column for each, in the Legendre basis
    std::vector<std::size_t> terms; ///< how many leading coefficients may differ from 0
    std::vector<std::size_t> examples; ///< how many of the examples it is scored on: the first so many
};

/// Scores many polynomials on the same examples in one pass over these: what measure() would say of each, to
/// rounding. No table of predictions is kept, so memory does not grow with the number of examples.
class Scoreboard
{
public:
    Scoreboard(const Candidates &candidates, double tolerance);
    ~Scoreboard();

    /// The next examples, in order; false where @p stop was requested before the end, and then only some were
    /// scored. Of more than kBlockRows each block is scored by itself.
    [[nodiscard]] bool add(const Examples &examples, const StopToken &stop);
    [[nodiscard]] Tally tally(std::size_t candidate) const;

private:
    struct Plan;
    class Pass;
    std::unique_ptr<const Plan> m_plan;
    std::unique_ptr<Pass> m_pass; ///< over all examples so far
};

} // namespace overfit
