// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace overfit {

/// The name of a member as it goes into an error, whatever it holds: on one line, without quotes, shortened.
[[nodiscard]] std::string shownName(const std::string &name);

/// The members of a JSON object, read one by one and checked. A function that asks for a member which is not
/// there returns the default it is given. Throws ExperimentError; no other code sees it thrown.
class JsonMembers
{
public:
    /// @p path names the object in errors, empty for the outermost. @p known are all the members it may have.
    JsonMembers(
        const nlohmann::ordered_json &object, std::string path, const std::vector<std::string_view> &known);

    [[nodiscard]] bool has(std::string_view name) const;
    // These must be there.
    [[nodiscard]] const nlohmann::ordered_json &at(std::string_view name) const;
    [[nodiscard]] std::string text(std::string_view name) const;
    /// The index of one of @p choices.
    [[nodiscard]] std::size_t choice(std::string_view name, const std::vector<std::string> &choices) const;
    /// Every one finite and at most kLargestNumber.
    [[nodiscard]] std::vector<double> numbers(std::string_view name) const;

    [[nodiscard]] std::string textOr(std::string_view name, const std::string &standard) const;
    [[nodiscard]] bool flagOr(std::string_view name, bool standard) const;
    [[nodiscard]] int wholeOr(std::string_view name, IntRange range, int standard) const;
    [[nodiscard]] double numberOr(std::string_view name, RealRange range, double standard) const;
    [[nodiscard]] std::size_t choiceOr(
        std::string_view name, const std::vector<std::string> &choices, std::size_t standard) const;

    /// "model.degree"
    [[nodiscard]] std::string pathOf(std::string_view name) const;
    [[noreturn]] void refuse(std::string_view name, const Expectation &expected) const;

private:
    const nlohmann::ordered_json &m_object;
    std::string m_path;
};

} // namespace overfit
