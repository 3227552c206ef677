// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/file_choosing.h"

#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/messages.h"
#include "ui/window/document_state.h"
#include "ui/window/experimenter.h"
#include "ui/window/recent_menu.h"
#include "ui/words/strings.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QStandardPaths>

namespace overfit::ui {

namespace {

constexpr QLatin1String kEnding(".overfit");

/// A name for a file, from what the data are called.
QString suggestedName(const DataSource &data)
{
    QString name = dataTexts(data).title;
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && character != QLatin1Char('-'))
            character = QLatin1Char(' ');
    }
    return name.simplified() + kEnding;
}

} // namespace

FileChoosing::FileChoosing(DocumentState &document, const Experimenter &experimenter, QWidget *window)
    : QObject(window), m_document(document), m_experimenter(experimenter), m_window(window),
      m_recent(new RecentMenu(window))
{
    connect(m_recent, &RecentMenu::chosen, this, &FileChoosing::fileChosen);
    connect(&document, &DocumentState::nameWanted, this, &FileChoosing::askForName);
    connect(&document, &DocumentState::unsavedWorkFound, this, [this](const std::function<void()> &then) {
        askAboutUnsavedWork(m_window, [this, then](UnsavedWork answer) { m_document.answer(answer, then); });
    });
}

/// Where a dialog begins: never in the folder that the program was started in, which a menu chooses.
QString FileChoosing::startFolder() const
{
    for (const QString &file : {m_document.file(), m_recent->newest()}) {
        if (!file.isEmpty() && m_lastFolder.isEmpty())
            return QFileInfo(file).absolutePath();
    }
    return m_lastFolder.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)
                                  : m_lastFolder;
}

void FileChoosing::askForName()
{
    const QString file = m_document.file();
    auto *dialog = new QFileDialog(m_window, tr("Save experiment"), file.isEmpty() ? startFolder() : file,
        tr("Experiments (*.overfit);;All files (*)"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dressLikeParent(dialog);
    dialog->setDefaultSuffix(QStringLiteral("overfit"));
    dialog->selectFile(
        file.isEmpty() ? suggestedName(m_experimenter.scenario().data.source) : QFileInfo(file).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &FileChoosing::saveTo);
    connect(dialog, &QFileDialog::rejected, this, [this] { m_document.forgetSaving(); });
    dialog->open();
}

/// A name such as "lesson 1.2" has no ending that the dialog would miss; without ours it could not be opened
/// again.
void FileChoosing::saveTo(const QString &path)
{
    const bool whole = path.endsWith(kEnding, Qt::CaseInsensitive);
    const QString file = whole ? path : path + kEnding;
    m_lastFolder = QFileInfo(file).absolutePath();
    if (whole || !QFileInfo::exists(file)) {
        m_document.saveTo(file);
        return;
    }
    askAboutReplacing(m_window, QFileInfo(file).fileName(), [this, file](bool replace) {
        if (replace)
            m_document.saveTo(file);
        else
            m_document.forgetSaving();
    });
}

void FileChoosing::askForFile()
{
    auto *dialog = new QFileDialog(m_window, tr("Open"), startFolder(),
        tr("Experiments and tables (*.overfit *.csv *.tsv *.txt);;Experiments (*.overfit);;"
           "Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(dialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_lastFolder = QFileInfo(path).absolutePath();
        emit fileChosen(path);
    });
    dialog->open();
}

void FileChoosing::askAboutRecovery(int count, const std::function<void(RecoveryAnswer)> &answered)
{
    ui::askAboutRecovery(m_window, count, answered);
}

} // namespace overfit::ui
