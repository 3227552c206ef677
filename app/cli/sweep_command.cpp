// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/sweep_command.h"

#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/analysis/epoch_run.h"
#include "core/analysis/sweep.h"
#include "core/scenario/dial.h"
#include "core/scenario/setting.h"
#include "core/text/number.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <memory>

namespace overfit::cli {

namespace {

std::vector<std::string> dialNames()
{
    std::vector<std::string> names;
    for (const DialRow &row : dialRows())
        names.emplace_back(row.id);
    return names;
}

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
constexpr double kFirstPenalty = 1e-6; // of the dial, above 0

std::string scoreCells(const std::string &value, const Metrics &training, const Metrics &validation)
{
    return row({value, cell(training.accuracy), cell(validation.accuracy), cell(training.rmse),
        cell(validation.rmse)});
}

std::string table(Dial along, const std::string &rows)
{
    return row({dialRow(along).id, "train_r2", "validation_r2", "train_rmse", "validation_rmse"}) + rows;
}

void refuseBackwards(const SweepOptions &options, bool isBackwards)
{
    if (isBackwards)
        throw UsageError{"--from " + options.from.value_or("left out") + " is above --to "
            + options.to.value_or("left out") + ". Give the lower value to --from."};
}

/// The values of a dial of whole numbers.
std::vector<double> wholeValues(const SweepOptions &options, IntRange range, IntRange standard)
{
    const int from = wholeNumberOr(standard.low, "--from", options.from, range);
    const int to = wholeNumberOr(standard.high, "--to", options.to, range);
    refuseBackwards(options, from > to);
    const std::vector<int> values =
        evenlyThinned(from, to, wholeNumberOr(kStepsRange.high, "--steps", options.steps, kStepsRange));
    return {values.begin(), values.end()};
}

/// What a sweep along a dial holds: all settings of the model but the dial itself.
Scenario heldSettings(const SweepOptions &options, Dial along)
{
    const std::string because = "the sweep goes along it.";
    if (along == Dial::Degree)
        refuseGiven("--degree", options.degree, because);
    if (along == Dial::Ridge)
        refuseGiven("--ridge", options.ridge, because);
    if (along == Dial::TrainSize)
        refuseGiven("--train-size", options.source.trainSize, because);
    if (along != Dial::Epochs) {
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
            static_cast<Optimizer>(choice("--trained-by", *options.trainedBy, optimizerNames()));
    descent.learningRate =
        realNumberOr(descent.learningRate, "--learning-rate", options.learningRate, kLearningRateRange);
    descent.batchSize = wholeNumberOr(descent.batchSize, "--batch-size", options.batchSize, kBatchSizeRange);
    return held;
}

std::string sweepRows(const std::vector<SweepPoint> &points)
{
    std::string rows;
    for (const SweepPoint &point : points)
        rows += scoreCells(cell(point.value), point.training, point.validation);
    return rows;
}

Answer sweepDial(const Scenario &held, const Split &split, Dial dial, const std::vector<double> &values)
{
    // Nobody stops it, so there is a result.
    return {sweepRows(sweepAt(held, split, dial, values, StopToken()).value().points)};
}

Answer sweepTrainSizes(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const IntRange sizes{kTrainSizeRange.low, static_cast<int>(split.pool->size())};
    return sweepDial(held, split, Dial::TrainSize, wholeValues(options, sizes, sizes));
}

Answer sweepEpochs(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const std::vector<double> values =
        wholeValues(options, kEpochRange, {kEpochRange.low, Scenario().training.lastEpoch});
    EpochRun run = curveRun(held, split);
    run.advanceTo(static_cast<int>(values.back()), StopToken());
    std::vector<SweepPoint> points;
    points.reserve(values.size());
    for (const double epoch : values)
        points.push_back(run.points()[static_cast<std::size_t>(epoch) - 1]);
    Answer answer{sweepRows(points)};
    if (const std::optional<int> epoch = run.divergedAt())
        answer.remark = "the weights left all bounds in epoch " + std::to_string(*epoch)
            + " and stay what they were before it. Take a lower --learning-rate.";
    return answer;
}

Answer sweepRidges(const SweepOptions &options, const Scenario &held, const Split &split)
{
    const RealRange range = options.steps ? kLogPenaltyRange : kRidgeRange; // 0 is on no logarithmic scale
    const double from = realNumberOr(options.steps ? kFirstPenalty : 0, "--from", options.from, range);
    const double to = realNumberOr(range.high, "--to", options.to, range);
    refuseBackwards(options, from > to);
    if (!options.steps)
        return sweepDial(held, split, Dial::Ridge, penaltiesBetween(from, to));
    const int count = from < to ? wholeNumber("--steps", *options.steps, kStepsRange) : 1;
    return sweepDial(held, split, Dial::Ridge, penaltiesInSteps(from, to, count));
}

Answer runSweep(const SweepOptions &options, std::istream &in)
{
    if (!options.along)
        throw UsageError{"--along is missing. Give the setting to go along: " + listed(dialNames()) + "."};
    const Dial along = kDials.at(choice("--along", *options.along, dialNames()));
    const Scenario held = heldSettings(options, along);
    // Without a pool there would be nothing to take more and more points from.
    const auto [split, remark, used] =
        readSplit(options.source, along == Dial::TrainSize ? Unsaid::HoldOut : Unsaid::TrainOnAll, in);
    Answer answer;
    if (along == Dial::Degree)
        answer = sweepDial(held, split, Dial::Degree, wholeValues(options, kDegreeRange, kDegreeRange));
    else if (along == Dial::TrainSize)
        answer = sweepTrainSizes(options, held, split);
    else if (along == Dial::Epochs)
        answer = sweepEpochs(options, held, split);
    else
        answer = sweepRidges(options, held, split);
    const std::string told = joined(used ? usedText(*used) : "", remark);
    return {table(along, answer.text), joined(told, answer.remark)};
}

void addModelOptions(CLI::App &parser, SweepOptions &options)
{
    const Scenario standard;
    addOption(parser, "--degree", options.degree, "D",
        "Degree of the polynomial where the sweep goes along something else, " + rangeText(kDegreeRange)
            + withoutIt(standard.model.degree));
    addOption(parser, "--ridge", options.ridge, "L",
        "Ridge penalty where the sweep goes along something else, " + rangeText(kRidgeRange)
            + withoutIt(standard.model.ridge));
    addOption(parser, "--trained-by", options.trainedBy, "NAME",
        "With --along epochs, how the model is trained: " + listed(optimizerNames())
            + "; without it gradient-descent");
    addOption(parser, "--learning-rate", options.learningRate, "R",
        "With --along epochs: step of the training, " + rangeText(kLearningRateRange)
            + withoutIt(standard.training.descent.learningRate));
    addOption(parser, "--batch-size", options.batchSize, "N",
        "With --along epochs: points a step of mini-batches and adam, " + rangeText(kBatchSizeRange)
            + withoutIt(standard.training.descent.batchSize));
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
        "What changes from row to row; needed: " + listed(dialNames()));
    addOption(*parser, "--from", options->from, "A",
        "The first value; without it " + std::to_string(kDegreeRange.low) + " for the degree, "
            + std::to_string(kTrainSizeRange.low) + " for the train size, " + std::to_string(kEpochRange.low)
            + " for the epochs, " + plainNumber(kRidgeRange.low) + " for the ridge penalty ("
            + plainNumber(kFirstPenalty) + " with --steps)");
    addOption(*parser, "--to", options->to, "B",
        "The last value; without it " + std::to_string(kDegreeRange.high)
            + " for the degree, as many as can be trained on for the train size, "
            + std::to_string(Scenario().training.lastEpoch) + " for the epochs, "
            + plainNumber(kRidgeRange.high) + " for the ridge penalty");
    addOption(*parser, "--steps", options->steps, "N",
        "How many values to take at most, evenly spread, for the ridge penalty on a logarithmic scale; "
        "without it every whole number, and ten ridge penalties a decade");
    addModelOptions(*parser, *options);
    addSourceOptions(*parser, options->source);
    return {parser, [options](std::istream &in) { return runSweep(*options, in); }};
}

} // namespace overfit::cli
