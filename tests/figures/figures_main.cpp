// SPDX-License-Identifier: GPL-3.0-or-later
// overfit-figures FILE: writes the figures of many scenarios, a number a line, to the last bit. Equal files
// mean that two platforms compute the same.
#include "core/answer/answerer.h"
#include "core/lessons/scenes.h"
#include "core/tables/shipped.h"
#include "core/text/exact_number.h"

#include <array>
#include <cstdio>
#include <fstream>
#include <ios>
#include <span>
#include <string>
#include <vector>

using namespace overfit;

namespace {

struct NamedScenario {
    std::string name;
    Scenario scenario;
};

std::vector<NamedScenario> allData()
{
    std::vector<NamedScenario> all;
    const auto add = [&all](std::string_view name, DataSource data) {
        Scenario scenario;
        scenario.data.source = std::move(data);
        all.push_back({std::string(name), scenario});
    };
    for (const Target target : kTargets)
        add(targetName(target), DataSource::generated(target));
    for (const Shape shape : kShapes)
        add(shapeName(shape), DataSource::generatedClasses(shape));
    for (const ShippedSet &set : shippedSets())
        add(set.id, DataSource::shippedSet(std::string(set.id)));
    return all;
}

/// Each scene, and all data: fully trained at a low and, with ridge, at a high degree, and by each optimizer.
std::vector<NamedScenario> allScenarios()
{
    std::vector<NamedScenario> all;
    for (const Scene &scene : scenes())
        all.push_back({std::string(scene.id), scene.scenario});
    constexpr std::array kOptimizers{Optimizer::GradientDescent, Optimizer::MiniBatches, Optimizer::Adam};
    std::size_t next = 0;
    for (const NamedScenario &data : allData()) {
        all.push_back({data.name + "-degree-5", data.scenario});
        NamedScenario high{data.name + "-ridge", data.scenario};
        high.scenario.model.degree = 12;
        high.scenario.sampling.trainSize = 60;
        high.scenario.model.ridge = 0.01;
        high.scenario.data.seed = 7;
        all.push_back(high);
        NamedScenario trained{data.name + "-epochs", data.scenario};
        trained.scenario.model.epochs = 40;
        trained.scenario.training.lastEpoch = 60;
        trained.scenario.training.descent.optimizer = kOptimizers.at(next++ % kOptimizers.size());
        trained.scenario.training.descent.startSpread = 0.5;
        all.push_back(trained);
    }
    return all;
}

class Writer
{
public:
    explicit Writer(std::ostream &stream) : m_stream(stream) { }

    void setScenario(const std::string &name) { m_scenario = name; }

    /// 17 significant digits tell any two doubles apart.
    void write(std::string_view what, double value)
    {
        std::array<char, 40> text{};
        std::snprintf(text.data(), text.size(), "%.17g", value);
        m_stream << m_scenario << ' ' << what << ' ' << text.data() << '\n';
    }
    template <typename Number>
    void write(std::string_view what, std::span<const Number> values)
    {
        for (const Number value : values)
            write(what, static_cast<double>(value));
    }
    void write(std::string_view what, const std::vector<double> &values) { write<double>(what, values); }
    void write(std::string_view what, const std::vector<std::uint8_t> &values)
    {
        write<std::uint8_t>(what, values);
    }

private:
    std::ostream &m_stream;
    std::string m_scenario;
};

void writeMetrics(Writer &writer, const std::string &what, const Metrics &metrics)
{
    writer.write(what + ".count", static_cast<double>(metrics.count));
    writer.write(what + ".accuracy", metrics.accuracy);
    writer.write(what + ".rmse", metrics.rmse);
    writer.write(what + ".mae", metrics.mae);
    writer.write(what + ".within", metrics.within);
    writer.write(what + ".ones", metrics.ones);
    writer.write(what + ".log-loss", metrics.logLoss);
}

void writeLines(Writer &writer, const std::string &what, const std::vector<PlaneLine> &lines)
{
    for (const PlaneLine &line : lines) {
        for (const PlanePoint point : line) {
            writer.write(what + ".x1", point.x1);
            writer.write(what + ".x2", point.x2);
        }
    }
}

void writeCurve(Writer &writer, const CurveAnswer &answer)
{
    writer.write("pool.x", answer.split->pool->x);
    writer.write("pool.y", answer.split->pool->y);
    writer.write("held-out.x", answer.split->validation->x);
    writer.write("held-out.y", answer.split->validation->y);
    writer.write("coefficient", answer.fit.polynomial.coefficients);
    writer.write("rank", answer.fit.rank);
    writer.write("condition", answer.fit.condition);
    writer.write("curve", answer.curve);
    writer.write("target", answer.target);
    writer.write("monomial", answer.monomials);
}

void writeClasses(Writer &writer, const ClassAnswer &answer)
{
    writer.write("pool.x1", answer.split->pool->x1);
    writer.write("pool.x2", answer.split->pool->x2);
    writer.write("pool.label", answer.split->pool->label);
    writer.write("held-out.x1", answer.split->validation->x1);
    writer.write("held-out.x2", answer.split->validation->x2);
    writer.write("held-out.label", answer.split->validation->label);
    writer.write("coefficient", answer.fit.polynomial.coefficients);
    writer.write("steps", answer.fit.steps);
    writer.write("shade", answer.picture.probability);
    writeLines(writer, "boundary", answer.picture.boundary);
    if (answer.truth)
        writeLines(writer, "truth", *answer.truth);
}

void writeSweep(Writer &writer, const std::string &what, const Sweep *sweep)
{
    if (!sweep)
        return;
    for (const SweepPoint &point : sweep->points) {
        const std::string at = what + "." + exactNumber(point.value);
        writeMetrics(writer, at + ".training", point.training);
        writeMetrics(writer, at + ".validation", point.validation);
    }
}

void writeVerdict(Writer &writer, const Verdict &verdict)
{
    writer.write("finding", static_cast<int>(verdict.finding));
    writer.write("gap", static_cast<int>(verdict.gap));
    writer.write("best", verdict.best);
    writer.write("gap-spread", verdict.gapSpread);
}

void writeSnapshot(Writer &writer, const Snapshot &snapshot)
{
    if (snapshot.curve)
        writeCurve(writer, *snapshot.curve);
    if (snapshot.classes)
        writeClasses(writer, *snapshot.classes);
    writeMetrics(writer, "training", snapshot.training);
    writeMetrics(writer, "validation", snapshot.validation);
    writeSweep(writer, "degree", snapshot.sweeps[Dial::Degree].get());
    writeSweep(writer, "train-size", snapshot.sweeps[Dial::TrainSize].get());
    writeSweep(writer, "epoch", snapshot.sweeps[Dial::Epochs].get());
    writeSweep(writer, "ridge", snapshot.sweeps[Dial::Ridge].get());
    if (snapshot.rival()) {
        writer.write("rival.curve", snapshot.rival()->curve);
        writeMetrics(writer, "rival.training", snapshot.rival()->training);
        writeMetrics(writer, "rival.validation", snapshot.rival()->validation);
    }
    if (snapshot.verdict)
        writeVerdict(writer, *snapshot.verdict);
}

} // namespace

int main(int argc, char **argv)
{
    if (argc != 2) {
        std::fputs("Usage: overfit-figures FILE\n", stderr);
        return 2;
    }
    std::ofstream stream(argv[1], std::ios::binary);
    Writer writer(stream);
    Answerer answerer;
    for (const NamedScenario &named : allScenarios()) {
        writer.setScenario(named.name);
        answerer.answer(named.scenario, StopToken(), [&writer](const SnapshotPtr &snapshot) {
            if (snapshot->complete())
                writeSnapshot(writer, *snapshot);
        });
    }
    stream.close();
    return stream ? 0 : 1;
}
