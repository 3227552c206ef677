// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/document.h"

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

Document::Document(ui::MainWindow &window, QObject *parent) : QObject(parent), m_window(window)
{
    m_keeping.setSingleShot(true);
    m_keeping.setInterval(kKeepAfter);
    connect(&m_keeping, &QTimer::timeout, this, &Document::keep);
    connect(&m_window, &ui::MainWindow::saveWanted, this, &Document::save);
    connect(&m_window, &ui::MainWindow::experimentChanged, this, &Document::keepSoon);
    connect(&m_store, &ExperimentStore::opened, this, &Document::show);
    connect(&m_store, &ExperimentStore::refused, this, &Document::refuse);
    connect(&m_store, &ExperimentStore::saved, this, [this](const QString &path) {
        finishSaving(true);
        remember(path);
    });
    connect(&m_store, &ExperimentStore::notSaved, this, [this](const QString &, const QString &problem) {
        finishSaving(false);
        m_window.reportProblem(problem);
    });
    connect(&m_store, &ExperimentStore::notKept, this, &Document::tellNotKept);
}

Document::~Document()
{
    if (!m_kept.isEmpty())
        m_store.remove(m_kept); // whoever closes the window has saved the work or given it up
}

void Document::open(const QString &path)
{
    m_window.whenSafe([this, path] {
        m_orphan.clear();
        m_revision = m_window.revision();
        m_window.showReading(QFileInfo(path).fileName());
        m_store.read(path);
    });
}

void Document::cancelOpening()
{
    m_orphan.clear(); // it is offered again at the next start
    m_store.cancelReading();
}

void Document::save(const QString &path)
{
    m_saving = true;
    m_store.save(path, m_window.experiment());
    m_window.beginSaving(path);
}

void Document::finishSaving(bool saved)
{
    m_saving = false;
    m_window.finishSaving(saved);
}

void Document::show(const QString &path, const Experiment &experiment)
{
    m_window.showReading({});
    const auto open = [this, path, experiment] {
        if (path == m_orphan) {
            recover(path, experiment);
            return;
        }
        m_window.openExperiment(experiment, path);
        remember(path);
    };
    if (m_window.revision() == m_revision)
        open();
    else
        m_window.whenSafe(open); // the hand went on while the file was read
    emit opened();
}

/// The file of the other program becomes that of this one: at no time the work is kept nowhere.
void Document::recover(const QString &orphan, const Experiment &experiment)
{
    m_orphan.clear();
    m_window.openExperiment(experiment, {});
    m_recovery->adopt(orphan);
    m_store.adopt(orphan, experiment);
    m_kept = orphan;
    m_window.setUnsaved();
}

void Document::refuse(const ExperimentError &error)
{
    m_window.showReading({});
    if (!m_orphan.isEmpty())
        Recovery::setAsideAsDamaged(std::exchange(m_orphan, QString()));
    const QString text = ui::errorText(error);
    m_window.reportProblem(text);
    emit refused(text);
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
    m_window.setRecentFiles(files);
}

void Document::begin(const QString &folder)
{
    m_window.setRecentFiles(recentFiles());
    m_recovery.emplace(folder);
    if (!m_early.isEmpty())
        remember(std::exchange(m_early, QString()));
    m_orphans = m_recovery->takeOrphans();
    offerNextOrphan();
    keepSoon();
}

void Document::offerNextOrphan()
{
    if (m_orphans.isEmpty())
        return;
    const QString orphan = m_orphans.takeFirst();
    m_window.offerRecovery([this, orphan](bool open) {
        if (!open) {
            m_store.remove(orphan);
            offerNextOrphan();
            return;
        }
        m_orphan = orphan;
        m_revision = m_window.revision();
        m_window.showReading(tr("unsaved work"));
        m_store.read(orphan);
    });
}

void Document::keepSoon()
{
    if (!m_recovery)
        return;
    if (m_window.hasUnsavedWork()) {
        if (!m_keeping.isActive())
            m_keeping.start();
        return;
    }
    m_keeping.stop();
    if (!m_saving && !m_kept.isEmpty())
        m_store.remove(std::exchange(m_kept, QString()));
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
        m_window.tell(
            tr("Unsaved work can't be kept against a crash: %1. Save it now and then.").arg(cause));
}

} // namespace overfit::app
