// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace overfit {

/// What is wrong with a code that somebody typed.
struct SceneCodeError {
    enum class Reason {
        Empty,
        WrongCharacter, ///< at @p position there is none that a code is made of
        TooShort, ///< fewer characters than any code has
        Misread, ///< a character is wrong, missing or too much: the last two do not fit the others
        NewerVersion,
    };

    Reason reason = Reason::Empty;
    std::size_t position = 0; ///< in characters of what was typed, counted from 1; 0 where none is named

    bool operator==(const SceneCodeError &) const = default;
};

/// A scenario as letters and digits to be read out from a board: "4F2K-09QX-7M1A", longer where more than the
/// usual dials were moved. None for data of one's own, for points put in place by hand, and for more than 257
/// training points.
///
/// The digits are those of Crockford's base 32 (Douglas Crockford, "Base 32", 2019), which leave out letters
/// that are mistaken for others; the last two are a checksum. What does not bear on the picture is left out:
/// a code gives back the scenario but for that.
[[nodiscard]] std::optional<std::string> sceneCode(const Scenario &scenario);

/// Reads a code: small or capital letters, O for 0, I and L for 1, with or without the dashes and spaces.
[[nodiscard]] std::variant<Scenario, SceneCodeError> parseSceneCode(std::string_view text);

} // namespace overfit
