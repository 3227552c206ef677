// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/training_panel.h"

#include "tests/frame/test_class.h"
#include "ui/widgets/look.h"

#include <QAccessible>
#include <QAccessibleInterface>
#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QKeySequence>
#include <QLabel>
#include <QSet>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStyle>
#include <QStyleOptionComboBox>
#include <QTest>
#include <QWheelEvent>

#include <functional>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

namespace {

constexpr const char *kControls[] = {"optimizer", "learningRate", "rateFactor", "batchSize", "startSpread",
    "shuffleSeed", "lastEpoch", "patience"};

/// All boxes can be used.
Scenario byAdam()
{
    Scenario scenario;
    scenario.training.descent.optimizer = Optimizer::Adam;
    return scenario;
}

} // namespace

class TrainingPanelTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void init();
    void theWayOfTrainingIsShownWhole_data();
    void theWayOfTrainingIsShownWhole();
    void settingAScenarioIsSilentAndShown();
    void aKeyOnABoxChangesItsSetting_data();
    void aKeyOnABoxChangesItsSetting();
    void aTypedNumberCountsOnceItIsEntered_data();
    void aTypedNumberCountsOnceItIsEntered();
    void theSmallestAndLargestValuesAreKept_data();
    void theSmallestAndLargestValuesAreKept();
    void aValueThatABoxCannotShowIsLeftAloneByTheOthers();
    void aBoxThatCannotShowItsValueCanBeChanged_data();
    void aBoxThatCannotShowItsValueCanBeChanged();
    void whatIsBeingTypedOutlivesANewScenario();
    void lastEpochAndPatienceHaveSignalsOfTheirOwn();
    void noPatienceIsShownAsNever();
    void gradientDescentHasNoBatches();
    void everyControlHasANameATooltipAndALetterOfItsOwn();
    void aWheelOverUnfocusedBoxesChangesNothing();

private:
    template <typename Widget = QWidget>
    Widget *find(const char *name) const
    {
        return m_panel->findChild<Widget *>(QString::fromLatin1(name));
    }
    void press(const char *name, Qt::Key key) const;
    void type(const char *name, const QString &text) const;
    /// Shows it and forgets what was said before.
    void set(const Scenario &scenario);
    [[nodiscard]] DescentSettings last() const { return m_chosen->last()[0].value<DescentSettings>(); }
    [[nodiscard]] qsizetype said() const
    {
        return m_chosen->size() + m_lastEpoch->size() + m_patience->size();
    }

    using Edit = std::function<void(DescentSettings &)>;

    std::unique_ptr<TrainingPanel> m_panel;
    std::unique_ptr<QSignalSpy> m_chosen;
    std::unique_ptr<QSignalSpy> m_lastEpoch;
    std::unique_ptr<QSignalSpy> m_patience;
};

void TrainingPanelTest::init()
{
    m_panel = std::make_unique<TrainingPanel>();
    m_chosen = std::make_unique<QSignalSpy>(m_panel.get(), &TrainingPanel::descentChosen);
    m_lastEpoch = std::make_unique<QSignalSpy>(m_panel.get(), &TrainingPanel::lastEpochChosen);
    m_patience = std::make_unique<QSignalSpy>(m_panel.get(), &TrainingPanel::patienceChosen);
    m_panel->setScenario(byAdam());
    m_panel->resize(1200, 60);
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowActive(m_panel.get()));
}

void TrainingPanelTest::press(const char *name, Qt::Key key) const
{
    find(name)->setFocus();
    QTest::keyClick(find(name), key);
}

void TrainingPanelTest::type(const char *name, const QString &text) const
{
    auto *box = find<QAbstractSpinBox>(name);
    box->setFocus();
    box->selectAll();
    QTest::keyClicks(box, text);
}

void TrainingPanelTest::set(const Scenario &scenario)
{
    m_panel->setScenario(scenario);
    m_chosen->clear();
    m_lastEpoch->clear();
    m_patience->clear();
}

void TrainingPanelTest::theWayOfTrainingIsShownWhole_data()
{
    QTest::addColumn<QSize>("window");
    QTest::newRow("small") << QSize(960, 600);
    QTest::newRow("usual") << QSize(1280, 720);
    QTest::newRow("large") << QSize(1600, 900);
    QTest::newRow("a projector") << QSize(1920, 1080);
}

void TrainingPanelTest::theWayOfTrainingIsShownWhole()
{
    QFETCH(const QSize, window);
    const Look look = makeLook(false, window, QFont());
    m_panel->setLook(look);
    m_panel->resize(window.width() - 28, m_panel->sizeHint().height()); // between the margins of the window
    m_panel->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_panel.get()));
    const auto *const chooser = find<QComboBox>("optimizer");
    QStyleOptionComboBox option;
    option.initFrom(chooser);
    const int room = chooser->style()
                         ->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxEditField, chooser)
                         .width();
    for (int index = 0; index < chooser->count(); ++index)
        QVERIFY(room >= QFontMetrics(look.base).horizontalAdvance(chooser->itemText(index)));
}

void TrainingPanelTest::settingAScenarioIsSilentAndShown()
{
    Scenario scenario;
    scenario.training.lastEpoch = 777;
    scenario.training.descent = {Optimizer::MiniBatches, 0.05, 0.97, 32, 0.25, 4321};
    m_panel->setScenario(scenario);
    m_panel->setScenario(Scenario());
    m_panel->setScenario(scenario);
    QCOMPARE(said(), 0);
    QCOMPARE(find<QComboBox>("optimizer")->currentIndex(), 1);
    QCOMPARE(find<QDoubleSpinBox>("learningRate")->value(), 0.05);
    QCOMPARE(find<QDoubleSpinBox>("rateFactor")->value(), 0.97);
    QCOMPARE(find<QSpinBox>("batchSize")->value(), 32);
    QCOMPARE(find<QDoubleSpinBox>("startSpread")->value(), 0.25);
    QCOMPARE(find<QSpinBox>("shuffleSeed")->value(), 4321);
    QCOMPARE(find<QSpinBox>("lastEpoch")->value(), 777);
    QCOMPARE(find<QDoubleSpinBox>("learningRate")->text(), QStringLiteral("0.05"));
}

void TrainingPanelTest::aKeyOnABoxChangesItsSetting_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, Qt::Key key, const Edit &edit) {
        QTest::newRow(name) << QByteArray(name) << key << edit;
    };
    row("optimizer", Qt::Key_Up, [](DescentSettings &s) { s.optimizer = Optimizer::MiniBatches; });
    row("learningRate", Qt::Key_Up, [](DescentSettings &s) { s.learningRate = 0.31; }); // a digit further
    row("rateFactor", Qt::Key_Down, [](DescentSettings &s) { s.rateFactor = 0.99; });
    row("batchSize", Qt::Key_Up, [](DescentSettings &s) { s.batchSize = 15; });
    row("startSpread", Qt::Key_Up, [](DescentSettings &s) { s.startSpread = 0.1; });
    row("shuffleSeed", Qt::Key_Up, [](DescentSettings &s) { s.seed = 2; });
}

void TrainingPanelTest::aKeyOnABoxChangesItsSetting()
{
    QFETCH(QByteArray, name);
    QFETCH(Qt::Key, key);
    QFETCH(Edit, edit);
    DescentSettings wanted = byAdam().training.descent;
    edit(wanted);
    press(name.constData(), key);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(last(), wanted);
    QCOMPARE(said(), 1);
}

void TrainingPanelTest::aTypedNumberCountsOnceItIsEntered_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QString>("text");
    QTest::addColumn<Edit>("edit");
    const auto row = [](const char *name, const char *text, const Edit &edit) {
        QTest::addRow("%s %s", name, text) << QByteArray(name) << QString::fromLatin1(text) << edit;
    };
    row("learningRate", "0.02", [](DescentSettings &s) { s.learningRate = 0.02; });
    row("learningRate", "0.00012", [](DescentSettings &s) { s.learningRate = 0.00012; });
    row("learningRate", "0.00003", [](DescentSettings &s) { s.learningRate = 0.00003; });
    row("learningRate", "10", [](DescentSettings &s) { s.learningRate = 10; });
    row("rateFactor", "0.995", [](DescentSettings &s) { s.rateFactor = 0.995; });
    row("batchSize", "128", [](DescentSettings &s) { s.batchSize = 128; });
    row("startSpread", "1.25", [](DescentSettings &s) { s.startSpread = 1.25; });
    row("shuffleSeed", "999999", [](DescentSettings &s) { s.seed = 999999; });
}

void TrainingPanelTest::aTypedNumberCountsOnceItIsEntered()
{
    QFETCH(QByteArray, name);
    QFETCH(QString, text);
    QFETCH(Edit, edit);
    DescentSettings wanted = byAdam().training.descent;
    edit(wanted);
    type(name.constData(), text);
    QCOMPARE(said(), 0); // not at every digit
    QTest::keyClick(find(name.constData()), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(last(), wanted);
}

void TrainingPanelTest::theSmallestAndLargestValuesAreKept_data()
{
    QTest::addColumn<DescentSettings>("ends");
    QTest::newRow("the smallest") << DescentSettings{Optimizer::Adam, 0.00001, 0.8, 1, 0, 0};
    QTest::newRow("the largest") << DescentSettings{Optimizer::Adam, 10, 1.2, 1000, 3, 999999};
}

void TrainingPanelTest::theSmallestAndLargestValuesAreKept()
{
    QFETCH(DescentSettings, ends);
    Scenario scenario;
    scenario.training.descent = ends;
    set(scenario);
    QCOMPARE(find<QDoubleSpinBox>("learningRate")->value(), ends.learningRate);
    QCOMPARE(find<QDoubleSpinBox>("rateFactor")->value(), ends.rateFactor);
    press("shuffleSeed", ends.seed == 0 ? Qt::Key_Up : Qt::Key_Down);
    ends.seed = ends.seed == 0 ? 1 : 999998;
    QCOMPARE(last(), ends);
    // To leave a box where nothing was typed changes nothing.
    for (const char *name : kControls)
        press(name, Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
}

void TrainingPanelTest::aValueThatABoxCannotShowIsLeftAloneByTheOthers()
{
    Scenario scenario = byAdam();
    scenario.training.descent.learningRate = 0.0002115678;
    scenario.training.descent.rateFactor = 0.99912345;
    scenario.training.descent.startSpread = 0.123456;
    set(scenario);
    DescentSettings wanted = scenario.training.descent;
    press("batchSize", Qt::Key_Up);
    wanted.batchSize = 15;
    QCOMPARE(last(), wanted);
    press("shuffleSeed", Qt::Key_Up);
    wanted.seed = 2;
    QCOMPARE(last(), wanted);
    press("optimizer", Qt::Key_Up);
    wanted.optimizer = Optimizer::MiniBatches;
    QCOMPARE(last(), wanted);
    type("rateFactor", QStringLiteral("0.9"));
    QTest::keyClick(find("rateFactor"), Qt::Key_Return);
    wanted.rateFactor = 0.9;
    QCOMPARE(last(), wanted);
}

void TrainingPanelTest::aBoxThatCannotShowItsValueCanBeChanged_data()
{
    QTest::addColumn<double>("before");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<double>("after");
    QTest::newRow("by a last digit") << 0.0002115678 << QStringLiteral("0.00022") << 0.00022;
    QTest::newRow("by a last digit, up from just below it")
        << 0.0002148 << QStringLiteral("0.00022") << 0.00022;
    QTest::newRow("by a last digit, down from just above it")
        << 0.0002152 << QStringLiteral("0.00021") << 0.00021;
    QTest::newRow("by more") << 0.0002115678 << QStringLiteral("0.5") << 0.5;
}

void TrainingPanelTest::aBoxThatCannotShowItsValueCanBeChanged()
{
    QFETCH(double, before);
    QFETCH(QString, typed);
    QFETCH(double, after);
    Scenario scenario = byAdam();
    scenario.training.descent.learningRate = before;
    set(scenario);
    type("learningRate", typed);
    QTest::keyClick(find("learningRate"), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(last().learningRate, after);
}

void TrainingPanelTest::whatIsBeingTypedOutlivesANewScenario()
{
    type("learningRate", QStringLiteral("0.07"));
    Scenario scenario = byAdam();
    scenario.model.epochs = 50; // the player goes on meanwhile
    m_panel->setScenario(scenario);
    QTest::keyClick(find("learningRate"), Qt::Key_Return);
    QCOMPARE(m_chosen->size(), 1);
    QCOMPARE(last().learningRate, 0.07);
}

void TrainingPanelTest::lastEpochAndPatienceHaveSignalsOfTheirOwn()
{
    press("lastEpoch", Qt::Key_Up);
    QCOMPARE(m_lastEpoch->size(), 1);
    QCOMPARE(m_lastEpoch->last()[0].toInt(), 250);
    type("lastEpoch", QStringLiteral("2000"));
    QTest::keyClick(find("lastEpoch"), Qt::Key_Return);
    QCOMPARE(m_lastEpoch->last()[0].toInt(), 2000);
    press("patience", Qt::Key_Up);
    QCOMPARE(m_patience->size(), 1);
    QCOMPARE(m_patience->last()[0].toInt(), 5);
    press("patience", Qt::Key_Down);
    QCOMPARE(m_patience->last()[0].toInt(), 0);
    QCOMPARE(said(), 4);
}

void TrainingPanelTest::noPatienceIsShownAsNever()
{
    QCOMPARE(find<QSpinBox>("patience")->text(), QStringLiteral("never"));
    press("patience", Qt::Key_Up);
    QCOMPARE(find<QSpinBox>("patience")->text(), QStringLiteral("5"));
    m_panel->setScenario(byAdam()); // it is no part of a scenario
    QCOMPARE(find<QSpinBox>("patience")->value(), 5);
}

void TrainingPanelTest::gradientDescentHasNoBatches()
{
    for (const auto &[optimizer, batches] : {std::pair(Optimizer::GradientDescent, false),
             std::pair(Optimizer::MiniBatches, true), std::pair(Optimizer::Adam, true)}) {
        Scenario scenario;
        scenario.training.descent.optimizer = optimizer;
        m_panel->setScenario(scenario);
        for (const char *name : kControls)
            QCOMPARE(find(name)->isEnabled(), batches || qstrcmp(name, "batchSize") != 0);
    }
}

void TrainingPanelTest::everyControlHasANameATooltipAndALetterOfItsOwn()
{
    QSet<QString> names;
    QSet<QString> letters;
    for (const char *name : kControls) {
        const QWidget *control = find(name);
        if (control == nullptr)
            QFAIL(name);
        QVERIFY2(!control->accessibleName().isEmpty(), name);
        QVERIFY2(!control->accessibleName().contains(QLatin1Char('&')), name);
        QVERIFY2(!control->toolTip().isEmpty(), name);
        names.insert(control->accessibleName());
    }
    for (const QLabel *label : m_panel->findChildren<QLabel *>()) {
        const QString letter = QKeySequence::mnemonic(label->text()).toString();
        QVERIFY2(!letter.isEmpty() && label->buddy(), qPrintable(label->text()));
        QVERIFY2(label->toolTip().contains(letter), qPrintable(label->toolTip())); // as "Alt+I"
        letters.insert(letter);
    }
    QCOMPARE(names.size(), qsizetype(std::size(kControls)));
    QCOMPARE(letters.size(), qsizetype(std::size(kControls)));
}

void TrainingPanelTest::aWheelOverUnfocusedBoxesChangesNothing()
{
    for (const char *name : kControls) {
        auto *control = find(name);
        find(qstrcmp(name, "patience") == 0 ? "lastEpoch" : "patience")->setFocus();
        const QPointF centre = control->rect().center();
        QWheelEvent event(centre, control->mapToGlobal(centre), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
            Qt::NoScrollPhase, false);
        QApplication::sendEvent(control, &event);
        QVERIFY2(said() == 0, name);
    }
}

OVERFIT_WIDGET_TEST(TrainingPanelTest)
#include "training_panel_test.moc"
