// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/snapshot.h"
#include "core/stop_token.h"

#include <functional>
#include <memory>

namespace overfit {

/// Answers scenarios, one after the other, on one thread.
///
/// What the last answer computed is kept for the next: while the degree is dragged, neither the data nor the
/// curve along the degree change. An answer is the same with and without anything kept.
class Answerer
{
public:
    using Deliver = std::function<void(SnapshotPtr)>;

    /// Answers in stages, cheap first, each a whole snapshot with all that the ones before held: the fit and
    /// its accuracy, with the curves that are known already; the curve along scenario.curve, where it was
    /// not; the other curve, the verdict and the coefficients. Ends early, without a further word, once @p
    /// stop is requested. The scenario is clamped first.
    void answer(const Scenario &scenario, const StopToken &stop, const Deliver &deliver);

private:
    struct KnownSplit {
        Scenario scenario;
        int trainSize = 0; ///< as it was asked for
        std::shared_ptr<const Split> split;
    };
    struct KnownSweep {
        Scenario scenario;
        std::shared_ptr<const Sweep> sweep;
    };

    [[nodiscard]] std::shared_ptr<const Split> splitFor(const Scenario &scenario);
    /// The kept sweep where it is that of @p scenario, or null.
    [[nodiscard]] static std::shared_ptr<const Sweep> known(
        const KnownSweep &kept, const Scenario &scenario, Dial dial);
    [[nodiscard]] std::shared_ptr<const Sweep> makeSweep(
        const Snapshot &snapshot, Dial dial, const StopToken &stop);

    KnownSplit m_split;
    KnownSweep m_byDegree;
    KnownSweep m_byTrainSize;
};

} // namespace overfit
