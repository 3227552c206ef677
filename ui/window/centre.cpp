// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/centre.h"

#include "ui/charts/accuracy_chart.h"
#include "ui/charts/class_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/controls/data_bar.h"
#include "ui/controls/dial_panel.h"
#include "ui/controls/more_panel.h"
#include "ui/controls/training_panel.h"
#include "ui/window/figures_line.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace overfit::ui {

namespace {

constexpr int kRhythm = 12; // pixels between neighbours

} // namespace

Centre::Centre(const QList<QAction *> &actions, QWidget *parent)
    : QWidget(parent), m_dataBar(new DataBar(actions, this)), m_pictures(new QStackedWidget(this)),
      m_fitChart(new FitChart(this)), m_accuracyChart(new AccuracyChart(this)),
      m_figures(new FiguresLine(this)), m_dials(new DialPanel(this))
{
    layOut();
    connectParts();
}

void Centre::layOut()
{
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(0);
    whole->addWidget(m_dataBar);
    m_column = new QVBoxLayout;
    m_column->setContentsMargins(14, kRhythm, 14, kRhythm);
    m_column->setSpacing(kRhythm);
    whole->addLayout(m_column, 1);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(kRhythm);
    m_pictures->addWidget(m_fitChart);
    charts->addWidget(m_pictures, 11);
    charts->addWidget(m_accuracyChart, 9);
    m_column->addLayout(charts, 1);
    m_column->addWidget(m_figures);
    m_column->addWidget(m_dials);
}

void Centre::connectParts()
{
    connect(m_dials, &DialPanel::dialMoved, this, &Centre::dialMoved);
    connect(m_dials, &DialPanel::moreToggled, this, &Centre::showFurther);
    connect(m_accuracyChart, &AccuracyChart::positionChosen, this, &Centre::dialMoved);
    connect(m_accuracyChart, &AccuracyChart::dialChosen, this, &Centre::curveChosen);
    connect(m_dataBar, &DataBar::seedChosen, this, &Centre::seedChosen);
    connect(m_dataBar, &DataBar::dataChosen, this, &Centre::dataChosen);
    connect(m_dataBar, &DataBar::fileWanted, this, &Centre::fileWanted);
    connect(m_dataBar, &DataBar::formulaWanted, this, &Centre::formulaWanted);
    connect(m_dataBar, &DataBar::speedChosen, this, &Centre::speedChosen);
}

void Centre::makeFurther()
{
    m_training = new TrainingPanel(this);
    m_more = new MorePanel(this);
    for (QWidget *panel : {static_cast<QWidget *>(m_training), static_cast<QWidget *>(m_more)}) {
        panel->hide();
        m_column->addWidget(panel);
    }
    connect(m_more, &MorePanel::noiseChosen, this, &Centre::noiseChosen);
    connect(m_more, &MorePanel::dialMoved, this, &Centre::dialMoved);
    connect(m_training, &TrainingPanel::descentChosen, this, &Centre::descentChosen);
    connect(m_training, &TrainingPanel::lastEpochChosen, this, &Centre::lastEpochChosen);
    connect(m_training, &TrainingPanel::patienceChosen, this, &Centre::patienceChosen);
    m_training->setScenario(m_scenario);
    m_training->setPatience(m_patience);
    m_more->setScenario(m_scenario);
    m_training->setLook(m_look);
    m_more->setLook(m_look);
}

void Centre::showFurther(bool shown)
{
    if (!m_more)
        makeFurther();
    m_more->setVisible(shown);
    m_training->setVisible(shown);
    if (shown && m_snapshot)
        m_more->show(*m_snapshot);
}

void Centre::setMoreShown(bool shown)
{
    m_dials->setMoreShown(shown);
}

bool Centre::isMoreShown() const
{
    return m_more && !m_more->isHidden();
}

ClassChart *Centre::classChart()
{
    if (m_classChart)
        return m_classChart;
    m_classChart = new ClassChart(this);
    m_classChart->setTruthShown(m_truthShown);
    m_classChart->setLook(m_look);
    m_pictures->addWidget(m_classChart);
    emit editorMade(m_classChart->editor());
    return m_classChart;
}

PointEditor *Centre::editor() const
{
    return m_fitChart->editor();
}

void Centre::setScenario(const Scenario &scenario)
{
    m_scenario = scenario;
    m_dials->setScenario(scenario);
    if (m_more) {
        m_training->setScenario(scenario);
        m_more->setScenario(scenario);
    }
    m_dataBar->setScenario(scenario);
    m_accuracyChart->setDial(scenario.curve);
}

void Centre::setPatience(int epochs)
{
    m_patience = epochs;
    if (m_training)
        m_training->setPatience(epochs);
}

void Centre::setSpeed(int epochsPerSecond)
{
    m_dataBar->setSpeed(epochsPerSecond);
}

void Centre::changeSpeed(int steps)
{
    m_dataBar->changeSpeed(steps);
}

void Centre::setTruthShown(bool shown)
{
    m_truthShown = shown;
    m_fitChart->setTruthShown(shown);
    if (m_classChart)
        m_classChart->setTruthShown(shown);
    if (m_snapshot)
        showSnapshot(m_snapshot);
}

void Centre::setLook(const Look &look)
{
    m_look = look;
    m_dataBar->setLook(look);
    m_fitChart->setLook(look);
    if (m_classChart)
        m_classChart->setLook(look);
    m_accuracyChart->setLook(look);
    m_figures->setLook(look);
    m_dials->setLook(look);
    if (m_more) {
        m_more->setLook(look);
        m_training->setLook(look);
    }
    if (m_snapshot)
        showSnapshot(m_snapshot);
}

void Centre::showSnapshot(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    if (snapshot->curve) {
        m_fitChart->show(*snapshot);
        m_pictures->setCurrentWidget(m_fitChart);
    } else {
        classChart()->show(*snapshot);
        m_pictures->setCurrentWidget(m_classChart);
    }
    m_accuracyChart->show(snapshot);
    m_figures->show(*snapshot);
    if (m_more && m_more->isVisible())
        m_more->show(*snapshot);
}

bool Centre::accuracyHasFocus() const
{
    return m_accuracyChart->plot()->hasFocus();
}

void Centre::goToBest()
{
    m_accuracyChart->goToBest();
}

} // namespace overfit::ui
