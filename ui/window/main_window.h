// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "core/files/experiment_file.h"
#include "core/lessons/scenes.h"
#include "core/tables/table_preview.h"
#include "ui/controls/epoch_player.h"
#include "ui/export/export.h"
#include "ui/widgets/look.h"
#include "ui/window/history.h"
#include "ui/words/shortcuts.h"

#include <QHash>
#include <QMainWindow>
#include <QPointer>
#include <QSize>
#include <QStringList>

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
class ImportDialog;
class MorePanel;
class ReadingBar;
class PointEditor;
class TrainingPanel;

enum class RecoveryAnswer;
enum class Theme { Desktop, Light, Dark };

/// In pixels of the desktop; below it, something would be cut off.
inline constexpr QSize kSmallestWindow{960, 600};

/// The window: turns gestures into scenarios and shows snapshots. It computes no model and waits for nothing.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(const Scenario &scenario, Theme theme = Theme::Desktop);
    ~MainWindow() override;

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
    /// What is typed into a box and not confirmed is set.
    void commit();
    /// Learns from other data, which belong to no file yet: a step that can be undone.
    void useData(const DataSource &source);

    // The experiment as a document.

    [[nodiscard]] Experiment experiment() const;
    /// Shows another experiment, with which the history begins anew; @p path is its file, empty for none.
    void openExperiment(const Experiment &experiment, const QString &path);
    /// The file that the experiment is kept in; empty while there is none.
    [[nodiscard]] QString file() const { return m_files.value(m_document); }
    /// It is being written to a file: as it is now, it counts as saved.
    void beginSaving(const QString &path);
    /// Writing came to an end. Where it failed, the experiment counts as unsaved again.
    void finishSaving(bool saved);
    [[nodiscard]] bool isSaving() const { return !m_savingTo.isEmpty(); }
    /// There is something that would be lost: the history has gone on since it was saved, or that failed,
    /// or it was recovered.
    [[nodiscard]] bool hasUnsavedWork() const;
    void setUnsaved();
    /// Counts the changes of the settings.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Goes on with @p then once what is unsaved was saved or given up, or at once where there is nothing.
    void whenSafe(const std::function<void()> &then);
    /// What File > Open Recent offers, newest first.
    void setRecentFiles(const QStringList &paths);
    /// Asks what to do with the newest of @p count experiments that programs which were killed have left.
    void offerRecovery(int count, const std::function<void(RecoveryAnswer)> &answered);

    /// Writes what is shown into a file: what went wrong, or nothing. See overfit::ui::exportTo().
    [[nodiscard]] QString exportTo(const ExportRequest &request);
    /// A message that does not interrupt, until the next change.
    void tell(const QString &text);
    /// A file is being read: its name in the status bar; an empty one when it is done.
    void showReading(const QString &file);
    /// How far it has been read, in bytes.
    void showReadingProgress(qint64 read, qint64 size);
    /// A note that rows of a table were left out; nothing where none were.
    void showLeftOut(const LeftOutRows &rows);
    /// Asks which columns of a table are meant; where that is asked already, shows it anew.
    void askForColumns(const TablePreviewPtr &preview);

signals:
    /// A gesture changed the scenario.
    void scenarioChanged(const overfit::Scenario &scenario);
    void fileChosen(const QString &path);
    /// The experiment is to be written to this file.
    void saveWanted(const QString &path);
    /// Something that an experiment file holds has changed.
    void experimentChanged();
    void cellsPasted(const QString &text);
    /// The table that is asked about is to be looked at in this way.
    void importFormatChosen(const overfit::FormatChoice &choice);
    void importChosen(const overfit::ReadOptions &options);
    void readingCancelled();
    /// Something takes too long for the window's thread. @p finish is for that thread.
    void workWanted(const overfit::ui::Work &work, const overfit::ui::Finish &finish);

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    QAction *makeAction(Command command, const std::function<void()> &run);
    QAction *makeToggle(Command command, const std::function<void()> &run);
    void makeMenus();
    void makeFileMenu();
    void makeEditMenu();
    void makeScenesMenu();
    void makePlaybackMenu();
    void makeViewMenu();
    void makeHelpMenu();
    QMenu *addMenu(const QString &title, QMenu *parent = nullptr);
    void makeCentre();
    void makeFurther();
    [[nodiscard]] ClassChart *classChart();
    void connectControls();
    void connectPlayer();
    void connectEditor(const PointEditor *editor);
    void change(const std::function<void(Scenario &)> &edit);
    void changeSettings(const std::function<void(Settings &)> &edit);
    [[nodiscard]] Settings settings() const;
    void setPatience(int epochs);
    void setDocument(quint64 document);
    [[nodiscard]] quint64 newDocument() { return ++m_newestDocument; }
    void restore(const Settings &settings);
    void makeHistory();
    void newExperiment();
    void save();
    void saveAs();
    void saveTo(const QString &path);
    void showTitle();
    void moveDial(Dial dial, int position);
    void drawNewSample();
    void openScene(const Scenario &opened);
    void showCode();
    void play();
    void showPlaying(bool playing);
    void tellEnding(EpochPlayer::Ending ending, int epoch);
    void keepOrLetGo();
    void showTruth(bool shown);
    void showMore(bool shown);
    void chooseFile();
    void pasteCells();
    ReadingBar *readingBar();
    void openExport();
    [[nodiscard]] ExportSource exportSource();
    void showSaved(const QString &path, const QString &problem);
    void copyChart();
    void copyWindow();
    void copyScript();
    void untell();
    void showStatus();
    void askFormula();
    void applyLook();

    Scenario m_scenario;
    SnapshotPtr m_snapshot;
    Theme m_theme;
    bool m_desktopDark;
    QFont m_desktopFont;
    bool m_told = false; ///< the status bar says something of the picture that is shown
    Look m_look; ///< that is applied
    quint64 m_revision = 0;
    quint64 m_document = 0; ///< which file the experiment belongs to, see Settings
    quint64 m_newestDocument = 0;
    QHash<quint64, QString> m_files; ///< by document, as far as they have one
    quint64 m_savingDocument = 0; ///< that is being written
    QString m_savingTo; ///< the file that is being written; empty for none
    std::function<void()> m_afterSaving; ///< waits for the writing to end
    bool m_unsaved = false; ///< whatever the history says: it was recovered, or could not be written
    ExportRequest m_export; ///< as it was last asked for
    EpochPlayer m_player;
    QAction *m_newSample;
    QAction *m_play;
    QAction *m_stepBack;
    QAction *m_step;
    QAction *m_undo = nullptr;
    QAction *m_redo = nullptr;
    QMenu *m_recent = nullptr;
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
    ReadingBar *m_reading = nullptr; ///< made when it is first wanted
    QPointer<ImportDialog> m_import; ///< while it is open
    History m_history; ///< last: when it goes it says so, and what hears it uses all of the above
};

} // namespace overfit::ui
