// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/analysis/epoch_run.h"
#include "core/answer/snapshot.h"
#include "core/stop_token.h"

#include <functional>
#include <memory>
#include <optional>

namespace overfit {

class Task;

/// Answers scenarios, one after the other, on one thread.
///
/// What the last answer computed is kept for the next: while the degree is dragged, neither the data nor the
/// curve along the degree change, and while epochs are scrubbed through, the training run does not. An answer
/// is the same with and without anything kept.
class Answerer
{
public:
    using Deliver = std::function<void(SnapshotPtr)>;

    /// Answers in stages, cheap first, each a whole snapshot with all that the ones before held: the model
    /// and its accuracy, with the curves that are known already; the curve along scenario.curve; the verdict;
    /// the other curves. Where a model is trained for a number of epochs, training on the way there and on to
    /// lastEpoch is shown at display rate. Ends early, without a further word, once @p stop is requested. The
    /// scenario is clamped first.
    void answer(const Scenario &scenario, const StopToken &stop, const Deliver &deliver);

private:
    /// One answer under way.
    struct Work {
        const Task &task;
        const StopToken &stop;
        const Deliver &deliver;
        Snapshot snapshot;
        bool pending = false; ///< there is something in the snapshot that has not been delivered
    };
    struct KnownSplit {
        Scenario scenario;
        int trainSize = 0; ///< as it was asked for
        std::shared_ptr<const Split> curve; ///< one of these two
        std::shared_ptr<const ClassSplit> classes;
        std::shared_ptr<const std::vector<PlaneLine>> truth;
        Rectangle shown; ///< where that was traced
    };
    struct KnownSweep {
        Scenario scenario;
        std::shared_ptr<const Sweep> sweep;
    };
    struct KnownRival {
        Scenario scenario;
        std::shared_ptr<const RivalAnswer> answer;
    };
    struct KnownRun {
        Scenario scenario;
        std::optional<EpochRun> run;
        std::shared_ptr<const Sweep> sweep; ///< of its epochs, as they were last asked for
    };

    [[nodiscard]] std::unique_ptr<Task> taskFor(const Scenario &scenario);
    void drawFor(const Scenario &scenario);
    void drawTruth(const Scenario &scenario, const KnownSplit &before);
    void addKnown(Snapshot &snapshot);
    /// These return false when stopped.
    [[nodiscard]] bool showModel(Work &work);
    [[nodiscard]] bool addRival(Work &work);
    [[nodiscard]] bool addCurve(Work &work, Dial dial);
    [[nodiscard]] bool addSweep(Work &work, Dial dial);
    [[nodiscard]] bool addRun(Work &work);
    [[nodiscard]] bool train(Work &work, int epochs, const std::function<void()> &show);
    [[nodiscard]] std::shared_ptr<const Sweep> sweepOfRun(int lastEpoch);
    [[nodiscard]] EpochRun &runOf(const Work &work);
    static void judgeIfPossible(Work &work);
    static void deliver(Work &work);

    KnownSplit m_split;
    KnownSweep m_byDegree;
    KnownSweep m_byTrainSize;
    KnownRun m_run;
    KnownRival m_rival;
};

} // namespace overfit
