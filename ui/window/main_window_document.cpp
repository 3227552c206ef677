// SPDX-License-Identifier: GPL-3.0-or-later
// The experiment as a document: history, files, and what would be lost.
#include "ui/controls/data_bar.h"
#include "ui/controls/more_panel.h"
#include "ui/controls/training_panel.h"
#include "ui/dialogs/code_dialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/messages.h"
#include "ui/window/main_window.h"
#include "ui/words/strings.h"

#include <QAction>
#include <QCloseEvent>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QStatusBar>

#include <memory>
#include <utility>

namespace overfit::ui {

namespace {

/// A name for a file, from what the data are called.
QString suggestedName(const DataSource &data)
{
    QString name = dataTexts(data).title;
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && character != QLatin1Char('-'))
            character = QLatin1Char(' ');
    }
    return name.simplified() + QStringLiteral(".overfit");
}

QString actionText(const QString &name, const QString &step)
{
    return step.isEmpty() ? name : MainWindow::tr("%1 (%2)").arg(name, step);
}

} // namespace

void MainWindow::makeHistory()
{
    QUndoStack *const stack = &m_history.stack();
    connect(&m_history, &History::restored, this, &MainWindow::restore);
    connect(stack, &QUndoStack::canUndoChanged, m_undo, &QAction::setEnabled);
    connect(stack, &QUndoStack::canRedoChanged, m_redo, &QAction::setEnabled);
    connect(stack, &QUndoStack::undoTextChanged, this,
        [this](const QString &step) { m_undo->setText(actionText(commandTexts(Command::Undo).name, step)); });
    connect(stack, &QUndoStack::redoTextChanged, this,
        [this](const QString &step) { m_redo->setText(actionText(commandTexts(Command::Redo).name, step)); });
    connect(stack, &QUndoStack::cleanChanged, this, &MainWindow::showTitle);
    connect(stack, &QUndoStack::indexChanged, this, [this] {
        ++m_revision;
        emit experimentChanged();
    });
    m_undo->setEnabled(false);
    m_redo->setEnabled(false);
    showTitle();
}

void MainWindow::restore(const Settings &settings)
{
    m_player.pause();
    untell();
    setPatience(settings.patience);
    setDocument(settings.document);
    if (settings.scenario == m_scenario)
        return;
    setScenario(settings.scenario);
    emit scenarioChanged(m_scenario);
}

void MainWindow::useData(const DataSource &source)
{
    m_history.endGesture(); // it was read for a while, and belongs to nothing that a hand does now
    changeSettings([this, &source](Settings &settings) {
        settings.scenario.data.source = source;
        settings.document = newDocument(); // saving must not put it in the place of the one that was open
    });
    m_history.endGesture();
}

void MainWindow::setDocument(quint64 document)
{
    m_document = document;
    showTitle();
}

Experiment MainWindow::experiment() const
{
    return {m_scenario,
        {m_truth->isChecked(), m_more && !m_more->isHidden(), m_player.speed(), m_player.patience()}};
}

void MainWindow::openExperiment(const Experiment &experiment, const QString &path)
{
    m_player.pause();
    m_truth->setChecked(experiment.view.truthShown);
    showTruth(experiment.view.truthShown);
    m_dataBar->setSpeed(experiment.view.speed);
    m_player.setSpeed(experiment.view.speed);
    setPatience(experiment.view.patience);
    setMoreShown(experiment.view.moreShown);
    m_history.clear();
    m_unsaved = false;
    setDocument(newDocument());
    m_files = {{m_document, path}};
    showTitle();
    setScenario(clamped(experiment.scenario));
    emit scenarioChanged(m_scenario);
    emit experimentChanged();
}

void MainWindow::beginSaving(const QString &path)
{
    m_savingTo = path;
    m_savingDocument = m_document;
    m_unsaved = false;
    m_history.stack().setClean();
}

void MainWindow::finishSaving(bool saved)
{
    const QString path = std::exchange(m_savingTo, QString());
    const auto then = std::exchange(m_afterSaving, {});
    if (!saved) {
        setUnsaved();
        return;
    }
    m_files.insert(m_savingDocument, path); // which may not be the one that is shown any more
    showTitle();
    emit experimentChanged();
    if (then)
        then();
}

bool MainWindow::hasUnsavedWork() const
{
    return m_unsaved || !m_history.stack().isClean();
}

void MainWindow::setUnsaved()
{
    m_unsaved = true;
    showTitle();
    emit experimentChanged();
}

void MainWindow::showTitle()
{
    const QString name = file().isEmpty() ? tr("Untitled") : QFileInfo(file()).completeBaseName();
    setWindowTitle(tr("%1[*] – Overfit").arg(name));
    setWindowModified(hasUnsavedWork());
}

void MainWindow::showCode()
{
    auto *dialog = new CodeDialog(m_scenario, this);
    dressLikeParent(dialog);
    connect(dialog, &CodeDialog::scenarioChosen, this, &MainWindow::openScene);
    dialog->open();
}

void MainWindow::newExperiment()
{
    whenSafe([this] { openExperiment({scenes().front().scenario, {}}, {}); });
}

void MainWindow::save()
{
    if (isSaving())
        m_afterSaving = [this] { save(); };
    else if (file().isEmpty())
        saveAs();
    else
        emit saveWanted(file());
}

void MainWindow::saveAs()
{
    if (isSaving()) {
        m_afterSaving = [this] { saveAs(); };
        return;
    }
    auto *dialog =
        new QFileDialog(this, tr("Save experiment"), file(), tr("Experiments (*.overfit);;All files (*)"));
    dialog->setObjectName(QStringLiteral("saveDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dressLikeParent(dialog);
    dialog->setDefaultSuffix(QStringLiteral("overfit"));
    dialog->selectFile(
        file().isEmpty() ? suggestedName(m_scenario.data.source) : QFileInfo(file()).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::saveTo);
    connect(dialog, &QFileDialog::rejected, this, [this] { m_afterSaving = {}; });
    dialog->open();
}

/// A name such as "lesson 1.2" has no ending that the dialog would miss; without ours it could not be opened
/// again.
void MainWindow::saveTo(const QString &path)
{
    const QString ending = QStringLiteral(".overfit");
    if (path.endsWith(ending, Qt::CaseInsensitive)) {
        emit saveWanted(path);
        return;
    }
    const QString whole = path + ending;
    if (!QFileInfo::exists(whole)) {
        emit saveWanted(whole);
        return;
    }
    askAboutReplacing(this, QFileInfo(whole).fileName(), [this, whole](bool replace) {
        if (replace)
            emit saveWanted(whole);
        else
            m_afterSaving = {};
    });
}

void MainWindow::chooseFile()
{
    auto *dialog = new QFileDialog(this, tr("Open"), QFileInfo(file()).path(),
        tr("Experiments and tables (*.overfit *.csv *.tsv *.txt);;Experiments (*.overfit);;"
           "Tables (*.csv *.tsv *.txt);;All files (*)"));
    dialog->setObjectName(QStringLiteral("openDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dressLikeParent(dialog);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, &MainWindow::fileChosen);
    dialog->open();
}

void MainWindow::whenSafe(const std::function<void()> &then)
{
    commit();
    if (isSaving()) {
        m_afterSaving = [this, then] { whenSafe(then); };
        return;
    }
    if (!hasUnsavedWork()) {
        then();
        return;
    }
    askAboutUnsavedWork(this, [this, then](UnsavedWork answer) {
        if (answer == UnsavedWork::GiveUp) {
            then();
        } else if (answer == UnsavedWork::Save) {
            m_afterSaving = [this, then] { whenSafe(then); }; // the hand may go on meanwhile
            save();
        }
    });
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    commit();
    if (!hasUnsavedWork() && !isSaving()) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    whenSafe([this] {
        m_unsaved = false; // given up, if not saved
        m_history.stack().setClean();
        close();
    });
}

void MainWindow::offerRecovery(int count, const std::function<void(RecoveryAnswer)> &answered)
{
    askAboutRecovery(this, count, answered);
}

void MainWindow::setRecentFiles(const QStringList &paths)
{
    m_recent->clear();
    m_recent->setEnabled(!paths.isEmpty());
    QStringList names;
    for (const QString &path : paths)
        names.append(QFileInfo(path).fileName());
    for (const QString &path : paths) {
        const QFileInfo file(path);
        QString text = file.fileName();
        if (names.count(text) > 1)
            text = tr("%1 in %2").arg(text, QDir::toNativeSeparators(file.path()));
        QAction *action = m_recent->addAction(text.replace(QLatin1Char('&'), QStringLiteral("&&")));
        action->setToolTip(path);
        connect(action, &QAction::triggered, this, [this, path] { emit fileChosen(path); });
    }
}

} // namespace overfit::ui
