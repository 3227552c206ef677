// SPDX-License-Identifier: GPL-3.0-or-later

// What a class sees: the real window with its real trainer, driven by hand.

#include "app/session.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/dial_slider.h"
#include "ui/window/figures_line.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

#include <memory>

using namespace overfit;

class AClassWatchesTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theFirstScreenShowsAGoodFit();
    void raisingTheDegreeLetsTheLinesPart();
    void moreTrainingPointsCureIt();
    void draggingThereAndBackRestoresThePicture();
    void aNewSampleIsANewPicture();
    void theLastOfTenThousandMovesIsWhatIsShown();
    void noMoveIsAnsweredByAnOlderResult();

private:
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_session->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    void drag(const char *name, int value);
    void settle()
    {
        QTRY_VERIFY(shown() && shown()->complete() && shown()->scenario == m_session->window().scenario());
    }
    SnapshotPtr shown() { return m_session->window().shown(); }
    QImage picture() { return m_session->window().centralWidget()->grab().toImage(); }

    std::unique_ptr<app::Session> m_session;
};

void AClassWatchesTest::init()
{
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    settle();
}

void AClassWatchesTest::drag(const char *name, int value)
{
    auto *slider = find<ui::DialSlider>(name);
    const auto at = [slider](int to) { return QPoint(qRound(slider->handleX(to)), slider->height() / 2); };
    QTest::mousePress(slider, Qt::LeftButton, {}, at(slider->value()));
    QTest::mouseMove(slider, at((slider->value() + value) / 2));
    QTest::mouseMove(slider, at(value));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at(value));
    QCOMPARE(slider->value(), value);
    settle();
}

void AClassWatchesTest::theFirstScreenShowsAGoodFit()
{
    const auto *figures = find<ui::FiguresLine>("figures");
    QVERIFY(figures->sentence().headline.contains(QStringLiteral("follows the curve")));
    QCOMPARE(find<ui::PlotView>("fitPlot")->drawing().lines.size(), 2); // the target and the model
}

void AClassWatchesTest::raisingTheDegreeLetsTheLinesPart()
{
    const double before = shown()->training.accuracy - shown()->validation.accuracy;
    drag("degree", 14);
    QVERIFY(shown()->training.accuracy - shown()->validation.accuracy > before + 0.25);
    QVERIFY(find<ui::FiguresLine>("figures")->sentence().headline.contains(
        QStringLiteral("remembers the training points")));
}

void AClassWatchesTest::moreTrainingPointsCureIt()
{
    drag("degree", 14);
    const double sick = shown()->validation.accuracy;
    drag("trainSize", 200);
    QVERIFY(shown()->validation.accuracy > 0.8 && shown()->validation.accuracy > sick);
    QVERIFY(
        find<ui::FiguresLine>("figures")->sentence().headline.contains(QStringLiteral("follows the curve")));
}

void AClassWatchesTest::draggingThereAndBackRestoresThePicture()
{
    find<ui::DialSlider>("degree")->setFocus();
    const QImage before = picture();
    drag("degree", 22);
    QVERIFY(picture() != before);
    drag("degree", Scenario().model.degree);
    QCOMPARE(picture(), before);
}

void AClassWatchesTest::aNewSampleIsANewPicture()
{
    const SnapshotPtr before = shown();
    QTest::mouseClick(find<QToolButton>("newSample"), Qt::LeftButton);
    settle();
    QVERIFY(shown()->scenario.data.seed != before->scenario.data.seed);
    QVERIFY(shown()->curve->split->pool->x != before->curve->split->pool->x);
    QCOMPARE(shown()->scenario.model.degree, before->scenario.model.degree);
}

void AClassWatchesTest::theLastOfTenThousandMovesIsWhatIsShown()
{
    auto *slider = find<ui::DialSlider>("degree");
    slider->setFocus();
    for (int move = 0; move < 10000; ++move)
        slider->setValue(move * 7 % 31);
    QTest::keyClick(slider, Qt::Key_End);
    QTest::keyClick(slider, Qt::Key_Left);
    settle();
    QCOMPARE(shown()->scenario.model.degree, 29);
    QCOMPARE(*find<ui::PlotView>("accuracyPlot")->drawing().rule, 29.0);
}

void AClassWatchesTest::noMoveIsAnsweredByAnOlderResult()
{
    auto *slider = find<ui::DialSlider>("degree");
    QSignalSpy ready(&m_session->trainer(), &app::Trainer::snapshotReady);
    for (int move = 0; move < 500; ++move) {
        slider->setValue(move * 7 % 31);
        const auto before = ready.size();
        QCoreApplication::processEvents();
        for (auto i = before; i < ready.size(); ++i)
            QCOMPARE(ready[i][0].value<SnapshotPtr>()->scenario.model.degree, slider->value());
    }
}

OVERFIT_WIDGET_TEST(AClassWatchesTest)
#include "a_class_watches_test.moc"
