// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"

#include <nlohmann/json_fwd.hpp>

#include <cstddef>
#include <string_view>

namespace overfit {

/// How deep lists and objects may lie within each other; an experiment has five levels.
inline constexpr std::size_t kDeepestJson = 8;

/// The JSON of an experiment as a tree. Throws ExperimentError, a NotJson with its place, where the text is
/// no JSON, where it is deeper than kDeepestJson, where a number is beyond double, and where an object has
/// two members of one name: of those nobody can say which one is meant.
///
/// Whatever the text, the tree takes little more memory than a list of so many numbers. What no experiment
/// has is kept only as far as it takes to refuse it: of a list what comes up to the first value that is no
/// number, of a list in a list that there is one, of an object more members than any part has.
[[nodiscard]] nlohmann::ordered_json readJson(std::string_view text);

} // namespace overfit
