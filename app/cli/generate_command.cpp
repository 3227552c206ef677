// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/generate_command.h"

#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/sampling/class_split.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace overfit::cli {

namespace {

struct GenerateOptions {
    OptionText target;
    OptionText count;
    OptionText noise;
    OptionText labelNoise;
    OptionText seed;
};

std::vector<std::string> shapeNames()
{
    std::vector<std::string> names(kShapes.size());
    std::transform(kShapes.begin(), kShapes.end(), names.begin(), shapeName);
    return names;
}

std::string curvePoints(const Scenario &scenario, std::size_t count)
{
    const Dataset points = drawGeneratedSplit(scenario, count).pool;
    std::string text = row({"x", "y"});
    for (std::size_t i = 0; i < points.size(); ++i)
        text += row({cell(points.x[i]), cell(points.y[i])});
    return text;
}

std::string classPoints(const Scenario &scenario, std::size_t count)
{
    const ClassDataset points = drawGeneratedClassSplit(scenario, count).pool;
    std::string text = row({"x1", "x2", "class"});
    for (std::size_t i = 0; i < points.size(); ++i)
        text += row({cell(points.x1[i]), cell(points.x2[i]), std::to_string(points.label[i])});
    return text;
}

/// The law or the shape of that name.
DataSource sourceNamed(const std::string &name)
{
    const std::vector<std::string> targets = targetNames();
    std::vector<std::string> all = targets;
    const std::vector<std::string> shapes = shapeNames();
    all.insert(all.end(), shapes.begin(), shapes.end());
    const std::size_t index = choice("--target", name, all);
    return index < targets.size() ? DataSource::generated(kTargets.at(index))
                                  : DataSource::generatedClasses(kShapes.at(index - targets.size()));
}

Answer runGenerate(const GenerateOptions &options)
{
    if (!options.target)
        throw UsageError{"--target is missing. Name what to draw from: " + listed(targetNames()) + ", "
            + listed(shapeNames()) + "."};
    Scenario scenario;
    scenario.data.source = sourceNamed(*options.target);
    const bool isCurve = problemOf(scenario) == Problem::Curve;
    if (isCurve)
        refuseGiven("--label-noise", options.labelNoise, "it is for classes.");
    else
        refuseGiven("--noise", options.noise, "it is for curves, and classes have --label-noise.");
    scenario.data.noise = realNumberOr(scenario.data.noise, "--noise", options.noise, kNoiseRange);
    scenario.data.labelNoise =
        realNumberOr(scenario.data.labelNoise, "--label-noise", options.labelNoise, kLabelNoiseRange);
    scenario.data.seed = seedOr(scenario.data.seed, options.seed);
    const auto count = static_cast<std::size_t>(
        wholeNumberOr(scenario.sampling.trainSize, "--count", options.count, kGeneratedCountRange));
    return {isCurve ? curvePoints(scenario, count) : classPoints(scenario, count)};
}

} // namespace

Command addGenerate(CLI::App &program)
{
    CLI::App *const parser =
        program.add_subcommand("generate", "The training points that the window draws, as CSV");
    parser->footer("Example, the points that the window opens with:\n"
                   "  overfit-cli generate --target sine --count 20 --noise 0.25 --seed 21");
    const auto options = std::make_shared<GenerateOptions>();
    const Scenario standard;
    addOption(*parser, "--target", options->target, "NAME",
        "What to draw from; needed. Curves: " + listed(targetNames()) + ". Classes: " + listed(shapeNames()));
    addOption(*parser, "--count", options->count, "N",
        "How many points, " + rangeText(kGeneratedCountRange) + "; more of them begin with the same ones"
            + withoutIt(standard.sampling.trainSize));
    addOption(*parser, "--noise", options->noise, "S",
        "Of curves: standard deviation of the noise of y, " + rangeText(kNoiseRange)
            + withoutIt(standard.data.noise));
    addOption(*parser, "--label-noise", options->labelNoise, "P",
        "Of classes: share of wrong labels, " + rangeText(kLabelNoiseRange)
            + withoutIt(standard.data.labelNoise));
    addOption(*parser, "--seed", options->seed, "S",
        "Seed of the sample, " + seedRangeText() + withoutIt(static_cast<double>(standard.data.seed)));
    return {parser, [options](std::istream &) { return runGenerate(*options); }};
}

} // namespace overfit::cli
