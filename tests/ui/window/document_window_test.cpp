// SPDX-License-Identifier: GPL-3.0-or-later

// What the window keeps of a file's name and of what is typed, whatever happens meanwhile. Nobody writes
// files here: the test says when that begins and ends.

#include "core/answer/answerer.h"
#include "tests/frame/test_class.h"
#include "ui/controls/dial_slider.h"
#include "ui/window/main_window.h"

#include <QAction>
#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QTranslator>

#include <functional>
#include <memory>

using namespace overfit;
using namespace overfit::ui;

class DocumentWindowTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void aNameThatComesLateIsThatOfWhatWasSaved_data();
    void aNameThatComesLateIsThatOfWhatWasSaved();
    void undoingDataThatWereOpenedBringsTheFileBack();
    void theSameDataOpenedAgainAreOfNoFileEither();
    void whatIsTypedIsSetBeforeACommand_data();
    void whatIsTypedIsSetBeforeACommand();
    void aModelIsKeptAlsoWhereANumberIsTyped();
    void everyBoxIsSetBeforeItIsSaved_data();
    void everyBoxIsSetBeforeItIsSaved();
    void closingAsksForWhatIsTyped();
    void whatIsBeingTypedStaysWhileOtherSettingsChange();
    void aWindowThatGoesSetsNothing();
    void everyTextFollowsTheLanguage();

private:
    template <typename Widget>
    Widget *find(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    void type(const char *box, const QString &text) const;
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::ControlModifier) const
    {
        QTest::keyClick(m_window.get(), key, modifiers);
    }

    std::unique_ptr<MainWindow> m_window;
};

using Act = std::function<void(MainWindow &)>;

namespace {

const QString kFile = QStringLiteral("/somewhere/a.overfit");

/// Marks every text that is asked for.
class Foreign : public QTranslator
{
public:
    using QTranslator::QTranslator;
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char *, const char *text, const char *, int) const override
    {
        return QLatin1Char('#') + QString::fromUtf8(text);
    }
};

SnapshotPtr answerOf(const Scenario &scenario)
{
    SnapshotPtr last;
    Answerer().answer(scenario, StopToken(), [&](const SnapshotPtr &snapshot) { last = snapshot; });
    return last;
}

} // namespace

void DocumentWindowTest::init()
{
    m_window = std::make_unique<MainWindow>(Scenario(), Theme::Light);
    m_window->setMoreShown(true);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void DocumentWindowTest::cleanup()
{
    m_window.reset();
}

void DocumentWindowTest::type(const char *box, const QString &text) const
{
    auto *const control = find<QAbstractSpinBox>(box);
    control->setFocus();
    control->selectAll();
    QTest::keyClicks(control, text);
}

void DocumentWindowTest::aNameThatComesLateIsThatOfWhatWasSaved_data()
{
    QTest::addColumn<Act>("act");
    QTest::newRow("other data") << Act(
        [](MainWindow &window) { window.experimenter().useData(DataSource::shippedSet("nile")); });
    QTest::newRow("another experiment") << Act([](MainWindow &window) { window.openExperiment({}, {}); });
}

void DocumentWindowTest::aNameThatComesLateIsThatOfWhatWasSaved()
{
    QFETCH(Act, act);
    QSignalSpy wanted(&m_window->document(), &DocumentState::saveWanted);
    m_window->document().beginSaving(kFile);
    act(*m_window);
    m_window->document().finishSaving(true);
    QCOMPARE(m_window->document().file(), QString());
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("Untitled")));
    press(Qt::Key_S);
    QCOMPARE(wanted.size(), 0);
    QVERIFY(find<QFileDialog>("saveDialog"));
}

void DocumentWindowTest::undoingDataThatWereOpenedBringsTheFileBack()
{
    m_window->openExperiment({}, kFile);
    m_window->experimenter().useData(DataSource::shippedSet("nile"));
    QCOMPARE(m_window->document().file(), QString());
    press(Qt::Key_Z);
    QCOMPARE(m_window->document().file(), kFile);
    QVERIFY(m_window->windowTitle().startsWith(QStringLiteral("a[*]")));
    QVERIFY(!m_window->document().hasUnsavedWork());
    press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(m_window->document().file(), QString());
    m_window->document().beginSaving(QStringLiteral("/somewhere/nile.overfit"));
    m_window->document().finishSaving(true);
    press(Qt::Key_Z);
    QCOMPARE(m_window->document().file(), kFile);
    QVERIFY(m_window->document().hasUnsavedWork());
}

void DocumentWindowTest::theSameDataOpenedAgainAreOfNoFileEither()
{
    m_window->openExperiment({}, kFile);
    m_window->experimenter().useData(m_window->scenario().data.source);
    QCOMPARE(m_window->document().file(), QString());
    press(Qt::Key_Z);
    QCOMPARE(m_window->document().file(), kFile);
}

void DocumentWindowTest::whatIsTypedIsSetBeforeACommand_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<quint64>("seed");
    for (const char *command :
        {"save", "saveAs", "exportPicture", "copyWindow", "play", "compare", "showMore"})
        QTest::newRow(command) << QString::fromLatin1(command) << quint64(77);
    QTest::newRow("newSample") << QStringLiteral("newSample") << quint64(78);
    QTest::newRow("undo") << QStringLiteral("undo") << quint64(1);
}

void DocumentWindowTest::whatIsTypedIsSetBeforeACommand()
{
    QFETCH(QString, command);
    QFETCH(quint64, seed);
    auto *const action = m_window->findChild<QAction *>(command);
    QVERIFY(action);
    press(Qt::Key_D); // there is something to undo
    press(Qt::Key_D);
    press(Qt::Key_Z);
    QCOMPARE(m_window->scenario().data.seed, Scenario().data.seed + 1);
    type("seed", QStringLiteral("77"));
    QCOMPARE(m_window->scenario().data.seed, Scenario().data.seed + 1); // while it is typed
    action->trigger();
    QCOMPARE(
        m_window->scenario().data.seed, command == QLatin1String("undo") ? Scenario().data.seed + 1 : seed);
    QCOMPARE(find<QSpinBox>("seed")->text().toULongLong(), m_window->scenario().data.seed);
}

void DocumentWindowTest::aModelIsKeptAlsoWhereANumberIsTyped()
{
    type("seed", QStringLiteral("77"));
    press(Qt::Key_B);
    QCOMPARE(m_window->scenario().data.seed, quint64(77));
    QVERIFY(!m_window->scenario().rivals.empty());
    QVERIFY(m_window->findChild<QAction *>(QStringLiteral("compare"))->isChecked());
    press(Qt::Key_B);
    QVERIFY(m_window->scenario().rivals.empty());
}

void DocumentWindowTest::everyBoxIsSetBeforeItIsSaved_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<double>("value");
    QTest::addColumn<std::function<double(const Experiment &)>>("saved");
    const auto row = [](const char *box, const char *text, double value,
                         const std::function<double(const Experiment &)> &saved) {
        QTest::newRow(box) << QString::fromLatin1(text) << value << saved;
    };
    row("seed", "77", 77, [](const Experiment &e) { return double(e.scenario.data.seed); });
    row("shuffleSeed", "5", 5, [](const Experiment &e) { return double(e.scenario.training.descent.seed); });
    row("learningRate", "0.25", 0.25,
        [](const Experiment &e) { return e.scenario.training.descent.learningRate; });
    row("startSpread", "1.5", 1.5,
        [](const Experiment &e) { return e.scenario.training.descent.startSpread; });
    row("lastEpoch", "123", 123, [](const Experiment &e) { return double(e.scenario.training.lastEpoch); });
    row("patience", "12", 12, [](const Experiment &e) { return double(e.view.patience); });
}

void DocumentWindowTest::everyBoxIsSetBeforeItIsSaved()
{
    QFETCH(QString, text);
    QFETCH(double, value);
    QFETCH(std::function<double(const Experiment &)>, saved);
    m_window->openExperiment({}, kFile);
    double written = -1;
    connect(&m_window->document(), &DocumentState::saveWanted, this,
        [&] { written = saved(m_window->experiment()); });
    type(QTest::currentDataTag(), text);
    press(Qt::Key_S);
    QCOMPARE(written, value);
}

void DocumentWindowTest::closingAsksForWhatIsTyped()
{
    type("seed", QStringLiteral("77"));
    QVERIFY(!m_window->document().hasUnsavedWork());
    m_window->close();
    QVERIFY(m_window->isVisible());
    QVERIFY(find<QMessageBox>("unsavedWork"));
    QCOMPARE(m_window->scenario().data.seed, quint64(77));
}

void DocumentWindowTest::whatIsBeingTypedStaysWhileOtherSettingsChange()
{
    for (const char *box : {"patience", "seed", "lastEpoch"}) {
        type(box, QStringLiteral("42"));
        auto *const dial = find<DialSlider>("degree");
        dial->setValue(dial->value() + 1); // as a training that is played does
        QCOMPARE(find<QSpinBox>(box)->text(), QStringLiteral("42"));
    }
}

void DocumentWindowTest::aWindowThatGoesSetsNothing()
{
    int changes = 0;
    connect(&m_window->experimenter(), &Experimenter::scenarioChanged, this, [&changes] { ++changes; });
    connect(&m_window->document(), &DocumentState::experimentChanged, this, [&changes] { ++changes; });
    type("seed", QStringLiteral("77"));
    QVERIFY(find<QSpinBox>("seed")->hasFocus());
    m_window.reset();
    QCOMPARE(changes, 0);
}

void DocumentWindowTest::everyTextFollowsTheLanguage()
{
    m_window->showSnapshot(answerOf(Scenario()));
    m_window->status().showReading(QStringLiteral("a%2.csv"));
    const QString figures = find<QWidget>("figures")->accessibleName();
    const auto isForeign = [](const QString &text) { return text.contains(QLatin1Char('#')); };
    Foreign foreign;
    QVERIFY(QCoreApplication::installTranslator(&foreign));
    QTRY_VERIFY(isForeign(m_window->windowTitle()));
    for (const QAction *menu : m_window->menuBar()->actions()) {
        QVERIFY2(isForeign(menu->text()), qPrintable(menu->text()));
        for (const QAction *action : menu->menu()->actions())
            QVERIFY2(action->isSeparator() || isForeign(action->text()), qPrintable(action->text()));
    }
    for (const QAction *action : m_window->actions())
        QVERIFY2(isForeign(action->toolTip()), qPrintable(action->toolTip()));
    QVERIFY(isForeign(find<QWidget>("figures")->accessibleName()));
    QCOMPARE(find<QLabel>("readingText")->text(), QStringLiteral("#Reading a%2.csv …"));
    QVERIFY(isForeign(find<QPushButton>("cancelReading")->text()));
    QCOMPARE(find<QPushButton>("cancelReading")->shortcut(), QKeySequence(Qt::Key_Escape));
    QVERIFY(QCoreApplication::removeTranslator(&foreign));
    QTRY_COMPARE(find<QWidget>("figures")->accessibleName(), figures);
}

OVERFIT_WIDGET_TEST(DocumentWindowTest)
#include "document_window_test.moc"
