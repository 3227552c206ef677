// SPDX-License-Identifier: GPL-3.0-or-later

// A model in training, epoch by epoch: the whole program, driven by hand.

#include "app/session.h"
#include "core/sampling/class_split.h"
#include "tests/frame/test_class.h"
#include "ui/charts/plot_view.h"
#include "ui/controls/dial_slider.h"
#include "ui/window/figures_line.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <map>
#include <memory>

using namespace overfit;

namespace {

// Sanitizers make everything slower.
#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define OVERFIT_SLOW
#endif
#endif
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OVERFIT_SLOW
#endif
#ifdef OVERFIT_SLOW
constexpr int kSlowness = 20;
#else
constexpr int kSlowness = 1;
#endif

constexpr int kSoon = 20000 * kSlowness; // ms; against hanging, not for speed

Scenario moons()
{
    Scenario scenario;
    scenario.data.source = DataSource::generatedClasses(Shape::Moons);
    scenario.sampling.trainSize = 60;
    scenario.model.degree = 6;
    scenario.training.lastEpoch = 200;
    return scenario;
}

/// About as much work as there can be.
Scenario hardest()
{
    Scenario scenario = moons();
    scenario.sampling.trainSize = 250;
    scenario.model.degree = 12;
    scenario.training.lastEpoch = 2000;
    scenario.training.descent.optimizer = Optimizer::Adam;
    scenario.training.descent.batchSize = 1;
    return scenario;
}

/// What a model is after an epoch.
struct State {
    std::vector<double> weights;
    double training = 0;
    double validation = 0;

    bool operator==(const State &) const = default;
};

State stateOf(const Snapshot &snapshot)
{
    return {snapshot.classes->fit.polynomial.coefficients, snapshot.training.accuracy,
        snapshot.validation.accuracy};
}

/// The same training, straight through and without a program around it.
std::map<int, State> trainedStraight(const Scenario &scenario)
{
    const ClassSplit split = drawClassSplit(scenario);
    const ClassDataset &unseen = split.validation;
    EpochRun run = classRun(scenario, split);
    const auto right = [](const PlanePolynomial &model, const ClassExamples &examples) {
        std::size_t count = 0;
        for (std::size_t i = 0; i < examples.size(); ++i)
            count +=
                (evaluate(model, examples.x1[i], examples.x2[i]) > 0) == (examples.label[i] == 1) ? 1 : 0;
        return static_cast<double>(count) / static_cast<double>(examples.size());
    };
    std::map<int, State> states;
    for (int epoch = 1; epoch <= scenario.training.lastEpoch; ++epoch) {
        run.advance();
        const PlanePolynomial model = planeAt(run, epoch, split.domain, scenario.model.degree);
        states[epoch] = {model.coefficients, right(model, split.training()), right(model, unseen.examples())};
    }
    return states;
}

} // namespace

class AModelTrainsTest : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { m_session.reset(); }
    void playShowsTheTrainingUpToItsLastEpoch();
    void pausingKeepsTheEpochAndItsPicture();
    void everyEpochThatIsPlayedIsThatOfTheSameTraining();
    void anotherSessionTrainsTheSameToTheBit();
    void aDegreeDraggedWhileItPlaysStartsItAnew();
    void scrubbingShowsTheAccuracyOfTheCurve();
    void whileEpochsAreDraggedNoOlderResultIsShown();
    void theLastOfManyEpochsIsWhatIsShown();
    void modelBDoesNotHoldUpThePicture();
    void aTableOpenedWhileItPlaysIsPlayed();
    void closingInFullFlightEndsAtOnce_data();
    void closingInFullFlightEndsAtOnce();

private:
    template <typename Widget>
    Widget *find(const char *name)
    {
        return m_session->window().findChild<Widget *>(QString::fromLatin1(name));
    }
    void open(const Scenario &scenario);
    void clickPlay() { QTest::mouseClick(find<QToolButton>("play"), Qt::LeftButton); }
    void setFaster(int times);
    void drag(const char *name, int position);
    void scrubTo(int epoch);
    [[nodiscard]] bool settled()
    {
        return shown() && shown()->complete() && shown()->scenario == m_session->window().scenario();
    }
    [[nodiscard]] bool playing()
    {
        return find<QToolButton>("play")->text().contains(QStringLiteral("Pause"));
    }
    [[nodiscard]] int chosen() { return m_session->window().scenario().model.epochs; }
    [[nodiscard]] SnapshotPtr shown() { return m_session->window().shown(); }

    std::unique_ptr<app::Session> m_session;
};

void AModelTrainsTest::open(const Scenario &scenario)
{
    m_session = std::make_unique<app::Session>(scenario, ui::Theme::Light);
    m_session->window().show();
    QVERIFY(QTest::qWaitForWindowActive(&m_session->window()));
    QTRY_VERIFY_WITH_TIMEOUT(shown(), kSoon);
}

void AModelTrainsTest::setFaster(int times)
{
    for (int i = 0; i < times; ++i)
        QTest::keyClick(&m_session->window(), Qt::Key_Up, Qt::ControlModifier);
}

void AModelTrainsTest::drag(const char *name, int position)
{
    auto *slider = find<ui::DialSlider>(name);
    const auto at = [slider](int to) { return QPoint(qRound(slider->handleX(to)), slider->height() / 2); };
    QTest::mousePress(slider, Qt::LeftButton, {}, at(slider->value()));
    QTest::mouseMove(slider, at((slider->value() + position) / 2));
    QTest::mouseMove(slider, at(position));
    QTest::mouseRelease(slider, Qt::LeftButton, {}, at(position));
    QCOMPARE(slider->value(), position);
}

void AModelTrainsTest::scrubTo(int epoch)
{
    drag("epochs", epoch);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    QCOMPARE(shown()->epoch, epoch);
}

void AModelTrainsTest::playShowsTheTrainingUpToItsLastEpoch()
{
    open(moons());
    QCOMPARE(shown()->epoch, kFullyTrained);
    setFaster(3); // 200 epochs a second
    QList<int> epochs; // as they come to be seen
    connect(&m_session->trainer(), &app::Trainer::snapshotReady, this,
        [&epochs](const SnapshotPtr &snapshot) { epochs.append(snapshot->epoch); });
    clickPlay();
    QVERIFY(playing());
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    QCOMPARE(chosen(), 200);
    QCOMPARE(shown()->epoch, 200);
    QCOMPARE(find<QTabBar>("dialTabs")->currentIndex(), 2);
    QCOMPARE(*find<ui::PlotView>("accuracyPlot")->drawing().rule, 200.0);
    QCOMPARE(shown()->sweeps[Dial::Epochs]->points.size(), std::size_t(200));
    epochs.removeAll(kFullyTrained); // the last of what was before
    QVERIFY(std::is_sorted(epochs.cbegin(), epochs.cend()));
    QCOMPARE(epochs.first(), 1);
    QCOMPARE(epochs.last(), 200);
    epochs.erase(std::unique(epochs.begin(), epochs.end()), epochs.end());
    QVERIFY2(epochs.size() >= 20 / kSlowness, qPrintable(QString::number(epochs.size()))); // it was a motion
}

void AModelTrainsTest::pausingKeepsTheEpochAndItsPicture()
{
    open(moons());
    setFaster(2);
    clickPlay();
    QTRY_VERIFY_WITH_TIMEOUT(shown()->epoch > 20 && shown()->epoch < 200, kSoon);
    clickPlay();
    QVERIFY(!playing());
    const int paused = chosen();
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    QCOMPARE(chosen(), paused);
    QCOMPARE(shown()->epoch, paused);
    QCOMPARE(find<ui::DialSlider>("epochs")->value(), paused);
    clickPlay();
    QVERIFY(chosen() >= paused); // it goes on from there
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    QCOMPARE(shown()->epoch, 200);
}

void AModelTrainsTest::everyEpochThatIsPlayedIsThatOfTheSameTraining()
{
    const std::map<int, State> wanted = trainedStraight(moons());
    open(moons());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    int compared = 0;
    QStringList wrong;
    connect(&m_session->trainer(), &app::Trainer::snapshotReady, this, [&](const SnapshotPtr &snapshot) {
        if (snapshot->epoch == kFullyTrained)
            return;
        ++compared;
        if (stateOf(*snapshot) != wanted.at(snapshot->epoch))
            wrong.append(QString::number(snapshot->epoch));
    });
    setFaster(3);
    clickPlay(); // from the first epoch
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    setFaster(1); // other epochs are seen this time
    clickPlay(); // and again
    QCOMPARE(chosen(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    for (const int epoch : {1, 17, 50, 51, 137, 199, 200})
        scrubTo(epoch);
    QVERIFY(compared > 10);
    QVERIFY2(wrong.isEmpty(), qPrintable(wrong.join(QLatin1Char(' '))));
}

void AModelTrainsTest::anotherSessionTrainsTheSameToTheBit()
{
    Scenario scenario = moons(); // with all that is drawn at random
    scenario.training.descent.optimizer = Optimizer::Adam;
    scenario.training.descent.learningRate = 0.02;
    scenario.training.descent.startSpread = 0.5;
    const QList<int> epochs{1, 2, 33, 100, 180, 200};
    std::map<int, State> first;
    open(scenario);
    setFaster(4);
    clickPlay();
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    for (const int epoch : epochs) {
        scrubTo(epoch);
        first[epoch] = stateOf(*shown());
    }
    open(scenario); // and there the epochs are gone to in another order
    const QList<int> backwards(epochs.crbegin(), epochs.crend());
    for (const int epoch : backwards) {
        scrubTo(epoch);
        QVERIFY(stateOf(*shown()) == first[epoch]);
    }
    QVERIFY(first[1] != first[200]);
}

void AModelTrainsTest::aDegreeDraggedWhileItPlaysStartsItAnew()
{
    open(moons());
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    clickPlay();
    QTRY_VERIFY_WITH_TIMEOUT(shown()->epoch > 10 && shown()->epoch <= 200, kSoon);
    QList<std::pair<int, int>> seen; // degree and epoch
    connect(&m_session->trainer(), &app::Trainer::snapshotReady, this, [&seen](const SnapshotPtr &snapshot) {
        seen.append({snapshot->scenario.model.degree, snapshot->epoch});
    });
    drag("degree", 9);
    QVERIFY(playing());
    QCOMPARE(chosen(), 1);
    QCOMPARE(find<ui::DialSlider>("epochs")->value(), 1);
    setFaster(3);
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    QCOMPARE(shown()->scenario.model.degree, 9);
    QCOMPARE(shown()->epoch, 200);
    int before = 0;
    for (const auto &[degree, epoch] : seen) {
        if (degree != 9)
            continue;
        QVERIFY(epoch >= before); // from its first epoch on, and never back
        QVERIFY(before > 0 || epoch == 1);
        before = epoch;
    }
    QVERIFY(before == 200);
}

void AModelTrainsTest::scrubbingShowsTheAccuracyOfTheCurve()
{
    open(moons());
    QTest::keyClick(&m_session->window(), Qt::Key_P, Qt::AltModifier); // to the tab of the epochs
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    const std::shared_ptr<const Sweep> curve = shown()->sweeps[Dial::Epochs];
    QCOMPARE(curve->points.size(), std::size_t(200));
    for (const int epoch : {150, 3, 1, 2, 77, 200, 120}) {
        scrubTo(epoch);
        const SweepPoint &point = curve->points[std::size_t(epoch - 1)];
        QCOMPARE(point.value, epoch);
        QVERIFY(shown()->training.accuracy == point.training.accuracy);
        QVERIFY(shown()->validation.accuracy == point.validation.accuracy);
        QVERIFY(shown()->validation.logLoss == point.validation.logLoss);
        const ui::Drawing &drawing = find<ui::PlotView>("accuracyPlot")->drawing();
        QCOMPARE(*drawing.rule, double(epoch));
        const auto disc = std::find_if(drawing.marks.cbegin(), drawing.marks.cend(),
            [](const ui::Marks &marks) { return marks.mark == ui::Mark::Disc; });
        QVERIFY(disc != drawing.marks.cend());
        QCOMPARE(disc->values, QList<QPointF>{QPointF(epoch, 100 * point.training.accuracy)});
    }
}

void AModelTrainsTest::whileEpochsAreDraggedNoOlderResultIsShown()
{
    open(hardest()); // it is trained while the dial is dragged
    auto *slider = find<ui::DialSlider>("epochs");
    QSignalSpy ready(&m_session->trainer(), &app::Trainer::snapshotReady);
    for (int move = 0; move < 500; ++move) {
        slider->setValue(1 + move * 377 % 2001);
        const auto before = ready.size();
        QCoreApplication::processEvents();
        for (auto i = before; i < ready.size(); ++i) {
            const auto snapshot = ready[i][0].value<SnapshotPtr>();
            QCOMPARE(snapshot->scenario, m_session->window().scenario());
            QVERIFY(snapshot->epoch <= chosen()); // or on its way there
        }
    }
}

void AModelTrainsTest::theLastOfManyEpochsIsWhatIsShown()
{
    Scenario scenario = moons();
    scenario.curve = Dial::Epochs;
    open(scenario);
    auto *slider = find<ui::DialSlider>("epochs");
    slider->setFocus();
    for (int move = 0; move < 10000; ++move)
        slider->setValue(1 + move * 7 % 201);
    QTest::keyClick(slider, Qt::Key_Home);
    QTest::keyClick(slider, Qt::Key_PageUp);
    QTRY_VERIFY_WITH_TIMEOUT(settled(), kSoon);
    QCOMPARE(shown()->epoch, 11);
    QCOMPARE(*find<ui::PlotView>("accuracyPlot")->drawing().rule, 11.0);
}

void AModelTrainsTest::modelBDoesNotHoldUpThePicture()
{
    Scenario scenario; // a curve; B took long to train
    scenario.sampling.trainSize = 200;
    scenario.model.degree = 30;
    scenario.training.descent.optimizer = Optimizer::Adam;
    scenario.training.descent.batchSize = 1;
    scenario.rivals = {ModelSettings{30, 0, 2000}};
    open(scenario);
    QSet<int> seen;
    connect(&m_session->trainer(), &app::Trainer::snapshotReady, this,
        [&seen](const SnapshotPtr &snapshot) { seen.insert(snapshot->epoch); });
    setFaster(2); // 100 epochs a second
    clickPlay();
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    QVERIFY2(seen.size() >= 20 / kSlowness, qPrintable(QString::number(seen.size()))); // it was a motion
}

void AModelTrainsTest::aTableOpenedWhileItPlaysIsPlayed()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("doses.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("dose,effect\n");
    for (int i = 0; i < 60; ++i)
        file.write(QByteArray::number(i) + ',' + QByteArray::number(i * i % 37) + '\n');
    file.close();
    open(moons());
    clickPlay();
    QTRY_VERIFY_WITH_TIMEOUT(shown()->epoch > 10 && shown()->epoch <= 200, kSoon);
    QList<int> epochs; // of the new data
    connect(&m_session->trainer(), &app::Trainer::snapshotReady, this, [&](const SnapshotPtr &snapshot) {
        if (snapshot->scenario.data.source.kind() == DataSource::Kind::Own)
            epochs.append(snapshot->epoch);
    });
    m_session->openFile(file.fileName());
    QTRY_COMPARE(m_session->window().scenario().data.source.kind(), DataSource::Kind::Own);
    QCOMPARE(find<ui::DialSlider>("epochs")->value(), chosen()); // the controls agree with the scenario
    setFaster(3);
    QTRY_VERIFY_WITH_TIMEOUT(!playing() && settled(), kSoon);
    QVERIFY(shown()->curve);
    QVERIFY(!epochs.isEmpty() && std::is_sorted(epochs.cbegin(), epochs.cend())); // no flicker
}

void AModelTrainsTest::closingInFullFlightEndsAtOnce_data()
{
    QTest::addColumn<Scenario>("scenario");
    QTest::addColumn<bool>("plays");
    QTest::newRow("the curve of the epochs is computed") << hardest() << false;
    QTest::newRow("it plays") << hardest() << true;
    Scenario farAway = hardest();
    farAway.model.epochs = 2000;
    QTest::newRow("it is trained for many epochs") << farAway << false;
    farAway.curve = Dial::TrainSize;
    QTest::newRow("so is every model of a curve") << farAway << false;
    Scenario compared = farAway;
    compared.data.source = DataSource();
    compared.sampling.trainSize = 200;
    compared.model.degree = 30;
    compared.rivals = {ModelSettings{30, 0, 2000}};
    QTest::newRow("so is a second model") << compared << false;
}

void AModelTrainsTest::closingInFullFlightEndsAtOnce()
{
    QFETCH(Scenario, scenario);
    QFETCH(bool, plays);
    for (const int results : {0, 1}) {
        open(scenario);
        QTest::keyClick(&m_session->window(), Qt::Key_D, Qt::ControlModifier); // all anew, from this moment
        if (plays) {
            setFaster(5);
            clickPlay();
            QTRY_VERIFY_WITH_TIMEOUT(shown()->epoch <= 2000, kSoon);
        }
        const QSignalSpy ready(&m_session->trainer(), &app::Trainer::snapshotReady);
        QTRY_VERIFY_WITH_TIMEOUT(ready.size() >= results, kSoon); // at one moment or another
        QVERIFY(!settled());
        QElapsedTimer timer;
        timer.start();
        m_session.reset();
        const qint64 took = timer.elapsed();
        QVERIFY2(took < qint64(100) * kSlowness, qPrintable(QStringLiteral("%1 ms").arg(took)));
        QCoreApplication::processEvents(); // nothing is left to arrive
    }
}

OVERFIT_WIDGET_TEST(AModelTrainsTest)
#include "a_model_trains_test.moc"
