// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/command.h"
#include "app/cli/option_values.h"
#include "core/data/dataset.h"
#include "core/sampling/split.h"
#include "core/tables/csv.h"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>

namespace overfit::cli {

/// A table of one's own, as the command line names it.
struct FileOptions {
    OptionText file; ///< "-" for standard input
    OptionText x;
    OptionText y;
    OptionText decimal; ///< "point" or "comma"
};

/// Which columns of a file were read, and how many of its rows.
struct UsedColumns {
    Column x;
    Column y;
    ChosenColumns columns;
    std::size_t rows = 0;
    std::size_t leftOut = 0;
    bool wereChosen = false; ///< by the one who calls, or there are no others
};

/// The same for people, one line; empty where they know it.
[[nodiscard]] std::string usedText(const UsedColumns &used);

/// What a file gives, and what has to be said about it on standard error; empty for nothing.
struct FileRows {
    Dataset rows;
    std::string remark;
    UsedColumns used;
};

struct SourceSplit {
    Split split;
    std::string remark;
    std::optional<UsedColumns> used = {}; ///< nothing for a generated law
};

/// Remarks one after the other; empty ones are left out.
[[nodiscard]] std::string joined(const std::string &first, const std::string &second);

/// What a model learns from: a file, or a generated law, and what is held out of it.
struct SourceOptions {
    FileOptions file;
    OptionText target;
    OptionText count;
    OptionText noise;
    OptionText seed;
    OptionText trainSize;
    OptionText validation;
};

/// How the examples are dealt where the options leave it open.
enum class Unsaid {
    TrainOnAll, ///< all rows of a file are trained on
    HoldOut ///< the validation set of the window, 30 % of the rows
};

/// How many points can be drawn.
inline constexpr IntRange kGeneratedCountRange{1, 1000000};

/// The laws that --target takes.
[[nodiscard]] std::vector<std::string> targetNames();

/// An option whose value is called @p value in the help.
void addOption(
    CLI::App &parser, const char *name, OptionText &text, const char *value, const std::string &help);
void addFileOptions(CLI::App &parser, FileOptions &options);
void addSourceOptions(CLI::App &parser, SourceOptions &options);

/// The table that is named; throws DataError where it can't be read.
[[nodiscard]] FileRows readRows(const FileOptions &options, std::istream &in);

/// The examples, dealt. Those of a generated law are the ones that the window shows.
[[nodiscard]] SourceSplit readSplit(const SourceOptions &options, Unsaid unsaid, std::istream &in);

} // namespace overfit::cli
