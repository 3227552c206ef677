// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/epoch_player.h"

#include "core/analysis/early_stopping.h"

#include "core/random.h"
#include "tests/frame/test_class.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

using namespace overfit;
using namespace overfit::ui;

namespace {

Sweep runWith(const std::vector<double> &validation)
{
    Sweep run{Dial::Epochs, {}, {}};
    for (const double accuracy : validation) {
        SweepPoint point;
        point.value = static_cast<int>(run.points.size()) + 1;
        point.validation.accuracy = accuracy;
        run.points.push_back(point);
    }
    return run;
}

/// A run that gets better to its end.
std::vector<double> rising(int epochs)
{
    std::vector<double> validation;
    for (int epoch = 1; epoch <= epochs; ++epoch)
        validation.push_back(epoch / 5000.0);
    return validation;
}

/// A run that is best at @p best.
std::vector<double> peaked(int best, int epochs)
{
    std::vector<double> validation = rising(epochs);
    for (auto after = static_cast<std::size_t>(best); after < validation.size(); ++after)
        validation[after] = 0;
    return validation;
}

/// The first epoch of which the last @p patience bring nothing above all that was before them.
std::optional<int> searchedStop(const std::vector<double> &validation, int patience)
{
    for (auto end = validation.begin(); end != validation.end(); ++end) {
        const auto done = end - validation.begin() + 1;
        if (done <= patience)
            continue;
        const auto recent = end + 1 - patience;
        if (*std::max_element(recent, end + 1) <= *std::max_element(validation.begin(), recent))
            return static_cast<int>(done);
    }
    return std::nullopt;
}

/// Scores in a few steps, so that many are equal.
std::vector<double> drawnRun(std::uint64_t seed)
{
    Random random(seed, Stream::Order);
    std::vector<double> validation(1 + random.below(80));
    const std::uint64_t steps = 2 + random.below(60);
    for (double &accuracy : validation)
        accuracy = static_cast<double>(random.below(steps)) / static_cast<double>(steps);
    return validation;
}

} // namespace

/// The player as the window uses it: what it chooses is what the dial stands at.
class EpochPlayerTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void theStopRuleIsThatOfAPlainSearch_data();
    void theStopRuleIsThatOfAPlainSearch();
    void itPlaysAtItsSpeed_data();
    void itPlaysAtItsSpeed();
    void manyShortFramesComeAsFarAsOneLongOne();
    void aFrameWithoutANewEpochSaysNothing();
    void theSpeedCanBeChangedWhileItPlays();
    void aTimerLetsTheTimeGoBy();
    void itNeverGetsAheadOfTheTraining();
    void timeSpentWaitingIsNotMadeUpFor();
    void itWaitsForARunOfWhichNothingIsKnown();
    void aSnapshotOfAnotherRunIsNotPlayed();
    void itEndsAtTheLastEpoch();
    void itEndsWhereTheStopRuleSays();
    void theStopRuleDoesNotEndAnythingAfterTheLastEpoch();
    void withoutPatienceItNeverStopsEarly();
    void playingBeyondTheStopRuleDoesNotGoBack();
    void playingFromAnEpochThatIsNotTrainedYetDoesNotGoBack();
    void playStartsFromWhereTheDialStands_data();
    void playStartsFromWhereTheDialStands();
    void playWhereTheStopRuleEndedStartsAnew();
    void pausingKeepsTheEpoch();
    void timeThatGoesByWhilePausedMovesNothing();
    void playAndPauseAreSaidOnce();
    void toggleTurnsItOnAndOff();
    void aStepMovesByOneEpochAndPauses_data();
    void aStepMovesByOneEpochAndPauses();
    void rewindGoesToTheFirstEpochAndPauses();
    void anotherDialStartsItAnewWhileItPlays_data();
    void anotherDialStartsItAnewWhileItPlays();
    void whatDoesNotBearOnTheRunLetsItGoOn_data();
    void whatDoesNotBearOnTheRunLetsItGoOn();
    void anotherDialWhilePausedStartsNothing();
    void aShorterRunEndsItWhereTheRunNowEnds();

private:
    using Edit = std::function<void(Scenario &)>;
    using Gesture = std::function<void(EpochPlayer &)>;

    void edit(const Edit &edit);
    void stand(int epochs)
    {
        edit([epochs](Scenario &scenario) { scenario.model.epochs = epochs; });
    }
    /// The training of the scenario has come so far.
    void know(const std::vector<double> &validation);
    [[nodiscard]] QList<int> chosen() const;
    void forget();

    Scenario m_scenario;
    std::unique_ptr<EpochPlayer> m_player;
    std::unique_ptr<QSignalSpy> m_chosen;
    std::unique_ptr<QSignalSpy> m_playing;
    std::unique_ptr<QSignalSpy> m_ended;
};

void EpochPlayerTest::init()
{
    m_scenario = Scenario();
    m_player = std::make_unique<EpochPlayer>();
    m_player->setScenario(m_scenario);
    m_chosen = std::make_unique<QSignalSpy>(m_player.get(), &EpochPlayer::epochChosen);
    m_playing = std::make_unique<QSignalSpy>(m_player.get(), &EpochPlayer::playingChanged);
    m_ended = std::make_unique<QSignalSpy>(m_player.get(), &EpochPlayer::ended);
    connect(m_player.get(), &EpochPlayer::epochChosen, this, &EpochPlayerTest::stand);
}

void EpochPlayerTest::edit(const Edit &edit)
{
    edit(m_scenario);
    m_player->setScenario(Scenario(m_scenario));
}

void EpochPlayerTest::know(const std::vector<double> &validation)
{
    Snapshot snapshot;
    snapshot.scenario = m_scenario;
    snapshot.sweeps[Dial::Epochs] = std::make_shared<const Sweep>(runWith(validation));
    m_player->show(snapshot);
}

QList<int> EpochPlayerTest::chosen() const
{
    QList<int> epochs;
    for (const QList<QVariant> &signal : *m_chosen)
        epochs.append(signal[0].toInt());
    return epochs;
}

void EpochPlayerTest::forget()
{
    m_chosen->clear();
    m_playing->clear();
    m_ended->clear();
}

void EpochPlayerTest::theStopRuleIsThatOfAPlainSearch_data()
{
    QTest::addColumn<int>("patience");
    for (const int patience : {1, 2, 3, 7, 20, 50})
        QTest::addRow("patience %d", patience) << patience;
}

void EpochPlayerTest::theStopRuleIsThatOfAPlainSearch()
{
    QFETCH(int, patience);
    int stopped = 0;
    for (std::uint64_t seed = 0; seed < 500; ++seed) {
        const std::vector<double> validation = drawnRun(seed);
        const std::optional<int> wanted = searchedStop(validation, patience);
        QVERIFY2(stopEpoch(runWith(validation), patience) == wanted, qPrintable(QString::number(seed)));
        stopped += wanted ? 1 : 0;
    }
    QVERIFY(stopped > 10 && stopped < 500); // both answers were asked for
    QVERIFY(!stopEpoch(runWith({}), patience));
}

void EpochPlayerTest::itPlaysAtItsSpeed_data()
{
    QTest::addColumn<int>("speed");
    QTest::addColumn<double>("seconds");
    QTest::addColumn<int>("epoch");
    QTest::newRow("half a second at 1") << 1 << 0.5 << 1;
    QTest::newRow("two seconds and a half at 1") << 1 << 2.5 << 3;
    QTest::newRow("a second and a bit at 20") << 20 << 1.02 << 21;
    QTest::newRow("a frame at 1000") << 1000 << 0.0165 << 17;
    QTest::newRow("a tenth at 500") << 500 << 0.101 << 51;
}

void EpochPlayerTest::itPlaysAtItsSpeed()
{
    QFETCH(int, speed);
    QFETCH(double, seconds);
    QFETCH(int, epoch);
    know(rising(200));
    m_player->setSpeed(speed);
    m_player->play();
    m_player->advance(seconds);
    QCOMPARE(m_scenario.model.epochs, epoch);
    QVERIFY(m_player->playing());
}

void EpochPlayerTest::manyShortFramesComeAsFarAsOneLongOne()
{
    know(rising(200));
    m_player->play();
    for (int frame = 0; frame < 251; ++frame)
        m_player->advance(0.016); // 4.016 seconds at 20 epochs a second
    QCOMPARE(m_scenario.model.epochs, 81);
    QList<int> everyOne;
    for (int epoch = 1; epoch <= 81; ++epoch)
        everyOne.append(epoch);
    QCOMPARE(chosen(), everyOne);
}

void EpochPlayerTest::aFrameWithoutANewEpochSaysNothing()
{
    know(rising(200));
    m_player->play();
    forget();
    for (int frame = 0; frame < 3; ++frame)
        m_player->advance(0.016); // 0.96 of an epoch
    QCOMPARE(m_chosen->size(), 0);
    m_player->advance(0.016);
    QCOMPARE(chosen(), QList<int>{2});
    QCOMPARE(m_playing->size() + m_ended->size(), 0);
}

void EpochPlayerTest::theSpeedCanBeChangedWhileItPlays()
{
    know(rising(200));
    m_player->play();
    m_player->advance(1.01);
    QCOMPARE(m_scenario.model.epochs, 21);
    m_player->setSpeed(100);
    QCOMPARE(m_scenario.model.epochs, 21);
    m_player->advance(0.5);
    QCOMPARE(m_scenario.model.epochs, 71);
    QCOMPARE(m_playing->size(), 1);
}

void EpochPlayerTest::aTimerLetsTheTimeGoBy()
{
    know(rising(200));
    m_player->setSpeed(1000);
    m_player->play();
    QTRY_COMPARE(m_scenario.model.epochs, 200);
    QTRY_VERIFY(!m_player->playing());
    const QList<int> epochs = chosen();
    QVERIFY(std::is_sorted(epochs.cbegin(), epochs.cend()));
    QCOMPARE(m_ended->size(), 1);
}

void EpochPlayerTest::itNeverGetsAheadOfTheTraining()
{
    know(rising(10));
    m_player->play();
    m_player->advance(100);
    QCOMPARE(m_scenario.model.epochs, 10);
    QVERIFY(m_player->playing()); // it waits
    QCOMPARE(m_ended->size(), 0);
    know(rising(12));
    m_player->advance(100);
    QCOMPARE(m_scenario.model.epochs, 12);
    QCOMPARE(chosen(), (QList<int>{1, 10, 12}));
}

void EpochPlayerTest::timeSpentWaitingIsNotMadeUpFor()
{
    know(rising(10));
    m_player->play();
    m_player->advance(100);
    know(rising(200));
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, 11);
}

void EpochPlayerTest::itWaitsForARunOfWhichNothingIsKnown()
{
    m_player->play();
    QCOMPARE(chosen(), QList<int>{1});
    m_player->advance(10);
    know({});
    m_player->advance(10);
    QCOMPARE(chosen(), QList<int>{1});
    QVERIFY(m_player->playing());
    know(rising(3));
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, 2);
}

void EpochPlayerTest::aSnapshotOfAnotherRunIsNotPlayed()
{
    m_player->play();
    Snapshot late;
    late.scenario = m_scenario;
    ++late.scenario.model.degree; // of the question before
    late.sweeps[Dial::Epochs] = std::make_shared<const Sweep>(runWith(rising(200)));
    m_player->show(late);
    m_player->advance(10);
    QCOMPARE(m_scenario.model.epochs, 1);
}

void EpochPlayerTest::itEndsAtTheLastEpoch()
{
    know(rising(200));
    m_player->play();
    forget();
    m_player->advance(1000);
    QCOMPARE(chosen(), QList<int>{200});
    QVERIFY(!m_player->playing());
    QCOMPARE(m_playing->size(), 1);
    QCOMPARE(m_playing->first()[0].toBool(), false);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first()[0].value<EpochPlayer::Ending>(), EpochPlayer::Ending::LastEpoch);
    QCOMPARE(m_ended->first()[1].toInt(), 200);
    m_player->advance(1000);
    QCOMPARE(m_chosen->size() + m_playing->size() + m_ended->size(), 3);
}

void EpochPlayerTest::itEndsWhereTheStopRuleSays()
{
    know(peaked(40, 200));
    m_player->setPatience(15);
    m_player->play();
    forget();
    m_player->advance(2.7); // epoch 55 and a bit less
    m_player->advance(2.7);
    QCOMPARE(m_scenario.model.epochs, 55);
    QVERIFY(!m_player->playing());
    QCOMPARE(m_playing->size(), 1);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first()[0].value<EpochPlayer::Ending>(), EpochPlayer::Ending::NoImprovement);
    QCOMPARE(m_ended->first()[1].toInt(), 55);
}

void EpochPlayerTest::theStopRuleDoesNotEndAnythingAfterTheLastEpoch()
{
    edit([](Scenario &scenario) { scenario.training.lastEpoch = 50; });
    know(peaked(40, 200)); // more is known than is to be played
    m_player->setPatience(15);
    m_player->play();
    m_player->advance(1000);
    QCOMPARE(m_scenario.model.epochs, 50);
    QCOMPARE(m_ended->first()[0].value<EpochPlayer::Ending>(), EpochPlayer::Ending::LastEpoch);
}

void EpochPlayerTest::withoutPatienceItNeverStopsEarly()
{
    know(peaked(1, 200));
    m_player->setPatience(10);
    m_player->setPatience(0);
    m_player->play();
    m_player->advance(1000);
    QCOMPARE(m_scenario.model.epochs, 200);
    QCOMPARE(m_ended->first()[0].value<EpochPlayer::Ending>(), EpochPlayer::Ending::LastEpoch);
}

void EpochPlayerTest::playingBeyondTheStopRuleDoesNotGoBack()
{
    know(peaked(40, 200));
    m_player->play();
    m_player->advance(5);
    QCOMPARE(m_scenario.model.epochs, 101);
    forget();
    m_player->setPatience(15); // it would have ended at 55
    m_player->advance(0.051);
    QVERIFY(m_scenario.model.epochs >= 101);
    QVERIFY(!m_player->playing());
    QCOMPARE(m_ended->size(), 1);
}

void EpochPlayerTest::playingFromAnEpochThatIsNotTrainedYetDoesNotGoBack()
{
    stand(150);
    know(rising(30)); // on the way there
    m_player->play();
    m_player->advance(0.1);
    QCOMPARE(m_chosen->size(), 0);
    QVERIFY(m_player->playing());
    know(rising(200));
    m_player->advance(0.051);
    QCOMPARE(chosen(), QList<int>{151});
}

void EpochPlayerTest::playStartsFromWhereTheDialStands_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("start");
    QTest::newRow("the first epoch") << 1 << 1;
    QTest::newRow("in the middle") << 120 << 120;
    QTest::newRow("before the last") << 199 << 199;
    QTest::newRow("at the last: anew") << 200 << 1;
    QTest::newRow("fully trained: anew") << kFullyTrained << 1;
}

void EpochPlayerTest::playStartsFromWhereTheDialStands()
{
    QFETCH(int, before);
    QFETCH(int, start);
    know(rising(200));
    stand(before);
    m_player->play();
    QCOMPARE(m_scenario.model.epochs, start);
    QCOMPARE(m_chosen->size(), start == before ? 0 : 1);
    QVERIFY(m_player->playing());
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, start + 1);
}

void EpochPlayerTest::playWhereTheStopRuleEndedStartsAnew()
{
    know(peaked(40, 200));
    m_player->setPatience(15);
    m_player->play();
    m_player->advance(1000);
    QCOMPARE(m_scenario.model.epochs, 55);
    m_player->play();
    QCOMPARE(m_scenario.model.epochs, 1);
    m_player->advance(1000);
    QCOMPARE(m_scenario.model.epochs, 55);
    QCOMPARE(m_ended->size(), 2);
}

void EpochPlayerTest::pausingKeepsTheEpoch()
{
    know(rising(200));
    m_player->play();
    m_player->advance(3.01);
    forget();
    m_player->pause();
    QVERIFY(!m_player->playing());
    QCOMPARE(m_scenario.model.epochs, 61);
    QCOMPARE(m_chosen->size() + m_ended->size(), 0);
    m_player->play();
    QCOMPARE(m_scenario.model.epochs, 61);
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, 62);
}

void EpochPlayerTest::timeThatGoesByWhilePausedMovesNothing()
{
    know(rising(200));
    m_player->advance(10); // never played
    QCOMPARE(m_scenario.model.epochs, kFullyTrained);
    m_player->play();
    m_player->advance(1.01);
    m_player->pause();
    m_player->advance(10);
    QCOMPARE(m_scenario.model.epochs, 21);
}

void EpochPlayerTest::playAndPauseAreSaidOnce()
{
    know(rising(200));
    m_player->pause();
    QCOMPARE(m_playing->size(), 0);
    m_player->play();
    m_player->play();
    QCOMPARE(m_playing->size(), 1);
    QCOMPARE(m_playing->last()[0].toBool(), true);
    m_player->pause();
    m_player->pause();
    QCOMPARE(m_playing->size(), 2);
    QCOMPARE(m_playing->last()[0].toBool(), false);
    QCOMPARE(m_ended->size(), 0);
}

void EpochPlayerTest::toggleTurnsItOnAndOff()
{
    know(rising(200));
    m_player->toggle();
    QVERIFY(m_player->playing());
    m_player->toggle();
    QVERIFY(!m_player->playing());
    QCOMPARE(m_playing->size(), 2);
}

void EpochPlayerTest::aStepMovesByOneEpochAndPauses_data()
{
    QTest::addColumn<Gesture>("gesture");
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    const Gesture on = &EpochPlayer::step;
    const Gesture back = &EpochPlayer::stepBack;
    QTest::newRow("on") << on << 7 << 8;
    QTest::newRow("on to the last") << on << 199 << 200;
    QTest::newRow("on from the last") << on << 200 << kFullyTrained;
    QTest::newRow("on from fully trained") << on << kFullyTrained << kFullyTrained;
    QTest::newRow("back") << back << 7 << 6;
    QTest::newRow("back to the first") << back << 2 << 1;
    QTest::newRow("back from the first") << back << 1 << 1;
    QTest::newRow("back from fully trained") << back << kFullyTrained << 200;
}

void EpochPlayerTest::aStepMovesByOneEpochAndPauses()
{
    QFETCH(Gesture, gesture);
    QFETCH(int, before);
    QFETCH(int, after);
    know(rising(200));
    stand(before);
    gesture(*m_player);
    QCOMPARE(m_scenario.model.epochs, after);
    QCOMPARE(chosen(), after == before ? QList<int>() : QList<int>{after});
    QCOMPARE(m_playing->size(), 0);
    stand(50);
    m_player->play();
    forget();
    gesture(*m_player);
    QVERIFY(!m_player->playing());
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(m_playing->size(), 1);
    QCOMPARE(m_ended->size(), 0);
}

void EpochPlayerTest::rewindGoesToTheFirstEpochAndPauses()
{
    know(rising(200));
    m_player->rewind(); // from fully trained
    QCOMPARE(m_scenario.model.epochs, 1);
    m_player->rewind();
    QCOMPARE(chosen(), QList<int>{1});
    m_player->play();
    m_player->advance(3.01);
    forget();
    m_player->rewind();
    QVERIFY(!m_player->playing());
    QCOMPARE(chosen(), QList<int>{1});
    QCOMPARE(m_playing->size(), 1);
    QCOMPARE(m_ended->size(), 0);
}

void EpochPlayerTest::anotherDialStartsItAnewWhileItPlays_data()
{
    QTest::addColumn<Edit>("change");
    const auto row = [](const char *name, const Edit &change) { QTest::newRow(name) << change; };
    row("degree", [](Scenario &s) { s.model.degree = 9; });
    row("train size", [](Scenario &s) { s.sampling.trainSize = 50; });
    row("noise", [](Scenario &s) { s.data.noise = 0.5; });
    row("label noise", [](Scenario &s) { s.data.labelNoise = 0.3; });
    row("ridge", [](Scenario &s) { s.model.ridge = 1; });
    row("seed", [](Scenario &s) { ++s.data.seed; });
    row("data", [](Scenario &s) { s.data.source = DataSource::generatedClasses(Shape::Moons); });
    row("optimizer", [](Scenario &s) { s.training.descent.optimizer = Optimizer::Adam; });
    row("learning rate", [](Scenario &s) { s.training.descent.learningRate = 0.1; });
    row("seed of the shuffling", [](Scenario &s) { ++s.training.descent.seed; });
}

void EpochPlayerTest::anotherDialStartsItAnewWhileItPlays()
{
    QFETCH(Edit, change);
    know(rising(200));
    m_player->play();
    m_player->advance(4.01);
    QCOMPARE(m_scenario.model.epochs, 81);
    forget();
    edit(change);
    QCOMPARE(chosen(), QList<int>{1});
    QVERIFY(m_player->playing());
    QCOMPARE(m_playing->size() + m_ended->size(), 0);
    m_player->advance(10);
    QCOMPARE(m_scenario.model.epochs, 1); // the run that was known is another one
    know(rising(200));
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, 2);
}

void EpochPlayerTest::whatDoesNotBearOnTheRunLetsItGoOn_data()
{
    QTest::addColumn<Edit>("change");
    const auto row = [](const char *name, const Edit &change) { QTest::newRow(name) << change; };
    row("last epoch", [](Scenario &s) { s.training.lastEpoch = 400; });
    row("curve", [](Scenario &s) { s.curve = Dial::TrainSize; });
    row("model B", [](Scenario &s) { s.rivals = {ModelSettings()}; });
    row("nothing", [](Scenario &) {});
}

void EpochPlayerTest::whatDoesNotBearOnTheRunLetsItGoOn()
{
    QFETCH(Edit, change);
    know(rising(200));
    m_player->play();
    m_player->advance(4.01);
    forget();
    edit(change);
    QCOMPARE(m_chosen->size() + m_playing->size() + m_ended->size(), 0);
    m_player->advance(0.051);
    QCOMPARE(m_scenario.model.epochs, 82);
}

void EpochPlayerTest::anotherDialWhilePausedStartsNothing()
{
    know(rising(200));
    stand(80);
    edit([](Scenario &scenario) { scenario.model.degree = 9; });
    QVERIFY(!m_player->playing());
    QCOMPARE(m_scenario.model.epochs, 80);
    QCOMPARE(m_chosen->size() + m_playing->size() + m_ended->size(), 0);
}

void EpochPlayerTest::aShorterRunEndsItWhereTheRunNowEnds()
{
    know(rising(200));
    m_player->play();
    m_player->advance(4.01);
    forget();
    edit([](Scenario &scenario) { // as the window does it
        scenario.training.lastEpoch = 50;
        scenario.model.epochs = 50;
    });
    m_player->advance(0.016);
    QVERIFY(!m_player->playing());
    QCOMPARE(m_scenario.model.epochs, 50);
    QCOMPARE(m_ended->size(), 1);
    QCOMPARE(m_ended->first()[1].toInt(), 50);
}

OVERFIT_TEST(EpochPlayerTest)
#include "epoch_player_test.moc"
