// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/main_window.h"

#include "ui/charts/accuracy_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/controls/data_bar.h"
#include "ui/controls/dial_panel.h"
#include "ui/controls/more_panel.h"
#include "ui/figures_line.h"
#include "ui/strings.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMenuBar>
#include <QMessageBox>
#include <QResizeEvent>
#include <QStatusBar>
#include <QVBoxLayout>

namespace overfit::ui {

namespace {

constexpr int kRhythm = 12; // pixels between neighbours

} // namespace

MainWindow::MainWindow(const Scenario &scenario, Theme theme)
    : m_scenario(scenario), m_theme(theme), m_desktopDark(desktopIsDark()),
      m_desktopFont(QApplication::font()),
      m_newSample(makeAction(Command::NewSample, [this] { drawNewSample(); })),
      m_dataBar(new DataBar(m_newSample, this)), m_fitChart(new FitChart(this)),
      m_accuracyChart(new AccuracyChart(this)), m_figures(new FiguresLine(this)),
      m_dials(new DialPanel(this)), m_more(new MorePanel(this))
{
    setWindowTitle(tr("Overfit"));
    setMinimumSize(960, 600);
    resize(1280, 720);
    makeMenus();
    addToolBar(m_dataBar);
    makeCentre();
    connectControls();
    setScenario(scenario);
    applyLook();
}

QAction *MainWindow::makeAction(Command command, const std::function<void()> &run)
{
    const CommandTexts texts = commandTexts(command);
    auto *action = new QAction(texts.name, this);
    action->setShortcut(texts.key);
    action->setToolTip(
        QStringLiteral("%1 (%2)").arg(texts.help, texts.key.toString(QKeySequence::NativeText)));
    connect(action, &QAction::triggered, this, run);
    addAction(action);
    return action;
}

void MainWindow::makeMenus()
{
    QMenu *file = menuBar()->addMenu(tr("&File"));
    file->addAction(makeAction(Command::OpenData, [this] { chooseFile(); }));
    file->addSeparator();
    file->addAction(makeAction(Command::Quit, [this] { close(); }));

    QMenu *view = menuBar()->addMenu(tr("&View"));
    view->addAction(makeAction(Command::ShowMore, [this] { setMoreShown(m_more->isHidden()); }));
    view->addSeparator();
    auto *themes = new QActionGroup(this);
    const std::pair<Command, Theme> choices[] = {{Command::AutomaticTheme, Theme::Desktop},
        {Command::LightTheme, Theme::Light}, {Command::DarkTheme, Theme::Dark}};
    for (const auto &[command, theme] : choices) {
        QAction *action = makeAction(command, [this, chosen = theme] { setTheme(chosen); });
        action->setCheckable(true);
        action->setChecked(theme == m_theme);
        themes->addAction(action);
        view->addAction(action);
    }

    QMenu *help = menuBar()->addMenu(tr("&Help"));
    help->addAction(makeAction(Command::Keys, [this] { showKeys(); }));
    help->addAction(makeAction(Command::About, [this] { showAbout(); }));
    for (QMenu *menu : {file, view, help})
        menu->setAttribute(Qt::WA_WindowPropagation); // the window's colours, not the desktop's
}

void MainWindow::makeCentre()
{
    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(14, kRhythm, 14, kRhythm);
    column->setSpacing(kRhythm);
    auto *charts = new QHBoxLayout;
    charts->setSpacing(kRhythm);
    charts->addWidget(m_fitChart, 11);
    charts->addWidget(m_accuracyChart, 9);
    column->addLayout(charts, 1);
    column->addWidget(m_figures);
    column->addWidget(m_dials);
    column->addWidget(m_more);
    m_more->hide();
    setCentralWidget(centre);
}

void MainWindow::connectControls()
{
    connect(m_dials, &DialPanel::dialMoved, this, &MainWindow::moveDial);
    connect(m_dials, &DialPanel::moreToggled, this, &MainWindow::showMore);
    connect(m_accuracyChart, &AccuracyChart::valueChosen, this, &MainWindow::moveDial);
    connect(m_accuracyChart, &AccuracyChart::dialChosen, this,
        [this](Dial dial) { change([dial](Scenario &scenario) { scenario.curve = dial; }); });
    connect(m_more, &MorePanel::noiseChosen, this,
        [this](double noise) { change([noise](Scenario &scenario) { scenario.noise = noise; }); });
    connect(m_more, &MorePanel::ridgeChosen, this,
        [this](double ridge) { change([ridge](Scenario &scenario) { scenario.ridge = ridge; }); });
    connect(m_dataBar, &DataBar::seedChosen, this,
        [this](quint64 seed) { change([seed](Scenario &scenario) { scenario.seed = seed; }); });
    connect(m_dataBar, &DataBar::dataChosen, this, [this](const DataSource &source) {
        change([&source](Scenario &scenario) { scenario.data = source; });
    });
    connect(m_dataBar, &DataBar::fileWanted, this, &MainWindow::chooseFile);
}

void MainWindow::setScenario(const Scenario &scenario)
{
    m_scenario = scenario;
    m_dials->setScenario(scenario);
    m_more->setScenario(scenario);
    m_dataBar->setScenario(scenario);
    m_accuracyChart->setDial(scenario.curve);
}

void MainWindow::show(const SnapshotPtr &snapshot)
{
    m_snapshot = snapshot;
    m_fitChart->show(*snapshot);
    m_accuracyChart->show(snapshot);
    m_figures->show(*snapshot);
    if (m_more->isVisible())
        m_more->show(*snapshot);
}

void MainWindow::change(const std::function<void(Scenario &)> &edit)
{
    Scenario changed = m_scenario;
    edit(changed);
    changed = clamped(changed);
    if (changed == m_scenario)
        return;
    setScenario(changed);
    emit scenarioChanged(m_scenario);
}

void MainWindow::moveDial(Dial dial, int value)
{
    change([dial, value](Scenario &scenario) {
        (dial == Dial::Degree ? scenario.degree : scenario.trainSize) = value;
    });
}

void MainWindow::drawNewSample()
{
    change([](Scenario &scenario) { scenario.seed = scenario.seed >= kLargestSeed ? 0 : scenario.seed + 1; });
}

void MainWindow::showMore(bool shown)
{
    m_more->setVisible(shown);
    if (shown && m_snapshot)
        m_more->show(*m_snapshot);
}

void MainWindow::setMoreShown(bool shown)
{
    m_dials->setMoreShown(shown);
}

void MainWindow::chooseFile()
{
    const QString path = QFileDialog::getOpenFileName(
        this, tr("Open data"), QString(), tr("Tables (*.csv *.tsv *.txt);;All files (*)"));
    if (!path.isEmpty())
        emit fileChosen(path);
}

void MainWindow::reportProblem(const QString &text)
{
    auto *box = new QMessageBox(QMessageBox::Warning, tr("Overfit"), text, QMessageBox::Ok, this);
    box->setObjectName(QStringLiteral("problem"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setPalette(palette()); // the colours chosen here, not the desktop's
    box->open();
}

void MainWindow::showReading(const QString &file)
{
    if (file.isEmpty())
        statusBar()->hide();
    else
        statusBar()->show();
    statusBar()->showMessage(tr("Reading %1 …").arg(file));
}

void MainWindow::showKeys()
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("Keys"), keysHelp(), QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("keys"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setPalette(palette()); // the colours chosen here, not the desktop's
    box->open();
}

void MainWindow::showAbout()
{
    const QString text =
        tr("<h3>Overfit %1</h3>"
           "<p>See a model stop learning and start memorising.</p>"
           "<p>Free software under the GNU General Public License, version 3 or later. It comes with no "
           "warranty.</p>"
           "<p>Made with Qt %2 (Qt Charts: GPL-3.0), Eigen (MPL-2.0), fast_float (MIT) and libcsv "
           "(LGPL-2.1-or-later).</p>")
            .arg(QApplication::applicationVersion(), QString::fromLatin1(qVersion()));
    auto *box = new QMessageBox(QMessageBox::NoIcon, tr("About Overfit"), text, QMessageBox::Close, this);
    box->setObjectName(QStringLiteral("about"));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setPalette(palette()); // the colours chosen here, not the desktop's
    box->open();
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
    m_unit = look.unit;
    setPalette(widgetPalette(look));
    setFont(look.base);
    menuBar()->setFont(look.base);
    m_dataBar->setLook(look);
    m_fitChart->setLook(look);
    m_accuracyChart->setLook(look);
    m_figures->setLook(look);
    m_dials->setLook(look);
    m_more->setLook(look);
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
    if (makeLook(false, event->size(), m_desktopFont).unit != m_unit)
        applyLook();
}

} // namespace overfit::ui
