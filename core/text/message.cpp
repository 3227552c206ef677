// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/message.h"

#include "core/text/number.h"
#include "core/text/translate_noop.h"

#include <algorithm>
#include <filesystem>

namespace overfit {

namespace {

std::string replaced(std::string text, std::string_view what, std::string_view by)
{
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size()))
        text.replace(at, what.size(), by);
    return text;
}

/// One pass, so that what was filled in is not looked at again.
std::string filled(const std::string &text, const std::vector<std::string> &arguments)
{
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isPlace =
            text[i] == '%' && i + 1 < text.size() && text[i + 1] >= '1' && text[i + 1] <= '9';
        const std::size_t place = isPlace ? static_cast<std::size_t>(text[i + 1] - '1') : arguments.size();
        if (place < arguments.size()) {
            result += arguments[place];
            ++i;
        } else {
            result += text[i];
        }
    }
    return result;
}

std::string textOf(const MessageArgument &argument, const Language &language)
{
    if (const auto *text = std::get_if<std::string>(&argument.value))
        return *text;
    if (const auto *number = std::get_if<double>(&argument.value))
        return language.number(*number);
    if (const auto *number = std::get_if<std::size_t>(&argument.value))
        return language.wholeNumber(*number);
    return textOf(std::get<Message>(argument.value), language);
}

std::string plainSentence(const char *text, std::optional<std::size_t> count)
{
    std::string sentence = replaced(replaced(text, "“", "\""), "”", "\"");
    return count ? replaced(englishNumberOf(sentence, *count), "%Ln", std::to_string(*count)) : sentence;
}

} // namespace

Message listMessage(const std::vector<std::string> &texts)
{
    constexpr std::size_t kMost = 20;
    if (texts.empty())
        return {"", {}, {}};
    const std::size_t told = std::min(texts.size(), kMost);
    Message list{"%1", {{texts.front()}}, {}};
    for (std::size_t i = 1; i < told; ++i) //: a list: what is there already, and the next one
        list = Message{QT_TRANSLATE_NOOP("messages", "%1, %2"), {{list}, {texts[i]}}, {}};
    if (texts.size() == told)
        return list;
    return {QT_TRANSLATE_N_NOOP("messages", "%1 and %Ln more"), {{list}}, texts.size() - told};
}

Message problemMessage(
    const ProblemWords &words, Audience audience, const std::vector<MessageArgument> &arguments)
{
    const auto chosen = [audience](const char *window, const char *commandLine) {
        return audience == Audience::CommandLine && commandLine ? commandLine : window;
    };
    const Message problem{chosen(words.window.problem, words.commandLine.problem), arguments, {}};
    const Message remedy{chosen(words.window.remedy, words.commandLine.remedy), arguments, {}};
    //: a sentence about what is wrong, and one about what to do
    return {QT_TRANSLATE_NOOP("messages", "%1 %2"), {{problem}, {remedy}}, {}};
}

std::string shownFile(const std::string &file, Audience audience)
{
    if (audience == Audience::CommandLine)
        return file;
    const std::filesystem::path path(std::u8string(file.begin(), file.end()));
    const std::u8string name = path.filename().u8string();
    return {name.begin(), name.end()};
}

std::string textOf(const Message &message, const Language &language)
{
    std::vector<std::string> arguments;
    for (const MessageArgument &argument : message.arguments)
        arguments.push_back(textOf(argument, language));
    return filled(language.sentence(message.text, message.count), arguments);
}

std::string plainText(const Message &message)
{
    return textOf(
        message, {plainSentence, shortNumber, [](std::size_t number) { return std::to_string(number); }});
}

std::string englishNumberOf(std::string_view text, std::size_t count)
{
    return replaced(std::string(text), "(s)", count == 1 ? "" : "s");
}

} // namespace overfit
