// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cross_validate_command.h"

#include "app/cli/errors.h"
#include "app/cli/output.h"
#include "app/cli/source_options.h"
#include "core/analysis/cross_validation.h"
#include "core/sampling/dealing.h"

#include <CLI/CLI.hpp>

#include <memory>
#include <numeric>

namespace overfit::cli {

namespace {

const std::vector<std::string> kOrderNames{"file", "shuffled"};

struct CrossValidateOptions {
    FileOptions file;
    OptionText degree;
    OptionText folds;
    OptionText order;
    OptionText seed;
    OptionText ridge;
};

constexpr IntRange kFoldsRange{2, 1000000};
constexpr int kFolds = 5; // where nobody says otherwise

/// A fold must have a row at least.
void checkFolds(int folds, std::size_t rows, const std::string &file)
{
    if (static_cast<std::size_t>(folds) > rows)
        throw DataError{file + " has " + std::to_string(rows) + " rows, too few for --folds "
            + std::to_string(folds) + ". Give at most " + std::to_string(rows) + "."};
}

std::vector<std::size_t> orderedRows(std::size_t count, bool isShuffled, std::uint64_t seed)
{
    if (isShuffled)
        return shuffledRows(count, seed);
    std::vector<std::size_t> rows(count);
    std::iota(rows.begin(), rows.end(), std::size_t{0});
    return rows;
}

Answer runCrossValidate(const CrossValidateOptions &options, std::istream &in)
{
    if (!options.degree)
        throw UsageError{"--degree is missing. Give one or more degrees, such as --degree 1,4,15."};
    const std::vector<int> degrees = wholeNumbers("--degree", *options.degree, kDegreeRange);
    const int folds = wholeNumberOr(kFolds, "--folds", options.folds, kFoldsRange);
    const bool isShuffled = options.order && choice("--order", *options.order, kOrderNames) == 1;
    const std::uint64_t seed = seedOr(Scenario().data.seed, options.seed);
    const double ridge = realNumberOr(0, "--ridge", options.ridge, kRidgeRange);
    const auto [data, remark, used] = readRows(options.file, in);
    checkFolds(folds, data.size(), *options.file.file);
    const auto cut = foldsOf(orderedRows(data.size(), isShuffled, seed), folds);
    Answer answer{row({"degree", "mean_mse", "sd_mse", "mean_r2"}), joined(usedText(used), remark)};
    for (const CrossValidation &result : crossValidate(data, cut, degrees, ridge))
        answer.text += row(
            {std::to_string(result.degree), cell(result.meanMse), cell(result.sdMse), cell(result.meanR2)});
    return answer;
}

} // namespace

Command addCrossValidate(CLI::App &program)
{
    CLI::App *const parser =
        program.add_subcommand("cross-validate", "Errors on rows that are held out in turn, as CSV");
    parser->footer("sd_mse is the standard deviation over the folds (of K folds, with K as divisor).\n"
                   "mean_r2 is empty where a fold has one row, or equal y only.\n"
                   "Example, three degrees in ten folds:\n"
                   "  overfit-cli cross-validate lab.csv --degree 1,4,15 --folds 10 --order shuffled");
    const auto options = std::make_shared<CrossValidateOptions>();
    addOption(*parser, "--degree", options->degree, "D,D",
        "Degrees of the polynomials, " + rangeText(kDegreeRange) + ", separated by commas; needed");
    addOption(*parser, "--folds", options->folds, "K",
        "In how many parts the rows are cut, from " + std::to_string(kFoldsRange.low)
            + "; the first ones have one row more where they can't be equal" + withoutIt(kFolds));
    addOption(*parser, "--order", options->order, "NAME",
        "file: each part is a block of the file; shuffled: the rows are shuffled by the seed first; without "
        "it file");
    addOption(*parser, "--seed", options->seed, "S",
        "With --order shuffled: shuffles the rows, " + seedRangeText()
            + withoutIt(static_cast<double>(Scenario().data.seed)));
    addOption(*parser, "--ridge", options->ridge, "L",
        "Ridge penalty, " + rangeText(kRidgeRange) + withoutIt(Scenario().model.ridge));
    addFileOptions(*parser, options->file);
    return {parser, [options](std::istream &in) { return runCrossValidate(*options, in); }};
}

} // namespace overfit::cli
