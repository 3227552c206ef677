// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/answerer.h"

#include "core/analysis/pointwise_sweep.h"
#include "core/answer/task.h"

#include <algorithm>
#include <array>
#include <chrono>
#include <utility>

namespace overfit {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kFrame{16}; // between two pictures of a training under way

/// The scenario without what does not bear on its data. The train size only says how much of the pool is
/// used.
Scenario dataOf(const Scenario &scenario)
{
    Scenario data;
    data.data.source = scenario.data.source;
    data.data.points = scenario.data.points;
    data.data.noise = scenario.data.noise;
    data.data.labelNoise = scenario.data.labelNoise;
    data.data.seed = scenario.data.seed;
    return data;
}

/// The scenario without what does not bear on its curve along the degree or the train size.
Scenario curveOf(Scenario scenario, Dial dial)
{
    const Scenario plain;
    if (dial == Dial::Degree)
        scenario.model.degree = plain.model.degree;
    else
        scenario.sampling.trainSize = plain.sampling.trainSize;
    scenario.training.lastEpoch = plain.training.lastEpoch;
    scenario.curve = plain.curve;
    scenario.rival = plain.rival;
    if (scenario.model.epochs == kFullyTrained)
        scenario.training.descent = plain.training.descent;
    return scenario;
}

/// The scenario without what does not bear on its second model.
Scenario rivalOf(const Scenario &scenario)
{
    Scenario rival = dataOf(scenario);
    rival.sampling.trainSize = scenario.sampling.trainSize;
    rival.rival = scenario.rival;
    if (scenario.rival && scenario.rival->epochs != kFullyTrained)
        rival.training.descent = scenario.training.descent;
    return rival;
}

/// The dial along which it is looked for something better: that which the model was stopped on.
Dial judgedBy(const Scenario &scenario)
{
    return scenario.model.epochs == kFullyTrained ? Dial::Degree : Dial::Epochs;
}

/// All dials, in the order in which their curves are wanted.
std::array<Dial, kDials.size()> wantedOrder(const Scenario &scenario)
{
    std::array<Dial, kDials.size()> order = kDials;
    const auto rank = [&](Dial dial) {
        if (dial == scenario.curve)
            return 0;
        return dial == judgedBy(scenario) ? 1 : 2 + static_cast<int>(dial);
    };
    std::sort(order.begin(), order.end(), [&](Dial a, Dial b) { return rank(a) < rank(b); });
    return order;
}

} // namespace

void Answerer::answer(const Scenario &scenario, const StopToken &stop, const Deliver &deliver)
{
    const Scenario asked = clamped(scenario);
    const std::unique_ptr<Task> task = taskFor(asked);
    if (stop.requested())
        return;
    Work work{*task, stop, deliver, {}, false};
    work.snapshot.scenario = asked;
    addKnown(work.snapshot);
    const bool quickRival = asked.rival && asked.rival->epochs == kFullyTrained;
    if ((quickRival && !addRival(work)) || !showModel(work) || !addRival(work))
        return;
    for (const Dial dial : wantedOrder(asked)) {
        if (!addCurve(work, dial))
            return;
        judgeIfPossible(work);
    }
    task->finish(work.snapshot);
    work.snapshot.last = true;
    if (!stop.requested())
        Answerer::deliver(work);
}

void Answerer::deliver(Work &work)
{
    work.pending = false;
    work.deliver(std::make_shared<const Snapshot>(work.snapshot));
}

std::unique_ptr<Task> Answerer::taskFor(const Scenario &scenario)
{
    drawFor(scenario);
    return m_split.curve ? makeCurveTask(scenario, m_split.curve)
                         : makeClassTask(scenario, m_split.classes, m_split.truth);
}

void Answerer::drawFor(const Scenario &scenario)
{
    const Scenario key = dataOf(scenario);
    const bool drawn = m_split.curve || m_split.classes;
    if (!drawn || m_split.scenario != key) {
        const KnownSplit before =
            std::exchange(m_split, {key, scenario.sampling.trainSize, nullptr, nullptr, nullptr, {}});
        if (problemOf(scenario) == Problem::Curve) {
            m_split.curve = std::make_shared<const Split>(drawSplit(scenario));
            return;
        }
        m_split.classes = std::make_shared<const ClassSplit>(drawClassSplit(scenario));
        if (scenario.data.source.kind == DataSource::Kind::GeneratedClasses)
            drawTruth(scenario, before);
    } else if (m_split.trainSize != scenario.sampling.trainSize) {
        m_split.trainSize = scenario.sampling.trainSize;
        if (m_split.curve)
            m_split.curve =
                std::make_shared<const Split>(withTrainSize(*m_split.curve, scenario.sampling.trainSize));
        else
            m_split.classes = std::make_shared<const ClassSplit>(
                withTrainSize(*m_split.classes, scenario.sampling.trainSize));
    }
}

/// The same as before while points are dragged: tracing it takes longer than many a fit.
void Answerer::drawTruth(const Scenario &scenario, const KnownSplit &before)
{
    m_split.shown = shownRectangle(scenario, *m_split.classes);
    if (before.truth && before.scenario.data.source == scenario.data.source && before.shown == m_split.shown)
        m_split.truth = before.truth;
    else
        m_split.truth = std::make_shared<const std::vector<PlaneLine>>(
            trueBoundary(scenario.data.source.shape, m_split.shown));
}

void Answerer::addKnown(Snapshot &snapshot)
{
    const Scenario &scenario = snapshot.scenario;
    if (m_byDegree.sweep && m_byDegree.scenario == curveOf(scenario, Dial::Degree))
        snapshot.byDegree = m_byDegree.sweep;
    if (m_byTrainSize.sweep && m_byTrainSize.scenario == curveOf(scenario, Dial::TrainSize))
        snapshot.byTrainSize = m_byTrainSize.sweep;
    if (scenario.rival && m_rival.scenario == rivalOf(scenario))
        snapshot.rival = m_rival.answer;
    if (m_run.run && m_run.scenario != trainingRunOf(scenario))
        m_run = {};
    if (m_run.run && m_run.run->epochs() > 0)
        snapshot.byEpoch = sweepOfRun(scenario.training.lastEpoch);
}

bool Answerer::showModel(Work &work)
{
    const int epochs = work.snapshot.scenario.model.epochs;
    if (epochs == kFullyTrained) {
        if (!work.task.showFullyTrained(work.snapshot, work.stop))
            return false;
    } else {
        const EpochRun &run = runOf(work);
        if (!train(work, epochs, [&] { work.task.showEpoch(work.snapshot, run, run.epochs()); }))
            return false;
        work.task.showEpoch(work.snapshot, run, epochs);
        if (run.divergedAt().value_or(kFullyTrained) <= epochs)
            work.snapshot.divergedAt = run.divergedAt();
        work.snapshot.byEpoch = sweepOfRun(work.snapshot.scenario.training.lastEpoch);
    }
    if (work.stop.requested())
        return false;
    deliver(work);
    return true;
}

bool Answerer::addRival(Work &work)
{
    const Scenario &scenario = work.snapshot.scenario;
    if (!scenario.rival || work.snapshot.rival)
        return true;
    std::optional<RivalAnswer> made = work.task.rival(work.stop);
    if (!made)
        return false;
    m_rival = {rivalOf(scenario), std::make_shared<const RivalAnswer>(std::move(*made))};
    work.snapshot.rival = m_rival.answer;
    work.pending = true;
    return true;
}

EpochRun &Answerer::runOf(const Work &work)
{
    if (!m_run.run)
        m_run = {trainingRunOf(work.snapshot.scenario), work.task.startRun(), nullptr};
    return *m_run.run;
}

bool Answerer::train(Work &work, int epochs, const std::function<void()> &show)
{
    EpochRun &run = runOf(work);
    Clock::time_point next = Clock::now() + kFrame;
    while (run.epochs() < epochs) {
        if (work.stop.requested())
            return false;
        run.advance();
        if (Clock::now() < next || run.epochs() >= epochs)
            continue;
        show();
        work.snapshot.byEpoch = sweepOfRun(work.snapshot.scenario.training.lastEpoch);
        deliver(work);
        next = Clock::now() + kFrame;
    }
    return true;
}

std::shared_ptr<const Sweep> Answerer::sweepOfRun(int lastEpoch)
{
    const std::vector<SweepPoint> &points = m_run.run->points();
    const std::size_t count = std::min(points.size(), static_cast<std::size_t>(lastEpoch));
    if (!m_run.sweep || m_run.sweep->points.size() != count) {
        Sweep sweep{Dial::Epochs, {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(count)}, {}};
        sweep.best = bestOf(sweep.points);
        m_run.sweep = std::make_shared<const Sweep>(std::move(sweep));
    }
    return m_run.sweep;
}

bool Answerer::addCurve(Work &work, Dial dial)
{
    const Snapshot &snapshot = work.snapshot;
    const bool known = dial == Dial::Epochs
        ? m_run.run && m_run.run->epochs() >= snapshot.scenario.training.lastEpoch
        : snapshot.sweepAlong(dial) != nullptr;
    if (known)
        return !work.stop.requested();
    if (work.pending && !work.task.isQuick(dial))
        deliver(work);
    if (!(dial == Dial::Epochs ? addRun(work) : addSweep(work, dial)) || work.stop.requested())
        return false;
    work.pending = true;
    if (dial == snapshot.scenario.curve)
        deliver(work);
    return true;
}

bool Answerer::addSweep(Work &work, Dial dial)
{
    std::optional<Sweep> made = work.task.sweepAlong(dial, work.stop);
    if (!made)
        return false;
    KnownSweep &kept = dial == Dial::Degree ? m_byDegree : m_byTrainSize;
    kept = {curveOf(work.snapshot.scenario, dial), std::make_shared<const Sweep>(std::move(*made))};
    (dial == Dial::Degree ? work.snapshot.byDegree : work.snapshot.byTrainSize) = kept.sweep;
    return true;
}

bool Answerer::addRun(Work &work)
{
    if (!train(work, work.snapshot.scenario.training.lastEpoch, [] {}))
        return false;
    work.snapshot.byEpoch = sweepOfRun(work.snapshot.scenario.training.lastEpoch);
    return true;
}

void Answerer::judgeIfPossible(Work &work)
{
    const Scenario &scenario = work.snapshot.scenario;
    const bool stopped = scenario.model.epochs != kFullyTrained;
    const Sweep *along = work.snapshot.sweepAlong(judgedBy(scenario));
    const bool whole = along != nullptr
        && (!stopped || along->points.size() == static_cast<std::size_t>(scenario.training.lastEpoch));
    if (work.snapshot.verdict || !whole)
        return;
    work.snapshot.verdict =
        work.task.judgeBy(work.snapshot, *along, stopped ? scenario.model.epochs : scenario.model.degree);
    if (work.snapshot.divergedAt)
        work.snapshot.verdict->finding = Finding::Diverged;
    work.pending = true;
}

} // namespace overfit
