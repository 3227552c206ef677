// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/file_open_requests.h"
#include "app/table_writer.h"
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
    void openFile(const QString &path);

private:
    void takeTable(const TablePtr &table);
    void refuse(const ReadError &error);

    Trainer m_trainer;
    ui::MainWindow m_window;
    FileOpenRequests m_fileOpenRequests;
    TableWriter m_tableWriter;
};

} // namespace overfit::app
