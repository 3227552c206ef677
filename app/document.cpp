// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

#include "ui/dialogs/messages.h"
#include "ui/window/recent_menu.h"
#include "ui/words/strings.h"

#include <QFileInfo>
#include <QSettings>
#include <QStorageInfo>

#include <algorithm>
#include <utility>

namespace overfit::app {

namespace {

constexpr int kKeepAfter = 2000; // milliseconds; all that a crash can take
constexpr qsizetype kMostRecent = 8;
constexpr const char *kRecentKey = "recentFiles";

QSettings settings()
{
    return {QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Overfit"), QStringLiteral("Overfit")};
}

/// Where a disk has hardly any room left, QSettings takes it for a success that only a part of its file was
/// written, and what was in there before is gone.
bool hasRoom(const QString &file)
{
    constexpr qint64 kEnough = 1 << 16;
    const QStorageInfo disk(QFileInfo(file).absolutePath());
    return !disk.isValid() || disk.bytesAvailable() >= kEnough;
}

QStringList recentFiles()
{
    return settings().value(QLatin1String(kRecentKey)).toStringList();
}

} // namespace

Document::Document(ui::MainWindow &window, QObject *parent)
    : QObject(parent), m_window(window), m_document(window.document())
{
    m_keeping.setObjectName(QStringLiteral("keeping"));
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepAfter);
    connect(&m_keeping, &QTimer::timeout, this, &Document::keep);
    connect(&m_document, &ui::DocumentState::saveWanted, this, &Document::save);
    connect(&m_document, &ui::DocumentState::experimentChanged, this, &Document::keepSoon);
    connect(&m_store, &ExperimentStore::opened, this, &Document::show);
    connect(&m_store, &ExperimentStore::refused, this, &Document::refuse);
    connect(&m_store, &ExperimentStore::saved, this, [this](const QString &path) {
        m_document.finishSaving(true);
        remember(path);
    });
    connect(&m_store, &ExperimentStore::notSaved, this, [this](const QString &, const QString &problem) {
        m_document.finishSaving(false);
        ui::showProblem(&m_window, problem);
    });
    connect(&m_store, &ExperimentStore::changedMeanwhile, this, &Document::askAboutChange);
    connect(&m_store, &ExperimentStore::notKept, this, &Document::tellNotKept);
}

Document::~Document()
{
    if (!m_kept.isEmpty())
        m_store.remove(m_kept); // whoever closes the window has saved the work or given it up
}

void Document::open(const QString &path)
{
    m_document.whenSafe([this, path] {
        putOrphanBack();
        m_opening = true;
        m_revision = m_document.revision();
        m_window.status().showReading(QFileInfo(path).fileName());
        m_store.read(path);
    });
}

void Document::cancelOpening()
{
    putOrphanBack();
    m_opening = false;
    m_store.cancelReading();
}

void Document::save(const QString &path)
{
    m_store.save(path, m_window.experiment(), ExperimentStore::Overwrite::WhereUnchanged);
    m_document.beginSaving(path);
}

/// Another program, or another window, has saved it since.
void Document::askAboutChange(const QString &path)
{
    ui::askAboutChangedFile(&m_window, QFileInfo(path).fileName(), [this, path](bool replace) {
        if (replace)
            m_store.save(path, m_window.experiment(), ExperimentStore::Overwrite::Always);
        else
            m_document.finishSaving(false);
    });
}

void Document::show(const QString &path, const Experiment &experiment)
{
    m_window.status().showReading({});
    m_opening = false;
    const bool isOrphan = path == m_orphan;
    putOrphanBack(); // until it is open
    const auto open = [this, isOrphan, path, experiment] {
        if (isOrphan) {
            recover(path, experiment);
            return;
        }
        m_window.openExperiment(experiment, path);
        remember(path);
    };
    m_document.settle();
    if (m_document.revision() == m_revision && !m_document.isSaving())
        open();
    else
        m_document.whenSafe(open); // the hand went on while the file was read
    offerSoon();
    emit opened();
}

/// The file of the other program becomes that of this one: at no time the work is kept nowhere.
void Document::recover(const QString &orphan, const Experiment &experiment)
{
    m_orphans.removeAll(orphan);
    m_window.openExperiment(experiment, {});
    m_recovery->adopt(orphan);
    m_store.adopt(orphan, experiment);
    m_kept = orphan;
    m_document.setUnsaved();
}

void Document::refuse(const ExperimentError &error)
{
    m_window.status().showReading({});
    m_opening = false;
    if (!m_orphan.isEmpty())
        Recovery::setAsideAsDamaged(std::exchange(m_orphan, QString()));
    const QString text = ui::errorText(error);
    ui::showProblem(&m_window, text);
    emit refused(text);
    offerSoon();
}

void Document::remember(const QString &path)
{
    if (!m_recovery) {
        m_early = path; // forgotten where nobody begins: by a script, say
        return;
    }
    QStringList files = recentFiles();
    const QString whole = QFileInfo(path).absoluteFilePath();
    files.removeAll(whole);
    files.prepend(whole);
    files.resize(std::min(files.size(), kMostRecent));
    if (QSettings kept = settings(); hasRoom(kept.fileName()))
        kept.setValue(QLatin1String(kRecentKey), files);
    m_window.files().recent()->setFiles(files);
}

void Document::begin(const QString &folder)
{
    m_window.files().recent()->setFiles(recentFiles());
    m_recovery.emplace(folder);
    if (!m_early.isEmpty())
        remember(std::exchange(m_early, QString()));
    m_orphans = m_recovery->takeOrphans();
    offerNextOrphan();
    keepSoon();
}

/// Nothing that the window shows would be lost by opening something else.
bool Document::isSafe() const
{
    return !m_document.isSaving() && !m_document.hasUnsavedWork();
}

/// After whatever waited for what happens now: the window may be about to be closed, or to open a file.
void Document::offerSoon()
{
    if (!m_orphans.isEmpty())
        QTimer::singleShot(0, this, &Document::offerNextOrphan);
}

void Document::offerNextOrphan()
{
    const bool isBusy = m_offering || m_opening || !m_orphan.isEmpty();
    if (m_orphans.isEmpty() || isBusy || !isSafe() || !m_window.isVisible())
        return;
    m_offering = true;
    m_window.files().askAboutRecovery(
        int(m_orphans.size()), [this](ui::RecoveryAnswer answer) { takeOrphan(answer); });
}

void Document::takeOrphan(ui::RecoveryAnswer answer)
{
    m_offering = false;
    if (answer == ui::RecoveryAnswer::Later) {
        m_orphans.clear(); // they are offered again at the next start
        return;
    }
    const QString orphan = m_orphans.takeFirst();
    if (answer == ui::RecoveryAnswer::GiveUp) {
        m_store.remove(orphan);
        offerNextOrphan();
        return;
    }
    m_orphan = orphan;
    m_revision = m_document.revision();
    m_window.status().showReading(tr("unsaved work"));
    m_store.read(orphan);
}

/// It was not opened after all: it is offered again.
void Document::putOrphanBack()
{
    if (!m_orphan.isEmpty())
        m_orphans.prepend(std::exchange(m_orphan, QString()));
}

void Document::keepSoon()
{
    if (!m_recovery)
        return;
    if (m_document.hasUnsavedWork()) {
        if (!m_keeping.isActive())
            m_keeping.start();
        return;
    }
    m_keeping.stop();
    if (!isSafe())
        return;
    if (!m_kept.isEmpty())
        m_store.remove(std::exchange(m_kept, QString()));
    offerSoon();
}

void Document::keep()
{
    m_kept = m_recovery->file();
    if (!m_kept.isEmpty())
        m_store.keep(m_kept, m_window.experiment());
    else
        tellNotKept(tr("there is no folder that it may write to"));
}

void Document::tellNotKept(const QString &cause)
{
    if (!std::exchange(m_toldOfKeeping, true)) // it fails every two seconds, if so
        m_window.status().tell(
            tr("Unsaved work can't be kept against a crash: %1. Save it now and then.").arg(cause));
}

} // namespace overfit::app
