// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/epoch_bench.h"

#include "core/analysis/epoch_run.h"
#include "core/sampling/class_split.h"

#include <atomic>
#include <cmath>
#include <memory>
#include <optional>
#include <utility>

namespace overfit::bench {

namespace {

/// Results go here, so that no compiler can leave the work out.
std::atomic<double> sink{0};

constexpr int kClassDegree = 12;
constexpr int kBatch = 10;

/// 250 training and 250 validation points, 90 features and the constant, batches of 10.
Scenario classScenario()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.model.degree = kClassDegree;
    scenario.sampling.trainSize = 250;
    scenario.training.descent.optimizer = Optimizer::MiniBatches;
    scenario.training.descent.batchSize = kBatch;
    return scenario;
}

/// The straightforward way: every feature by std::pow wherever it is needed, a vector for each point.
class PlainEpoch
{
public:
    explicit PlainEpoch(ClassSplit split) : m_split(std::move(split)), m_weights(91) { }

    void run()
    {
        const ClassExamples training = m_split.training();
        for (std::size_t from = 0; from < training.size(); from += kBatch) {
            std::vector<double> gradient(m_weights.size());
            for (std::size_t i = from; i < from + kBatch; ++i) {
                const std::vector<double> features = featuresOf(training, i);
                const double residual = probability(features) - training.label[i];
                for (std::size_t k = 0; k < features.size(); ++k)
                    gradient[k] += residual * features[k] / kBatch;
            }
            for (std::size_t k = 0; k < m_weights.size(); ++k)
                m_weights[k] -= 0.3 * gradient[k];
        }
        sink = scoreOf(training) + scoreOf(m_split.validation->examples());
    }

private:
    static std::vector<double> featuresOf(const ClassExamples &examples, std::size_t i)
    {
        std::vector<double> features;
        for (int total = 0; total <= kClassDegree; ++total)
            for (int j = 0; j <= total; ++j)
                features.push_back(std::pow(examples.x1[i], total - j) * std::pow(examples.x2[i], j));
        return features;
    }

    [[nodiscard]] double probability(const std::vector<double> &features) const
    {
        double z = 0;
        for (std::size_t k = 0; k < features.size(); ++k)
            z += m_weights[k] * features[k];
        return 1 / (1 + std::exp(-z));
    }

    /// Share right and log loss in one.
    [[nodiscard]] double scoreOf(const ClassExamples &examples) const
    {
        double score = 0;
        for (std::size_t i = 0; i < examples.size(); ++i) {
            const double p = probability(featuresOf(examples, i));
            score += (p > 0.5) == (examples.label[i] != 0) ? 1 : 0;
            score -= std::log(examples.label[i] != 0 ? p : 1 - p);
        }
        return score;
    }

    ClassSplit m_split;
    std::vector<double> m_weights;
};

} // namespace

std::vector<BenchCase> epochBenchCases()
{
    const Scenario scenario = classScenario();
    const ClassSplit split = drawClassSplit(scenario);
    auto plain = std::make_shared<PlainEpoch>(split);
    const auto run = std::make_shared<std::optional<EpochRun>>();
    const std::string loop = "a loop with std::vector and std::pow";
    return {
        {loop, [plain] { plain->run(); }, {}, 0},
        {"one epoch, 250 + 250 points, batch 10, degree 12, scored",
            [run, scenario, split] {
                if (!*run || (*run)->epochs() >= kEpochRange.high)
                    run->emplace(classRun(scenario, split));
                (*run)->advance();
            },
            loop, 0.05},
    };
}

std::size_t checkpointBytes()
{
    Scenario scenario = classScenario();
    EpochRun run = classRun(scenario, drawClassSplit(scenario));
    run.advanceTo(kEpochRange.high, StopToken());
    return run.bytes();
}

} // namespace overfit::bench
