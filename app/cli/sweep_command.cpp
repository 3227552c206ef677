// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_command.h"

#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/analysis/epoch_run.h"
#include "core/analysis/pointwise_sweep.h"
#include "core/analysis/ridge_sweep.h"
#include "core/analysis/sweep.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace overfit::cli {

namespace {

enum class Along { Degree, TrainSize, Epochs, Ridge };

/// The names of Along, and of Optimizer.
const std::vector<std::string> kDialNames{"degree", "train-size", "epochs", "ridge"};
const std::vector<std::string> kOptimizerNames{"gradient-descent", "mini-batches", "adam"};

struct SweepOptions {
    SourceOptions source;
    OptionText along;
    OptionText from;
    OptionText to;
    OptionText steps;
    OptionText degree;
    OptionText ridge;
    OptionText trainedBy;
    OptionText learningRate;
    OptionText batchSize;
};

constexpr IntRange kStepsRange{2, 1000000};

std::string scoreCells(const std::string &value, const Metrics &training, const Metrics &validation)
{
    return row({value, cell(training.accuracy), cell(validation.accuracy), cell(training.rmse),
        cell(validation.rmse)});
}

std::string table(Along along, const std::string &rows)
{
    return row({kDialNames[static_cast<std::size_t>(along)], "train_r2", "validation_r2", "train_rmse",
               "validation_rmse"})
        + rows;
}

void refuseBackwards(const SweepOptions &options, bool isBackwards)
{
    if (isBackwards)
        throw UsageError{"--from " + options.from.value_or("left out") + " is above --to "
            + options.to.value_or("left out") + ". Give the lower value to --from."};
}

/// The values of a dial of whole numbers.
std::vector<int> wholeValues(const SweepOptions &options, IntRange range, IntRange standard)
{
    const int from = wholeNumberOr(standard.low, "--from", options.from, range);
    const int to = wholeNumberOr(standard.high, "--to", options.to, range);
    refuseBackwards(options, from > to);
    return evenlyThinned(from, to, wholeNumberOr(kStepsRange.high, "--steps", options.steps, kStepsRange));
}

/// What a sweep along a dial holds: all settings of the model but the dial itself.
Scenario heldSettings(const SweepOptions &options, Along along)
{
    const std::string because = "the sweep goes along it.";
    if (along == Along::Degree)
        refuseGiven("--degree", options.degree, because);
    if (along == Along::Ridge)
        refuseGiven("--ridge", options.ridge, because);
    if (along == Along::TrainSize)
        refuseGiven("--train-size", options.source.trainSize, because);
    if (along != Along::Epochs) {
        const std::string onlyEpochs = "it is for --along epochs.";
        refuseGiven("--trained-by", options.trainedBy, onlyEpochs);
        refuseGiven("--learning-rate", options.learningRate, onlyEpochs);
        refuseGiven("--batch-size", options.batchSize, onlyEpochs);
    }
    Scenario held;
    held.model.degree = wholeNumberOr(held.model.degree, "--degree", options.degree, kDegreeRange);
    held.model.ridge = realNumberOr(held.model.ridge, "--ridge", options.ridge, kRidgeRange);
    DescentSettings &descent = held.training.descent;
    if (options.trainedBy)
        descent.optimizer =
            static_cast<Optimizer>(choice("--trained-by", *options.trainedBy, kOptimizerNames));
    descent.learningRate =
        realNumberOr(descent.learningRate, "--learning-rate", options.learningRate, kLearningRateRange);
    descent.batchSize = wholeNumberOr(descent.batchSize, "--batch-size", options.batchSize, kBatchSizeRange);
    return held;
}

std::string sweepRows(const std::vector<SweepPoint> &points)
{
    std::string rows;
    for (const SweepPoint &point : points)
        rows += scoreCells(std::to_string(point.value), point.training, point.validation);
    return rows;
}

Answer sweepDial(const Scenario &held, const Split &split, Dial dial, const std::vector<int> &values)
{
    // Nobody stops it, so there is a result.
    return {sweepRows(sweepAt(held, split, dial, values, StopToken()).value().points)};
}

Answer sweepTrainSizes(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const IntRange sizes{kTrainSizeRange.low, static_cast<int>(split.pool.size())};
    return sweepDial(held, split, Dial::TrainSize, wholeValues(options, sizes, sizes));
}

Answer sweepEpochs(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const std::vector<int> values =
        wholeValues(options, kEpochRange, {kEpochRange.low, Scenario().training.lastEpoch});
    EpochRun run = curveRun(held, split);
    run.advanceTo(values.back(), StopToken());
    std::vector<SweepPoint> points;
    points.reserve(values.size());
    for (const int epoch : values)
        points.push_back(run.points()[static_cast<std::size_t>(epoch) - 1]);
    Answer answer{sweepRows(points)};
    if (const std::optional<int> epoch = run.divergedAt())
        answer.remark = "the weights left all bounds in epoch " + std::to_string(*epoch)
            + " and stay what they were before it. Take a lower --learning-rate.";
    return answer;
}

Answer sweepRidges(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const double from = realNumberOr(1e-6, "--from", options.from, kRidgeSweepRange);
    const double to = realNumberOr(kRidgeSweepRange.high, "--to", options.to, kRidgeSweepRange);
    refuseBackwards(options, from > to);
    const int usual = usualRidgeCount(from, to);
    const int count = from < to ? wholeNumberOr(usual, "--steps", options.steps, kStepsRange) : 1;
    Answer answer;
    for (const RidgePoint &point : sweepRidge(split, held.model.degree, ridgesBetween(from, to, count)))
        answer.text += scoreCells(cell(point.ridge), point.training, point.validation);
    return answer;
}

Answer runSweep(const SweepOptions &options, std::istream &in)
{
    if (!options.along)
        throw UsageError{"--along is missing. Give the setting to go along: " + listed(kDialNames) + "."};
    const auto along = static_cast<Along>(choice("--along", *options.along, kDialNames));
    const Scenario held = heldSettings(options, along);
    // Without a pool there would be nothing to take more and more points from.
    const auto [split, remark] =
        readSplit(options.source, along == Along::TrainSize ? Unsaid::HoldOut : Unsaid::TrainOnAll, in);
    Answer answer;
    if (along == Along::Degree)
        answer = sweepDial(held, split, Dial::Degree, wholeValues(options, kDegreeRange, kDegreeRange));
    else if (along == Along::TrainSize)
        answer = sweepTrainSizes(options, held, split);
    else if (along == Along::Epochs)
        answer = sweepEpochs(options, held, split);
    else
        answer = sweepRidges(options, held, split);
    const std::string space = remark.empty() || answer.remark.empty() ? "" : " ";
    return {table(along, answer.text), remark + space + answer.remark};
}

void addModelOptions(CLI::App &parser, SweepOptions &options)
{
    addOption(parser, "--degree", options.degree, "D",
        "Degree of the polynomial where the sweep goes along something else, 0 to 30; without it 5");
    addOption(parser, "--ridge", options.ridge, "L",
        "Ridge penalty where the sweep goes along something else, 0 to 1000; without it 0");
    addOption(parser, "--trained-by", options.trainedBy, "NAME",
        "With --along epochs, how the model is trained: " + listed(kOptimizerNames)
            + "; without it gradient-descent");
    addOption(parser, "--learning-rate", options.learningRate, "R",
        "With --along epochs: step of the training, 0.00001 to 10; without it 0.3");
    addOption(parser, "--batch-size", options.batchSize, "N",
        "With --along epochs: points a step of mini-batches and adam, 1 to 1000; without it 10");
}

} // namespace

Command addSweep(CLI::App &program)
{
    CLI::App *const parser =
        program.add_subcommand("sweep", "Accuracies along the degree or another setting, as CSV");
    parser->footer("A cell is empty where there is no validation set.\n"
                   "Example, every degree from 1 to 15 with 30 % of the rows held out:\n"
                   "  overfit-cli sweep lab.csv --along degree --from 1 --to 15 --validation 0.3");
    const auto options = std::make_shared<SweepOptions>();
    addOption(*parser, "--along", options->along, "NAME",
        "What changes from row to row; needed: " + listed(kDialNames));
    addOption(*parser, "--from", options->from, "A",
        "The first value; without it 0 for the degree, 2 for the train size, 1 for the epochs, 0.000001 for "
        "the ridge penalty");
    addOption(*parser, "--to", options->to, "B",
        "The last value; without it 30 for the degree, as many as can be trained on for the train size, 200 "
        "for the epochs, 1000 for the ridge penalty");
    addOption(*parser, "--steps", options->steps, "N",
        "How many values to take at most, evenly spread, for the ridge penalty on a logarithmic scale; "
        "without it every whole number, and ten ridge penalties a decade");
    addModelOptions(*parser, *options);
    addSourceOptions(*parser, options->source);
    return {parser, [options](std::istream &in) { return runSweep(*options, in); }};
}

} // namespace overfit::cli
