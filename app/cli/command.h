// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <iosfwd>
#include <string>

// NOLINTNEXTLINE(readability-identifier-naming): the library's own name
namespace CLI {
class App;
}

namespace overfit::cli {

/// What a command has to say.
struct Answer {
    std::string text; ///< for standard output
    std::string remark = {}; ///< one line for standard error; empty for none
};

/// A command of the program. A new one is a function that adds its options to the program's parser and
/// returns this, and a line in program.cpp.
struct Command {
    const CLI::App *parser = nullptr; ///< knows whether the command was called for
    /// Does the work, once the command line has been parsed; the stream is what the file name "-" stands for.
    /// Throws UsageError and DataError.
    std::function<Answer(std::istream &)> run;
};

} // namespace overfit::cli
