// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/reading_bar.h"

#include "ui/dialogs/dialogs.h"
#include "ui/words/numbers.h"
#include "ui/words/shortcuts.h"
#include "ui/words/strings.h"

#include <QDialog>
#include <QDialogButtonBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeySequence>
#include <QLabel>
#include <QListWidget>
#include <QProgressBar>
#include <QPushButton>
#include <QVBoxLayout>

namespace overfit::ui {

namespace {

constexpr int kSteps = 1000; // of the progress bar

} // namespace

ReadingBar::ReadingBar(QWidget *parent)
    : QWidget(parent), m_text(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_cancel(makeButton(QStringLiteral("cancelReading"), Qt::Key_Escape)),
      m_details(makeButton(QStringLiteral("leftOutDetails"), Qt::CTRL | Qt::Key_J)),
      m_dismiss(makeButton(QStringLiteral("dismissNotice"), Qt::Key_Escape))
{
    setObjectName(QStringLiteral("readingBar"));
    m_text->setObjectName(QStringLiteral("readingText"));
    m_text->setTextFormat(Qt::PlainText);
    m_progress->setObjectName(QStringLiteral("readingProgress"));
    m_progress->setFixedWidth(220);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(6, 0, 6, 0);
    row->setSpacing(8);
    row->addWidget(m_text);
    row->addWidget(m_progress);
    for (QPushButton *button : {m_cancel, m_details, m_dismiss})
        row->addWidget(button);
    row->addStretch(1);
    connect(m_cancel, &QPushButton::clicked, this, &ReadingBar::cancelled);
    connect(m_details, &QPushButton::clicked, this, &ReadingBar::showDetails);
    connect(m_dismiss, &QPushButton::clicked, this, &ReadingBar::dismissed);
    setTexts();
}

QPushButton *ReadingBar::makeButton(const QString &name, const QKeySequence &key)
{
    auto *button = new QPushButton(this);
    button->setObjectName(name);
    button->setShortcut(key);
    return button;
}

void ReadingBar::setTexts()
{
    const auto set = [](QPushButton *button, const QString &text, const QString &toolTip) {
        const QKeySequence key =
            button->shortcut(); // which a text without a letter of its own would take away
        button->setText(text);
        button->setShortcut(key);
        button->setToolTip(helpText(toolTip, key));
    };
    set(m_cancel, tr("Cancel"), tr("Stop reading and keep what is open"));
    set(m_details, tr("Details"), tr("Which rows were left out, and why"));
    set(m_dismiss, tr("OK"), tr("Put this note away"));
    m_progress->setAccessibleName(tr("How far the file has been read"));
    m_progress->setToolTip(m_progress->accessibleName());
    if (!m_file.isEmpty())
        m_text->setText(tr("Reading %1 …").arg(m_file));
    else if (m_leftOut.count > 0)
        m_text->setText(leftOutText(m_leftOut));
}

void ReadingBar::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        setTexts();
}

void ReadingBar::showReading(const QString &file)
{
    m_file = file;
    setTexts();
    m_progress->setRange(0, 0); // until it is known
    m_progress->show();
    m_cancel->show();
    m_details->hide();
    m_dismiss->hide();
}

void ReadingBar::showProgress(qint64 read, qint64 size)
{
    m_progress->setRange(0, kSteps);
    m_progress->setValue(size > 0 ? static_cast<int>(static_cast<double>(kSteps) * static_cast<double>(read)
                             / static_cast<double>(size))
                                  : 0);
}

void ReadingBar::showLeftOut(const LeftOutRows &rows)
{
    m_file.clear();
    m_leftOut = rows;
    setTexts();
    m_progress->hide();
    m_cancel->hide();
    m_details->show();
    m_dismiss->show();
}

void ReadingBar::showDetails()
{
    auto *box = new QDialog(window());
    box->setObjectName(QStringLiteral("leftOut"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setWindowTitle(tr("Rows left out"));
    auto *list = new QListWidget(box);
    list->setObjectName(QStringLiteral("leftOutRows"));
    list->setAccessibleName(box->windowTitle());
    list->setToolTip(tr("The rows that could not be used, and why"));
    for (const ReadError &error : m_leftOut.first)
        list->addItem(leftOutText(error));
    const std::size_t further = m_leftOut.count - m_leftOut.first.size();
    if (further > 0)
        list->addItem(tr("and %1 more").arg(wholeText(further)));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, box);
    connect(buttons, &QDialogButtonBox::rejected, box, &QDialog::reject);
    auto *column = new QVBoxLayout(box);
    column->addWidget(list);
    column->addWidget(buttons);
    dressLikeParent(box);
    const QFontMetrics metrics(box->font());
    box->resize(metrics.averageCharWidth() * 70, metrics.lineSpacing() * 18);
    box->open();
}

} // namespace overfit::ui
