// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "core/files/experiment_file.h"
#include "ui/widgets/look.h"
#include "ui/window/document_state.h"
#include "ui/window/experimenter.h"
#include "ui/window/exporting.h"
#include "ui/window/file_choosing.h"
#include "ui/window/importing.h"
#include "ui/window/status_line.h"

#include <QMainWindow>
#include <QSize>

namespace overfit::ui {

class Centre;
class Commands;
class EpochPlayer;
class Menus;
class PointEditing;

enum class Theme { Desktop, Light, Dark };

/// In pixels of the desktop; below it, something would be cut off.
inline constexpr QSize kSmallestWindow{960, 600};

/// The window: it turns gestures into scenarios and shows snapshots, by parts that it makes and connects. It
/// computes no model and waits for nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Scenario &scenario, Theme theme = Theme::Desktop);
    ~MainWindow() override;

    // Its parts, for whoever answers them.

    [[nodiscard]] Experimenter &experimenter() const { return *m_experimenter; }
    [[nodiscard]] DocumentState &document() const { return *m_document; }
    [[nodiscard]] FileChoosing &files() const { return *m_files; }
    [[nodiscard]] Importing &importing() const { return *m_importing; }
    [[nodiscard]] Exporting &exporting() const { return *m_exporting; }
    [[nodiscard]] StatusLine &status() const { return *m_status; }

    /// The controls show it; silent.
    void setScenario(const Scenario &scenario) { m_experimenter->setScenario(scenario); }
    [[nodiscard]] const Scenario &scenario() const { return m_experimenter->scenario(); }
    [[nodiscard]] Experiment experiment() const;
    /// Shows another experiment, with which the history begins anew; @p path is its file, empty for none.
    void openExperiment(const Experiment &experiment, const QString &path);
    /// The charts and figures show what the snapshot says, whatever the controls say.
    void showSnapshot(const SnapshotPtr &snapshot);
    [[nodiscard]] const SnapshotPtr &shown() const { return m_snapshot; }
    /// Sets the look that belongs to it, for the size that the window has.
    void setTheme(Theme theme);
    /// Shows or hides the further dials and figures.
    void setMoreShown(bool shown);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void connectExperiment();
    void connectCentre();
    void connectDocument();
    void connectFileCommands();
    void connectViewCommands();
    void connectScenes();

    Theme m_theme;
    bool m_desktopDark;
    QFont m_desktopFont;
    Look m_look; ///< that is applied
    SnapshotPtr m_snapshot;
    Experimenter *m_experimenter;
    DocumentState *m_document;
    FileChoosing *m_files;
    Importing *m_importing;
    Exporting *m_exporting;
    StatusLine *m_status;
    PointEditing *m_points;
    EpochPlayer *m_player;
    Commands *m_commands;
    Menus *m_menus;
    Centre *m_centre;
};

} // namespace overfit::ui
