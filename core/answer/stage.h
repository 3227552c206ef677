// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/task.h"
#include "core/scenario/dependence.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace overfit {

/// The training run of a scenario, as far as it has gone.
struct RunSoFar {
    EpochRun run;
    std::shared_ptr<const Sweep> sweep; ///< of its epochs, as they were last asked for

    /// The curve along the epochs, as far as they are done, up to @p lastEpoch.
    [[nodiscard]] std::shared_ptr<const Sweep> sweepUpTo(int lastEpoch);
};

/// What a stage works with.
struct StageWork {
    const Task &task;
    const StopToken &stop;
    const Snapshot &snapshot; ///< what the stages before have found
    std::function<RunSoFar &()> run; ///< the scenario's own, which is begun where there is none
    std::function<void(const Contribution &)>
        show; ///< delivers the snapshot with something that is on its way
};

/// One part of an answer, as a value: when it is wanted, where in the order, what it depends on, how long it
/// may take and how it is computed. A further analysis is a row of allStages().
struct Stage {
    std::string id; ///< by which its outcome is kept
    std::function<bool(const Scenario &)> isWanted;
    /// In the order of the answer the lower one comes first.
    std::function<int(const Scenario &)> rank;
    /// With the same its outcome is the same; an empty function for what is not kept.
    std::function<Dependence(const Scenario &)> dependsOn;
    /// It takes so little that nobody need see anything before it is there.
    std::function<bool(const StageWork &)> isQuick;
    /// Whoever looks waits for just this.
    std::function<bool(const Scenario &)> isShownAtOnce;
    /// Nothing when stopped, which it asks at its natural grain.
    std::function<std::optional<Contribution>(const StageWork &)> compute;
    /// Where it can be told without computing: it is in the snapshot as a whole.
    std::function<bool(const StageWork &)> isThere = {};
};

/// The stages of all answers.
[[nodiscard]] const std::vector<Stage> &allStages();
/// Those that a scenario asks for, in their order.
[[nodiscard]] std::vector<const Stage *> stagesFor(const Scenario &scenario);

} // namespace overfit
