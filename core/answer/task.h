// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/epoch_run.h"
#include "core/answer/snapshot.h"
#include "core/stop_token.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>

namespace overfit {

/// Puts a part of an answer into a snapshot.
using Contribution = std::function<void(Snapshot &snapshot)>;

/// A scenario together with its examples: what answering it takes, whichever problem it is.
class Task
{
public:
    Task() = default;
    virtual ~Task() = default;
    Task(const Task &) = delete;
    Task &operator=(const Task &) = delete;

    /// The fully trained model; nothing when stopped.
    [[nodiscard]] virtual std::optional<Contribution> fullyTrained(const StopToken &stop) const = 0;
    /// A model that has not been trained yet.
    [[nodiscard]] virtual EpochRun startRun() const = 0;
    /// The model of a run as it was after an epoch.
    [[nodiscard]] virtual Contribution afterEpoch(const EpochRun &run, int epoch) const = 0;
    /// The curve along any dial but the epochs; nothing when stopped.
    [[nodiscard]] virtual std::optional<Sweep> sweepAlong(Dial dial, const StopToken &stop) const = 0;
    /// The verdict on a snapshot with a model, by a curve in which its dial stands at @p value.
    [[nodiscard]] virtual Verdict judgeBy(
        const Snapshot &snapshot, const Sweep &along, double value) const = 0;
    /// The model of scenario.rivals[index]; nothing when stopped, or where it is not asked for.
    [[nodiscard]] virtual std::optional<RivalAnswer> rival(
        std::size_t index, const StopToken &stop) const = 0;
    /// What is asked for last.
    [[nodiscard]] virtual Contribution details(const Snapshot &snapshot) const = 0;
    /// Whether a curve takes so little that nobody need see anything before it is there.
    [[nodiscard]] virtual bool isQuick(Dial dial) const = 0;
};

[[nodiscard]] std::unique_ptr<Task> makeCurveTask(
    const Scenario &scenario, std::shared_ptr<const Split> split);

/// What the picture of classes shows: the domain, and validation points that were moved beyond it.
[[nodiscard]] Rectangle shownRectangle(const Scenario &scenario, const ClassSplit &split);

/// @p truth is the true boundary, null for real data.
[[nodiscard]] std::unique_ptr<Task> makeClassTask(const Scenario &scenario,
    std::shared_ptr<const ClassSplit> split, std::shared_ptr<const std::vector<PlaneLine>> truth);

} // namespace overfit
