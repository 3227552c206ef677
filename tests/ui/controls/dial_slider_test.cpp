// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_slider.h"

#include "tests/frame/test_class.h"

#include <QApplication>
#include <QDialog>
#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>
#include <QWheelEvent>

#include <functional>
#include <memory>

using overfit::ui::DialSlider;

class DialSliderTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void aPressInTheGrooveGoesThere_data();
    void aPressInTheGrooveGoesThere();
    void draggingFollowsThePointerAndStopsAtTheEnds();
    void whatTakesTheMouseAwayEndsADrag_data();
    void whatTakesTheMouseAwayEndsADrag();
    void onlyTheLeftButtonEndsADrag();
    void keysMoveItByTheirSteps_data();
    void keysMoveItByTheirSteps();
    void theWheelMovesItAStepANotchWhileItHasTheFocus();
    void theWheelOverAnUnfocusedSliderChangesNothing();
    void rightToLeftMirrorsIt();

private:
    void wheel(int angle) const;
    [[nodiscard]] QPoint at(int value) const
    {
        return {qRound(m_slider->handleX(value)), m_slider->height() / 2};
    }

    std::unique_ptr<QWidget> m_window;
    DialSlider *m_slider = nullptr;
    QLineEdit *m_other = nullptr;
};

void DialSliderTest::init()
{
    m_window = std::make_unique<QWidget>();
    m_slider = new DialSlider(m_window.get());
    m_other = new QLineEdit(m_window.get());
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_slider);
    column->addWidget(m_other);
    m_slider->setRange(0, 30);
    m_slider->setSingleStep(1);
    m_slider->setPageStep(5);
    m_slider->setValue(10);
    m_window->resize(500, 100);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_slider->setFocus();
}

void DialSliderTest::wheel(int angle) const
{
    const QPointF centre = m_slider->rect().center();
    QWheelEvent event(centre, m_slider->mapToGlobal(centre), {}, {0, angle}, Qt::NoButton, Qt::NoModifier,
        Qt::NoScrollPhase, false);
    QApplication::sendEvent(m_slider, &event);
}

void DialSliderTest::aPressInTheGrooveGoesThere_data()
{
    QTest::addColumn<int>("value");
    for (const int value : {0, 1, 7, 22, 30})
        QTest::addRow("%d", value) << value;
}

void DialSliderTest::aPressInTheGrooveGoesThere()
{
    QFETCH(int, value);
    QTest::mouseClick(m_slider, Qt::LeftButton, {}, at(value));
    QCOMPARE(m_slider->value(), value);
}

void DialSliderTest::draggingFollowsThePointerAndStopsAtTheEnds()
{
    QTest::mousePress(m_slider, Qt::LeftButton, {}, at(10));
    for (const int value : {11, 14, 20, 19}) {
        QTest::mouseMove(m_slider, at(value));
        QCOMPARE(m_slider->value(), value);
    }
    QTest::mouseMove(m_slider, {m_slider->width() + 300, 5});
    QCOMPARE(m_slider->value(), 30);
    QTest::mouseRelease(m_slider, Qt::LeftButton, {}, at(30));
    QTest::mouseMove(m_slider, at(3));
    QCOMPARE(m_slider->value(), 30);
}

using Take = std::function<void()>;

void DialSliderTest::whatTakesTheMouseAwayEndsADrag_data()
{
    QTest::addColumn<Take>("take");
    QTest::newRow("a dialog") << Take([this] {
        auto *dialog = new QDialog(m_window.get());
        dialog->open();
        QVERIFY(QTest::qWaitForWindowExposed(dialog));
        delete dialog;
    });
    QTest::newRow("another control") << Take([this] { m_other->setFocus(); });
    QTest::newRow("it is hidden") << Take([this] {
        m_slider->hide();
        m_slider->show();
    });
    QTest::newRow("it is switched off") << Take([this] {
        m_slider->setEnabled(false);
        m_slider->setEnabled(true);
    });
}

/// The release goes elsewhere.
void DialSliderTest::whatTakesTheMouseAwayEndsADrag()
{
    QFETCH(Take, take);
    QTest::mousePress(m_slider, Qt::LeftButton, {}, at(10));
    QTest::mouseMove(m_slider, at(12));
    take();
    QVERIFY(!m_slider->isSliderDown());
    QTest::mouseMove(m_slider, at(20)); // the button is still down
    QCOMPARE(m_slider->value(), 12);
    QTest::mouseRelease(m_other, Qt::LeftButton);
    QTest::mousePress(m_slider, Qt::RightButton, {}, at(20));
    QTest::mouseMove(m_slider, at(25));
    QTest::mouseRelease(m_slider, Qt::RightButton, {}, at(25));
    QCOMPARE(m_slider->value(), 12);
}

void DialSliderTest::onlyTheLeftButtonEndsADrag()
{
    QTest::mousePress(m_slider, Qt::LeftButton, {}, at(10));
    for (const Qt::MouseButton other : {Qt::RightButton, Qt::MiddleButton}) {
        QTest::mousePress(m_slider, other, {}, at(10));
        QTest::mouseRelease(m_slider, other, {}, at(10));
    }
    QVERIFY(m_slider->isSliderDown());
    QTest::mouseMove(m_slider, at(14));
    QCOMPARE(m_slider->value(), 14);
    QTest::mouseRelease(m_slider, Qt::LeftButton, {}, at(14));
    QVERIFY(!m_slider->isSliderDown());
}

void DialSliderTest::keysMoveItByTheirSteps_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<bool>("shift");
    QTest::addColumn<int>("fine");
    QTest::addColumn<int>("after");
    QTest::newRow("right") << Qt::Key_Right << false << 0 << 11;
    QTest::newRow("left") << Qt::Key_Left << false << 0 << 9;
    QTest::newRow("up") << Qt::Key_Up << false << 0 << 11;
    QTest::newRow("page up") << Qt::Key_PageUp << false << 0 << 15;
    QTest::newRow("page down") << Qt::Key_PageDown << false << 0 << 5;
    QTest::newRow("home") << Qt::Key_Home << false << 0 << 0;
    QTest::newRow("end") << Qt::Key_End << false << 0 << 30;
    QTest::newRow("shift right is fine") << Qt::Key_Right << true << 2 << 12;
    QTest::newRow("shift down is fine") << Qt::Key_Down << true << 2 << 8;
    QTest::newRow("shift without a fine step") << Qt::Key_Right << true << 0 << 11;
}

void DialSliderTest::keysMoveItByTheirSteps()
{
    QFETCH(Qt::Key, key);
    QFETCH(bool, shift);
    QFETCH(int, fine);
    QFETCH(int, after);
    m_slider->setFineStep(fine);
    QTest::keyClick(m_slider, key, shift ? Qt::ShiftModifier : Qt::NoModifier);
    QCOMPARE(m_slider->value(), after);
}

void DialSliderTest::theWheelMovesItAStepANotchWhileItHasTheFocus()
{
    wheel(120);
    QCOMPARE(m_slider->value(), 11);
    wheel(-240);
    QCOMPARE(m_slider->value(), 9);
    for (int i = 0; i < 4; ++i)
        wheel(30); // a touch pad: four quarters make a notch
    QCOMPARE(m_slider->value(), 10);
}

void DialSliderTest::theWheelOverAnUnfocusedSliderChangesNothing()
{
    m_other->setFocus();
    wheel(120);
    wheel(-360);
    QCOMPARE(m_slider->value(), 10);
    QVERIFY(!m_slider->hasFocus());
}

void DialSliderTest::rightToLeftMirrorsIt()
{
    const qreal before = m_slider->handleX(3);
    m_slider->setLayoutDirection(Qt::RightToLeft);
    QVERIFY(std::abs(m_slider->handleX(27) - before) < 1e-9);
    QTest::mouseClick(m_slider, Qt::LeftButton, {}, at(22));
    QCOMPARE(m_slider->value(), 22);
    QTest::keyClick(m_slider, Qt::Key_Left);
    QCOMPARE(m_slider->value(), 23);
}

OVERFIT_WIDGET_TEST(DialSliderTest)
#include "dial_slider_test.moc"
