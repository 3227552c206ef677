// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <span>
#include <string_view>

namespace overfit {

/// A scenario that shows something in particular. The texts are English; they are marked for translation in
/// the context "scenes".
struct Scene {
    std::string_view id; ///< stable, for command lines, such as "around-epoch-50"
    const char *title;
    const char *about; ///< what there is to see, one sentence
    Scenario scenario;
};

/// All scenes, in the order in which they are offered; the first one is what the program opens with.
[[nodiscard]] std::span<const Scene> scenes();

/// The scene of that id, or nullptr.
[[nodiscard]] const Scene *findScene(std::string_view id);

} // namespace overfit
