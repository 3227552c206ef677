// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/lessons/scenes.h"
#include "ui/charts/point_editor.h"
#include "ui/controls/epoch_player.h"
#include "ui/dialogs/about_box.h"
#include "ui/dialogs/code_dialog.h"
#include "ui/dialogs/dialogs.h"
#include "ui/dialogs/messages.h"
#include "ui/widgets/typed.h"
#include "ui/window/centre.h"
#include "ui/window/commands.h"
#include "ui/window/menus.h"
#include "ui/window/point_editing.h"
#include "ui/window/recent_menu.h"
#include "ui/words/language.h"
#include "ui/words/numbers.h"

#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QResizeEvent>
#include <QStatusBar>

#include <utility>

namespace overfit::ui {

namespace {

constexpr std::pair<Command, Theme> kThemes[] = {{Command::AutomaticTheme, Theme::Desktop},
    {Command::LightTheme, Theme::Light}, {Command::DarkTheme, Theme::Dark}};

QList<QAction *> toolBarOf(const Commands &commands)
{
    return {commands.action(Command::NewSample), commands.action(Command::Play),
        commands.action(Command::StepBack), commands.action(Command::Step)};
}

} // namespace

MainWindow::MainWindow(const Scenario &scenario, Theme theme)
    : m_theme(theme), m_desktopDark(desktopIsDark()), m_desktopFont(QApplication::font()),
      m_experimenter(new Experimenter(scenario, this)), m_document(new DocumentState(*m_experimenter, this)),
      m_files(new FileChoosing(*m_document, *m_experimenter, this)), m_importing(new Importing(this)),
      m_exporting(new Exporting(this,
          [this] {
              return ExportSource{m_snapshot, m_commands->action(Command::ShowTruth)->isChecked(), this};
          })),
      m_status(new StatusLine(statusBar(), this)), m_points(new PointEditing(*m_experimenter, this)),
      m_player(new EpochPlayer(this)), m_commands(new Commands(this)),
      m_menus(new Menus(menuBar(), *m_commands, m_files->recent())),
      m_centre(new Centre(toolBarOf(*m_commands), this))
{
    setMinimumSize(kSmallestWindow);
    resize(1280, 720);
    setCentralWidget(m_centre);
    connectExperiment();
    connectCentre();
    connectDocument();
    connectFileCommands();
    connectViewCommands();
    connectScenes();
    setScenario(scenario);
    setTheme(theme);
    keepTranslated(this, [this] {
        m_commands->setTexts();
        m_menus->setTexts();
        m_document->setTexts();
        m_centre->setScenario(this->scenario());
        if (m_snapshot)
            m_centre->showSnapshot(m_snapshot);
    });
}

/// What a part says while it goes, such as a box that loses the focus to nobody, is for a window half gone.
MainWindow::~MainWindow()
{
    for (QObject *part : findChildren<QObject *>())
        part->blockSignals(true);
}

void MainWindow::connectExperiment()
{
    connect(m_experimenter, &Experimenter::changing, m_status, &StatusLine::untell);
    connect(m_experimenter, &Experimenter::restoring, m_player, &EpochPlayer::pause);
    connect(m_experimenter, &Experimenter::dataReplaced, m_status, &StatusLine::forgetLeftOut);
    connect(m_experimenter, &Experimenter::dataReplaced, m_player, &EpochPlayer::pause);
    connect(m_experimenter, &Experimenter::patienceSet, m_player, &EpochPlayer::setPatience);
    connect(m_experimenter, &Experimenter::patienceSet, m_centre, &Centre::setPatience);
    connect(m_experimenter, &Experimenter::scenarioSet, m_commands, &Commands::setScenario);
    connect(m_experimenter, &Experimenter::scenarioSet, m_centre, &Centre::setScenario);
    connect(m_experimenter, &Experimenter::scenarioShown, m_player, &EpochPlayer::setScenario);
    connect(m_experimenter, &Experimenter::pointsDrawnAnew, m_status,
        [this] { m_status->tell(tr("Points drawn anew; your edits are in Undo.")); });
    connect(m_player, &EpochPlayer::epochChosen, m_experimenter, &Experimenter::setEpoch);
    connect(m_player, &EpochPlayer::playingChanged, this, [this](bool playing) {
        m_commands->setPlaying(playing);
        if (playing)
            m_status->untell();
    });
    connect(m_player, &EpochPlayer::ended, this, [this](EpochPlayer::Ending ending, int epoch) {
        if (ending == EpochPlayer::Ending::NoImprovement)
            m_status->tell(
                tr("Stopped at epoch %1: validation has not improved any more.").arg(wholeText(epoch)));
    });
    connect(m_points, &PointEditing::refused, m_status, &StatusLine::tell);
    connect(m_points, &PointEditing::gestureEnded, this, [this] {
        if (m_snapshot)
            showSnapshot(m_snapshot);
    });
}

void MainWindow::connectCentre()
{
    m_points->add(m_centre->editor());
    connect(m_centre, &Centre::editorMade, m_points, &PointEditing::add);
    connect(m_centre, &Centre::dialMoved, this, [this](Dial dial, int position) {
        if (dial == Dial::Epochs)
            m_player->pause(); // a hand on the dial
        m_experimenter->moveDial(dial, position);
    });
    connect(m_centre, &Centre::curveChosen, m_experimenter, &Experimenter::setCurve);
    connect(m_centre, &Centre::seedChosen, m_experimenter, &Experimenter::setSeed);
    connect(m_centre, &Centre::dataChosen, m_experimenter, &Experimenter::setSource);
    connect(m_centre, &Centre::noiseChosen, m_experimenter, &Experimenter::setNoise);
    connect(m_centre, &Centre::descentChosen, m_experimenter, &Experimenter::setDescent);
    connect(m_centre, &Centre::lastEpochChosen, m_experimenter, &Experimenter::setLastEpoch);
    connect(m_centre, &Centre::patienceChosen, m_experimenter, &Experimenter::setPatience);
    connect(m_centre, &Centre::speedChosen, m_player, &EpochPlayer::setSpeed);
    connect(m_centre, &Centre::fileWanted, m_files, &FileChoosing::askForFile);
    connect(m_centre, &Centre::formulaWanted, m_commands->action(Command::WriteFormula), &QAction::trigger);
}

void MainWindow::connectDocument()
{
    connect(m_document, &DocumentState::stateChanged, this, [this] {
        setWindowTitle(m_document->title());
        setWindowModified(m_document->hasUnsavedWork());
    });
    connect(m_document, &DocumentState::settling, this, [this] { commitTyped(this); });
    connect(m_commands, &Commands::aboutToRun, m_document, &DocumentState::settling);
    connect(m_importing, &Importing::fileDropped, m_files, &FileChoosing::fileChosen);
    connect(m_importing, &Importing::formulaChosen, m_experimenter, &Experimenter::setFormula);
    connect(m_importing, &Importing::failed, this, [this](const QString &text) { showProblem(this, text); });
    connect(m_exporting, &Exporting::told, m_status, &StatusLine::tell);
    connect(m_exporting, &Exporting::failed, this, [this](const QString &text) {
        m_status->untell();
        showProblem(this, text);
    });
}

void MainWindow::connectFileCommands()
{
    const auto on = [this](
                        Command command, const std::function<void()> &run) { m_commands->on(command, run); };
    on(Command::New, [this] {
        m_document->whenSafe([this] { openExperiment({scenes().front().scenario, {}}, {}); });
    });
    on(Command::OpenData, [this] { m_files->askForFile(); });
    on(Command::Save, [this] { m_document->save(); });
    on(Command::SaveAs, [this] { m_document->saveAs(); });
    on(Command::Quit, [this] { close(); });
    on(Command::Undo, [this] { m_experimenter->history().stack().undo(); });
    on(Command::Redo, [this] { m_experimenter->history().stack().redo(); });
    on(Command::PasteData, [this] { m_importing->pasteCells(); });
    on(Command::WriteFormula, [this] {
        m_importing->askForFormula(QString::fromStdString(scenario().data.source.formula()), m_look);
    });
    on(Command::Export, [this] { m_exporting->askForFile(); });
    on(Command::CopyPicture, [this] {
        if (m_centre->accuracyHasFocus())
            m_exporting->copyAccuracyChart();
        else
            m_exporting->copyModelChart();
    });
    on(Command::CopyWindow, [this] { m_exporting->copyWindow(); });
    on(Command::CopyPython, [this] { m_exporting->copyScript(); });
    m_commands->follow(m_experimenter->history());
}

void MainWindow::connectViewCommands()
{
    const auto on = [this](
                        Command command, const std::function<void()> &run) { m_commands->on(command, run); };
    on(Command::NewSample, [this] { m_experimenter->drawNewSample(); });
    on(Command::Play, [this] {
        if (!m_player->playing())
            m_experimenter->setCurve(Dial::Epochs);
        m_player->toggle();
    });
    on(Command::Rewind, [this] { m_player->rewind(); });
    on(Command::StepBack, [this] { m_player->stepBack(); });
    on(Command::Step, [this] { m_player->step(); });
    on(Command::Slower, [this] { m_centre->changeSpeed(-1); });
    on(Command::Faster, [this] { m_centre->changeSpeed(1); });
    on(Command::GoToBest, [this] { m_centre->goToBest(); });
    on(Command::Compare, [this] { m_experimenter->keepRival(scenario().rivals.empty()); });
    on(Command::ShowMore, [this] { setMoreShown(!m_centre->isMoreShown()); });
    QAction *const truth = m_commands->action(Command::ShowTruth);
    connect(truth, &QAction::toggled, m_centre, &Centre::setTruthShown);
    for (const auto &[command, theme] : kThemes) {
        m_commands->action(command)->setChecked(theme == m_theme);
        on(command, [this, chosen = theme] { setTheme(chosen); });
    }
    on(Command::Keys, [this] { showKeys(this); });
    on(Command::About, [this] { showAbout(this); });
}

void MainWindow::connectScenes()
{
    const auto open = [this](const Scenario &scene) {
        m_document->settle();
        m_player->pause();
        m_commands->action(Command::ShowTruth)->setChecked(true);
        m_experimenter->openScene(scene);
    };
    connect(m_menus, &Menus::sceneChosen, this, open);
    m_commands->on(Command::SceneCode, [this, open] {
        auto *dialog = new CodeDialog(scenario(), this);
        dressLikeParent(dialog);
        connect(dialog, &CodeDialog::scenarioChosen, this, open);
        dialog->open();
    });
}

Experiment MainWindow::experiment() const
{
    return {scenario(),
        {m_commands->action(Command::ShowTruth)->isChecked(), m_centre->isMoreShown(), m_player->speed(),
            m_experimenter->settings().patience}};
}

void MainWindow::openExperiment(const Experiment &experiment, const QString &path)
{
    m_player->pause();
    m_commands->action(Command::ShowTruth)->setChecked(experiment.view.truthShown);
    m_centre->setSpeed(experiment.view.speed);
    m_player->setSpeed(experiment.view.speed);
    setMoreShown(experiment.view.moreShown);
    m_experimenter->open(experiment.scenario, experiment.view.patience);
    m_document->setOpened(path);
}

void MainWindow::showSnapshot(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_player->show(*snapshot);
    m_centre->showSnapshot(snapshot);
}

void MainWindow::setMoreShown(bool shown)
{
    m_centre->setMoreShown(shown);
}

void MainWindow::setTheme(Theme theme)
{
    m_theme = theme;
    const bool dark = m_theme == Theme::Desktop ? m_desktopDark : m_theme == Theme::Dark;
    m_look = makeLook(dark, size(), m_desktopFont);
    setPalette(widgetPalette(m_look));
    setFont(m_look.base);
    menuBar()->setFont(m_look.base);
    m_centre->setLook(m_look);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_document->settle();
    if (!m_document->hasUnsavedWork() && !m_document->isSaving()) {
        QMainWindow::closeEvent(event);
        return;
    }
    event->ignore();
    m_document->whenSafe([this] {
        m_document->giveUp(); // if it was not saved
        close();
    });
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    const bool outside =
        event->type() == QEvent::ApplicationPaletteChange || event->type() == QEvent::ThemeChange;
    if (outside && m_desktopDark != desktopIsDark()) {
        m_desktopDark = desktopIsDark();
        setTheme(m_theme);
    }
}

void MainWindow::resizeEvent(QResizeEvent *event)
{
    QMainWindow::resizeEvent(event);
    if (makeLook(false, event->size(), m_desktopFont).unit != m_look.unit)
        setTheme(m_theme);
}

} // namespace overfit::ui
