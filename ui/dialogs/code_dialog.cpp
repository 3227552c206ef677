// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/code_dialog.h"

#include "core/takeaway/scene_code.h"
#include "ui/words/language.h"
#include "ui/words/strings.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace overfit::ui {

namespace {

QString faultText(const SceneCodeError &error)
{
    switch (error.reason) {
    case SceneCodeError::Reason::Empty:
        return CodeDialog::tr("A code has twelve letters and digits or more.");
    case SceneCodeError::Reason::WrongCharacter:
        return CodeDialog::tr("Character %1 is none that a code is made of. Compare it with the board.")
            .arg(wholeText(error.position));
    case SceneCodeError::Reason::TooShort:
        return CodeDialog::tr("Characters are missing: a code has at least twelve.");
    case SceneCodeError::Reason::NewerVersion:
        return CodeDialog::tr("This code is from a newer Overfit. Install that one.");
    case SceneCodeError::Reason::Misread:
        break;
    }
    return CodeDialog::tr("A character is wrong, missing or too much. Compare the code with the board.");
}

} // namespace

CodeDialog::CodeDialog(const Scenario &scenario, QWidget *parent)
    : QDialog(parent), m_code(new QLabel(this)), m_entry(new QLineEdit(this)), m_note(new QLabel(this)),
      m_copy(new QPushButton(this)), m_open(new QPushButton(this))
{
    setObjectName(QStringLiteral("codeDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    makeShown(scenario);
    makeEntry();
    auto *shown = new QLabel(this);
    auto *wanted = new QLabel(this);
    wanted->setBuddy(m_entry);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    QPushButton *close = buttons->button(QDialogButtonBox::Close);
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    buttons->addButton(m_open, QDialogButtonBox::AcceptRole);
    m_open->setDefault(true);
    for (QWidget *widget :
        {static_cast<QWidget *>(shown), static_cast<QWidget *>(m_code), static_cast<QWidget *>(wanted),
            static_cast<QWidget *>(m_entry), static_cast<QWidget *>(m_note), static_cast<QWidget *>(buttons)})
        column->addWidget(widget);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, &CodeDialog::openTyped);
    keepTranslated(this, [this, shown, wanted, close] {
        shown->setText(tr("Whoever types this code gets the picture that is shown now:"));
        wanted->setText(tr("Open the picture of a &code:"));
        close->setText(tr("C&lose"));
        retranslate();
    });
    m_entry->setFocus();
}

void CodeDialog::retranslate()
{
    setWindowTitle(tr("Code for the board"));
    m_code->setAccessibleName(tr("Code of this picture"));
    if (!m_copy->isEnabled()) {
        m_code->setText(
            tr("None: it holds data of its own, or more than 257 training points. Save it as a file "
               "and pass that on."));
    }
    m_copy->setText(tr("Co&py"));
    m_copy->setToolTip(tr("Put the code on the clipboard (Alt+P)"));
    m_entry->setAccessibleName(tr("Code to open"));
    m_entry->setToolTip(tr("Small or capital letters, with or without dashes (Alt+C)"));
    m_open->setText(tr("&Open"));
    m_open->setToolTip(tr("Show the picture of the code (Alt+O)"));
    read(m_entry->text());
}

void CodeDialog::makeShown(const Scenario &scenario)
{
    const std::optional<std::string> code = sceneCode(scenario);
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    font.setPointSizeF(2.4 * font.pointSizeF()); // for the last row
    m_code->setObjectName(QStringLiteral("code"));
    m_code->setWordWrap(true);
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setObjectName(QStringLiteral("copyCode"));
    m_copy->setEnabled(code.has_value());
    if (!code)
        return; // why, its words say
    const QString text = QString::fromStdString(*code);
    m_code->setFont(font);
    m_code->setText(text);
    connect(m_copy, &QPushButton::clicked, this, [text] { QGuiApplication::clipboard()->setText(text); });
}

void CodeDialog::makeEntry()
{
    m_entry->setObjectName(QStringLiteral("codeEntry"));
    m_entry->setMaxLength(200);
    m_note->setObjectName(QStringLiteral("codeNote"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setMinimumHeight(2 * m_note->fontMetrics().lineSpacing());
    m_open->setObjectName(QStringLiteral("openCode"));
    connect(m_entry, &QLineEdit::textChanged, this, &CodeDialog::read);
}

void CodeDialog::read(const QString &text)
{
    const auto result = parseSceneCode(text.toStdString());
    const auto *const error = std::get_if<SceneCodeError>(&result);
    if (error != nullptr) {
        m_read.reset();
        m_note->setText(faultText(*error));
    } else {
        m_read = std::get<Scenario>(result);
        m_note->setText(dataTexts(m_read->data.source).title);
    }
    m_open->setEnabled(m_read.has_value());
}

void CodeDialog::openTyped()
{
    if (!m_read)
        return;
    emit scenarioChosen(*m_read);
    accept();
}

} // namespace overfit::ui
