// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QStringList>

#include <functional>

namespace overfit::ui {

class DocumentState;
class Experimenter;
class RecentMenu;
enum class RecoveryAnswer;

/// Asks, over a window, which file to open, which one to save a document in, and what becomes of unsaved
/// work.
class FileChoosing : public QObject
{
    Q_OBJECT

public:
    FileChoosing(DocumentState &document, const Experimenter &experimenter, QWidget *window);

    /// The files that were open lately, to be chosen from.
    [[nodiscard]] RecentMenu *recent() const { return m_recent; }
    void askForFile();
    /// What to do with the newest of @p count experiments that programs which were killed have left.
    void askAboutRecovery(int count, const std::function<void(RecoveryAnswer)> &answered);

signals:
    void fileChosen(const QString &path);

private:
    [[nodiscard]] QString startFolder() const;
    void askForName();
    void saveTo(const QString &path);

    DocumentState &m_document;
    const Experimenter &m_experimenter;
    QWidget *m_window;
    RecentMenu *m_recent;
    QString m_lastFolder; ///< that something was chosen in; empty for none
};

} // namespace overfit::ui
