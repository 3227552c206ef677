// SPDX-License-Identifier: GPL-3.0-or-later

// Training epoch by epoch, scenes, two models and two classes, in a window that nobody trains for: the
// snapshots are made here.

#include "core/answer/answerer.h"
#include "core/lessons/scenes.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/dial_slider.h"
#include "ui/controls/epoch_player.h"
#include "ui/window/figures_line.h"
#include "ui/window/main_window.h"
#include "ui/words/strings.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QComboBox>
#include <QKeySequence>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <functional>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

namespace {

SnapshotPtr answerOf(const Scenario &scenario)
{
    SnapshotPtr last;
    Answerer().answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}

/// A curve that is trained by epochs, looked at along them.
Scenario trainedCurve(int epochs = 57)
{
    Scenario scenario;
    scenario.model.epochs = epochs;
    scenario.curve = Dial::Epochs;
    return scenario;
}

Scenario moons()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.sampling.trainSize = 40;
    scenario.model.degree = 3;
    scenario.curve = Dial::Epochs;
    return scenario;
}

/// The epoch with the highest validation accuracy, the first among equals.
int bestEpoch(const Sweep &run)
{
    int best = 0;
    double highest = -1e300;
    for (const SweepPoint &point : run.points) {
        if (point.validation.accuracy > highest) {
            highest = point.validation.accuracy;
            best = static_cast<int>(point.value);
        }
    }
    return best;
}

/// R² by its definition.
double scoreOf(const std::vector<double> &coefficients, const Examples &examples)
{
    long double mean = 0;
    for (const double y : examples.y)
        mean += y;
    mean /= static_cast<long double>(examples.y.size());
    long double errors = 0;
    long double variation = 0;
    for (std::size_t i = 0; i < examples.y.size(); ++i) {
        long double value = 0;
        for (std::size_t k = coefficients.size(); k > 0; --k)
            value = value * examples.x[i] + coefficients[k - 1];
        errors += (examples.y[i] - value) * (examples.y[i] - value);
        variation += (examples.y[i] - mean) * (examples.y[i] - mean);
    }
    return static_cast<double>(1 - errors / variation);
}

void addLetter(QStringList &all, const QString &text)
{
    const QString letter = QKeySequence::mnemonic(text).toString();
    if (!letter.isEmpty())
        all.append(letter);
}

bool distinct(const QStringList &all)
{
    return QSet<QString>(all.cbegin(), all.cend()).size() == all.size();
}

/// The first menu in which two letters are the same, with its letters; empty where there is none.
QString clashInMenus(const MainWindow &window)
{
    for (const QAction *menu : window.menuBar()->actions()) {
        QStringList letters;
        for (const QAction *action : menu->menu()->actions())
            addLetter(letters, action->text());
        if (!distinct(letters))
            return menu->text() + letters.join(QLatin1Char(' '));
    }
    return {};
}

} // namespace

class EpochsWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void cleanup();

    void theEpochsDialAndTheMarkerAreOneThing_data();
    void theEpochsDialAndTheMarkerAreOneThing();
    void theDialSaysWhatItStandsAt();
    void keysOnTheAccuracyChartMoveTheEpochs_data();
    void keysOnTheAccuracyChartMoveTheEpochs();
    void theButtonAndTheKeyGoToTheBestEpoch_data();
    void theButtonAndTheKeyGoToTheBestEpoch();
    void playLooksAtTheEpochsAndStartsThere();
    void playAgainPauses();
    void aHandOnTheEpochsPauses_data();
    void aHandOnTheEpochsPauses();
    void anotherDialStartsItAnewAndTheEpochsDialShowsIt();
    void theStopRuleEndsItAndSaysSo();
    void stepsMoveTheEpochs_data();
    void stepsMoveTheEpochs();
    void keysChangeTheSpeedUpToTheEnds();
    void playbackKeysWorkWhereverTheFocusIs_data();
    void playbackKeysWorkWhereverTheFocusIs();
    void rewindIsAKeyAway();
    void playbackKeysButTheArrowsWorkWhileTyping_data();
    void playbackKeysButTheArrowsWorkWhileTyping();
    void aShorterRunTakesTheDialAlong();
    void everySceneOpensAsItIs_data();
    void everySceneOpensAsItIs();
    void aSceneEndsThePlaying();
    void modelBIsKeptAndLetGo();
    void theFiguresAreThoseOfBothModels();
    void classesHaveNoModelB();
    void otherDataPausePlaying();
    void theDataStandUnderHeadingsThatCannotBeChosen();
    void theWheelOverAClosedChooserChangesNothing();
    void theTruthCanBeHidden_data();
    void theTruthCanBeHidden();
    void theChartFitsTheProblem();
    void theNoiseOfClassesIsAShareOfTheirLabels();
    void everyControlHasANameAndATooltip_data();
    void everyControlHasANameAndATooltip();
    void noTwoLettersClash();
    void everyUnderlinedLetterGoesToItsControl();
    void noTwoShortcutsClash();
    void theToolBarFitsTheSmallestWindow();

private:
    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    /// The window shows a scenario, and its answer.
    void open(const Scenario &scenario);
    void answer() { m_window->showSnapshot(answerOf(m_window->scenario())); }
    void control(Qt::Key key) { QTest::keyClick(m_window.get(), key, Qt::ControlModifier); }
    void press(const char *name, Qt::Key key) const;
    void type(const char *name, const QString &text) const;
    void drag(PlotView *plot, double to) const;
    [[nodiscard]] bool playing() const
    {
        return find<QAction>("play")->text().contains(QStringLiteral("Pause"));
    }
    [[nodiscard]] int epochs() const { return m_window->scenario().model.epochs; }
    [[nodiscard]] double marker() const { return *find<PlotView>("accuracyPlot")->drawing().rule; }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QSignalSpy> m_changed;
};

void EpochsWindowTest::init()
{
    m_window = std::make_unique<MainWindow>(Scenario(), Theme::Light);
    m_window->setMoreShown(true); // its panels are made when they are first wanted
    m_window->setMoreShown(false);
    m_changed = std::make_unique<QSignalSpy>(&m_window->experimenter(), &Experimenter::scenarioChanged);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void EpochsWindowTest::cleanup()
{
    m_window.reset();
}

void EpochsWindowTest::open(const Scenario &scenario)
{
    m_window->setScenario(scenario);
    answer();
    m_changed->clear();
}

void EpochsWindowTest::press(const char *name, Qt::Key key) const
{
    find(name)->setFocus();
    QTest::keyClick(find(name), key);
}

void EpochsWindowTest::type(const char *name, const QString &text) const
{
    auto *box = find<QAbstractSpinBox>(name);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
    QTest::keyClick(box, Qt::Key_Return);
}

void EpochsWindowTest::drag(PlotView *plot, double to) const
{
    const QPoint from = plot->map().toPixel({marker(), 50}).toPoint();
    const QPoint target = plot->map().toPixel({to, 50}).toPoint();
    QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(target), plot->viewport()->mapToGlobal(QPointF(target)),
        Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(plot->viewport(), &move);
    QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, target);
}

void EpochsWindowTest::theEpochsDialAndTheMarkerAreOneThing_data()
{
    QTest::addColumn<int>("position");
    QTest::addColumn<int>("wanted");
    QTest::newRow("the first epoch") << 1 << 1;
    QTest::newRow("in the middle") << 120 << 120;
    QTest::newRow("the last epoch") << 200 << 200;
    QTest::newRow("fully trained") << 201 << kFullyTrained;
}

void EpochsWindowTest::theEpochsDialAndTheMarkerAreOneThing()
{
    QFETCH(int, position);
    QFETCH(int, wanted);
    open(trainedCurve());
    auto *slider = find<DialSlider>("epochs");
    QCOMPARE(slider->maximum(), 201);
    drag(find<PlotView>("accuracyPlot"), position);
    QCOMPARE(epochs(), wanted);
    QCOMPARE(slider->value(), position);
    answer();
    QCOMPARE(marker(), double(position));
    QCOMPARE(m_window->shown()->epoch, wanted);

    open(trainedCurve());
    QTest::mouseClick(slider, Qt::LeftButton, {}, {qRound(slider->handleX(position)), slider->height() / 2});
    QCOMPARE(epochs(), wanted);
    QCOMPARE(m_changed->size(), 1);
    answer();
    QCOMPARE(marker(), double(position));
}

void EpochsWindowTest::theDialSaysWhatItStandsAt()
{
    open(trainedCurve());
    QCOMPARE(find("epochs")->accessibleDescription(), QStringLiteral("57"));
    press("epochs", Qt::Key_End);
    QCOMPARE(find("epochs")->accessibleDescription(), epochText(kFullyTrained));
    QVERIFY(!find("epochs")->accessibleDescription().contains(QStringLiteral("200")));
    answer();
    const QList<Note> &notes = find<PlotView>("accuracyPlot")->drawing().notes;
    QVERIFY(std::any_of(notes.cbegin(), notes.cend(),
        [](const Note &note) { return note.text == epochText(kFullyTrained); }));
}

void EpochsWindowTest::keysOnTheAccuracyChartMoveTheEpochs_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("after");
    QTest::newRow("right") << 57 << Qt::Key_Right << 58;
    QTest::newRow("left") << 57 << Qt::Key_Left << 56;
    QTest::newRow("page up") << 57 << Qt::Key_PageUp << 67;
    QTest::newRow("page down") << 57 << Qt::Key_PageDown << 47;
    QTest::newRow("home") << 57 << Qt::Key_Home << 1;
    QTest::newRow("end is fully trained") << 57 << Qt::Key_End << kFullyTrained;
    QTest::newRow("right from the last epoch") << 200 << Qt::Key_Right << kFullyTrained;
    QTest::newRow("left from fully trained") << kFullyTrained << Qt::Key_Left << 200;
    QTest::newRow("page down from fully trained") << kFullyTrained << Qt::Key_PageDown << 191;
    QTest::newRow("right from fully trained") << kFullyTrained << Qt::Key_Right << kFullyTrained;
    QTest::newRow("left from the first epoch") << 1 << Qt::Key_Left << 1;
}

void EpochsWindowTest::keysOnTheAccuracyChartMoveTheEpochs()
{
    QFETCH(int, before);
    QFETCH(Qt::Key, key);
    QFETCH(int, after);
    open(trainedCurve(before));
    press("accuracyPlot", key);
    QCOMPARE(epochs(), after);
    QCOMPARE(m_changed->size(), before == after ? 0 : 1);
}

void EpochsWindowTest::theButtonAndTheKeyGoToTheBestEpoch_data()
{
    QTest::addColumn<std::function<void()>>("gesture");
    const auto row = [](const char *name, const std::function<void()> &gesture) {
        QTest::newRow(name) << gesture;
    };
    row("button", [this] { QTest::mouseClick(find<QToolButton>("goToBest"), Qt::LeftButton); });
    row("button by key", [this] {
        press("dialTabs", Qt::Key_Tab);
        control(Qt::Key_G);
    });
    row("Ctrl+G", [this] { control(Qt::Key_G); });
    row("B on the chart", [this] { press("accuracyPlot", Qt::Key_B); });
}

void EpochsWindowTest::theButtonAndTheKeyGoToTheBestEpoch()
{
    QFETCH(std::function<void()>, gesture);
    Scenario scenario = findScene("around-epoch-50")->scenario;
    scenario.model.epochs = 3;
    open(scenario);
    const int best = bestEpoch(*m_window->shown()->sweeps[Dial::Epochs]);
    QVERIFY(best > 3 && best < 200);
    QVERIFY(find<QToolButton>("goToBest")->text().contains(QString::number(best)));
    gesture();
    QCOMPARE(epochs(), best);
    answer();
    QCOMPARE(marker(), double(best));
    QCOMPARE(m_window->shown()->validation.accuracy,
        m_window->shown()->sweeps[Dial::Epochs]->points[std::size_t(best - 1)].validation.accuracy);
}

void EpochsWindowTest::playLooksAtTheEpochsAndStartsThere()
{
    open(Scenario());
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 0);
    control(Qt::Key_K);
    QVERIFY(playing());
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 2);
    QCOMPARE(m_window->scenario().curve, Dial::Epochs);
    QCOMPARE(epochs(), 1); // from fully trained
    QTRY_VERIFY(epochs() > 3);
    QCOMPARE(find<DialSlider>("epochs")->value(), epochs());
    int before = 0;
    for (const QList<QVariant> &signal : *m_changed) {
        const int epoch = signal[0].value<Scenario>().model.epochs;
        QVERIFY(epoch > before || epoch == kFullyTrained); // the tab comes first
        before = epoch == kFullyTrained ? before : epoch;
    }
}

void EpochsWindowTest::playAgainPauses()
{
    open(Scenario());
    QTest::mouseClick(find<QToolButton>("play"), Qt::LeftButton);
    QTRY_VERIFY(epochs() > 2);
    QVERIFY(find<QToolButton>("play")->text().contains(QStringLiteral("Pause")));
    QTest::mouseClick(find<QToolButton>("play"), Qt::LeftButton);
    QVERIFY(!playing());
    QVERIFY(find<QToolButton>("play")->text().contains(QStringLiteral("Play")));
    const int paused = epochs();
    control(Qt::Key_K);
    QCOMPARE(epochs(), paused);
    QTRY_VERIFY(epochs() > paused);
}

void EpochsWindowTest::aHandOnTheEpochsPauses_data()
{
    QTest::addColumn<std::function<void()>>("gesture");
    const auto row = [](const char *name, const std::function<void()> &gesture) {
        QTest::newRow(name) << gesture;
    };
    row("the dial", [this] { press("epochs", Qt::Key_Home); });
    row("the chart", [this] { press("accuracyPlot", Qt::Key_End); });
    row("to the best", [this] { control(Qt::Key_G); });
    row("a step", [this] { control(Qt::Key_Right); });
    row("a step back", [this] { control(Qt::Key_Left); });
}

void EpochsWindowTest::aHandOnTheEpochsPauses()
{
    QFETCH(std::function<void()>, gesture);
    open(Scenario());
    control(Qt::Key_K);
    QTRY_VERIFY(epochs() > 2);
    gesture();
    QVERIFY(!playing());
    QCOMPARE(find<DialSlider>("epochs")->value(), std::min(epochs(), 201));
}

void EpochsWindowTest::anotherDialStartsItAnewAndTheEpochsDialShowsIt()
{
    open(Scenario());
    control(Qt::Key_K);
    QTRY_VERIFY(epochs() > 3);
    m_changed->clear();
    press("degree", Qt::Key_Right);
    QVERIFY(playing());
    QCOMPARE(m_window->scenario().model.degree, 6);
    QCOMPARE(epochs(), 1);
    QCOMPARE(find<DialSlider>("epochs")->value(), 1);
    QCOMPARE(find("epochs")->accessibleDescription(), QStringLiteral("1"));
    QCOMPARE(m_changed->size(), 1); // one gesture, one question
    QCOMPARE(m_changed->last()[0].value<Scenario>(), m_window->scenario());
}

void EpochsWindowTest::theStopRuleEndsItAndSaysSo()
{
    m_window->setMoreShown(true);
    open(findScene("around-epoch-50")->scenario);
    type("patience", QStringLiteral("30"));
    QCOMPARE(m_changed->size(), 0); // it is not what is asked, but how it is played
    int wanted = 0; // the first epoch with none better among itself and the 29 before
    double best = -1e300;
    int bestAt = 0;
    for (const SweepPoint &point : m_window->shown()->sweeps[Dial::Epochs]->points) {
        if (point.validation.accuracy > best) {
            best = point.validation.accuracy;
            bestAt = static_cast<int>(point.value);
        }
        if (wanted == 0 && point.value >= bestAt + 30)
            wanted = static_cast<int>(point.value);
    }
    QVERIFY(wanted > 30);
    for (int faster = 0; faster < 10; ++faster)
        control(Qt::Key_Up);
    QVERIFY(!m_window->statusBar()->isVisible());
    control(Qt::Key_K);
    QTRY_VERIFY(!playing());
    QCOMPARE(epochs(), wanted);
    QVERIFY(m_window->statusBar()->isVisible());
    QVERIFY(m_window->statusBar()->currentMessage().contains(QString::number(wanted)));
    control(Qt::Key_K);
    QVERIFY(playing() && epochs() == 1);
    QVERIFY(!m_window->statusBar()->isVisible());
}

void EpochsWindowTest::stepsMoveTheEpochs_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("on") << Qt::Key_Right << 57 << 58;
    QTest::newRow("on from the last") << Qt::Key_Right << 200 << kFullyTrained;
    QTest::newRow("on from fully trained") << Qt::Key_Right << kFullyTrained << kFullyTrained;
    QTest::newRow("back") << Qt::Key_Left << 57 << 56;
    QTest::newRow("back from fully trained") << Qt::Key_Left << kFullyTrained << 200;
    QTest::newRow("back from the first") << Qt::Key_Left << 1 << 1;
}

void EpochsWindowTest::stepsMoveTheEpochs()
{
    QFETCH(Qt::Key, key);
    QFETCH(int, before);
    QFETCH(int, after);
    open(trainedCurve(before));
    control(key);
    QCOMPARE(epochs(), after);
    QVERIFY(!playing());
    open(trainedCurve(before));
    QTest::mouseClick(find<QToolButton>(key == Qt::Key_Right ? "step" : "stepBack"), Qt::LeftButton);
    QCOMPARE(epochs(), after);
}

void EpochsWindowTest::keysChangeTheSpeedUpToTheEnds()
{
    const auto *speed = find<QComboBox>("speed");
    const int usual = speed->currentIndex();
    QCOMPARE(speed->currentData().toInt(), kUsualSpeed);
    control(Qt::Key_Up);
    QCOMPARE(speed->currentIndex(), usual + 1);
    control(Qt::Key_Down);
    control(Qt::Key_Down);
    QCOMPARE(speed->currentIndex(), usual - 1);
    for (int i = 0; i < 20; ++i)
        control(Qt::Key_Up);
    QCOMPARE(speed->currentData().toInt(), 1000);
    for (int i = 0; i < 20; ++i)
        control(Qt::Key_Down);
    QCOMPARE(speed->currentData().toInt(), 1);
    QCOMPARE(m_changed->size(), 0);
}

void EpochsWindowTest::playbackKeysWorkWhereverTheFocusIs_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"degree", "epochs", "noise", "accuracyPlot", "dialTabs", "data", "speed", "play",
             "goToBest", "more", "optimizer"})
        QTest::newRow(name) << QByteArray(name);
}

void EpochsWindowTest::playbackKeysWorkWhereverTheFocusIs()
{
    QFETCH(QByteArray, name);
    m_window->setMoreShown(true);
    open(trainedCurve());
    const auto *speed = find<QComboBox>("speed");
    const int usual = speed->currentIndex();
    QWidget *focus = find(name.constData());
    focus->setFocus();
    QVERIFY(focus->hasFocus());
    const auto key = [focus](Qt::Key pressed) { QTest::keyClick(focus, pressed, Qt::ControlModifier); };
    key(Qt::Key_Right);
    QCOMPARE(epochs(), 58);
    key(Qt::Key_Left);
    QCOMPARE(epochs(), 57);
    key(Qt::Key_Up);
    QCOMPARE(speed->currentIndex(), usual + 1);
    key(Qt::Key_Down);
    QCOMPARE(speed->currentIndex(), usual);
    key(Qt::Key_K);
    QVERIFY(playing());
    key(Qt::Key_K);
    QVERIFY(!playing());
    Scenario after = m_window->scenario();
    after.model.epochs = 57;
    QCOMPARE(after, trainedCurve()); // and nothing else was changed
}

void EpochsWindowTest::rewindIsAKeyAway()
{
    open(trainedCurve());
    QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(epochs(), 1);
    QCOMPARE(find<DialSlider>("epochs")->value(), 1);
}

void EpochsWindowTest::playbackKeysButTheArrowsWorkWhileTyping_data()
{
    QTest::addColumn<QByteArray>("name");
    for (const char *name : {"learningRate", "lastEpoch", "patience", "shuffleSeed", "seed", "equation"})
        QTest::newRow(name) << QByteArray(name);
}

/// There Ctrl with an arrow goes from word to word, as everywhere.
void EpochsWindowTest::playbackKeysButTheArrowsWorkWhileTyping()
{
    QFETCH(QByteArray, name);
    m_window->setMoreShown(true);
    open(trainedCurve());
    QWidget *focus = find(name.constData());
    focus->setFocus();
    QVERIFY(focus->hasFocus());
    const auto key = [focus](Qt::Key pressed) { QTest::keyClick(focus, pressed, Qt::ControlModifier); };
    key(Qt::Key_K);
    QVERIFY(playing());
    key(Qt::Key_K);
    QVERIFY(!playing());
    const int usual = find<QComboBox>("speed")->currentIndex();
    key(Qt::Key_Up);
    QCOMPARE(find<QComboBox>("speed")->currentIndex(), usual + 1);
    key(Qt::Key_G);
    QCOMPARE(epochs(), bestEpoch(*m_window->shown()->sweeps[Dial::Epochs]));
    Scenario after = m_window->scenario();
    after.model.epochs = 57;
    QCOMPARE(after, trainedCurve()); // and nothing was typed
}

void EpochsWindowTest::aShorterRunTakesTheDialAlong()
{
    m_window->setMoreShown(true);
    open(trainedCurve(180));
    type("lastEpoch", QStringLiteral("100"));
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(m_window->scenario().training.lastEpoch, 100);
    QCOMPARE(epochs(), 100);
    QCOMPARE(find<DialSlider>("epochs")->maximum(), 101);
    QCOMPARE(find<DialSlider>("epochs")->value(), 100);
    press("epochs", Qt::Key_End);
    type("lastEpoch", QStringLiteral("500"));
    QCOMPARE(epochs(), kFullyTrained);
    QCOMPARE(find<DialSlider>("epochs")->value(), 501);
}

void EpochsWindowTest::everySceneOpensAsItIs_data()
{
    QTest::addColumn<int>("number");
    for (const Scene &scene : scenes())
        QTest::newRow(scene.title) << static_cast<int>(&scene - scenes().data());
}

void EpochsWindowTest::everySceneOpensAsItIs()
{
    QFETCH(int, number);
    const Scene &scene = scenes()[static_cast<std::size_t>(number)];
    Scenario other = moons();
    other.data.seed = 5;
    open(other);
    auto *menu = find<QMenu>("scenes");
    QMenuBar *bar = m_window->menuBar();
    QTest::mouseClick(bar, Qt::LeftButton, {}, bar->actionGeometry(menu->menuAction()).center());
    QTRY_VERIFY(menu->isVisible());
    QAction *action = menu->actions().at(number);
    QVERIFY(!action->text().isEmpty() && !action->toolTip().isEmpty());
    QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    QTRY_COMPARE(m_window->scenario(), scene.scenario);
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(clamped(scene.scenario), scene.scenario);
    answer();
    QCOMPARE(m_window->shown()->scenario, scene.scenario);
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), static_cast<int>(scene.scenario.curve));
    QCOMPARE(find<QAction>("compare")->isChecked(), !scene.scenario.rivals.empty());
}

void EpochsWindowTest::aSceneEndsThePlaying()
{
    open(moons());
    control(Qt::Key_K);
    QTRY_VERIFY(epochs() > 2);
    find<QMenu>("scenes")->actions().at(3)->trigger();
    QVERIFY(!playing());
    QCOMPARE(m_window->scenario(), scenes()[3].scenario);
    QCOMPARE(find<DialSlider>("epochs")->value(), scenes()[3].scenario.training.lastEpoch + 1);
}

void EpochsWindowTest::modelBIsKeptAndLetGo()
{
    Scenario scenario = trainedCurve();
    scenario.model.ridge = 0.01;
    open(scenario);
    const auto *plot = find<PlotView>("fitPlot");
    const QList<QPointF> kept = plot->drawing().lines.constLast().values;
    control(Qt::Key_B);
    QVERIFY(find<QAction>("compare")->isChecked());
    QCOMPARE(m_window->scenario().rivals, (std::vector{ModelSettings{5, 0.01, 57}}));
    press("degree", Qt::Key_End);
    answer();
    QCOMPARE(m_window->scenario().rivals, (std::vector{ModelSettings{5, 0.01, 57}}));
    QCOMPARE(plot->drawing().lines.size(), 3); // the target, B, A
    QCOMPARE(plot->drawing().lines[1].values, kept); // the curve that was there
    QVERIFY(plot->drawing().lines[1].color != plot->drawing().lines[2].color);
    control(Qt::Key_B);
    QVERIFY(!find<QAction>("compare")->isChecked());
    QVERIFY(m_window->scenario().rivals.empty());
    answer();
    QCOMPARE(plot->drawing().lines.size(), 2);
}

void EpochsWindowTest::theFiguresAreThoseOfBothModels()
{
    const auto *figures = find<FiguresLine>("figures");
    Scenario small;
    small.model.degree = 3;
    open(small);
    const SnapshotPtr alone = m_window->shown();
    QVERIFY(!figures->accessibleName().contains(QStringLiteral("Model B")));
    control(Qt::Key_B);
    press("degree", Qt::Key_PageUp);
    answer();
    const SnapshotPtr both = m_window->shown();
    QCOMPARE(both->scenario.model.degree, 8);
    const Split &split = *both->curve->split;
    const auto text = [](const std::vector<double> &coefficients, const Examples &examples) {
        return percentText(scoreOf(coefficients, examples));
    };
    const std::vector<double> &a = both->curve->monomials;
    const std::vector<double> &b = alone->curve->monomials;
    const Examples validation = split.validation->examples();
    const QString wanted =
        QStringLiteral("Model A: training %1, validation %2. Model B: training %3, validation %4.")
            .arg(text(a, split.training()), text(a, validation), text(b, split.training()),
                text(b, validation));
    QVERIFY2(figures->accessibleName().startsWith(wanted), qPrintable(figures->accessibleName()));
    control(Qt::Key_B);
    answer();
    QVERIFY(!figures->accessibleName().contains(QStringLiteral("Model B")));
}

void EpochsWindowTest::otherDataPausePlaying()
{
    open(Scenario());
    control(Qt::Key_K);
    QVERIFY(playing());
    QTest::keyClick(find<QComboBox>("data"), Qt::Key_Down);
    QVERIFY(!playing());
}

void EpochsWindowTest::theDataStandUnderHeadingsThatCannotBeChosen()
{
    open(Scenario());
    auto *data = find<QComboBox>("data");
    QStringList headings;
    for (int index = 0; index < data->count(); ++index) {
        if (!data->model()->flags(data->model()->index(index, 0)).testFlag(Qt::ItemIsEnabled))
            headings.append(data->itemText(index));
    }
    QCOMPARE(headings,
        (QStringList{QStringLiteral("Curves, generated"), QStringLiteral("Curves, measured"),
            QStringLiteral("Two classes, generated"), QStringLiteral("Two classes, measured"),
            QStringLiteral("Your own")}));
    QTest::keyClick(data, Qt::Key_Home);
    QCOMPARE(m_window->scenario().data.source, DataSource::generated(Target::Line));
    QTest::keyClick(data, Qt::Key_Up);
    QCOMPARE(m_window->scenario().data.source, DataSource::generated(Target::Line));
}

void EpochsWindowTest::theWheelOverAClosedChooserChangesNothing()
{
    open(Scenario());
    for (const char *const name : {"data", "speed"}) {
        auto *chooser = find<QComboBox>(name);
        chooser->setFocus();
        const int before = chooser->currentIndex();
        QWheelEvent wheel(QPointF(5, 5), chooser->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton,
            Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(chooser, &wheel);
        QCOMPARE(chooser->currentIndex(), before);
    }
}

void EpochsWindowTest::classesHaveNoModelB()
{
    open(Scenario());
    control(Qt::Key_B);
    QVERIFY(!m_window->scenario().rivals.empty());
    auto *data = find<QComboBox>("data");
    data->setFocus();
    while (problemOf(m_window->scenario()) == Problem::Curve)
        QTest::keyClick(data, Qt::Key_Down);
    QVERIFY(m_window->scenario().rivals.empty());
    QVERIFY(!find<QAction>("compare")->isEnabled());
    QVERIFY(!find<QAction>("compare")->isChecked());
    QVERIFY(find<QAction>("compare")->toolTip().contains(QStringLiteral("not on classes")));
    control(Qt::Key_B);
    QVERIFY(m_window->scenario().rivals.empty());
}

void EpochsWindowTest::theTruthCanBeHidden_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<QByteArray>("plot");
    QTest::newRow("target function") << Scenario() << QByteArray("fitPlot");
    QTest::newRow("true boundary") << moons() << QByteArray("classPlot");
}

void EpochsWindowTest::theTruthCanBeHidden()
{
    QFETCH(Scenario, scenario);
    QFETCH(QByteArray, plot);
    open(scenario);
    const auto lines = [&] { return find<PlotView>(plot.constData())->drawing().lines; };
    const QList<Line> before = lines();
    QCOMPARE(before.size(), 2);
    QCOMPARE(before[0].pattern, Pattern::Dotted);
    control(Qt::Key_T);
    QCOMPARE(lines().size(), 1);
    QCOMPARE(lines()[0].pattern, Pattern::Solid); // the model stays
    answer();
    QCOMPARE(lines().size(), 1); // nor does the next answer bring it back
    control(Qt::Key_T);
    QCOMPARE(lines().size(), 2);
    QCOMPARE(lines()[0].values.size(), before[0].values.size());
    QCOMPARE(m_changed->size(), 0); // only looked at in another way
}

void EpochsWindowTest::theChartFitsTheProblem()
{
    open(Scenario());
    QVERIFY(find("fitPlot")->isVisible() && !find("classPlot"));
    auto *data = find<QComboBox>("data");
    data->setFocus();
    while (problemOf(m_window->scenario()) == Problem::Curve)
        QTest::keyClick(data, Qt::Key_Down);
    QVERIFY(find("fitPlot")->isVisible()); // until there is an answer
    QCOMPARE(find<DialSlider>("degree")->maximum(), 12);
    QCOMPARE(find<DialSlider>("trainSize")->maximum(), 250);
    answer();
    QVERIFY(!find("fitPlot")->isVisible() && find("classPlot")->isVisible());
    QTest::keyClick(data, Qt::Key_Home);
    answer();
    QVERIFY(find("fitPlot")->isVisible() && !find("classPlot")->isVisible());
    QCOMPARE(find<DialSlider>("degree")->maximum(), 30);
}

void EpochsWindowTest::theNoiseOfClassesIsAShareOfTheirLabels()
{
    m_window->setMoreShown(true);
    open(moons());
    const auto *noise = find<DialSlider>("noise");
    QCOMPARE(noise->accessibleDescription(), QStringLiteral("10 %"));
    press("noise", Qt::Key_Right);
    QCOMPARE(m_window->scenario().data.labelNoise, 0.15);
    QCOMPARE(m_window->scenario().data.noise, Scenario().data.noise);
    QCOMPARE(noise->accessibleDescription(), QStringLiteral("15 %"));
    press("noise", Qt::Key_End);
    QCOMPARE(m_window->scenario().data.labelNoise, 0.5);
    QCOMPARE(noise->accessibleDescription(), QStringLiteral("50 %"));
    press("noise", Qt::Key_Home);
    QCOMPARE(m_window->scenario().data.labelNoise, 0.0);
    open(Scenario());
    QCOMPARE(noise->accessibleDescription(), QStringLiteral("0.25"));
    QCOMPARE(noise->maximum(), 100);
}

void EpochsWindowTest::everyControlHasANameAndATooltip_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::newRow("curve") << Scenario();
    QTest::newRow("classes") << moons();
}

void EpochsWindowTest::everyControlHasANameAndATooltip()
{
    QFETCH(Scenario, scenario);
    m_window->setMoreShown(true);
    open(scenario);
    int controls = 0;
    for (QWidget *widget : m_window->findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy())
            continue;
        if (qobject_cast<QMenuBar *>(widget))
            continue; // its menus have names, and their commands tooltips
        ++controls;
        const QString which = QStringLiteral("%1 %2").arg(
            QLatin1String(widget->metaObject()->className()), widget->objectName());
        QAccessibleInterface *spoken = QAccessible::queryAccessibleInterface(widget);
        QVERIFY2(spoken && !spoken->text(QAccessible::Name).isEmpty(), qPrintable(which));
        if (const auto *tabs = qobject_cast<QTabBar *>(widget)) {
            for (int tab = 0; tab < tabs->count(); ++tab)
                QVERIFY2(!tabs->tabToolTip(tab).isEmpty(), qPrintable(tabs->tabText(tab)));
        } else {
            QVERIFY2(!widget->toolTip().isEmpty(), qPrintable(which));
        }
    }
    QVERIFY(controls >= 24); // of the tool bar, the charts, the dials, the boxes
}

void EpochsWindowTest::noTwoLettersClash()
{
    m_window->setMoreShown(true);
    open(trainedCurve());
    QStringList letters; // of what is on the window
    for (const QAction *menu : m_window->menuBar()->actions()) {
        QVERIFY2(!QKeySequence::mnemonic(menu->text()).isEmpty(), qPrintable(menu->text()));
        addLetter(letters, menu->text());
    }
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (label->buddy())
            addLetter(letters, label->text());
    }
    for (const QAbstractButton *button : m_window->findChildren<QAbstractButton *>())
        addLetter(letters, button->text());
    for (const QTabBar *tabs : m_window->findChildren<QTabBar *>()) {
        for (int tab = 0; tab < tabs->count(); ++tab)
            addLetter(letters, tabs->tabText(tab));
    }
    QVERIFY2(letters.size() >= 23, qPrintable(letters.join(QLatin1Char(' '))));
    QVERIFY2(distinct(letters), qPrintable(letters.join(QLatin1Char(' '))));
    QCOMPARE(clashInMenus(*m_window), QString());
    control(Qt::Key_K); // now it is "Pause" that is offered
    QVERIFY(playing());
    QCOMPARE(clashInMenus(*m_window), QString());
}

void EpochsWindowTest::everyUnderlinedLetterGoesToItsControl()
{
    m_window->setMoreShown(true);
    Scenario scenario = trainedCurve();
    scenario.training.descent.optimizer = Optimizer::Adam; // all boxes can be used
    open(scenario);
    int gone = 0;
    for (const QLabel *label : m_window->findChildren<QLabel *>()) {
        if (!label->buddy())
            continue;
        const QKeySequence letter = QKeySequence::mnemonic(label->text());
        QVERIFY2(!letter.isEmpty(), qPrintable(label->text()));
        QTest::keyClick(m_window.get(), letter[0].key(), Qt::AltModifier);
        QVERIFY2(label->buddy()->hasFocus(), qPrintable(label->text()));
        QVERIFY2(label->buddy()->toolTip().contains(letter.toString()), qPrintable(label->text()));
        ++gone;
    }
    QVERIFY(gone >= 16);
    QCOMPARE(m_changed->size(), 0);
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::AltModifier);
    QCOMPARE(m_window->scenario().curve, Dial::Degree);
    QTest::keyClick(m_window.get(), Qt::Key_P, Qt::AltModifier);
    QCOMPARE(m_window->scenario().curve, Dial::Epochs);
}

void EpochsWindowTest::noTwoShortcutsClash()
{
    QSet<QString> keys;
    int shortcuts = 0;
    for (const QAction *action : m_window->actions()) {
        for (const QKeySequence &key : action->shortcuts()) {
            keys.insert(key.toString());
            ++shortcuts;
        }
    }
    QCOMPARE(keys.size(), shortcuts);
    QVERIFY(shortcuts >= 17);
}

void EpochsWindowTest::theToolBarFitsTheSmallestWindow()
{
    m_window->resize(m_window->minimumSize());
    open(trainedCurve());
    control(Qt::Key_K);
    const QRect bar = find("dataBar")->rect();
    for (const char *name : {"newSample", "play", "stepBack", "step", "speed", "data", "seed"}) {
        const auto *control = find(name);
        QTRY_VERIFY2(control->isVisible(), name);
        QTRY_VERIFY2(bar.contains(control->geometry()), name);
    }
}

OVERFIT_WIDGET_TEST(EpochsWindowTest)
#include "epochs_window_test.moc"
