// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/class_metrics.h"
#include "core/answer/task.h"

#include <utility>
#include <vector>

namespace overfit {

namespace {

// Fine enough for the boundary to be smooth on a projector; it costs less than a repaint.
constexpr int kPictureColumns = 128;
constexpr int kPictureRows = 96;

class ClassTask : public Task
{
public:
    ClassTask(const Scenario &scenario, std::shared_ptr<const ClassSplit> split,
        std::shared_ptr<const std::vector<PlaneLine>> truth)
        : m_scenario(scenario), m_split(std::move(split)), m_shown(shownRectangle(m_scenario, *m_split)),
          m_truth(std::move(truth))
    {
    }

    std::optional<Contribution> fullyTrained(const StopToken &stop) const override
    {
        auto fit = fitClasses(
            m_split->training(), m_split->domain, m_scenario.model.degree, m_scenario.model.ridge, stop);
        if (!fit)
            return std::nullopt;
        return shown(kFullyTrained, std::move(*fit));
    }

    EpochRun startRun() const override { return classRun(m_scenario, *m_split); }

    Contribution afterEpoch(const EpochRun &run, int epoch) const override
    {
        ClassFit fit;
        fit.polynomial = planeAt(run, epoch, m_split->domain, m_scenario.model.degree);
        fit.penalty = m_scenario.model.ridge;
        return shown(epoch, std::move(fit));
    }

    std::optional<Sweep> sweepAlong(Dial dial, const StopToken &stop) const override
    {
        return sweep(m_scenario, *m_split, dial, stop);
    }

    Verdict judgeBy(const Snapshot &, const Sweep &along, double value) const override
    {
        return judgeClasses(*m_split, along, value);
    }

    std::optional<RivalAnswer> rival(std::size_t, const StopToken &) const override { return std::nullopt; }

    Contribution details(const Snapshot &) const override
    {
        return [](Snapshot &) {};
    }

    bool isQuick(Dial) const override { return false; }

private:
    [[nodiscard]] Contribution shown(int epoch, ClassFit fit) const
    {
        auto answer = std::make_shared<ClassAnswer>();
        const ClassExamples training = m_split->training();
        const ClassExamples validation = m_split->validation->examples();
        const std::vector<double> seen = logitsOf(fit.polynomial, training);
        const std::vector<double> unseen = logitsOf(fit.polynomial, validation);
        const Metrics onTraining = measureClasses(training.label, seen);
        const Metrics onValidation = measureClasses(validation.label, unseen);
        answer->trainingRight = rightOnes(training.label, seen);
        answer->validationRight = rightOnes(validation.label, unseen);
        answer->picture = pictureOf(fit.polynomial, m_shown, kPictureColumns, kPictureRows);
        fit.separated = onTraining.accuracy == 1; // by epochs, too
        answer->fit = std::move(fit);
        answer->split = m_split;
        answer->truth = m_truth;
        return [epoch, onTraining, onValidation, answer](Snapshot &snapshot) {
            snapshot.epoch = epoch;
            snapshot.training = onTraining;
            snapshot.validation = onValidation;
            snapshot.classes = answer;
        };
    }

    Scenario m_scenario;
    std::shared_ptr<const ClassSplit> m_split;
    Rectangle m_shown;
    std::shared_ptr<const std::vector<PlaneLine>> m_truth;
};

} // namespace

Rectangle shownRectangle(const Scenario &scenario, const ClassSplit &split)
{
    if (!scenario.data.points)
        return split.domain; // holds every example
    return {widened(split.domain.x1, split.validation->x1), widened(split.domain.x2, split.validation->x2)};
}

std::unique_ptr<Task> makeClassTask(const Scenario &scenario, std::shared_ptr<const ClassSplit> split,
    std::shared_ptr<const std::vector<PlaneLine>> truth)
{
    return std::make_unique<ClassTask>(scenario, std::move(split), std::move(truth));
}

} // namespace overfit
