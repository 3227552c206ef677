// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/export/export.h"

#include <QObject>

#include <functional>

namespace overfit::ui {

/// What leaves a window: files, and what is put on the clipboard.
class Exporting : public QObject
{
    Q_OBJECT

public:
    /// @p source says what there is to take, whenever something is taken.
    Exporting(QWidget *window, std::function<ExportSource()> source);

    /// Into a file, before it returns: what went wrong, or nothing. See overfit::ui::exportTo().
    [[nodiscard]] QString exportTo(const ExportRequest &request) const;
    void askForFile();
    void copyModelChart();
    void copyAccuracyChart();
    void copyWindow();
    void copyScript();

signals:
    /// Something takes too long for the window's thread. @p finish is for that thread.
    void workWanted(const overfit::ui::Work &work, const overfit::ui::Finish &finish);
    void told(const QString &text);
    /// What went wrong, and what to do.
    void failed(const QString &problem);

private:
    void copyChart(Subject subject, const QString &text);
    void showSaved(const QString &path, const QString &problem);

    QWidget *m_window;
    std::function<ExportSource()> m_source;
    ExportRequest m_request; ///< as it was last asked for
};

} // namespace overfit::ui
