// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes are an experiment that can be written and read again, or an error with a place.

#include "core/files/experiment_file.h"
#include "tests/fuzz/fuzz_target.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

using namespace overfit;

namespace {

/// Fit for one line of a message: 40 characters, of 4 bytes at the most, after the path to them.
bool isShown(const std::string &text)
{
    return text.size() <= 4 * 40 + 40 && text.find('\n') == std::string::npos;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *bytes, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char *>(bytes), size);
    const ExperimentResult result = parseExperiment(text, "fuzz");
    if (const auto *const error = std::get_if<ExperimentError>(&result)) {
        require(error->file == "fuzz" && isShown(error->found) && isShown(error->member));
        require(error->reason != ExperimentError::Reason::WrongValue || !error->found.empty());
        return 0;
    }
    const Experiment &experiment = std::get<Experiment>(result);
    require(clamped(experiment.scenario) == experiment.scenario);
    require(parseExperiment(experimentText(experiment, "1"), "fuzz") == result);
    return 0;
}
