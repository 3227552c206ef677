// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/messages.h"

#include "ui/shortcuts.h"

#include <QApplication>
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

void showAbout(QWidget *window)
{
    const QString text = Messages::tr(
        "<h3>Overfit %1</h3>"
        "<p>See a model stop learning and start memorising.</p>"
        "<p>Free software under the GNU General Public License, version 3 or later. It comes with no "
        "warranty.</p>"
        "<p>Made with Qt %2 (Qt Charts: GPL-3.0), Eigen (MPL-2.0), fast_float (MIT) and libcsv "
        "(LGPL-2.1-or-later).</p>")
                             .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion()));
    open(
        new QMessageBox(QMessageBox::NoIcon, Messages::tr("About Overfit"), text, QMessageBox::Close, window),
        QStringLiteral("about"));
}

} // namespace overfit::ui
