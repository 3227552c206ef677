// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/stage.h"

#include "core/analysis/pointwise_sweep.h"
#include "core/scenario/dial.h"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <utility>

namespace overfit {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::chrono::milliseconds kFrame{16}; // between two pictures of a training under way

// --- the order ---

// A further model that takes no time comes first, and the curves after all models.
constexpr int kFirstRank = -3;
constexpr int kModelRank = -2;
constexpr int kLateRivalRank = -1;
constexpr int kLookedAtRank = 0;
constexpr int kJudgedRank = 1;
constexpr int kVerdictRank = 2;
constexpr int kOtherCurvesRank = 3;
constexpr int kDetailsRank = 1000;

bool isFullyTrained(const Scenario &scenario)
{
    return scenario.model.epochs == kFullyTrained;
}

/// The dial along which it is looked for something better: that which the model was stopped on.
Dial judgedBy(const Scenario &scenario)
{
    return isFullyTrained(scenario) ? Dial::Degree : Dial::Epochs;
}

int curveRank(const Scenario &scenario, Dial dial)
{
    if (dial == scenario.curve)
        return kLookedAtRank;
    return dial == judgedBy(scenario) ? kJudgedRank : kOtherCurvesRank + static_cast<int>(dial);
}

// --- training epoch by epoch ---

/// Trains until so many epochs are done; shows the model of @p made on the way at display rate. False when
/// stopped.
bool train(const StageWork &work, int epochs, const std::function<Contribution()> &made)
{
    RunSoFar &soFar = work.run();
    const int lastEpoch = work.snapshot.scenario.training.lastEpoch;
    Clock::time_point next = Clock::now() + kFrame;
    while (soFar.run.epochs() < epochs) {
        if (work.stop.requested())
            return false;
        soFar.run.advance();
        if (Clock::now() < next || soFar.run.epochs() >= epochs)
            continue;
        work.show([&, model = made()](Snapshot &snapshot) {
            if (model)
                model(snapshot);
            snapshot.sweeps[Dial::Epochs] = soFar.sweepUpTo(lastEpoch);
        });
        next = Clock::now() + kFrame;
    }
    return true;
}

std::optional<Contribution> computeModel(const StageWork &work)
{
    const Scenario &scenario = work.snapshot.scenario;
    const int epochs = scenario.model.epochs;
    if (epochs == kFullyTrained)
        return work.task.fullyTrained(work.stop);
    RunSoFar &soFar = work.run();
    if (!train(work, epochs, [&] { return work.task.afterEpoch(soFar.run, soFar.run.epochs()); }))
        return std::nullopt;
    return [model = work.task.afterEpoch(soFar.run, epochs), divergedAt = soFar.run.divergedAt(), epochs,
               sweep = soFar.sweepUpTo(scenario.training.lastEpoch)](Snapshot &snapshot) {
        model(snapshot);
        if (divergedAt.value_or(kFullyTrained) <= epochs)
            snapshot.divergedAt = divergedAt;
        snapshot.sweeps[Dial::Epochs] = sweep;
    };
}

std::optional<Contribution> computeRunsCurve(const StageWork &work)
{
    const int lastEpoch = work.snapshot.scenario.training.lastEpoch;
    if (!train(work, lastEpoch, [] { return Contribution(); }))
        return std::nullopt;
    return [sweep = work.run().sweepUpTo(lastEpoch)](
               Snapshot &snapshot) { snapshot.sweeps[Dial::Epochs] = sweep; };
}

bool isRunsCurveWhole(const StageWork &work)
{
    const Sweep *const sweep = work.snapshot.sweepAlong(Dial::Epochs);
    return sweep != nullptr
        && sweep->points.size() == static_cast<std::size_t>(work.snapshot.scenario.training.lastEpoch);
}

// --- the others ---

std::optional<Contribution> computeCurve(const StageWork &work, Dial dial)
{
    std::optional<Sweep> made = work.task.sweepAlong(dial, work.stop);
    if (!made)
        return std::nullopt;
    return [dial, sweep = std::make_shared<const Sweep>(std::move(*made))](
               Snapshot &snapshot) { snapshot.sweeps[dial] = sweep; };
}

std::optional<Contribution> computeRival(const StageWork &work, std::size_t index)
{
    std::optional<RivalAnswer> made = work.task.rival(index, work.stop);
    if (!made)
        return std::nullopt;
    return [index, rival = std::make_shared<const RivalAnswer>(std::move(*made))](
               Snapshot &snapshot) { snapshot.rivals.at(index) = rival; };
}

std::optional<Contribution> computeVerdict(const StageWork &work)
{
    const Snapshot &snapshot = work.snapshot;
    const Dial dial = judgedBy(snapshot.scenario);
    Verdict verdict =
        work.task.judgeBy(snapshot, *snapshot.sweepAlong(dial), dialValue(snapshot.scenario, dial));
    if (snapshot.divergedAt)
        verdict.finding = Finding::Diverged;
    return [verdict](Snapshot &made) { made.verdict = verdict; };
}

bool always(const Scenario &)
{
    return true;
}

bool never(const Scenario &)
{
    return false;
}

bool isAlwaysQuick(const StageWork &)
{
    return true;
}

Stage curveStage(const DialRow &row)
{
    const Dial dial = row.dial;
    return {std::string("curve along ") + row.id, always,
        [dial](const Scenario &scenario) { return curveRank(scenario, dial); },
        [dial](const Scenario &scenario) { return dependenceOfCurve(scenario, dial); },
        [dial](const StageWork &work) { return work.task.isQuick(dial); },
        [dial](const Scenario &scenario) { return scenario.curve == dial; },
        [dial](const StageWork &work) { return computeCurve(work, dial); }};
}

/// The run itself is kept, in place of its curve.
Stage runsCurveStage(Stage stage)
{
    stage.dependsOn = {};
    stage.compute = computeRunsCurve;
    stage.isThere = isRunsCurveWhole;
    return stage;
}

Stage rivalStage(std::size_t index)
{
    return {"model B" + std::to_string(index),
        [index](const Scenario &scenario) { return index < scenario.rivals.size(); },
        [index](const Scenario &scenario) {
            return scenario.rivals[index].epochs == kFullyTrained ? kFirstRank : kLateRivalRank;
        },
        [index](const Scenario &scenario) { return dependenceOfModel(scenario, scenario.rivals[index]); },
        isAlwaysQuick, never, [index](const StageWork &work) { return computeRival(work, index); }};
}

std::vector<Stage> makeStages()
{
    const auto rank = [](int value) { return [value](const Scenario &) { return value; }; };
    std::vector<Stage> stages{
        {"model", always, rank(kModelRank), {}, isAlwaysQuick, always, computeModel},
        {"verdict", always, rank(kVerdictRank), {}, isAlwaysQuick, never, computeVerdict},
        {"details", always, rank(kDetailsRank), {}, isAlwaysQuick, never,
            [](const StageWork &work) { return work.task.details(work.snapshot); }},
    };
    for (std::size_t index = 0; index < kMostRivals; ++index)
        stages.push_back(rivalStage(index));
    for (const DialRow &row : dialRows())
        stages.push_back(row.dial == Dial::Epochs ? runsCurveStage(curveStage(row)) : curveStage(row));
    return stages;
}

} // namespace

std::shared_ptr<const Sweep> RunSoFar::sweepUpTo(int lastEpoch)
{
    const std::vector<SweepPoint> &points = run.points();
    const std::size_t count = std::min(points.size(), static_cast<std::size_t>(lastEpoch));
    if (!sweep || sweep->points.size() != count) {
        Sweep made{Dial::Epochs, {points.begin(), points.begin() + static_cast<std::ptrdiff_t>(count)}, {}};
        made.best = bestOf(made.points);
        sweep = std::make_shared<const Sweep>(std::move(made));
    }
    return sweep;
}

const std::vector<Stage> &allStages()
{
    static const std::vector<Stage> stages = makeStages();
    return stages;
}

std::vector<const Stage *> stagesFor(const Scenario &scenario)
{
    std::vector<const Stage *> stages;
    for (const Stage &stage : allStages()) {
        if (stage.isWanted(scenario))
            stages.push_back(&stage);
    }
    std::stable_sort(stages.begin(), stages.end(),
        [&](const Stage *a, const Stage *b) { return a->rank(scenario) < b->rank(scenario); });
    return stages;
}

} // namespace overfit
