// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/experimenter.h"

#include "tests/frame/test_class.h"

#include <QSignalSpy>
#include <QTest>

#include <functional>

using namespace overfit;
using namespace overfit::ui;

using Gesture = std::function<void(Experimenter &)>;
using Edit = std::function<void(Scenario &)>;

class ExperimenterTest : public QObject
{
    Q_OBJECT

private slots:
    void aGestureIsAStepThatCanBeUndone_data();
    void aGestureIsAStepThatCanBeUndone();
    void whatIsShownIsNoStep();
    void aGestureThatChangesNothingSaysNothing();
    void whoeverIsShownAScenarioMayChangeItAgain();
    void dataThatAreOpenedBeginAnotherDocument();
    void anotherExperimentBeginsTheHistoryAnew();
    void thePatienceIsPartOfAStep();
    void aShorterTrainingTakesTheEpochWithIt();
};

void ExperimenterTest::aGestureIsAStepThatCanBeUndone_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const Gesture &gesture, const Edit &edit) {
        QTest::newRow(name) << gesture << edit;
    };
    row(
        "dial", [](Experimenter &e) { e.moveDial(Dial::Degree, 9); },
        [](Scenario &s) { s.model.degree = 9; });
    row(
        "seed", [](Experimenter &e) { e.setSeed(77); }, [](Scenario &s) { s.data.seed = 77; });
    row(
        "sample", [](Experimenter &e) { e.drawNewSample(); }, [](Scenario &s) { ++s.data.seed; });
    row(
        "noise", [](Experimenter &e) { e.setNoise(0.5); }, [](Scenario &s) { s.data.noise = 0.5; });
    row(
        "ridge", [](Experimenter &e) { e.moveDial(Dial::Ridge, 91); },
        [](Scenario &s) { s.model.ridge = 1000; });
    row(
        "data", [](Experimenter &e) { e.setSource(DataSource::shippedSet("nile")); },
        [](Scenario &s) { s.data.source = DataSource::shippedSet("nile"); });
    row(
        "formula", [](Experimenter &e) { e.setFormula(QStringLiteral("sin(x)")); },
        [](Scenario &s) { s.data.source = DataSource::ofFormula("sin(x)"); });
    row(
        "last epoch", [](Experimenter &e) { e.setLastEpoch(123); },
        [](Scenario &s) { s.training.lastEpoch = 123; });
    row(
        "epoch", [](Experimenter &e) { e.setEpoch(5); },
        [](Scenario &s) {
            s.model.epochs = 5;
            s.curve = Dial::Epochs;
        });
    row(
        "model B", [](Experimenter &e) { e.keepRival(true); },
        [](Scenario &s) {
            s.rivals = {ModelSettings{s.model.degree, s.model.ridge, s.model.epochs}};
        });
}

void ExperimenterTest::aGestureIsAStepThatCanBeUndone()
{
    QFETCH(Gesture, gesture);
    QFETCH(Edit, edit);
    Scenario wanted;
    edit(wanted);
    Experimenter experimenter{Scenario()};
    QSignalSpy set(&experimenter, &Experimenter::scenarioSet);
    QSignalSpy changed(&experimenter, &Experimenter::scenarioChanged);
    gesture(experimenter);
    QCOMPARE(experimenter.scenario(), wanted);
    QCOMPARE(set.size(), 1);
    QCOMPARE(changed.size(), 1);
    experimenter.history().stack().undo();
    QCOMPARE(experimenter.scenario().model, Scenario().model);
    QCOMPARE(experimenter.scenario().data, Scenario().data);
    QCOMPARE(changed.size(), 2);
    experimenter.history().stack().redo();
    QCOMPARE(experimenter.scenario(), wanted);
}

void ExperimenterTest::whatIsShownIsNoStep()
{
    Experimenter experimenter{Scenario()};
    QSignalSpy replaced(&experimenter, &Experimenter::dataReplaced);
    QSignalSpy changed(&experimenter, &Experimenter::scenarioChanged);
    Scenario other;
    other.model.degree = 9;
    experimenter.setScenario(other);
    QCOMPARE(experimenter.scenario(), other);
    QCOMPARE(replaced.size(), 0);
    other.data.source = DataSource::shippedSet("nile");
    experimenter.setScenario(other);
    QCOMPARE(replaced.size(), 1);
    QCOMPARE(changed.size(), 0);
    QVERIFY(!experimenter.history().stack().canUndo());
}

void ExperimenterTest::aGestureThatChangesNothingSaysNothing()
{
    Experimenter experimenter{Scenario()};
    QSignalSpy changing(&experimenter, &Experimenter::changing);
    experimenter.setSeed(Scenario().data.seed);
    QCOMPARE(changing.size(), 0);
    experimenter.setSeed(Scenario().data.seed + 1);
    QCOMPARE(changing.size(), 1);
}

/// As a player does that starts anew: only the last one wants an answer.
void ExperimenterTest::whoeverIsShownAScenarioMayChangeItAgain()
{
    Experimenter experimenter{Scenario()};
    connect(&experimenter, &Experimenter::scenarioShown, this, [&experimenter] { experimenter.setEpoch(1); });
    QSignalSpy changed(&experimenter, &Experimenter::scenarioChanged);
    experimenter.setSeed(77);
    QCOMPARE(changed.size(), 1);
    const auto last = changed.last()[0].value<Scenario>();
    QCOMPARE(last.data.seed, quint64(77));
    QCOMPARE(last.model.epochs, 1);
    QCOMPARE(experimenter.scenario(), last);
}

void ExperimenterTest::dataThatAreOpenedBeginAnotherDocument()
{
    Experimenter experimenter{Scenario()};
    const quint64 before = experimenter.settings().document;
    experimenter.useData(Scenario().data.source); // the same ones
    const quint64 after = experimenter.settings().document;
    QVERIFY(after != before);
    experimenter.history().stack().undo();
    QCOMPARE(experimenter.settings().document, before);
    experimenter.history().stack().redo();
    QCOMPARE(experimenter.settings().document, after);
}

void ExperimenterTest::anotherExperimentBeginsTheHistoryAnew()
{
    Experimenter experimenter{Scenario()};
    experimenter.setSeed(77);
    const quint64 before = experimenter.settings().document;
    Scenario other;
    other.model.degree = 9;
    experimenter.open(other, 12);
    QCOMPARE(experimenter.scenario(), other);
    QCOMPARE(experimenter.settings().patience, 12);
    QVERIFY(experimenter.settings().document != before);
    QVERIFY(!experimenter.history().stack().canUndo() && experimenter.history().stack().isClean());
}

void ExperimenterTest::thePatienceIsPartOfAStep()
{
    Experimenter experimenter{Scenario()};
    QSignalSpy set(&experimenter, &Experimenter::patienceSet);
    experimenter.setPatience(12);
    experimenter.history().endGesture(); // a hand went on to something else
    experimenter.openScene(Scenario()); // which has none
    QCOMPARE(experimenter.settings().patience, 0);
    experimenter.history().stack().undo();
    QCOMPARE(set.last()[0].toInt(), 12);
}

void ExperimenterTest::aShorterTrainingTakesTheEpochWithIt()
{
    Experimenter experimenter{Scenario()};
    experimenter.setEpoch(50);
    experimenter.setLastEpoch(20);
    QCOMPARE(experimenter.scenario().model.epochs, 20);
    Experimenter trained{Scenario()};
    trained.setLastEpoch(20);
    QCOMPARE(trained.scenario().model.epochs, kFullyTrained);
}

OVERFIT_WIDGET_TEST(ExperimenterTest)
#include "experimenter_test.moc"
