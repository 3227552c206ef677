// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/kept.h"
#include "core/answer/snapshot.h"
#include "core/answer/stage.h"
#include "core/stop_token.h"

#include <functional>
#include <map>
#include <memory>
#include <string>

namespace overfit {

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
    /// The examples of a scenario, of one problem or the other.
    struct DrawnExamples {
        std::shared_ptr<const Split> curve;
        std::shared_ptr<const ClassSplit> classes;
        DataSource source;
        std::shared_ptr<const std::vector<PlaneLine>> truth; ///< the true boundary of generated classes
        Rectangle shown; ///< where that was traced
    };
    /// One answer under way.
    struct Work {
        const StopToken &stop;
        const Deliver &deliver;
        Snapshot snapshot;
        bool pending = false; ///< there is something in the snapshot that has not been delivered
    };

    [[nodiscard]] std::unique_ptr<Task> taskFor(const Scenario &scenario);
    [[nodiscard]] const DrawnExamples &examplesOf(const Scenario &scenario);
    [[nodiscard]] DrawnExamples draw(const Scenario &scenario);
    [[nodiscard]] StageWork stageWork(Work &work, const Task &task);
    void addKnown(const Stage &stage, Work &work);
    /// False when stopped.
    [[nodiscard]] bool complete(const Stage &stage, const StageWork &tools, Work &work);
    static void deliver(Work &work);

    Kept<DrawnExamples> m_examples;
    Kept<RunSoFar> m_run;
    std::map<std::string, Kept<Contribution>> m_outcomes; ///< by the id of the stage
};

} // namespace overfit
