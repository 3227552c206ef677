// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/dataset.h"

#include <array>
#include <string_view>

namespace overfit {

/// The law behind generated data: what a model is to learn.
enum class Target { Line, Cosine, Sine, Runge, Step, Bumps, Exponential, PureNoise };

inline constexpr std::array kTargets{Target::Line, Target::Cosine, Target::Sine, Target::Runge, Target::Step,
    Target::Bumps, Target::Exponential, Target::PureNoise};

/// The inputs of every generated data set.
inline constexpr Interval kGeneratedDomain{-1, 1};

/// The value of the target function at @p x in kGeneratedDomain, the same to the bit on every platform; all
/// targets stay within [-1.5, 1.5]. PureNoise is 0 everywhere.
[[nodiscard]] double targetValue(Target target, double x);

/// A stable name for files and command lines, such as "sine".
[[nodiscard]] std::string_view targetName(Target target);

} // namespace overfit
