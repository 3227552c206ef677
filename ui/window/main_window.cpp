// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/sampling/hand_points.h"
#include "core/sampling/split.h"
#include "core/scenario/dial.h"
#include "ui/charts/accuracy_chart.h"
#include "ui/charts/class_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/point_editor.h"
#include "ui/controls/data_bar.h"
#include "ui/controls/dial_panel.h"
#include "ui/controls/more_panel.h"
#include "ui/controls/training_panel.h"
#include "ui/dialogs/messages.h"
#include "ui/widgets/typed.h"
#include "ui/window/figures_line.h"
#include "ui/window/reading_bar.h"
#include "ui/words/strings.h"

#include <QAction>
#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QResizeEvent>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace overfit::ui {

namespace {

constexpr int kRhythm = 12; // pixels between neighbours

/// The noise of a curve is in units of y, that of classes a share of the labels.
void setNoise(Scenario &scenario, double noise)
{
    if (problemOf(scenario) == Problem::Curve)
        scenario.data.noise = noise;
    else
        scenario.data.labelNoise = noise;
}

} // namespace

MainWindow::MainWindow(const Scenario &scenario, Theme theme)
    : m_scenario(scenario), m_theme(theme), m_desktopDark(desktopIsDark()),
      m_desktopFont(QApplication::font()),
      m_newSample(makeAction(Command::NewSample, [this] { drawNewSample(); })),
      m_play(makeAction(Command::Play, [this] { play(); })),
      m_stepBack(makeAction(Command::StepBack, [this] { m_player.stepBack(); })),
      m_step(makeAction(Command::Step, [this] { m_player.step(); })),
      m_dataBar(new DataBar({m_newSample, m_play, m_stepBack, m_step}, this)),
      m_pictures(new QStackedWidget(this)), m_fitChart(new FitChart(this)),
      m_accuracyChart(new AccuracyChart(this)), m_figures(new FiguresLine(this)), m_dials(new DialPanel(this))
{
    setMinimumSize(kSmallestWindow);
    setAcceptDrops(true);
    resize(1280, 720);
    makeMenus();
    makeCentre();
    connectControls();
    connectPlayer();
    makeHistory();
    setScenario(scenario);
    applyLook();
}

/// What a part says while it goes, such as a box that loses the focus to nobody, is for a window half gone.
MainWindow::~MainWindow()
{
    for (QObject *part : findChildren<QObject *>())
        part->blockSignals(true);
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *whole = new QVBoxLayout(centre);
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
    setCentralWidget(centre);
}

void MainWindow::connectControls()
{
    connect(m_dials, &DialPanel::dialMoved, this, &MainWindow::moveDial);
    connect(m_dials, &DialPanel::moreToggled, this, &MainWindow::showMore);
    connect(m_accuracyChart, &AccuracyChart::positionChosen, this, &MainWindow::moveDial);
    connect(m_accuracyChart, &AccuracyChart::dialChosen, this,
        [this](Dial dial) { change([dial](Scenario &scenario) { scenario.curve = dial; }); });
    connect(m_dataBar, &DataBar::seedChosen, this,
        [this](quint64 seed) { change([seed](Scenario &scenario) { scenario.data.seed = seed; }); });
    connect(m_dataBar, &DataBar::dataChosen, this, [this](const DataSource &source) {
        change([&source](Scenario &scenario) { scenario.data.source = source; });
    });
    connect(m_dataBar, &DataBar::fileWanted, this, &MainWindow::chooseFile);
    connect(m_dataBar, &DataBar::formulaWanted, this, &MainWindow::askFormula);
    connectEditor(m_fitChart->editor());
}

void MainWindow::connectPlayer()
{
    connect(m_dataBar, &DataBar::speedChosen, &m_player, &EpochPlayer::setSpeed);
    connect(&m_player, &EpochPlayer::epochChosen, this, [this](int epoch) {
        change([epoch](Scenario &scenario) {
            scenario.model.epochs = epoch;
            scenario.curve = Dial::Epochs; // where it is to be seen
        });
    });
    connect(&m_player, &EpochPlayer::playingChanged, this, &MainWindow::showPlaying);
    connect(&m_player, &EpochPlayer::ended, this, &MainWindow::tellEnding);
}

/// The panels behind More, and the chart of classes, are made when they are first wanted: the first picture
/// comes sooner without them.
void MainWindow::makeFurther()
{
    m_training = new TrainingPanel(this);
    m_more = new MorePanel(this);
    for (QWidget *panel : {static_cast<QWidget *>(m_training), static_cast<QWidget *>(m_more)}) {
        panel->hide();
        m_column->addWidget(panel);
    }
    connect(m_more, &MorePanel::noiseChosen, this,
        [this](double noise) { change([noise](Scenario &scenario) { setNoise(scenario, noise); }); });
    connect(m_more, &MorePanel::dialMoved, this, &MainWindow::moveDial);
    connect(m_training, &TrainingPanel::patienceChosen, this,
        [this](int epochs) { changeSettings([epochs](Settings &settings) { settings.patience = epochs; }); });
    connect(m_training, &TrainingPanel::lastEpochChosen, this, [this](int epoch) {
        change([epoch](Scenario &scenario) {
            scenario.training.lastEpoch = epoch;
            if (scenario.model.epochs != kFullyTrained)
                scenario.model.epochs = std::min(scenario.model.epochs, epoch);
        });
    });
    connect(m_training, &TrainingPanel::descentChosen, this, [this](const DescentSettings &settings) {
        change([&settings](Scenario &scenario) { scenario.training.descent = settings; });
    });
    m_training->setScenario(m_scenario);
    m_training->setPatience(m_player.patience());
    m_more->setScenario(m_scenario);
    m_training->setLook(m_look);
    m_more->setLook(m_look);
}

ClassChart *MainWindow::classChart()
{
    if (m_classChart)
        return m_classChart;
    m_classChart = new ClassChart(this);
    m_classChart->setTruthShown(m_truth->isChecked());
    m_classChart->setLook(m_look);
    m_classChart->editor()->setScenario(m_scenario);
    connectEditor(m_classChart->editor());
    m_pictures->addWidget(m_classChart);
    return m_classChart;
}

void MainWindow::play()
{
    if (!m_player.playing())
        change([](Scenario &scenario) { scenario.curve = Dial::Epochs; });
    m_player.toggle();
}

void MainWindow::showPlaying(bool playing)
{
    m_play->setText(playing ? tr("&Pause") : commandTexts(Command::Play).name);
    if (playing)
        untell();
}

void MainWindow::tellEnding(EpochPlayer::Ending ending, int epoch)
{
    if (ending != EpochPlayer::Ending::NoImprovement)
        return;
    tell(tr("Stopped at epoch %1: validation has not improved any more.").arg(epoch));
}

void MainWindow::openScene(const Scenario &opened)
{
    commit();
    m_player.pause();
    m_truth->setChecked(true);
    showTruth(true);
    changeSettings([&opened](Settings &settings) { settings = {opened, 0, settings.document}; });
}

void MainWindow::keepOrLetGo()
{
    change(
        [](Scenario &scenario) { // not as the action is checked: a number that was typed may have set it back
            if (!scenario.rival)
                scenario.rival =
                    ModelSettings{scenario.model.degree, scenario.model.ridge, scenario.model.epochs};
            else
                scenario.rival.reset();
        });
}

void MainWindow::showTruth(bool shown)
{
    m_fitChart->setTruthShown(shown);
    if (m_classChart)
        m_classChart->setTruthShown(shown);
    if (m_snapshot)
        show(m_snapshot);
}

void MainWindow::setScenario(const Scenario &scenario)
{
    if (m_reading && m_reading->tellsLeftOut() && scenario.data.source != m_scenario.data.source)
        showReading({}); // they were of other data
    m_scenario = scenario;
    m_compare->setChecked(scenario.rival.has_value());
    m_compare->setEnabled(problemOf(scenario) == Problem::Curve);
    m_step->setEnabled(scenario.model.epochs != kFullyTrained);
    m_stepBack->setEnabled(scenario.model.epochs > kEpochRange.low);
    m_dials->setScenario(scenario);
    if (m_more) {
        m_training->setScenario(scenario);
        m_more->setScenario(scenario);
    }
    m_dataBar->setScenario(scenario);
    m_fitChart->editor()->setScenario(scenario);
    if (m_classChart)
        m_classChart->editor()->setScenario(scenario);
    m_accuracyChart->setDial(scenario.curve);
    m_player.setScenario(scenario); // last: it may start anew, with a scenario of its own
}

void MainWindow::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_player.show(*snapshot);
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

void MainWindow::change(const std::function<void(Scenario &)> &edit)
{
    changeSettings([&edit](Settings &settings) { edit(settings.scenario); });
}

void MainWindow::changeSettings(const std::function<void(Settings &)> &edit)
{
    const Settings before = settings();
    Settings after = before;
    edit(after);
    after.scenario = clamped(withFreshPoints(m_scenario, after.scenario));
    if (after == before)
        return;
    untell(); // it is about another picture
    m_history.record(before, after);
    setPatience(after.patience);
    setDocument(after.document);
    if (after.scenario == before.scenario)
        return;
    if (m_scenario.data.points && !after.scenario.data.points
        && drawsOtherExamples(m_scenario, after.scenario))
        tell(tr("Points drawn anew; your edits are in Undo."));
    setScenario(after.scenario);
    if (m_scenario == after.scenario) // else the player has started anew, and said so
        emit scenarioChanged(m_scenario);
}

Settings MainWindow::settings() const
{
    return {m_scenario, m_player.patience(), m_document};
}

void MainWindow::setPatience(int epochs)
{
    m_player.setPatience(epochs);
    if (m_training)
        m_training->setPatience(epochs);
}

void MainWindow::moveDial(Dial dial, int position)
{
    if (dial == Dial::Epochs)
        m_player.pause(); // a hand on the dial
    change([dial, position](Scenario &scenario) {
        scenario = withDial(scenario, dial, position, largestTrainSize(scenario));
    });
}

void MainWindow::drawNewSample()
{
    change([](Scenario &scenario) {
        scenario.data.seed = scenario.data.seed >= kLargestSeed ? 0 : scenario.data.seed + 1;
    });
}

void MainWindow::showMore(bool shown)
{
    if (!m_more)
        makeFurther();
    m_more->setVisible(shown);
    m_training->setVisible(shown);
    if (shown && m_snapshot)
        m_more->show(*m_snapshot);
}

void MainWindow::setMoreShown(bool shown)
{
    m_dials->setMoreShown(shown);
}

void MainWindow::commit()
{
    commitTyped(this);
}

void MainWindow::reportProblem(const QString &text)
{
    showProblem(this, text);
}

void MainWindow::setTheme(Theme theme)
{
    m_theme = theme;
    applyLook();
}

void MainWindow::applyLook()
{
    const bool dark = m_theme == Theme::Desktop ? m_desktopDark : m_theme == Theme::Dark;
    const Look look = makeLook(dark, size(), m_desktopFont);
    m_look = look;
    setPalette(widgetPalette(look));
    setFont(look.base);
    menuBar()->setFont(look.base);
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
        show(m_snapshot);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    const bool outside =
        event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange;
    if (outside && m_desktopDark != desktopIsDark()) {
        m_desktopDark = desktopIsDark();
        applyLook();
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (makeLook(false, event->size(), m_desktopFont).unit != m_look.unit)
        applyLook();
}

} // namespace overfit::ui
