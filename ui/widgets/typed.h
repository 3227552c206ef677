// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractSpinBox>

namespace overfit::ui {

/// What the boxes in @p widget show is what is set, also where it was typed and not confirmed.
inline void commitTyped(const QWidget *widget)
{
    for (QAbstractSpinBox *box : widget->findChildren<QAbstractSpinBox *>())
        box->interpretText();
}

} // namespace overfit::ui
