// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/experiment_store.h"
#include "app/recovery.h"
#include "ui/window/main_window.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace overfit::app {

/// Keeps the window's experiment in files: opened, saved, kept against a crash, and found again in the list
/// of recent files.
class Document : public QObject
{
    Q_OBJECT

public:
    explicit Document(ui::MainWindow &window, QObject *parent = nullptr);
    ~Document() override;

    /// Opens an experiment file, once what is unsaved was saved or given up.
    void open(const QString &path);
    /// Nothing comes any more of what is being opened.
    void cancelOpening();
    /// Puts a file on top of the list of recent ones, as soon as begin() is called.
    void remember(const QString &path);
    /// From now on unsaved work is kept in @p folder; what programs that were killed have left there is
    /// offered. Shows the recent files as well.
    void begin(const QString &folder = recoveryFolder());

signals:
    /// An experiment was read, or could not be.
    void opened();
    void refused(const QString &why);

private:
    void save(const QString &path);
    void askAboutChange(const QString &path);
    void show(const QString &path, const Experiment &experiment);
    void recover(const QString &orphan, const Experiment &experiment);
    void refuse(const ExperimentError &error);
    void keepSoon();
    void keep();
    void tellNotKept(const QString &cause);
    [[nodiscard]] bool isSafe() const;
    void offerSoon();
    void offerNextOrphan();
    void takeOrphan(ui::RecoveryAnswer answer);
    void putOrphanBack();

    ui::MainWindow &m_window;
    ui::DocumentState &m_document;
    std::optional<Recovery>
        m_recovery; // its locks hold until the store has written and removed the last file
    ExperimentStore m_store;
    QTimer m_keeping{this};
    QStringList m_orphans; ///< that nobody has decided about yet
    QString m_orphan; ///< that is being opened
    bool m_opening = false; ///< a file is being read that the user wants open
    bool m_offering = false; ///< the user is asked about the first of them
    QString m_kept; ///< the file that unsaved work is in; empty for none
    QString m_early; ///< to be remembered, from before begin()
    quint64 m_revision = 0; ///< of the document when a file was asked for
    bool m_toldOfKeeping = false; ///< that work can't be kept
};

} // namespace overfit::app
