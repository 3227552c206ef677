// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/files/json_members.h"

#include "core/tables/csv.h"
#include "core/text/utf8.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace overfit {
namespace {

using Json = nlohmann::ordered_json;
using Kind = Expectation::Kind;

constexpr std::size_t kLongestFound = 40;

/// What stands there, fit for one line of a message.
std::string quotation(const Json &value)
{
    if (value.is_object())
        return "{…}";
    if (value.is_array())
        return "[…]";
    return shortened(value.dump(), kLongestFound);
}

bool isNumber(const Json &value, RealRange range)
{
    return value.is_number() && value.get<double>() >= range.low && value.get<double>() <= range.high;
}

} // namespace

std::string shownName(const std::string &name)
{
    const std::string quoted = Json(name).dump();
    return shortened(std::string_view(quoted).substr(1, quoted.size() - 2), kLongestFound);
}

JsonMembers::JsonMembers(const Json &object, std::string path, const std::vector<std::string_view> &known)
    : m_object(object), m_path(std::move(path))
{
    if (!object.is_object())
        throw ExperimentError{ExperimentError::Reason::WrongValue, {}, 0, 0, m_path, quotation(object), {}};
    for (const auto &[name, value] : object.items()) {
        if (std::find(known.begin(), known.end(), name) == known.end())
            throw ExperimentError{ExperimentError::Reason::UnknownMember, {}, 0, 0, pathOf(shownName(name))};
    }
}

bool JsonMembers::has(std::string_view name) const
{
    return m_object.contains(name);
}

const Json &JsonMembers::at(std::string_view name) const
{
    const auto found = m_object.find(name);
    if (found == m_object.end())
        throw ExperimentError{ExperimentError::Reason::MissingMember, {}, 0, 0, pathOf(name)};
    return *found;
}

std::string JsonMembers::text(std::string_view name) const
{
    const Json &value = at(name);
    if (!value.is_string())
        refuse(name, {Kind::Text});
    return value.get<std::string>();
}

std::string JsonMembers::textOr(std::string_view name, const std::string &standard) const
{
    return has(name) ? text(name) : standard;
}

bool JsonMembers::flagOr(std::string_view name, bool standard) const
{
    if (!has(name))
        return standard;
    if (!at(name).is_boolean())
        refuse(name, {Kind::Flag});
    return at(name).get<bool>();
}

int JsonMembers::wholeOr(std::string_view name, IntRange range, int standard) const
{
    if (!has(name))
        return standard;
    const RealRange limits{static_cast<double>(range.low), static_cast<double>(range.high)};
    if (!at(name).is_number_integer() || !isNumber(at(name), limits))
        refuse(name, {Kind::WholeNumber, limits.low, limits.high});
    return at(name).get<int>();
}

double JsonMembers::numberOr(std::string_view name, RealRange range, double standard) const
{
    if (!has(name))
        return standard;
    if (!isNumber(at(name), range))
        refuse(name, {Kind::Number, range.low, range.high});
    return at(name).get<double>();
}

std::size_t JsonMembers::choiceOr(
    std::string_view name, const std::vector<std::string> &choices, std::size_t standard) const
{
    return has(name) ? choice(name, choices) : standard;
}

std::size_t JsonMembers::choice(std::string_view name, const std::vector<std::string> &choices) const
{
    const auto found = at(name).is_string()
        ? std::find(choices.begin(), choices.end(), at(name).get_ref<const std::string &>())
        : choices.end();
    if (found == choices.end())
        refuse(name, {Kind::Choice, 0, 0, choices});
    return static_cast<std::size_t>(found - choices.begin());
}

std::vector<double> JsonMembers::numbers(std::string_view name) const
{
    const RealRange range{-kLargestNumber, kLargestNumber};
    const Json &list = at(name);
    if (!list.is_array())
        refuse(name, {Kind::Numbers});
    std::vector<double> result;
    result.reserve(list.size());
    for (const Json &value : list) {
        if (!isNumber(value, range)) {
            const std::string place = pathOf(name) + '[' + std::to_string(result.size()) + ']';
            throw ExperimentError{ExperimentError::Reason::WrongValue, {}, 0, 0, place, quotation(value),
                {Kind::Number, range.low, range.high}};
        }
        result.push_back(value.get<double>());
    }
    return result;
}

std::string JsonMembers::pathOf(std::string_view name) const
{
    return m_path.empty() ? std::string(name) : m_path + '.' + std::string(name);
}

void JsonMembers::refuse(std::string_view name, const Expectation &expected) const
{
    throw ExperimentError{
        ExperimentError::Reason::WrongValue, {}, 0, 0, pathOf(name), quotation(at(name)), expected};
}

} // namespace overfit
