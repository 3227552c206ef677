// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/about_box.h"

#include "ui/dialogs/dialogs.h"
#include "ui/words/language.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDialog>
#include <QDialogButtonBox>
#include <QFile>
#include <QFontDatabase>
#include <QIcon>
#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QShortcut>
#include <QTabWidget>
#include <QUrl>
#include <QVBoxLayout>

#include <functional>

namespace overfit::ui {

namespace {

struct About {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::About)
};

QString resourceText(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QLabel *makeLabel(const std::function<QString()> &text)
{
    auto *label = new QLabel;
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextBrowserInteraction);
    label->setOpenExternalLinks(true);
    keepTranslated(label, [label, text] { label->setText(text()); });
    return label;
}

/// Its colour is said, because rich text takes that of links from the desktop.
QLabel *makeHomepageLink(const QColor &colour)
{
    const QString address = QStringLiteral(OVERFIT_HOMEPAGE);
    const QString link = QStringLiteral("<a href=\"%1\" style=\"color: %2\">%1</a>")
                             .arg(address.toHtmlEscaped(), colour.name());
    QLabel *label =
        makeLabel([link] { return QStringLiteral("<p>%1</p>").arg(About::tr("Homepage: %1").arg(link)); });
    label->setObjectName(QStringLiteral("homepage"));
    label->setAccessibleDescription(address);
    const QKeySequence key(Qt::ALT | Qt::Key_H);
    keepTranslated(label, [label, key] {
        label->setAccessibleName(About::tr("Homepage of Overfit"));
        label->setToolTip(
            About::tr("Open the homepage in the browser (%1)").arg(key.toString(QKeySequence::NativeText)));
    });
    QObject::connect(new QShortcut(key, label), &QShortcut::activated, label,
        [address] { QDesktopServices::openUrl(QUrl(address)); });
    return label;
}

QWidget *makeSummary(const QPalette &palette)
{
    auto *page = new QWidget;
    auto *layout = new QVBoxLayout(page);
    auto *picture = new QLabel;
    picture->setPixmap(QIcon(QStringLiteral(":/overfit/icon-128.png")).pixmap(96, 96));
    keepTranslated(picture, [picture] {
        picture->setAccessibleName(About::tr("Overfit's icon: a curve bent through every point"));
    });
    layout->addWidget(picture);
    layout->addWidget(makeLabel([] {
        return About::tr("<h2>Overfit %1</h2><p>See a model stop learning and start memorising.</p>")
            .arg(QApplication::applicationVersion().toHtmlEscaped());
    }));
    layout->addWidget(makeHomepageLink(palette.color(QPalette::Link)));
    layout->addWidget(makeLabel([] {
        return About::tr("<p>Copyright 2026 the Overfit authors.</p>"
                         "<p>Free software under the GNU General Public License, version 3 or later. With Qt "
                         "Charts in it, it is passed on under version 3. It comes with no warranty.</p>"
                         "<p>It runs with Qt %1. The other tabs have the licence, and the works of others "
                         "that are in it.</p>")
            .arg(QString::fromLatin1(qVersion()));
    }));
    layout->addStretch();
    return page;
}

/// A page whose text is read only once it is looked at.
QPlainTextEdit *makeReader()
{
    auto *reader = new QPlainTextEdit;
    reader->setReadOnly(true);
    reader->setTabChangesFocus(true);
    reader->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    return reader;
}

QTabWidget *makeTabs(const QPalette &palette)
{
    auto *tabs = new QTabWidget;
    tabs->addTab(makeSummary(palette), QString());
    const auto addText = [tabs](const QString &resource) {
        auto *reader = makeReader();
        reader->setObjectName(resource.section(QLatin1Char('/'), -1));
        const int index = tabs->addTab(reader, QString());
        QObject::connect(tabs, &QTabWidget::currentChanged, reader, [reader, resource, index](int current) {
            if (current == index && reader->document()->isEmpty())
                reader->setPlainText(resourceText(resource));
        });
    };
    addText(QStringLiteral(":/overfit/LICENSE"));
    addText(QStringLiteral(":/overfit/THIRD-PARTY-NOTICES.txt"));
    keepTranslated(tabs, [tabs] {
        tabs->setAccessibleName(About::tr("About Overfit"));
        tabs->setTabText(0, About::tr("&Overfit"));
        tabs->setTabText(1, About::tr("&Licence"));
        tabs->widget(1)->setAccessibleName(About::tr("The GNU General Public License, version 3"));
        tabs->setTabText(2, About::tr("&Works of others"));
        tabs->widget(2)->setAccessibleName(About::tr("Works of others in Overfit, with their licences"));
    });
    return tabs;
}

} // namespace

void showAbout(QWidget *window)
{
    auto *box = new QDialog(window);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(box);
    auto *layout = new QVBoxLayout(box);
    layout->addWidget(makeTabs(box->palette()));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    keepTranslated(box, [box, close = buttons->button(QDialogButtonBox::Close)] {
        box->setWindowTitle(About::tr("About Overfit"));
        close->setText(About::tr("&Close"));
        close->setToolTip(About::tr("Close (Esc)"));
    });
    QObject::connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    layout->addWidget(buttons);
    const QFontMetrics fixed(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    box->resize(fixed.averageCharWidth() * 86, fixed.height() * 30); // the licence is set in lines of 80
    dressLikeParent(box);
    box->open();
}

} // namespace overfit::ui
