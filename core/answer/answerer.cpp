// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/answerer.h"

#include "core/answer/task.h"

#include <utility>

namespace overfit {

void Answerer::answer(const Scenario &scenario, const StopToken &stop, const Deliver &deliver)
{
    const Scenario asked = clamped(scenario);
    const std::unique_ptr<Task> task = taskFor(asked);
    if (stop.requested())
        return;
    Work work{stop, deliver, {}, false};
    work.snapshot.scenario = asked;
    work.snapshot.rivals.resize(asked.rivals.size());
    const std::vector<const Stage *> stages = stagesFor(asked);
    for (const Stage *stage : stages)
        addKnown(*stage, work);
    RunSoFar *const run = m_run.find(dependenceOfRun(asked));
    if (run != nullptr && run->run.epochs() > 0)
        work.snapshot.sweeps[Dial::Epochs] = run->sweepUpTo(asked.training.lastEpoch);
    const StageWork tools = stageWork(work, *task);
    for (const Stage *stage : stages) {
        if (!complete(*stage, tools, work))
            return;
    }
    work.snapshot.last = true;
    Answerer::deliver(work);
}

void Answerer::deliver(Work &work)
{
    work.pending = false;
    work.deliver(std::make_shared<const Snapshot>(work.snapshot));
}

std::unique_ptr<Task> Answerer::taskFor(const Scenario &scenario)
{
    const DrawnExamples &examples = examplesOf(scenario);
    const int trainSize = scenario.sampling.trainSize;
    if (examples.curve)
        return makeCurveTask(
            scenario, std::make_shared<const Split>(withTrainSize(*examples.curve, trainSize)));
    return makeClassTask(scenario,
        std::make_shared<const ClassSplit>(withTrainSize(*examples.classes, trainSize)), examples.truth);
}

const Answerer::DrawnExamples &Answerer::examplesOf(const Scenario &scenario)
{
    Dependence key = dependenceOfExamples(scenario);
    if (const DrawnExamples *known = m_examples.find(key))
        return *known;
    DrawnExamples drawn = draw(scenario);
    return m_examples.keep(std::move(key), std::move(drawn));
}

Answerer::DrawnExamples Answerer::draw(const Scenario &scenario)
{
    DrawnExamples drawn;
    drawn.source = scenario.data.source;
    if (drawn.source.problem() == Problem::Curve) {
        drawn.curve = std::make_shared<const Split>(drawSplit(scenario));
        return drawn;
    }
    drawn.classes = std::make_shared<const ClassSplit>(drawClassSplit(scenario));
    if (drawn.source.kind() != DataSource::Kind::GeneratedClasses)
        return drawn;
    drawn.shown = shownRectangle(scenario, *drawn.classes);
    // The same as before while points are dragged: tracing it takes longer than many a fit.
    const DrawnExamples *const before = m_examples.last();
    if (before != nullptr && before->truth && before->source == drawn.source && before->shown == drawn.shown)
        drawn.truth = before->truth;
    else
        drawn.truth =
            std::make_shared<const std::vector<PlaneLine>>(trueBoundary(drawn.source.shape(), drawn.shown));
    return drawn;
}

StageWork Answerer::stageWork(Work &work, const Task &task)
{
    const auto run = [this, &work, &task]() -> RunSoFar & {
        Dependence key = dependenceOfRun(work.snapshot.scenario);
        if (RunSoFar *known = m_run.find(key))
            return *known;
        return m_run.keep(std::move(key), {task.startRun(), nullptr});
    };
    const auto show = [&work](const Contribution &contribution) {
        contribution(work.snapshot);
        deliver(work);
    };
    return {task, work.stop, work.snapshot, run, show};
}

void Answerer::addKnown(const Stage &stage, Work &work)
{
    if (!stage.dependsOn)
        return;
    const auto kept = m_outcomes.find(stage.id);
    if (kept == m_outcomes.end())
        return;
    if (const Contribution *known = kept->second.find(stage.dependsOn(work.snapshot.scenario)))
        (*known)(work.snapshot);
}

bool Answerer::complete(const Stage &stage, const StageWork &tools, Work &work)
{
    const Scenario &scenario = work.snapshot.scenario;
    const bool isKnown = (stage.isThere && stage.isThere(tools))
        || (stage.dependsOn && m_outcomes[stage.id].find(stage.dependsOn(scenario)) != nullptr);
    if (isKnown)
        return !work.stop.requested();
    if (work.pending && !stage.isQuick(tools))
        deliver(work);
    std::optional<Contribution> outcome = stage.compute(tools);
    if (!outcome || work.stop.requested())
        return false;
    (*outcome)(work.snapshot);
    if (stage.dependsOn)
        m_outcomes[stage.id].keep(stage.dependsOn(scenario), std::move(*outcome));
    work.pending = true;
    if (stage.isShownAtOnce(scenario))
        deliver(work);
    return true;
}

} // namespace overfit
