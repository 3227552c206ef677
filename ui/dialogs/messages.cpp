// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/messages.h"

#include "ui/dialogs/dialogs.h"
#include "ui/words/shortcuts.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace overfit::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Messages)
};

void open(QMessageBox *box, const QString &name)
{
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(box);
    box->open();
}

} // namespace

void showProblem(QWidget *window, const QString &text)
{
    open(new QMessageBox(QMessageBox::Warning, Messages::tr("Overfit"), text, QMessageBox::Ok, window),
        QStringLiteral("problem"));
}

/// More than fits on a small screen: it is scrolled.
void showKeys(QWidget *window)
{
    auto *box = new QDialog(window);
    box->setObjectName(QStringLiteral("keys"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(Messages::tr("Keys"));
    dressLikeParent(box); // its type is measured
    auto *list = new QTextBrowser(box);
    list->setObjectName(QStringLiteral("keyList"));
    list->setAccessibleName(box->windowTitle());
    list->setToolTip(Messages::tr("All keys of the program"));
    list->setHtml(keysHelp());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    buttons->button(QDialogButtonBox::Close)->setText(Messages::tr("&Close"));
    buttons->button(QDialogButtonBox::Close)->setToolTip(Messages::tr("Close (Esc)"));
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto *column = new QVBoxLayout(box);
    column->addWidget(list);
    column->addWidget(buttons);
    dressLikeParent(box);
    const QFontMetrics metrics(box->font());
    const QSize roomy(metrics.averageCharWidth() * 90, metrics.lineSpacing() * 34);
    box->resize(roomy.boundedTo(window->size() - QSize(40, 60)));
    box->open();
}

void askAboutUnsavedWork(QWidget *window, const std::function<void(UnsavedWork)> &answered)
{
    auto *box = new QMessageBox(QMessageBox::Question, Messages::tr("Overfit"),
        Messages::tr("The experiment has changes that are not saved. Save them?"),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
    box->setDefaultButton(QMessageBox::Save);
    box->button(QMessageBox::Save)->setText(Messages::tr("&Save"));
    box->button(QMessageBox::Discard)->setText(Messages::tr("&Don't save"));
    box->button(QMessageBox::Cancel)->setText(Messages::tr("&Cancel"));
    QObject::connect(box, &QMessageBox::finished, window, [answered](int button) {
        answered(button == QMessageBox::Save     ? UnsavedWork::Save
                : button == QMessageBox::Discard ? UnsavedWork::GiveUp
                                                 : UnsavedWork::Keep);
    });
    open(box, QStringLiteral("unsavedWork"));
}

void askAboutReplacing(QWidget *window, const QString &name, const std::function<void(bool)> &answered)
{
    auto *box = new QMessageBox(QMessageBox::Question, Messages::tr("Overfit"),
        Messages::tr("“%1” is there already. Replace it?").arg(name), QMessageBox::Yes | QMessageBox::Cancel,
        window);
    box->setDefaultButton(QMessageBox::Cancel);
    box->button(QMessageBox::Yes)->setText(Messages::tr("&Replace it"));
    box->button(QMessageBox::Cancel)->setText(Messages::tr("&Cancel"));
    QObject::connect(box, &QMessageBox::finished, window,
        [answered](int button) { answered(button == QMessageBox::Yes); });
    open(box, QStringLiteral("replacing"));
}

void askAboutRecovery(QWidget *window, int count, const std::function<void(RecoveryAnswer)> &answered)
{
    const QString text = count == 1
        ? Messages::tr("Overfit ended before an experiment was saved. Open it again?")
        : Messages::tr("Overfit ended before %1 experiments were saved. Open the newest of them again? You "
                       "are asked about the others as soon as it is saved or given up.")
              .arg(count);
    auto *box = new QMessageBox(QMessageBox::Question, Messages::tr("Overfit"), text,
        QMessageBox::Open | QMessageBox::Discard | QMessageBox::Cancel, window);
    box->setDefaultButton(QMessageBox::Open);
    box->setEscapeButton(QMessageBox::Cancel);
    box->button(QMessageBox::Open)->setText(Messages::tr("&Open it"));
    box->button(QMessageBox::Discard)->setText(Messages::tr("&Throw it away"));
    box->button(QMessageBox::Cancel)->setText(Messages::tr("&Later"));
    box->button(QMessageBox::Cancel)
        ->setToolTip(Messages::tr("Ask again when Overfit is started again (Esc)"));
    QObject::connect(box, &QMessageBox::finished, window, [answered](int button) {
        answered(button == QMessageBox::Open     ? RecoveryAnswer::Open
                : button == QMessageBox::Discard ? RecoveryAnswer::GiveUp
                                                 : RecoveryAnswer::Later);
    });
    open(box, QStringLiteral("recovery"));
}

} // namespace overfit::ui
