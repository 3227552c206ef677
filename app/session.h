// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/background_work.h"
#include "app/document.h"
#include "app/file_open_requests.h"
#include "app/table_loader.h"
#include "app/trainer.h"
#include "ui/window/main_window.h"

#include <QObject>

namespace overfit::app {

/// A window, the trainer that answers it, and all that reads and writes for it.
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
    /// When the user is asked which columns of a table are meant.
    enum class Asking { Always, WhenInDoubt, Never };
    /// An experiment, or a table of data.
    void openFile(const QString &path, Asking asking = Asking::WhenInDoubt);
    /// Cells of a spreadsheet; the user is asked about them.
    void openCells(const QString &text);
    /// A file is being read.
    [[nodiscard]] bool reading() const { return m_reading; }

signals:
    /// A file could not be opened.
    void refused(const QString &why);
    /// A table was opened, but for some of its rows.
    void rowsLeftOut(const QString &which);

private:
    void connectImport();
    void look(const TableSource &source, Asking asking);
    void takePreview(const TablePreviewPtr &preview);
    void read(const ReadOptions &options);
    void takeData(const OpenedDataPtr &data);
    void refuse(const ReadError &error);
    void cancelReading();
    void endReading();

    Trainer m_trainer;
    TableLoader m_tables{this};
    ui::MainWindow m_window;
    Document m_document;
    bool m_reading = false;
    FileOpenRequests m_fileOpenRequests;
    TableSource m_source; ///< of the table that is asked about or read
    Asking m_asking = Asking::Always;
    BackgroundWork m_background;
};

} // namespace overfit::app
