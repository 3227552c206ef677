// SPDX-License-Identifier: GPL-3.0-or-later

// Hands on the data: points are dragged, added, deleted and held out, by mouse and by keys.

#include "app/session.h"
#include "core/sampling/hand_points.h"
#include "tests/frame/test_class.h"
#include "ui/charts/class_chart.h"
#include "ui/charts/fit_chart.h"
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/controls/dial_slider.h"
#include "ui/widgets/readout.h"

#include <QAction>
#include <QDialog>
#include <QMenu>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTimer>
#include <QToolButton>

#include <algorithm>
#include <memory>

using namespace overfit;

class PointsByHandTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aDraggedPointTakesTheFitWithIt();
    void theAxesStayDuringADragAndHoldThePointAfterIt();
    void aPointIsNotDraggedOutOfThePlot();
    void escapeUndoesADragUnderWay();
    void aDialogEndsADragUnderWay();
    void anotherButtonEndsNoDrag();
    void aClickSelectsAndSaysWhatIsSelected();
    void aDoubleClickAddsAPoint_data();
    void aDoubleClickAddsAPoint();
    void keysDoAllThatTheMouseDoes();
    void aHeldKeyIsOneGesture();
    void everyCommandIsAStepBack();
    void newPointsAreOfTheSelectedClassHoweverFastTheyCome();
    void nothingIsSaidOfAnotherPoint();
    void keyboardsWithoutInsertCanAddPoints();
    void walkingGoesInTheOrderOfX();
    void theMenuOffersTheSame();
    void theLastPointsStayAndTheStatusBarSaysWhy();
    void aNewSampleDropsThePointsAndSaysSo();
    void modelSettingsKeepThePoints();
    void thePointsOfClassesAreEditedToo();
    void whereThereAreTooManyTheStatusBarSaysSo();

private:
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_session->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(
            shown() && shown()->complete() && shown()->scenario == m_session->window().scenario(), 60000);
    }
    void open(const DataSource &data)
    {
        Scenario scenario;
        scenario.data.source = data;
        m_session->window().setScenario(scenario);
        m_session->trainer().request(scenario);
        settle();
    }
    [[nodiscard]] bool isCurve() { return shown()->curve != nullptr; }
    ui::PlotView *plot() { return find<ui::PlotView>(isCurve() ? "fitPlot" : "classPlot"); }
    ui::PointEditor *editor() { return plot()->findChild<ui::PointEditor *>(); }
    QPoint pixelOf(const QPointF &value) { return plot()->map().toPixel(value).toPoint(); }
    QPointF valueAt(const PointId &point)
    {
        return ui::valueOf(ui::seenPoints(m_session->window().scenario()), point).value();
    }
    QString statusText()
    {
        const QStatusBar *bar = m_session->window().statusBar();
        return bar->isVisible() ? bar->currentMessage() : QString();
    }
    void drag(const QPoint &from, const QPoint &to, bool letGo = true);
    void click(const PointId &point);
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(plot(), key, modifiers);
        settle();
    }
    /// A place of the plot with no point nearby.
    QPoint emptyPlace();
    const SnapshotPtr &shown() { return m_session->window().shown(); }
    const Scenario &scenario() { return m_session->window().scenario(); }

    std::unique_ptr<app::Session> m_session;
};

void PointsByHandTest::init()
{
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    settle();
}

void PointsByHandTest::drag(const QPoint &from, const QPoint &to, bool letGo)
{
    QWidget *viewport = plot()->viewport();
    QTest::mousePress(viewport, Qt::LeftButton, {}, from);
    for (int step = 1; step <= 4; ++step) { // (QTest::mouseMove() presses no button)
        const QPointF at = from + QPointF(to - from) * step / 4;
        QMouseEvent event(QEvent::MouseMove, at, viewport->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
        QCoreApplication::sendEvent(viewport, &event);
    }
    if (letGo)
        QTest::mouseRelease(viewport, Qt::LeftButton, {}, to);
    settle();
}

void PointsByHandTest::click(const PointId &point)
{
    QTest::mouseClick(plot()->viewport(), Qt::LeftButton, {}, pixelOf(valueAt(point)));
    // Where points lie close together another one may be nearer to that pixel: then walk there.
    for (int i = 0; editor()->selected() != point && i < 600; ++i)
        QTest::keyClick(plot(), i < 300 ? Qt::Key_Right : Qt::Key_Left);
    QCOMPARE(editor()->selected(), std::optional(point));
}

QPoint PointsByHandTest::emptyPlace()
{
    const QRect area = plot()->map().area.toRect().adjusted(20, 20, -20, -20);
    for (int y = area.top(); y < area.bottom(); y += 5) {
        for (int x = area.left(); x < area.right(); x += 5) {
            if (!ui::nearestPoint(ui::seenPoints(scenario()), plot()->map(), QPointF(x, y), 20))
                return {x, y};
        }
    }
    return {};
}

void PointsByHandTest::aDraggedPointTakesTheFitWithIt()
{
    const SnapshotPtr before = shown();
    const PointId point = *ui::nearestPoint(
        ui::seenPoints(scenario()), plot()->map(), QPointF(pixelOf(valueAt({Role::Training, 5}))), 12);
    QSignalSpy began(editor(), &ui::PointEditor::gestureBegan);
    QSignalSpy ended(editor(), &ui::PointEditor::gestureEnded);
    QSignalSpy changed(&m_session->window().experimenter(), &ui::Experimenter::scenarioChanged);
    const QPoint from = pixelOf(valueAt(point));
    const QPoint to = from + QPoint(8, 60);
    drag(from, to);
    QCOMPARE(began.size(), 1);
    QCOMPARE(ended.size(), 1);
    QCOMPARE(changed.size(), 4); // one for every move of the hand
    QCOMPARE(editor()->selected(), std::optional(point));
    QVERIFY(shown()->curve->fit.polynomial.coefficients != before->curve->fit.polynomial.coefficients
        || point.role == Role::Validation);
    QVERIFY((QPointF(pixelOf(valueAt(point))) - to).manhattanLength() <= 3);
    drag(pixelOf(valueAt(point)), from);
    QVERIFY((QPointF(pixelOf(valueAt(point))) - from).manhattanLength() <= 3);
}

void PointsByHandTest::theAxesStayDuringADragAndHoldThePointAfterIt()
{
    click({Role::Training, 3});
    const ui::AxisRange x = plot()->map().x;
    const ui::AxisRange y = plot()->map().y;
    const QPoint from = pixelOf(valueAt({Role::Training, 3}));
    drag(from, {int(plot()->map().area.right()) + 50, int(plot()->map().area.top()) - 50}, false);
    QCOMPARE(plot()->map().x, x);
    QCOMPARE(plot()->map().y, y);
    QTest::mouseRelease(plot()->viewport(), Qt::LeftButton);
    QVERIFY(plot()->map().x.high > x.high); // it was left at the edge, beyond the data
    QVERIFY(plot()->map().y.high > y.high);
}

void PointsByHandTest::aPointIsNotDraggedOutOfThePlot()
{
    click({Role::Training, 3});
    const ui::PlotMap map = plot()->map();
    drag(pixelOf(valueAt({Role::Training, 3})), {-500, 2000});
    const QPointF left = valueAt({Role::Training, 3});
    QVERIFY(qAbs(left.x() - map.x.low) < 1e-9 && qAbs(left.y() - map.y.low) < 1e-9);
}

void PointsByHandTest::aDialogEndsADragUnderWay()
{
    click({Role::Training, 3});
    QSignalSpy ended(editor(), &ui::PointEditor::gestureEnded);
    const QPoint from = pixelOf(valueAt({Role::Training, 3}));
    drag(from, from + QPoint(20, 20), false);
    QTest::keyClick(&m_session->window(), Qt::Key_F1); // its release goes to the list of keys
    QTRY_VERIFY(find<QDialog>("keys") && find<QDialog>("keys")->isVisible());
    QCOMPARE(ended.size(), 1);
    QVERIFY(!editor()->gesturing());
    find<QDialog>("keys")->reject();
    const Scenario left = scenario();
    QTest::mouseMove(plot()->viewport(), from + QPoint(-20, -20));
    QVERIFY(scenario() == left);
    QTest::mouseRelease(plot()->viewport(), Qt::LeftButton);
}

void PointsByHandTest::anotherButtonEndsNoDrag()
{
    click({Role::Training, 3});
    const QPoint from = pixelOf(valueAt({Role::Training, 3}));
    drag(from, from + QPoint(20, 20), false);
    QTest::mousePress(plot()->viewport(), Qt::MiddleButton, {}, from);
    QTest::mouseRelease(plot()->viewport(), Qt::MiddleButton, {}, from);
    QVERIFY(editor()->gesturing());
    const Scenario left = scenario();
    QTest::mouseMove(plot()->viewport(), from + QPoint(30, 10));
    QVERIFY(!(scenario() == left));
    QTest::mouseRelease(plot()->viewport(), Qt::LeftButton);
    QVERIFY(!editor()->gesturing());
}

void PointsByHandTest::escapeUndoesADragUnderWay()
{
    const Scenario before = scenario();
    click({Role::Validation, 7});
    const QPoint from = pixelOf(valueAt({Role::Validation, 7}));
    QSignalSpy ended(editor(), &ui::PointEditor::gestureEnded);
    drag(from, from + QPoint(30, 30), false);
    QVERIFY(!(scenario() == before));
    key(Qt::Key_Escape);
    QVERIFY(scenario() == before);
    QCOMPARE(ended.size(), 1);
    QTest::mouseRelease(plot()->viewport(), Qt::LeftButton);
    QVERIFY(scenario() == before);
    QVERIFY(!find<QAction>("undo")->isEnabled()); // as if nothing had been
    QVERIFY(!m_session->window().isWindowModified());
}

void PointsByHandTest::aClickSelectsAndSaysWhatIsSelected()
{
    const auto *reading = find<ui::Readout>("pointReading");
    QVERIFY(reading->text().isEmpty());
    click({Role::Training, 0});
    QVERIFY2(reading->text().contains(QStringLiteral("training · residual")), qPrintable(reading->text()));
    QVERIFY(plot()->accessibleDescription().startsWith(QStringLiteral("Selected: training point, x ")));
    QTest::mouseClick(plot()->viewport(), Qt::LeftButton, {}, emptyPlace());
    QVERIFY(!editor()->selected());
    QVERIFY(reading->text().isEmpty());
    QVERIFY(!plot()->accessibleDescription().contains(QStringLiteral("Selected")));
    QVERIFY(!scenario().data.points); // a click moves nothing
}

void PointsByHandTest::aDoubleClickAddsAPoint_data()
{
    QTest::addColumn<bool>("shift");
    QTest::newRow("to train on") << false;
    QTest::newRow("for validation, with Shift") << true;
}

void PointsByHandTest::aDoubleClickAddsAPoint()
{
    QFETCH(const bool, shift);
    const std::size_t trained = shown()->training.count;
    const std::size_t validated = shown()->validation.count;
    const QPoint place = emptyPlace();
    QTest::mouseDClick(plot()->viewport(), Qt::LeftButton, shift ? Qt::ShiftModifier : Qt::NoModifier, place);
    settle();
    QCOMPARE(shown()->training.count, trained + (shift ? 0 : 1));
    QCOMPARE(shown()->validation.count, validated + (shift ? 1 : 0));
    QVERIFY(editor()->selected());
    QVERIFY((pixelOf(valueAt(*editor()->selected())) - place).manhattanLength() <= 2);
    QCOMPARE(find<ui::DialSlider>("trainSize")->value(), int(shown()->training.count));
}

void PointsByHandTest::keysDoAllThatTheMouseDoes()
{
    const Scenario untouched = scenario();
    plot()->setFocus();
    key(Qt::Key_Insert);
    QCOMPARE(shown()->training.count, std::size_t(21));
    const QPointF middle = valueAt(*editor()->selected());
    key(Qt::Key_Right, Qt::AltModifier);
    const ui::AxisRange x = plot()->map().x;
    QVERIFY(qAbs(valueAt(*editor()->selected()).x() - middle.x() - (x.high - x.low) / 100) < 1e-12);
    key(Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
    const ui::AxisRange y = plot()->map().y;
    QVERIFY(qAbs(valueAt(*editor()->selected()).y() - middle.y() - (y.high - y.low) / 1000) < 1e-12);
    key(Qt::Key_O);
    QVERIFY(qAbs(valueAt(*editor()->selected()).y() - middle.y()) > 1);
    key(Qt::Key_T);
    QCOMPARE(shown()->training.count, std::size_t(20));
    QCOMPARE(editor()->selected()->role, Role::Validation);
    key(Qt::Key_Delete);
    QVERIFY(scenario() == untouched);
    key(Qt::Key_Insert, Qt::ShiftModifier);
    QCOMPARE(shown()->validation.count, std::size_t(101));
    key(Qt::Key_Escape);
    QVERIFY(!editor()->selected());
}

void PointsByHandTest::aHeldKeyIsOneGesture()
{
    click({Role::Training, 2});
    QSignalSpy began(editor(), &ui::PointEditor::gestureBegan);
    QSignalSpy ended(editor(), &ui::PointEditor::gestureEnded);
    for (int i = 0; i < 3; ++i)
        QTest::keyPress(plot(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(began.size(), 1);
    QCOMPARE(ended.size(), 0);
    QTest::keyRelease(plot(), Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(ended.size(), 1);
}

void PointsByHandTest::everyCommandIsAStepBack()
{
    const PointId point{Role::Training, 5};
    click(point);
    drag(pixelOf(valueAt(*editor()->selected())), emptyPlace());
    QList<Scenario> steps{scenario()};
    for (const Qt::Key command : {Qt::Key_O, Qt::Key_T, Qt::Key_Delete, Qt::Key_Delete, Qt::Key_Insert}) {
        key(command);
        QVERIFY(scenario() != steps.last());
        steps.append(scenario());
    }
    while (steps.size() > 1) {
        QCOMPARE(scenario(), steps.takeLast());
        QTest::keyClick(&m_session->window(), Qt::Key_Z, Qt::ControlModifier);
    }
    QCOMPARE(scenario(), steps.takeLast());
    QTest::keyClick(&m_session->window(), Qt::Key_Z, Qt::ControlModifier); // the drag
    QCOMPARE(scenario(), Scenario());
}

void PointsByHandTest::newPointsAreOfTheSelectedClassHoweverFastTheyCome()
{
    open(DataSource::generatedClasses(Shape::Moons));
    const auto &labels = pointsOf(scenario()).classes.pool.label;
    const auto second =
        std::find(labels.begin(), labels.begin() + scenario().sampling.trainSize, 1) - labels.begin();
    click({Role::Training, std::size_t(second)});
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(plot(), Qt::Key_Insert); // before any answer
    const HandPoints points = *scenario().data.points;
    for (int i = 1; i <= 3; ++i)
        QCOMPARE(int(points.classes.pool.label.at(std::size_t(scenario().sampling.trainSize - i))), 1);
    settle();
}

void PointsByHandTest::nothingIsSaidOfAnotherPoint()
{
    click({Role::Training, 5});
    QVERIFY(!editor()->readout().isEmpty());
    QTest::keyClick(plot(), Qt::Key_Delete);
    QVERIFY(editor()->selected());
    QVERIFY(editor()->readout().isEmpty()); // until the answer is there
    settle();
    QVERIFY(!editor()->readout().isEmpty());
}

void PointsByHandTest::keyboardsWithoutInsertCanAddPoints()
{
    plot()->setFocus();
    key(Qt::Key_A);
    QCOMPARE(shown()->training.count, std::size_t(21));
    key(Qt::Key_A, Qt::ShiftModifier);
    QCOMPARE(shown()->validation.count, std::size_t(101));
    key(Qt::Key_Backspace);
    QCOMPARE(shown()->validation.count, std::size_t(100));
}

void PointsByHandTest::walkingGoesInTheOrderOfX()
{
    plot()->setFocus();
    QTest::keyClick(plot(), Qt::Key_Home);
    double last = valueAt(*editor()->selected()).x();
    int steps = 0;
    for (std::optional<PointId> before; editor()->selected() != before; ++steps) {
        before = editor()->selected();
        QTest::keyClick(plot(), Qt::Key_Right);
        QVERIFY(valueAt(*editor()->selected()).x() >= last);
        last = valueAt(*editor()->selected()).x();
    }
    QCOMPARE(steps, 120); // 20 to train on and 100 to validate, and one that leads nowhere
    const std::optional<PointId> end = editor()->selected();
    QTest::keyClick(plot(), Qt::Key_PageDown);
    QTest::keyClick(plot(), Qt::Key_End);
    QCOMPARE(editor()->selected(), end);
}

void PointsByHandTest::theMenuOffersTheSame()
{
    click({Role::Training, 4});
    QStringList offered;
    QTimer::singleShot(0, this, [&] {
        auto *menu = plot()->findChild<QMenu *>(QStringLiteral("pointMenu"));
        QTRY_VERIFY(menu->isVisible());
        for (const QAction *action : menu->actions()) {
            if (action->isVisible())
                offered += action->shortcut().toString();
        }
        QTest::keyClick(menu, Qt::Key_D); // the mnemonic of Delete
    });
    QContextMenuEvent event(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(plot(), &event);
    settle();
    QCOMPARE(offered.join(u' '), QStringLiteral("Ins Shift+Ins Del T O"));
    QCOMPARE(shown()->training.count, std::size_t(19));
}

void PointsByHandTest::theLastPointsStayAndTheStatusBarSaysWhy()
{
    Scenario few;
    few.sampling.trainSize = 2;
    m_session->window().setScenario(few);
    m_session->trainer().request(few);
    settle();
    click({Role::Training, 0});
    key(Qt::Key_Delete);
    QVERIFY(scenario() == few);
    QVERIFY2(statusText().contains(QStringLiteral("have to stay")), qPrintable(statusText()));
    key(Qt::Key_Up, Qt::AltModifier);
    QVERIFY(statusText().isEmpty());
}

void PointsByHandTest::aNewSampleDropsThePointsAndSaysSo()
{
    click({Role::Training, 0});
    key(Qt::Key_O);
    QVERIFY(scenario().data.points);
    QTest::mouseClick(find<QToolButton>("newSample"), Qt::LeftButton);
    settle();
    QVERIFY(!scenario().data.points);
    QVERIFY2(statusText().contains(QStringLiteral("drawn anew")), qPrintable(statusText()));
}

void PointsByHandTest::modelSettingsKeepThePoints()
{
    click({Role::Training, 0});
    key(Qt::Key_O);
    const HandPointsPtr points = scenario().data.points;
    find<ui::DialSlider>("degree")->setValue(9);
    find<ui::DialSlider>("trainSize")->setValue(40);
    settle();
    QVERIFY(points && scenario().data.points == points);
    QCOMPARE(shown()->training.count, std::size_t(40));
    QVERIFY(editor()->selected());
    find<ui::DialSlider>("trainSize")->setValue(2); // the selected one is the first of them
    QVERIFY(editor()->selected());
}

void PointsByHandTest::thePointsOfClassesAreEditedToo()
{
    open(DataSource::generatedClasses(Shape::Blobs));
    QVERIFY(plot()->isVisible());
    click({Role::Training, 1});
    const auto *reading = find<ui::Readout>("classPointReading");
    QVERIFY2(reading->text().contains(QStringLiteral("model: ")), qPrintable(reading->text()));
    const HandPoints before = pointsOf(scenario());
    key(Qt::Key_C);
    QCOMPARE(int(scenario().data.points->classes.pool.label[1]), 1 - int(before.classes.pool.label[1]));
    const QPoint from = pixelOf(valueAt({Role::Training, 1}));
    const QPoint to = plot()->map().area.center().toPoint();
    drag(from, to);
    const std::size_t trained = shown()->training.count;
    key(Qt::Key_Delete);
    QCOMPARE(shown()->training.count, trained - 1);
}

void PointsByHandTest::whereThereAreTooManyTheStatusBarSaysSo()
{
    Table table{"many", {"x", ""}, {"y", ""}, {}, ""};
    for (int i = 0; i < 2001; ++i) {
        table.rows.x.push_back(i);
        table.rows.y.push_back(i % 7);
    }
    open(DataSource::ownTable(std::make_shared<const Table>(std::move(table))));
    const Scenario before = scenario();
    plot()->setFocus();
    key(Qt::Key_Insert);
    QVERIFY(scenario() == before);
    QVERIFY2(statusText().contains(QStringLiteral("2,001")), qPrintable(statusText()));
}

OVERFIT_WIDGET_TEST(PointsByHandTest)
#include "points_by_hand_test.moc"
