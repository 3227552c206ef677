// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/messages.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

namespace overfit::ui {

class Experimenter;

/// The experiment as a document: the file that it is kept in, whether something would be lost, and what waits
/// until nothing would. It asks nobody and writes nothing itself.
class DocumentState : public QObject
{
    Q_OBJECT

public:
    explicit DocumentState(Experimenter &experimenter, QObject *parent = nullptr);

    /// The file that the experiment is kept in; empty while there is none.
    [[nodiscard]] QString file() const;
    /// Of a window, with its sign for what is unsaved.
    [[nodiscard]] QString title() const;
    /// In the language of the program.
    void setTexts() { emit stateChanged(); }
    /// Another experiment was opened from this file; empty for none.
    void setOpened(const QString &path);
    /// Counts the changes of the settings.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// There is something that would be lost: the history has gone on since it was saved, or that failed, or
    /// it was recovered.
    [[nodiscard]] bool hasUnsavedWork() const;
    void setUnsaved();
    /// Whoever was asked does not want it.
    void giveUp();

    /// Into its file, or into one that is asked for.
    void save();
    void saveAs();
    void saveTo(const QString &path) { emit saveWanted(path); }
    /// It is being written to a file: as it is now, it counts as saved.
    void beginSaving(const QString &path);
    /// Writing came to an end. Where it failed, the experiment counts as unsaved again.
    void finishSaving(bool saved);
    [[nodiscard]] bool isSaving() const { return !m_savingTo.isEmpty(); }
    /// No name was given: what waits for the file to be written waits no more.
    void forgetSaving() { m_afterSaving = {}; }

    /// What is typed into a box and not confirmed is set.
    void settle() { emit settling(); }
    /// Goes on with @p then once what is unsaved was saved or given up, or at once where there is nothing.
    void whenSafe(const std::function<void()> &then);
    /// What was answered to unsavedWorkFound().
    void answer(UnsavedWork answer, const std::function<void()> &then);

signals:
    /// The experiment is to be written to this file.
    void saveWanted(const QString &path);
    /// A file for it is to be asked for.
    void nameWanted();
    /// Somebody has to say what becomes of it before @p then.
    void unsavedWorkFound(const std::function<void()> &then);
    void settling();
    /// file(), title() or hasUnsavedWork() may say something else.
    void stateChanged();
    /// Something that an experiment file holds has changed.
    void experimentChanged();

private:
    Experimenter &m_experimenter;
    quint64 m_revision = 0;
    QHash<quint64, QString> m_files; ///< by document (see Settings), as far as they have one
    QString m_savingTo; ///< the file that is being written; empty for none
    quint64 m_savingDocument = 0; ///< that it is written from
    std::function<void()> m_afterSaving; ///< waits for the writing to end
    bool m_unsaved = false; ///< whatever the history says: it was recovered, or could not be written
};

} // namespace overfit::ui
