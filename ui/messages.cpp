// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages.h"

#include "ui/shortcuts.h"

#include <QCoreApplication>
#include <QMessageBox>

namespace overfit::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Messages)
};

void open(QMessageBox *box, const QString &name)
{
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setPalette(box->parentWidget()->palette()); // the colours chosen here, not the desktop's
    box->open();
}

} // namespace

void showProblem(QWidget *window, const QString &text)
{
    open(new QMessageBox(QMessageBox::Warning, Messages::tr("Overfit"), text, QMessageBox::Ok, window),
        QStringLiteral("problem"));
}

void showKeys(QWidget *window)
{
    open(new QMessageBox(QMessageBox::NoIcon, Messages::tr("Keys"), keysHelp(), QMessageBox::Close, window),
        QStringLiteral("keys"));
}

} // namespace overfit::ui
