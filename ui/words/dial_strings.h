// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/dial.h"

#include <QKeySequence>
#include <QString>

namespace overfit::ui {

/// A dial in words.
struct DialTexts {
    QString name; ///< beside its slider, with a mnemonic
    QString help;
    QString tab; ///< of its curve; with a mnemonic, unless there is a key
    QString tabHelp;
    QString axis;
    QString curve; ///< what its curve is called in an export
    QKeySequence tabKey = {}; ///< where no letter is left for a mnemonic
};

[[nodiscard]] DialTexts dialTexts(Dial dial);

/// What a dial can be set to, as it is read beside its slider.
[[nodiscard]] QString dialValueText(Dial dial, double value);

} // namespace overfit::ui
