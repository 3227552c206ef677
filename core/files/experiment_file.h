// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/data/formula.h"
#include "core/scenario/scenario.h"
#include "core/stop_token.h"

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace overfit {

/// What of the window belongs to an experiment, beside the scenario.
struct View {
    bool truthShown = true; ///< the target function or the true boundary
    bool moreShown = false; ///< the further settings and figures
    int speed = 20; ///< of the player, in epochs a second
    int patience = 0; ///< stop where validation has not improved for so many epochs; 0 for never

    bool operator==(const View &) const = default;
};

inline constexpr IntRange kSpeedRange{1, 1000};
inline constexpr IntRange kPatienceRange{0, 500};

/// What an experiment file holds.
struct Experiment {
    Scenario scenario;
    View view;

    bool operator==(const Experiment &) const = default;
};

/// What stands where a formula was expected, and why it is none.
struct WrongFormula {
    std::string text;
    FormulaError error;

    bool operator==(const WrongFormula &) const = default;
};

/// What was expected of a value.
struct Expectation {
    enum class Kind {
        Object,
        Text,
        Flag, ///< true or false
        WholeNumber, ///< from low to high
        Number, ///< from low to high
        Numbers, ///< a list of numbers, as many as there are in the lists beside it
        Formula, ///< of x, with a finite value wherever points are drawn
        Choice, ///< one of the choices
    };

    Kind kind = Kind::Object;
    double low = 0;
    double high = 0;
    std::vector<std::string> choices = {};
    std::optional<WrongFormula> formula = {};

    bool operator==(const Expectation &) const = default;
};

/// Why an experiment file was refused, and where; in words by experiment_error_words.h.
struct ExperimentError {
    enum class Reason {
        CannotOpen, ///< @p found holds the system's reason
        IsDirectory,
        NotAFile, ///< a pipe or a device
        TooLarge, ///< longer than kLargestExperiment, or than there is memory for
        NotJson, ///< at @p line and @p column; where they are those of a member that stands there twice, it
                 ///< is
                 ///< @p member
        NotAnExperiment, ///< JSON, but of something else
        NewerVersion, ///< @p found is its version
        MissingMember, ///< @p member is not there
        UnknownMember, ///< @p member is nothing that this version knows
        WrongValue, ///< @p member is @p found, but @p expected
        Changed, ///< @p member is not what was saved: its checksum differs
        TooFewRows, ///< @p member has fewer than three examples
        AllInputsEqual, ///< one distinct x only: nothing to fit along
    };

    Reason reason = Reason::NotJson;
    std::string file = {}; ///< UTF-8
    std::size_t line = 0; ///< counted from 1; 0 where none is named
    std::size_t column = 0; ///< in bytes, counted from 1; 0 where none is named
    std::string member = {}; ///< such as "model.degree"; UTF-8, one line, a name of the file's own shortened
    std::string found = {}; ///< UTF-8, one line, shortened
    Expectation expected = {};

    bool operator==(const ExperimentError &) const = default;
};

using ExperimentResult = std::variant<Experiment, ExperimentError>;

/// The version of the format that is written. One that is newer is refused; what older ones did not have yet
/// is read as its default.
inline constexpr int kExperimentVersion = 1;
/// In bytes; six million rows of own data.
inline constexpr std::size_t kLargestExperiment = 256U << 20U;

/// The file's content: JSON in UTF-8 after resources/experiment.schema.json. Doubles are written with as many
/// digits as give them back. @p program is the version of the program, for the curious.
///
/// Each part (data, model, ...) has a checksum, FNV-1a with 64 bits (Fowler, Noll and Vo; RFC 9923) over its
/// compact JSON, so that no flipped digit can pass for a setting. A file without checksums is one that
/// somebody wrote by hand, and is read as well.
[[nodiscard]] std::string experimentText(const Experiment &experiment, const std::string &program);

/// Reads such a text. Members that are not there have their defaults; @p file goes into errors.
[[nodiscard]] ExperimentResult parseExperiment(std::string_view text, const std::string &file);

/// The same from a file. Returns a NotJson error when @p stop was requested.
[[nodiscard]] ExperimentResult readExperiment(const std::filesystem::path &path, const StopToken &stop);

} // namespace overfit
