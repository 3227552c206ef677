// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/experiment/scenes.h"
#include "core/experiment/snapshot.h"
#include "ui/epoch_player.h"
#include "ui/look.h"
#include "ui/shortcuts.h"

#include <QMainWindow>

#include <functional>

class QStackedWidget;
class QVBoxLayout;

namespace overfit::ui {

class AccuracyChart;
class ClassChart;
class DataBar;
class DialPanel;
class FiguresLine;
class FitChart;
class MorePanel;
class PointEditor;
class TrainingPanel;

enum class Theme { Desktop, Light, Dark };

/// The window: turns gestures into scenarios and shows snapshots. It computes no model and waits for nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Scenario &scenario, Theme theme = Theme::Desktop);

    /// The controls show it; silent.
    void setScenario(const Scenario &scenario);
    [[nodiscard]] const Scenario &scenario() const { return m_scenario; }
    /// The charts and figures show what the snapshot says, whatever the controls say.
    void show(const SnapshotPtr &snapshot);
    using QMainWindow::show;
    [[nodiscard]] const SnapshotPtr &shown() const { return m_snapshot; }
    void setTheme(Theme theme);
    /// Shows or hides the further dials and figures.
    void setMoreShown(bool shown);
    /// A message that something could not be done; what is open stays as it is.
    void reportProblem(const QString &text);
    /// A file is being read: its name in the status bar; an empty one when it is done.
    void showReading(const QString &file);

signals:
    /// A gesture changed the scenario.
    void scenarioChanged(const overfit::Scenario &scenario);
    void fileChosen(const QString &path);
    /// All changes between these two are one gesture of a hand, such as the drag of a point.
    void gestureBegan();
    void gestureEnded();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QAction *makeAction(Command command, const std::function<void()> &run);
    QAction *makeToggle(Command command, const std::function<void()> &run);
    void makeMenus();
    void makeFileMenu();
    void makeScenesMenu();
    void makePlaybackMenu();
    void makeViewMenu();
    void makeHelpMenu();
    QMenu *addMenu(const QString &title);
    void makeCentre();
    void makeFurther();
    [[nodiscard]] ClassChart *classChart();
    void connectControls();
    void connectPlayer();
    void connectEditor(const PointEditor *editor);
    void tell(const QString &text);
    void change(const std::function<void(Scenario &)> &edit);
    void moveDial(Dial dial, int position);
    void drawNewSample();
    void openScene(const Scene &scene);
    void play();
    void showPlaying(bool playing);
    void tellEnding(EpochPlayer::Ending ending, int epoch);
    void keepOrLetGo();
    void showTruth(bool shown);
    void showMore(bool shown);
    void chooseFile();
    void askFormula();
    void applyLook();

    Scenario m_scenario;
    SnapshotPtr m_snapshot;
    Theme m_theme;
    bool m_desktopDark;
    QFont m_desktopFont;
    bool m_told = false; ///< the status bar says something of the picture that is shown
    Look m_look; ///< that is applied
    EpochPlayer m_player;
    QAction *m_newSample;
    QAction *m_play;
    QAction *m_stepBack;
    QAction *m_step;
    QAction *m_compare = nullptr;
    QAction *m_truth = nullptr;
    DataBar *m_dataBar;
    QVBoxLayout *m_column = nullptr; ///< all below the tool bar
    QStackedWidget *m_pictures; ///< one of these two charts
    FitChart *m_fitChart;
    ClassChart *m_classChart = nullptr; ///< made when it is first wanted
    AccuracyChart *m_accuracyChart;
    FiguresLine *m_figures;
    DialPanel *m_dials;
    MorePanel *m_more = nullptr; ///< these two as well
    TrainingPanel *m_training = nullptr;
};

} // namespace overfit::ui
