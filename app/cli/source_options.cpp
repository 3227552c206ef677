// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/source_options.h"

#include "app/cli/error_texts.h"
#include "app/cli/errors.h"
#include "core/data/targets.h"
#include "core/sampling/dealing.h"
#include "core/tables/csv.h"
#include "core/text/number.h"
#include "core/text/path_utf8.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <istream>
#include <sstream>
#include <string_view>
#include <utility>
#include <vector>

namespace overfit::cli {

namespace {

/// Text of help, broken to fit beside the names of options on a line of 80.
std::string wrapped(const std::string &text)
{
    constexpr std::size_t kWidth = 50;
    std::istringstream words(text);
    std::string result;
    std::size_t used = 0;
    for (std::string word; words >> word; used += word.size() + 1) {
        const bool breaks = used > 0 && used + word.size() > kWidth;
        result += (used == 0 ? "" : breaks ? "\n" : " ") + word;
        used = breaks ? 0 : used;
    }
    return result;
}

DataResult readText(const std::string &file, const ReadOptions &options, std::istream &in)
{
    if (file == "-") {
        std::vector<char> piece(1 << 16);
        const auto nextPiece = [&in, &piece] {
            in.read(piece.data(), static_cast<std::streamsize>(piece.size()));
            return std::string_view(piece.data(), static_cast<std::size_t>(in.gcount()));
        };
        return readPieces(nextPiece, "standard input", options);
    }
    return readData(pathOf(file), StopToken(), options);
}

std::optional<DecimalMark> decimalMark(const OptionText &text)
{
    if (!text)
        return std::nullopt;
    return choice("--decimal", *text, {"point", "comma"}) == 0 ? DecimalMark::Point : DecimalMark::Comma;
}

double shareOf(const std::string &text)
{
    const std::optional<double> share = spelledNumber(text);
    if (!share || !(*share > 0 && *share < 1))
        refuseValue("--validation", text, "a share between 0 and 1, such as 0.3");
    return *share;
}

Split withSizeFromPool(Split split, const OptionText &text, const std::string &source)
{
    if (!text)
        return split;
    const int size = wholeNumber("--train-size", *text, kTrainSizeRange);
    const std::size_t pool = split.pool->size();
    if (static_cast<std::size_t>(size) > pool)
        throw DataError{source + ": --train-size " + *text + " asks for more than there are: "
            + std::to_string(pool) + " can be trained on, and " + std::to_string(split.validation->size())
            + " are held out. Give at most " + std::to_string(pool) + "."};
    return withTrainSize(std::move(split), size);
}

Split generatedSplit(const SourceOptions &options)
{
    const std::string because = "it is for data from a file, and --target makes its own.";
    refuseGiven("--x", options.file.x, because);
    refuseGiven("--y", options.file.y, because);
    refuseGiven("--decimal", options.file.decimal, because);
    refuseGiven("--validation", options.validation, "generated data have a validation set of their own.");
    Scenario scenario;
    scenario.data.source =
        DataSource::generated(kTargets[choice("--target", *options.target, targetNames())]);
    scenario.data.noise = realNumberOr(scenario.data.noise, "--noise", options.noise, kNoiseRange);
    scenario.data.seed = seedOr(scenario.data.seed, options.seed);
    if (!options.count)
        return withSizeFromPool(drawSplit(scenario), options.trainSize, *options.target);
    scenario.sampling.trainSize =
        wholeNumber("--count", *options.count, {kTrainSizeRange.low, kGeneratedCountRange.high});
    return withSizeFromPool(
        drawGeneratedSplit(scenario, static_cast<std::size_t>(scenario.sampling.trainSize)),
        options.trainSize, *options.target);
}

SourceSplit fileSplit(const SourceOptions &options, Unsaid unsaid, std::istream &in)
{
    const std::string because = "it is for data that --target makes.";
    refuseGiven("--count", options.count, because);
    refuseGiven("--noise", options.noise, because);
    if (options.trainSize && options.validation)
        throw UsageError{"--train-size and --validation exclude each other: the one trains on so many of the "
                         "rows that are not held out, the other on all of them. Leave one out."};
    const std::uint64_t seed = seedOr(Scenario().data.seed, options.seed);
    if (options.validation) {
        const double share = shareOf(*options.validation);
        const FileRows file = readRows(options.file, in);
        return {dealSplit(file.rows, seed, share), file.remark, file.used};
    }
    FileRows file = readRows(options.file, in);
    if (!options.trainSize && unsaid == Unsaid::TrainOnAll)
        return {undividedSplit(std::move(file.rows)), std::move(file.remark), file.used};
    Split split = dealSplit(file.rows, seed, kDealtValidationShare);
    return {
        withSizeFromPool(std::move(split), options.trainSize, *options.file.file), file.remark, file.used};
}

} // namespace

std::vector<std::string> targetNames()
{
    std::vector<std::string> names(kTargets.size());
    std::transform(kTargets.begin(), kTargets.end(), names.begin(), targetName);
    return names;
}

void addOption(
    CLI::App &parser, const char *name, OptionText &text, const char *value, const std::string &help)
{
    parser.add_option(name, text, wrapped(help))->type_name(value);
}

void addFileOptions(CLI::App &parser, FileOptions &options)
{
    addOption(parser, "DATA.csv", options.file, "",
        "A CSV file with a column of x and a column of y; - for standard input");
    addOption(parser, "--x", options.x, "NAME",
        "The column of x: its name in the header, or its number from 1; without it the first column of "
        "numbers that is filled and no name of the rows");
    addOption(parser, "--y", options.y, "NAME",
        "The column of y, named in the same way; without it the next column of numbers");
    addOption(parser, "--decimal", options.decimal, "MARK",
        "The decimal mark of the file, point or comma, which the other one then parts thousands by; without "
        "it "
        "what the numbers show");
}

void addSourceOptions(CLI::App &parser, SourceOptions &options)
{
    const Scenario standard;
    addFileOptions(parser, options.file);
    addOption(parser, "--target", options.target, "NAME",
        "In place of a file: generated data, the same as in the window, with its "
            + std::to_string(kGeneratedValidationSize) + " validation points: " + listed(targetNames()));
    addOption(parser, "--count", options.count, "N",
        "With --target: how many points there are to train on, all of which are taken; without it as in the "
        "window, which draws "
            + std::to_string(kGeneratedPoolSize) + " and takes "
            + std::to_string(standard.sampling.trainSize));
    addOption(parser, "--noise", options.noise, "S",
        "With --target: standard deviation of the noise of y, " + rangeText(kNoiseRange)
            + withoutIt(standard.data.noise));
    addOption(parser, "--train-size", options.trainSize, "N",
        "Train on the first N points only. Of a file, the rows are shuffled by the seed first, and 30 % of "
        "them held out for validation, as in the window");
    addOption(parser, "--validation", options.validation, "SHARE",
        "Hold out this share of a file's rows for validation, such as 0.3, chosen by the seed, and train on "
        "all others");
    addOption(parser, "--seed", options.seed, "S",
        "Draws generated data and deals the rows of a file, " + seedRangeText()
            + withoutIt(static_cast<double>(standard.data.seed)));
}

std::string joined(const std::string &first, const std::string &second)
{
    return first + (first.empty() || second.empty() ? "" : " ") + second;
}

std::string usedText(const UsedColumns &used)
{
    if (used.wereChosen)
        return {};
    const auto text = [](const Column &column, std::size_t index) {
        return "column " + std::to_string(index + 1) + ", " + shown(column.name);
    };
    return "x is " + text(used.x, used.columns.x) + "; y is " + text(used.y, used.columns.y) + "; "
        + std::to_string(used.rows) + " rows.";
}

FileRows readRows(const FileOptions &options, std::istream &in)
{
    if (!options.file)
        throw UsageError{"the data are missing. Name a CSV file, or - for standard input."};
    if (options.file->empty())
        throw UsageError{"the name of the file is empty. Name a CSV file, or - for standard input."};
    for (const auto &[name, text] : {std::pair("--x", options.x), std::pair("--y", options.y)}) {
        if (text && text->empty())
            refuseValue(name, *text, "the name of a column, or its number from 1");
    }
    if (options.x && options.x == options.y)
        throw UsageError{"--x and --y both name " + shown(*options.x) + ". Name two different columns."};
    ReadOptions how{{options.x.value_or(""), options.y.value_or("")}, {}};
    how.format.decimal = decimalMark(options.decimal);
    DataResult result = readText(*options.file, how, in);
    if (const ReadError *const error = std::get_if<ReadError>(&result))
        throw DataError{errorText(*error)};
    ReadData &data = std::get<ReadData>(result);
    Table &table = std::get<Table>(data.table);
    UsedColumns used{table.x, table.y, data.columns, data.rowCount(), data.leftOut.count,
        (options.x && options.y) || !data.isFromMany};
    return {std::move(table.rows), leftOutText(data.leftOut), std::move(used)};
}

SourceSplit readSplit(const SourceOptions &options, Unsaid unsaid, std::istream &in)
{
    if (options.file.file && options.target)
        throw UsageError{"there is a file and a --target. Name one of them to learn from."};
    if (!options.file.file && !options.target)
        throw UsageError{"the data are missing. Name a CSV file, - for standard input, or a law by --target: "
            + listed(targetNames()) + "."};
    return options.target ? SourceSplit{generatedSplit(options), {}, {}} : fileSplit(options, unsaid, in);
}

} // namespace overfit::cli
