// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/main_window.h"

#include "core/answer/answerer.h"
#include "core/scenario/dial.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/dial_slider.h"
#include "ui/window/figures_line.h"
#include "ui/words/strings.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QMessageBox>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabBar>
#include <QTest>
#include <QTextBrowser>

#include <algorithm>
#include <cmath>
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

SnapshotPtr firstStageOf(const Scenario &scenario)
{
    StopToken stop;
    SnapshotPtr first;
    Answerer().answer(scenario, stop, [&](const SnapshotPtr &snapshot) {
        first = snapshot;
        stop.request();
    });
    return first;
}

bool hasText(const Drawing &drawing, const QString &text)
{
    return std::any_of(
        drawing.notes.cbegin(), drawing.notes.cend(), [&](const Note &note) { return note.text == text; });
}

} // namespace

class MainWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void everyControlHasANameATooltipAndAKey();
    void tabReachesEveryControl();
    void settingAScenarioIsSilent();
    void aGestureChangesItsPartOfTheScenario_data();
    void aGestureChangesItsPartOfTheScenario();
    void draggingTheMarkerOnACurveIsDraggingTheSlider_data();
    void draggingTheMarkerOnACurveIsDraggingTheSlider();
    void keysOnTheAccuracyChartMoveTheDial_data();
    void keysOnTheAccuracyChartMoveTheDial();
    void theChartsShowWhatTheSnapshotSaysNotTheSlider();
    void theValidationBestIsStarred();
    void valuesOffTheAxisAreMarkedWithTheirTrueNumber();
    void aCurveThatLeavesTheChartSaysHowFar();
    void neitherDegreeNorTrainSizeMovesAnAxis();
    void oldCurvesStayAndAreDimmedOnlyAfterAWhile();
    void theTrainSizeEndsWhereTheDataEnd();
    void noiseIsADialOfGeneratedDataOnly();
    void moreShowsFiguresAndTheEquation();
    void aWheelOverUnfocusedControlsChangesNothing();
    void theThemeCanBeChosen();
    void helpListsTheKeys();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    using Gesture = std::function<void()>;
    using Edit = std::function<void(Scenario &)>;

    /// A key on a control that has the focus.
    void press(const char *name, Qt::Key key) const;
    /// A press on a dial where a value stands.
    void click(const char *name, int value) const;
    [[nodiscard]] Scenario last() const { return m_changed->last()[0].value<Scenario>(); }

    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<QSignalSpy> m_changed;
};

void MainWindowTest::init()
{
    m_window = std::make_unique<MainWindow>(Scenario(), Theme::Light);
    m_window->setMoreShown(true); // its panels are made when they are first wanted
    m_window->setMoreShown(false);
    m_changed = std::make_unique<QSignalSpy>(&m_window->experimenter(), &Experimenter::scenarioChanged);
    m_window->showSnapshot(answerOf(Scenario()));
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void MainWindowTest::cleanup()
{
    m_window.reset();
}

void MainWindowTest::everyControlHasANameATooltipAndAKey()
{
    m_window->setMoreShown(true);
    for (const char *name : {"degree", "trainSize", "noise", "ridge", "data", "seed", "equation",
             "accuracyPlot", "dialTabs", "fitPlot"}) {
        const auto *control = find<QWidget>(name);
        QVERIFY2(control && !control->accessibleName().isEmpty(), name);
        const bool isTabs = qstrcmp(name, "dialTabs") == 0; // each tab has its own
        QVERIFY2(isTabs || (control && !control->toolTip().isEmpty()), name);
    }
    // A letter with Alt takes the keyboard to the control.
    const std::pair<const char *, Qt::Key> keys[] = {{"degree", Qt::Key_D}, {"trainSize", Qt::Key_T},
        {"noise", Qt::Key_N}, {"ridge", Qt::Key_R}, {"data", Qt::Key_A}, {"seed", Qt::Key_S},
        {"equation", Qt::Key_Q}};
    for (const auto &[name, key] : keys) {
        QTest::keyClick(m_window.get(), key, Qt::AltModifier);
        QVERIFY2(find<QWidget>(name)->hasFocus(), name);
    }
    QTest::keyClick(m_window.get(), Qt::Key_M, Qt::ControlModifier);
    QTRY_VERIFY(!find<QWidget>("noise")->isVisible());
    QTest::keyClick(m_window.get(), Qt::Key_Z, Qt::AltModifier);
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 1);
    QTest::keyClick(m_window.get(), Qt::Key_G, Qt::AltModifier);
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 0);
    for (const QAction *action : m_window->actions()) {
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
        QVERIFY2(!action->toolTip().isEmpty(), qPrintable(action->text()));
    }
}

void MainWindowTest::tabReachesEveryControl()
{
    m_window->setMoreShown(true);
    QSet<QString> reached;
    for (int i = 0; i < 40; ++i) {
        QTest::keyClick(
            QApplication::focusWidget() ? QApplication::focusWidget() : m_window.get(), Qt::Key_Tab);
        if (QApplication::focusWidget())
            reached.insert(QApplication::focusWidget()->objectName());
    }
    for (const char *name : {"degree", "trainSize", "noise", "ridge", "data", "seed", "equation",
             "accuracyPlot", "dialTabs", "more", "fitPlot"})
        QVERIFY2(reached.contains(QString::fromLatin1(name)), name);
}

void MainWindowTest::settingAScenarioIsSilent()
{
    Scenario scenario;
    scenario.model.degree = 12;
    scenario.sampling.trainSize = 99;
    scenario.data.noise = 0.5;
    scenario.model.ridge = 1;
    scenario.data.seed = 1234;
    scenario.data.source = DataSource::shippedSet("nile");
    scenario.curve = Dial::TrainSize;
    m_window->setScenario(scenario);
    QCOMPARE(m_changed->size(), 0);
    QCOMPARE(m_window->scenario(), scenario);
    QCOMPARE(find<DialSlider>("degree")->value(), 12);
    QCOMPARE(find<QSpinBox>("seed")->value(), 1234);
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 1);
}

void MainWindowTest::press(const char *name, Qt::Key key) const
{
    auto *control = find<QWidget>(name);
    control->setFocus();
    QTest::keyClick(control, key);
}

void MainWindowTest::click(const char *name, int value) const
{
    auto *dial = find<DialSlider>(name);
    QVERIFY(QTest::qWaitFor([dial] { return dial->width() > 200; })); // just shown, it has no size yet
    QTest::mouseClick(dial, Qt::LeftButton, {}, {qRound(dial->handleX(value)), dial->height() / 2});
}

void MainWindowTest::aGestureChangesItsPartOfTheScenario_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const Gesture &gesture, const Edit &edit) {
        QTest::newRow(name) << gesture << edit;
    };
    row(
        "degree by mouse", [this] { click("degree", 17); }, [](Scenario &s) { s.model.degree = 17; });
    row(
        "degree by key", [this] { press("degree", Qt::Key_Right); }, [](Scenario &s) { s.model.degree = 6; });
    row(
        "train size by mouse", [this] { click("trainSize", 200); },
        [](Scenario &s) { s.sampling.trainSize = 200; });
    row(
        "train size by key", [this] { press("trainSize", Qt::Key_PageUp); },
        [](Scenario &s) { s.sampling.trainSize = 30; });
    row(
        "noise by mouse", [this] { click("noise", 100); }, [](Scenario &s) { s.data.noise = 1; });
    row(
        "ridge by key", [this] { press("ridge", Qt::Key_End); }, [](Scenario &s) { s.model.ridge = 1000; });
    row(
        "seed by key", [this] { press("seed", Qt::Key_Up); }, [](Scenario &s) { ++s.data.seed; });
    row(
        "data by key", [this] { press("data", Qt::Key_Down); },
        [](Scenario &s) { s.data.source = DataSource::generated(Target::Runge); });
    row(
        "new sample by key", [this] { QTest::keyClick(m_window.get(), Qt::Key_D, Qt::ControlModifier); },
        [](Scenario &s) { ++s.data.seed; });
    row(
        "tab by key", [this] { press("dialTabs", Qt::Key_Right); },
        [](Scenario &s) { s.curve = Dial::TrainSize; });
}

void MainWindowTest::aGestureChangesItsPartOfTheScenario()
{
    QFETCH(Gesture, gesture);
    QFETCH(Edit, edit);
    Scenario wanted;
    edit(wanted);
    m_window->setMoreShown(true);
    gesture();
    QCOMPARE(m_changed->size(), 1);
    QCOMPARE(last(), wanted);
    QCOMPARE(m_window->scenario(), wanted);
}

void MainWindowTest::draggingTheMarkerOnACurveIsDraggingTheSlider_data()
{
    QTest::addColumn<Dial>("dial");
    QTest::addColumn<int>("to");
    QTest::newRow("degree 14") << Dial::Degree << 14;
    QTest::newRow("degree 0") << Dial::Degree << 0;
    QTest::newRow("train size 150") << Dial::TrainSize << 150;
    QTest::newRow("train size 2") << Dial::TrainSize << 2;
    QTest::newRow("epoch 30") << Dial::Epochs << 30;
    QTest::newRow("ridge 1") << Dial::Ridge << 61;
    QTest::newRow("no ridge") << Dial::Ridge << 0;
}

void MainWindowTest::draggingTheMarkerOnACurveIsDraggingTheSlider()
{
    QFETCH(Dial, dial);
    QFETCH(int, to);
    Scenario scenario;
    scenario.curve = dial;
    scenario.model.ridge = 0.001;
    m_window->setScenario(scenario);
    m_window->showSnapshot(answerOf(scenario));
    auto *plot = find<PlotView>("accuracyPlot");
    const QPoint from = plot->map().toPixel({*plot->drawing().rule, 50}).toPoint();
    const QPoint target = plot->map().toPixel({dialAxisAt(dial, to), 50}).toPoint();
    QTest::mousePress(plot->viewport(), Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(target), plot->viewport()->mapToGlobal(QPointF(target)),
        Qt::NoButton, Qt::LeftButton, {});
    QApplication::sendEvent(plot->viewport(), &move);
    QTest::mouseRelease(plot->viewport(), Qt::LeftButton, {}, target);
    m_window->setMoreShown(true); // where the ridge has its slider
    const QString id = QString::fromLatin1(dialRow(dial).id);
    const char *const slider = id == u"train-size" ? "trainSize" : dialRow(dial).id;
    QCOMPARE(find<DialSlider>(slider)->value(), to);
    QCOMPARE(dialPosition(last(), dial, 200), to);
    m_window->showSnapshot(answerOf(last()));
    QCOMPARE(*plot->drawing().rule, dialAxisAt(dial, to)); // and the marker follows the slider
}

void MainWindowTest::keysOnTheAccuracyChartMoveTheDial_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<int>("degree");
    QTest::newRow("right") << Qt::Key_Right << 10;
    QTest::newRow("left") << Qt::Key_Left << 8;
    QTest::newRow("page up") << Qt::Key_PageUp << 14;
    QTest::newRow("page down") << Qt::Key_PageDown << 4;
    QTest::newRow("home") << Qt::Key_Home << 0;
    QTest::newRow("end") << Qt::Key_End << 30;
    QTest::newRow("b goes to the validation best") << Qt::Key_B << -1;
}

void MainWindowTest::keysOnTheAccuracyChartMoveTheDial()
{
    QFETCH(Qt::Key, key);
    QFETCH(int, degree);
    Scenario scenario;
    scenario.model.degree = 9;
    m_window->setScenario(scenario);
    const SnapshotPtr snapshot = answerOf(scenario);
    m_window->showSnapshot(snapshot);
    auto *plot = find<PlotView>("accuracyPlot");
    plot->setFocus();
    QTest::keyClick(plot, key);
    QCOMPARE(last().model.degree,
        degree < 0 ? snapshot->sweeps[Dial::Degree]->points[*snapshot->sweeps[Dial::Degree]->best].value
                   : degree);
}

void MainWindowTest::theChartsShowWhatTheSnapshotSaysNotTheSlider()
{
    find<DialSlider>("degree")->setValue(25);
    QCOMPARE(last().model.degree, 25);
    QCOMPARE(*find<PlotView>("accuracyPlot")->drawing().rule, 5.0);
    m_window->showSnapshot(answerOf(last()));
    QCOMPARE(*find<PlotView>("accuracyPlot")->drawing().rule, 25.0);
}

void MainWindowTest::theValidationBestIsStarred()
{
    const SnapshotPtr snapshot = answerOf(Scenario());
    double best = -1e300;
    double where = 0;
    for (const SweepPoint &point : snapshot->sweeps[Dial::Degree]->points) {
        if (point.validation.accuracy > best) {
            best = point.validation.accuracy;
            where = point.value;
        }
    }
    const Drawing &drawing = find<PlotView>("accuracyPlot")->drawing();
    const auto star = std::find_if(drawing.marks.cbegin(), drawing.marks.cend(),
        [](const Marks &marks) { return marks.mark == Mark::Star; });
    QVERIFY(star != drawing.marks.cend());
    QCOMPARE(star->values, QList<QPointF>{QPointF(where, 100 * best)});
}

void MainWindowTest::valuesOffTheAxisAreMarkedWithTheirTrueNumber()
{
    Scenario scenario;
    scenario.model.degree = 19;
    const SnapshotPtr snapshot = answerOf(scenario);
    QVERIFY(snapshot->validation.accuracy < -1);
    m_window->showSnapshot(snapshot);
    const auto *plot = find<PlotView>("accuracyPlot");
    const Drawing &drawing = plot->drawing();
    QVERIFY(hasText(drawing, percentText(snapshot->validation.accuracy)));
    int off = 0;
    for (const SweepPoint &point : snapshot->sweeps[Dial::Degree]->points)
        off += 100 * point.validation.accuracy < plot->map().y.low ? 1 : 0;
    int marked = 0;
    for (const Marks &marks : drawing.marks)
        marked += marks.mark == Mark::Below ? int(marks.values.size()) : 0;
    QCOMPARE(marked, off + 1); // each on the curve, and the marker's own
}

void MainWindowTest::aCurveThatLeavesTheChartSaysHowFar()
{
    const auto arrows = [this] {
        const QList<Marks> &marks = find<PlotView>("fitPlot")->drawing().marks;
        return std::count_if(marks.cbegin(), marks.cend(),
            [](const Marks &one) { return one.mark == Mark::Above || one.mark == Mark::Below; });
    };
    QCOMPARE(arrows(), 0);
    Scenario scenario;
    scenario.model.degree = 17;
    const SnapshotPtr snapshot = answerOf(scenario);
    m_window->showSnapshot(snapshot);
    QCOMPARE(arrows(), 2);
    const auto [low, high] =
        std::minmax_element(snapshot->curve->curve.cbegin(), snapshot->curve->curve.cend());
    QVERIFY(hasText(find<PlotView>("fitPlot")->drawing(), numberText(*low)));
    QVERIFY(hasText(find<PlotView>("fitPlot")->drawing(), numberText(*high)));
}

void MainWindowTest::neitherDegreeNorTrainSizeMovesAnAxis()
{
    const PlotMap fit = find<PlotView>("fitPlot")->map();
    const PlotMap accuracy = find<PlotView>("accuracyPlot")->map();
    for (const int degree : {0, 7, 30}) {
        for (const int size : {2, 20, 200}) {
            Scenario scenario;
            scenario.model.degree = degree;
            scenario.sampling.trainSize = size;
            m_window->showSnapshot(answerOf(scenario));
            QCOMPARE(find<PlotView>("fitPlot")->map().y, fit.y);
            QCOMPARE(find<PlotView>("fitPlot")->map().x, fit.x);
            QCOMPARE(find<PlotView>("accuracyPlot")->map().y, accuracy.y);
        }
    }
}

void MainWindowTest::oldCurvesStayAndAreDimmedOnlyAfterAWhile()
{
    const auto lines = [this] { return find<PlotView>("accuracyPlot")->drawing().lines; };
    const QList<Line> before = lines();
    Scenario scenario;
    scenario.model.ridge = 1;
    m_window->showSnapshot(firstStageOf(scenario));
    QCOMPARE(lines(), before);
    const auto *figures = find<FiguresLine>("figures");
    QVERIFY(!figures->outdated());
    QTRY_VERIFY(lines()[0].color != before[0].color);
    QTRY_VERIFY(figures->outdated()); // nor does an old sentence pass for one on new figures
    QVERIFY(!figures->accessibleName().contains(figures->sentence().headline));
    QCOMPARE(lines()[0].values, before[0].values);
    m_window->showSnapshot(answerOf(scenario));
    QCOMPARE(lines()[0].color, before[0].color);
    QVERIFY(!figures->outdated());
    QVERIFY(lines()[0].values != before[0].values);
}

void MainWindowTest::theTrainSizeEndsWhereTheDataEnd()
{
    Scenario scenario;
    scenario.sampling.trainSize = 150;
    m_window->setScenario(scenario);
    scenario.data.source = DataSource::shippedSet("pressure");
    m_window->setScenario(scenario);
    QCOMPARE(find<DialSlider>("trainSize")->maximum(), int(answerOf(scenario)->curve->split->pool->size()));
    scenario.data.source = DataSource();
    m_window->setScenario(scenario);
    QCOMPARE(find<DialSlider>("trainSize")->value(), 150); // what was chosen is not lost on the way
    QCOMPARE(m_changed->size(), 0);
}

void MainWindowTest::noiseIsADialOfGeneratedDataOnly()
{
    QVERIFY(find<DialSlider>("noise")->isEnabled());
    Scenario scenario;
    scenario.data.source = DataSource::shippedSet("cars");
    m_window->setScenario(scenario);
    QVERIFY(!find<DialSlider>("noise")->isEnabled());
}

void MainWindowTest::moreShowsFiguresAndTheEquation()
{
    auto *more = find<QAbstractButton>("more");
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(find<QLineEdit>("equation")->isVisible());
    QVERIFY(find<QLineEdit>("equation")->text().startsWith(QStringLiteral("y =")));
    QVERIFY(find<QLabel>("system")->text().contains(QStringLiteral("rank 6 of 6")));
    QTest::mouseClick(more, Qt::LeftButton);
    QVERIFY(!find<QLineEdit>("equation")->isVisible());
}

void MainWindowTest::aWheelOverUnfocusedControlsChangesNothing()
{
    find<QWidget>("accuracyPlot")->setFocus();
    for (const char *name : {"degree", "trainSize", "data", "seed", "dialTabs"}) {
        auto *control = find<QWidget>(name);
        const QPointF centre = control->rect().center();
        QWheelEvent event(centre, control->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(control, &event);
        QVERIFY2(m_changed->isEmpty(), name);
    }
}

void MainWindowTest::theThemeCanBeChosen()
{
    QVERIFY(m_window->palette().color(QPalette::Window).lightness() > 128);
    QTest::keyClick(m_window.get(), Qt::Key_F7, Qt::ControlModifier);
    QVERIFY(m_window->palette().color(QPalette::Window).lightness() < 128);
    QVERIFY(find<PlotView>("fitPlot")->backgroundBrush().color().lightness() < 128);
    QTest::keyClick(m_window.get(), Qt::Key_F6, Qt::ControlModifier);
    QVERIFY(m_window->palette().color(QPalette::Window).lightness() > 128);
}

void MainWindowTest::helpListsTheKeys()
{
    QTest::keyClick(m_window.get(), Qt::Key_F1);
    auto *box = find<QDialog>("keys");
    QVERIFY(box && box->isVisible());
    QVERIFY(find<QTextBrowser>("keyList")->toPlainText().contains(QStringLiteral("Ctrl+D")));
    QVERIFY(box->height() <= m_window->height()); // what is longer is scrolled
    QCOMPARE(box->font(), m_window->font()); // as large as in the window, for the last row
    QCOMPARE(box->palette().color(QPalette::Window), m_window->palette().color(QPalette::Window));
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!find<QDialog>("keys"));
}

OVERFIT_WIDGET_TEST(MainWindowTest)
#include "main_window_test.moc"
