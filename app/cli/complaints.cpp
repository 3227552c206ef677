// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/complaints.h"

#include "app/cli/option_values.h"

#include <CLI/CLI.hpp>

#include <algorithm>

namespace overfit::cli {

namespace {

/// The command that is meant, or null.
const CLI::App *chosenCommand(const std::vector<Command> &commands)
{
    const auto isParsed = [](const Command &command) { return command.parser->parsed(); };
    const auto found = std::find_if(commands.begin(), commands.end(), isParsed);
    return found == commands.end() ? nullptr : found->parser;
}

std::vector<std::string> allShown(const std::vector<std::string> &arguments)
{
    std::vector<std::string> texts(arguments.size());
    std::transform(arguments.begin(), arguments.end(), texts.begin(), shown);
    return texts;
}

/// An option with more than one value; empty where there is none.
std::string repeatedOption(const CLI::App &command)
{
    for (const CLI::Option *option : command.get_options()) {
        if (option->count() > 1)
            return option->get_name() + " is there more than once: with "
                + listed(allShown(option->results())) + ". Give it one value.";
    }
    return {};
}

/// The option without a value that @p told begins with; empty where it begins with none.
std::string optionWithoutValue(const CLI::App &command, const std::string &told)
{
    const std::string name = told.substr(0, told.find_first_of(": "));
    const CLI::Option *const option = command.get_option_no_throw(name);
    return option ? name + " has no value. Write " + name + ' ' + option->get_type_name() + '.' : "";
}

} // namespace

std::string complaint(
    const CLI::Error &error, const std::vector<Command> &commands, const std::vector<std::string> &arguments)
{
    const CLI::App *const command = chosenCommand(commands);
    if (!command) {
        std::vector<std::string> names(commands.size());
        std::transform(commands.begin(), commands.end(), names.begin(),
            [](const Command &known) { return known.parser->get_name(); });
        const std::string found = arguments.empty() ? "" : ", not " + shown(arguments.front());
        return "a command was expected" + found + ". The commands are: " + listed(names) + ".";
    }
    // The parser's own words come last: they change from one version of it to the next.
    for (const std::string &text : {repeatedOption(*command), optionWithoutValue(*command, error.what())}) {
        if (!text.empty())
            return text;
    }
    return shown(error.what()) + '.';
}

std::string complaintOfExtras(const std::vector<std::string> &extras, const std::vector<Command> &commands)
{
    const CLI::App *const command = chosenCommand(commands);
    const bool takesFile =
        command && (command->get_option_no_throw("DATA.csv") || command->get_option_no_throw("FILE.overfit"));
    const std::string verb = extras.size() == 1 ? " was" : " were";
    return listed(allShown(extras)) + verb + " not expected. There may be "
        + (takesFile ? "one file, and options" : "options, but no file,")
        + " with a value each. Check how they are spelled, or leave them out.";
}

} // namespace overfit::cli
