// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/dialogs.h"

#include <QAbstractButton>
#include <QDialogButtonBox>
#include <QIcon>

namespace overfit::ui {

void dressLikeParent(QWidget *dialog)
{
    dialog->setAttribute(Qt::WA_WindowPropagation);
    for (const QDialogButtonBox *box : dialog->findChildren<QDialogButtonBox *>()) {
        for (QAbstractButton *button : box->buttons())
            button->setIcon(QIcon());
    }
}

} // namespace overfit::ui
