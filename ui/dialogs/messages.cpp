// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/messages.h"

#include "ui/dialogs/dialogs.h"
#include "ui/words/language.h"
#include "ui/words/shortcuts.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QFontMetrics>
#include <QMessageBox>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

#include <utility>

namespace overfit::ui {

namespace {

struct Messages {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Messages)
};

constexpr const char *kCancel = QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Cancel");

/// A box with buttons, in words that can be set again.
struct Box {
    QMessageBox *box;
    std::function<QString()> text;
    QList<std::pair<QMessageBox::StandardButton, const char *>> buttons;
};

void open(const Box &asked, const QString &name)
{
    QMessageBox *const box = asked.box;
    box->setObjectName(name);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText); // names of files and cells are in it
    keepTranslated(box, [asked] {
        asked.box->setWindowTitle(Messages::tr("Overfit"));
        asked.box->setText(asked.text());
        for (const auto &[button, text] : asked.buttons)
            asked.box->button(button)->setText(Messages::tr(text));
    });
    dressLikeParent(box);
    box->open();
}

QMessageBox *makeBox(QMessageBox::Icon icon, QMessageBox::StandardButtons buttons, QWidget *window)
{
    return new QMessageBox(icon, {}, {}, buttons, window);
}

struct WritingQuestion {
    std::function<QString()> text;
    QString name;
};

void askAboutWriting(
    QWidget *window, const WritingQuestion &question, const std::function<void(bool)> &answered)
{
    QMessageBox *box = makeBox(QMessageBox::Question, QMessageBox::Yes | QMessageBox::Cancel, window);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, window,
        [answered](int button) { answered(button == QMessageBox::Yes); });
    open({box, question.text,
             {{QMessageBox::Yes, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Replace it")},
                 {QMessageBox::Cancel, kCancel}}},
        question.name);
}

} // namespace

void showProblem(QWidget *window, const QString &text)
{
    open({makeBox(QMessageBox::Warning, QMessageBox::Ok, window), [text] { return text; },
             {{QMessageBox::Ok, QT_TRANSLATE_NOOP("overfit::ui::Messages", "OK")}}},
        QStringLiteral("problem"));
}

/// More than fits on a small screen: it is scrolled.
void showKeys(QWidget *window)
{
    auto *box = new QDialog(window);
    box->setObjectName(QStringLiteral("keys"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(box); // its type is measured
    auto *list = new QTextBrowser(box);
    list->setObjectName(QStringLiteral("keyList"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    keepTranslated(box, [box, list, close = buttons->button(QDialogButtonBox::Close)] {
        box->setWindowTitle(Messages::tr("Keys"));
        list->setAccessibleName(box->windowTitle());
        list->setToolTip(Messages::tr("All keys of the program"));
        list->setHtml(keysHelp());
        close->setText(Messages::tr("&Close"));
        close->setToolTip(Messages::tr("Close (Esc)"));
    });
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
    QMessageBox *box = makeBox(
        QMessageBox::Question, QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, window);
    box->setDefaultButton(QMessageBox::Save);
    QObject::connect(box, &QMessageBox::finished, window, [answered](int button) {
        answered(button == QMessageBox::Save     ? UnsavedWork::Save
                : button == QMessageBox::Discard ? UnsavedWork::GiveUp
                                                 : UnsavedWork::Keep);
    });
    const auto text = [] {
        return Messages::tr("The experiment has changes that are not saved. Save them?");
    };
    open({box, text,
             {{QMessageBox::Save, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Save")},
                 {QMessageBox::Discard, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Don't save")},
                 {QMessageBox::Cancel, kCancel}}},
        QStringLiteral("unsavedWork"));
}

void askAboutChangedFile(QWidget *window, const QString &name, const std::function<void(bool)> &answered)
{
    const auto text = [name] {
        return Messages::tr("“%1” has changed on the disk since it was opened or saved here. Replace it?")
            .arg(name);
    };
    askAboutWriting(window, {text, QStringLiteral("changedFile")}, answered);
}

void askAboutReplacing(QWidget *window, const QString &name, const std::function<void(bool)> &answered)
{
    const auto text = [name] { return Messages::tr("“%1” is there already. Replace it?").arg(name); };
    askAboutWriting(window, {text, QStringLiteral("replacing")}, answered);
}

void askAboutRecovery(QWidget *window, int count, const std::function<void(RecoveryAnswer)> &answered)
{
    QMessageBox *box = makeBox(
        QMessageBox::Question, QMessageBox::Open | QMessageBox::Discard | QMessageBox::Cancel, window);
    box->setDefaultButton(QMessageBox::Open);
    box->setEscapeButton(QMessageBox::Cancel);
    QObject::connect(box, &QMessageBox::finished, window, [answered](int button) {
        answered(button == QMessageBox::Open     ? RecoveryAnswer::Open
                : button == QMessageBox::Discard ? RecoveryAnswer::GiveUp
                                                 : RecoveryAnswer::Later);
    });
    const auto text = [count] {
        return count == 1
            ? Messages::tr("Overfit ended before an experiment was saved. Open it again?")
            : Messages::tr(
                "Overfit ended before %Ln experiment(s) were saved. Open the newest of them again? "
                "You are asked about the others as soon as it is saved or given up.",
                nullptr, count);
    };
    open({box, text,
             {{QMessageBox::Open, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Open it")},
                 {QMessageBox::Discard, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Throw it away")},
                 {QMessageBox::Cancel, QT_TRANSLATE_NOOP("overfit::ui::Messages", "&Later")}}},
        QStringLiteral("recovery"));
    keepTranslated(box, [later = box->button(QMessageBox::Cancel)] {
        later->setToolTip(Messages::tr("Ask again when Overfit is started again (Esc)"));
    });
}

} // namespace overfit::ui
