// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/program.h"

#include "app/cli/command.h"
#include "app/cli/complaints.h"
#include "app/cli/cross_validate_command.h"
#include "app/cli/errors.h"
#include "app/cli/fit_command.h"
#include "app/cli/generate_command.h"
#include "app/cli/run_command.h"
#include "app/cli/sweep_command.h"

#include <CLI/CLI.hpp>

#include <algorithm>
#include <cerrno>
#include <iostream>
#include <new>
#include <system_error>

namespace overfit::cli {

namespace {

constexpr const char *kName = "overfit-cli";

/// "overfit-cli fit" once it is known which command is meant.
std::string commandName(const CLI::App &program)
{
    const std::vector<const CLI::App *> chosen = program.get_subcommands({});
    const auto isParsed = [](const CLI::App *command) { return command->parsed(); };
    const auto found = std::find_if(chosen.begin(), chosen.end(), isParsed);
    return found == chosen.end() ? kName : kName + (" " + (*found)->get_name());
}

int refuse(const CLI::App &program, const std::string &what, std::ostream &err)
{
    const std::string name = commandName(program);
    err << name << ": " << what << " Try " << name << " --help.\n";
    return kBadUsage;
}

std::string causeOf(int code)
{
    if (code == ENOSPC)
        return "the disk is full";
    if (code == EPIPE)
        return "nobody reads it any more";
    return code == 0 ? "the system does not say why" : std::generic_category().message(code);
}

/// @p code once all that was printed has gone out.
int leave(int code, const std::string &name, const Streams &streams)
{
    streams.out << std::flush;
    const int reason = errno; // before anything else is asked of the system
    if (streams.out)
        return code;
    streams.err << name << ": the output could not be written: " << causeOf(reason) << ".\n";
    return kBadData;
}

int print(const Answer &answer, const std::string &name, const Streams &streams)
{
    if (!answer.remark.empty())
        streams.err << name << ": " << answer.remark << '\n';
    errno = 0;
    streams.out << answer.text;
    return leave(kSuccess, name, streams);
}

int answer(const CLI::App &program, const std::vector<Command> &commands, const Streams &streams)
{
    const std::string name = commandName(program);
    try {
        for (const Command &command : commands) {
            if (command.parser->parsed())
                return print(command.run(streams.in), name, streams);
        }
    } catch (const UsageError &error) {
        return refuse(program, error.text, streams.err);
    } catch (const DataError &error) {
        streams.err << name << ": " << error.text << '\n';
    } catch (const std::bad_alloc &) {
        streams.err << name << ": there is not enough memory for this. Take less data or a lower number.\n";
    }
    return kBadData;
}

} // namespace

int run(const Call &call, const Streams &streams)
{
    CLI::App program("Fits polynomials and measures how much they overfit, without a window.", kName);
    program.allow_windows_style_options(false); // so that a file name may begin with a slash everywhere
    program.set_version_flag("-v,--version", kName + (" " + call.version), "Print the version and leave");
    program.set_help_flag("-h,--help", "Print this help and leave");
    program.footer("Each command has a help of its own, such as: overfit-cli fit --help");
    program.require_subcommand(1);
    program.allow_extras(); // told of in our own words below; the commands inherit it
    const std::vector<Command> commands{
        addFit(program), addSweep(program), addCrossValidate(program), addRun(program), addGenerate(program)};
    try {
        // CLI11 wants the last argument first.
        program.parse(std::vector<std::string>(call.arguments.rbegin(), call.arguments.rend()));
    } catch (const CLI::ParseError &error) {
        errno = 0;
        if (error.get_exit_code() == 0) // help or version
            return leave(program.exit(error, streams.out, streams.err), commandName(program), streams);
        return refuse(program, complaint(error, commands, call.arguments), streams.err);
    }
    const std::vector<std::string> extras = program.remaining(true);
    return extras.empty() ? answer(program, commands, streams)
                          : refuse(program, complaintOfExtras(extras, commands), streams.err);
}

} // namespace overfit::cli
