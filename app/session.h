// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/document.h"
#include "app/file_open_requests.h"
#include "app/trainer.h"
#include "ui/main_window.h"

#include <QObject>

namespace overfit::app {

/// A window and the trainer that answers it.
class Session : public QObject
{
    Q_OBJECT

public:
    /// Work on @p scenario begins before the window is made, so that it is done when the window first paints.
    explicit Session(
        const Scenario &scenario, ui::Theme theme = ui::Theme::Desktop, QObject *parent = nullptr);

    [[nodiscard]] ui::MainWindow &window() { return m_window; }
    [[nodiscard]] Trainer &trainer() { return m_trainer; }
    [[nodiscard]] Document &document() { return m_document; }
    /// An experiment, or a table of data.
    void openFile(const QString &path);
    /// A file is being read.
    [[nodiscard]] bool reading() const { return m_reading; }

signals:
    /// A file could not be opened.
    void refused(const QString &why);

private:
    void takeTable(const TablePtr &table);
    void refuse(const ReadError &error);
    void endReading();

    Trainer m_trainer;
    ui::MainWindow m_window;
    Document m_document;
    bool m_reading = false;
    QString m_opening; ///< the file that is opened, or was last
    FileOpenRequests m_fileOpenRequests;
};

} // namespace overfit::app
