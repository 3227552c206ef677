// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/widgets/look.h"

#include <QList>
#include <QWidget>

class QAction;
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

/// All of a window but its menus and its status bar, one below the other: tool bar, charts, figures, dials.
/// What is behind More, and the chart of classes, are made when they are first wanted: the first picture
/// comes sooner without them.
class Centre : public QWidget
{
    Q_OBJECT

public:
    /// @p actions are those of the tool bar.
    explicit Centre(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Silent, as are the next two.
    void setScenario(const Scenario &scenario);
    void setPatience(int epochs);
    void setSpeed(int epochsPerSecond);
    void changeSpeed(int steps);
    void setLook(const Look &look);
    void setTruthShown(bool shown);
    void setMoreShown(bool shown);
    [[nodiscard]] bool isMoreShown() const;
    void showSnapshot(const SnapshotPtr &snapshot);
    [[nodiscard]] PointEditor *editor() const;
    [[nodiscard]] bool accuracyHasFocus() const;
    void goToBest();

signals:
    void dialMoved(overfit::Dial dial, int position);
    void curveChosen(overfit::Dial dial);
    void seedChosen(quint64 seed);
    void dataChosen(const overfit::DataSource &data);
    void fileWanted();
    void formulaWanted();
    void speedChosen(int epochsPerSecond);
    void noiseChosen(double noise);
    void descentChosen(const overfit::DescentSettings &settings);
    void lastEpochChosen(int epoch);
    void patienceChosen(int epochs);
    /// One more chart whose points can be edited.
    void editorMade(overfit::ui::PointEditor *editor);

private:
    void layOut();
    void connectParts();
    void makeFurther();
    void showFurther(bool shown);
    ClassChart *classChart();

    Scenario m_scenario;
    SnapshotPtr m_snapshot;
    Look m_look;
    int m_patience = 0;
    bool m_truthShown = true;
    QVBoxLayout *m_column = nullptr; ///< all below the tool bar
    DataBar *m_dataBar;
    QStackedWidget *m_pictures; ///< one of these two charts
    FitChart *m_fitChart;
    ClassChart *m_classChart = nullptr;
    AccuracyChart *m_accuracyChart;
    FiguresLine *m_figures;
    DialPanel *m_dials;
    MorePanel *m_more = nullptr; ///< these two as well
    TrainingPanel *m_training = nullptr;
};

} // namespace overfit::ui
