// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overfit {

struct MessageArgument;

/// What is to be said, in no language yet. The texts are English and marked for translators, in the context
/// kMessageContext; "%1" to "%9" are places of the arguments, "%Ln" is that of the count, and "(s)" is a
/// plural: "%Ln point(s)".
struct Message {
    const char *text = "";
    std::vector<MessageArgument> arguments; // without an initialiser: their type is not known yet
    std::optional<std::size_t> count;
};

struct MessageArgument {
    /// A text is in UTF-8, and is not translated; a whole number names something, such as a line.
    std::variant<std::string, double, std::size_t, Message> value;
};

inline constexpr const char *kMessageContext = "messages";

/// "a, b, c"; of very many the first, and how many more there are.
[[nodiscard]] Message listMessage(const std::vector<std::string> &texts);

/// Who is spoken to: one has controls at hand, the other options.
enum class Audience { Window, CommandLine };

/// A sentence about what is wrong, and one about what to do.
struct Wording {
    const char *problem = nullptr;
    const char *remedy = nullptr;
};

/// A problem as the window tells it, and where the command line must tell it otherwise, in its words.
struct ProblemWords {
    Wording window;
    Wording commandLine = {};
};

[[nodiscard]] Message problemMessage(
    const ProblemWords &words, Audience audience, const std::vector<MessageArgument> &arguments);

/// The name of @p file as an audience knows it: in the window without its folders.
[[nodiscard]] std::string shownFile(const std::string &file, Audience audience);

/// How a text is said in a language, and how numbers are written in a country.
struct Language {
    /// The translation, with the count filled in.
    std::function<std::string(const char *text, std::optional<std::size_t> count)> sentence;
    std::function<std::string(double)> number;
    std::function<std::string(std::size_t)> wholeNumber;
};

/// All of it in UTF-8. An argument that looks like a place of another is left as it is.
[[nodiscard]] std::string textOf(const Message &message, const Language &language);

/// English with plain quotes and plain numbers: a terminal may have no others.
[[nodiscard]] std::string plainText(const Message &message);

/// English in the singular or in the plural: "%Ln point(s)" is "%Ln point" or "%Ln points".
[[nodiscard]] std::string englishNumberOf(std::string_view text, std::size_t count);

} // namespace overfit
