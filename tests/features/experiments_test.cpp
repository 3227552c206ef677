// SPDX-License-Identifier: GPL-3.0-or-later

// An experiment is saved and opened again, changes are taken back, and nothing is lost on the way.

#include "app/session.h"
#include "tests/file_size_limit.h"
#include "tests/frame/test_class.h"
#include "tests/small_disk.h"
#include "ui/controls/dial_slider.h"
#include "ui/export/save_file.h"

#include <QAbstractButton>
#include <QAction>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QProcess>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QSpinBox>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <QWheelEvent>
#include <QWindow>

#include <algorithm>
#include <memory>
#include <variant>

using namespace overfit;

namespace {

/// The degree in a file of unsaved work; -1 where there is none.
int keptDegree(const QString &work)
{
    const ExperimentResult kept = app::readKeptWork(work, StopToken());
    const auto *const experiment = std::get_if<Experiment>(&kept);
    return experiment ? experiment->scenario.model.degree : -1;
}

} // namespace

class ExperimentsTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void whatIsSavedOpensAsTheSamePicture();
    void theTitleSaysWhatIsUnsaved();
    void closingAsksForUnsavedWork_data();
    void closingAsksForUnsavedWork();
    void openingAnotherExperimentAsksForUnsavedWork();
    void whatIsDoneWhileAFileIsReadIsAskedAbout();
    void whatIsDoneWhileItIsSavedIsAskedAbout();
    void aNameWithADotGetsTheEndingAsWell();
    void savingATableThatWasOpenedReplacesNoExperiment();
    void aTableThatComesWhileAnExperimentIsWrittenReplacesItNotEither();
    void whatIsTypedIsWritten();
    void theNewestFileIsTheOneThatOpens_data();
    void theNewestFileIsTheOneThatOpens();
    void openingAnExperimentCanBeCancelled();
    void aFileThatCannotBeWrittenIsToldAndTheWorkStaysUnsaved();
    void whatIsTooLargeToBeOpenedAgainIsNotSaved();
    void aFileThatSomebodyElseSavedIsNotWrittenOverUnasked();
    void aDamagedFileIsToldAndWhatIsOpenStays();
    void recentFilesAreOffered();
    void recentFilesOfOneNameAreToldApart();
    void aFileThatTheProgramStartsWithIsARecentOne();
    void everyGestureIsOneStepBack();
    void theSameKeyTwiceIsTwoSteps();
    void aWheelTurnedOnIsOneStep();
    void theStopRuleIsAStepToo();
    void aPlayedTrainingIsOneStepBack();
    void aStepThereAndBackIsNoStep();
    void aCodeFromTheBoardOpensItsPicture();
    void unsavedWorkSurvivesAKill();
    void workOfALivingProgramIsLeftAlone();
    void whereNothingCanBeKeptItIsToldOnce();
    void whereADiskIsFullTheOldFileStaysAndTheWorkIsUnsavedAndKept();
    void onAFullDiskTheRecentFilesStayWhatTheyWere();
    void ofATableThatIsKeptOnlyTheSettingsAreWrittenAgain();
    void workWithATableSurvivesAKill();
    void theOthersThatWereLeftBehindAreOfferedOnceTheFirstIsSaved();
    void whatIsPutOffIsThereAtTheNextStart();
    void behindADamagedOneTheNextIsOffered();

private:
    void settle()
    {
        QTRY_VERIFY_WITH_TIMEOUT(window().shown() && window().shown()->complete()
                && window().shown()->scenario == window().scenario(),
            60000); // sanitizers are slow
    }
    ui::MainWindow &window() { return m_session->window(); }
    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    void pressKeyOnDegree(Qt::Key key);
    void typeFile(const char *dialogName, const QString &path);
    void save(const QString &path, Qt::KeyboardModifiers with = Qt::ControlModifier);
    void activate();
    template <typename Box>
    Box *opened(const char *name);
    void press(QMessageBox::StandardButton button, const char *name);
    void restart(const QString &recovery);
    void openTable(int rows);
    QString writeTable(const char *name, int rows) const;
    void leaveBehind(const QString &folder, const QList<int> &degrees) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<app::Session> m_session;
};

void ExperimentsTest::init()
{
    m_session.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path("settings"));
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_session->document().begin(path("recovery"));
    settle();
}

void ExperimentsTest::pressKeyOnDegree(Qt::Key key)
{
    auto *const dial = window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
    dial->setFocus();
    QTest::keyClick(dial, key);
}

template <typename Box>
Box *ExperimentsTest::opened(const char *name)
{
    Box *box = nullptr;
    [&] { QTRY_VERIFY((box = window().findChild<Box *>(QString::fromLatin1(name))) && box->isVisible()); }();
    return box;
}

void ExperimentsTest::typeFile(const char *dialogName, const QString &path)
{
    auto *const dialog = opened<QFileDialog>(dialogName);
    QVERIFY(dialog);
    auto *const name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(QDir::toNativeSeparators(path)); // typed, its completer would pop up and take the next key
    const auto *const buttons = dialog->findChild<QDialogButtonBox *>();
    const bool saves = dialog->acceptMode() == QFileDialog::AcceptSave;
    QTest::mouseClick(
        buttons->button(saves ? QDialogButtonBox::Save : QDialogButtonBox::Open), Qt::LeftButton);
}

void ExperimentsTest::save(const QString &path, Qt::KeyboardModifiers with)
{
    QTest::keyClick(&window(), Qt::Key_S, with);
    typeFile("saveDialog", path);
    QTRY_VERIFY(
        QFile::exists(path) && !window().document().hasUnsavedWork() && window().document().file() == path);
    activate();
}

/// As a desktop does when a dialog has gone.
void ExperimentsTest::activate()
{
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
}

void ExperimentsTest::press(QMessageBox::StandardButton button, const char *name)
{
    auto *const box = opened<QMessageBox>(name);
    QVERIFY(box);
    QTest::mouseClick(box->button(button), Qt::LeftButton);
}

void ExperimentsTest::whatIsSavedOpensAsTheSamePicture()
{
    QFile table(path("lab.csv"));
    QVERIFY(table.open(QFile::WriteOnly));
    table.write("time (s);height (m)\n0;1.1\n1;2.3\n2;2.2\n3;4.7\n4;4.1\n5;6.9\n6;6.1\n7;9.3\n");
    table.close();
    m_session->openFile(table.fileName());
    QTRY_COMPARE(window().scenario().data.source.kind(), DataSource::Kind::Own);
    pressKeyOnDegree(Qt::Key_Left);
    QTest::keyClick(&window(), Qt::Key_T, Qt::ControlModifier);
    settle();
    const Experiment saved = window().experiment();
    const SnapshotPtr shown = window().shown();
    save(path("lab.overfit"));
    QVERIFY(QFile::remove(table.fileName())); // the file stands for itself

    const QImage before = window().centralWidget()->grab().toImage();
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    QTest::keyClick(&window(), Qt::Key_O, Qt::ControlModifier);
    typeFile("openDialog", path("lab.overfit"));
    QTRY_COMPARE(window().document().file(), path("lab.overfit"));
    settle();
    Experiment reopened = window().experiment();
    QCOMPARE(reopened.view, saved.view);
    QCOMPARE(reopened.scenario.data.source.table()->rows, saved.scenario.data.source.table()->rows);
    QCOMPARE(reopened.scenario.data.source.table()->y.unit, std::string("m"));
    reopened.scenario.data.source = saved.scenario.data.source; // but for the folder it came from
    QCOMPARE(reopened.scenario, saved.scenario);
    QCOMPARE(window().shown()->curve->curve, shown->curve->curve); // to the bit
    QVERIFY(!window().document().hasUnsavedWork());
    QVERIFY(!window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
    QTRY_COMPARE(window().centralWidget()->grab().toImage().size(), before.size());
}

void ExperimentsTest::theTitleSaysWhatIsUnsaved()
{
    QVERIFY(window().windowTitle().contains(QStringLiteral("Untitled")));
    QVERIFY(!window().isWindowModified());
    pressKeyOnDegree(Qt::Key_Right);
    QVERIFY(window().isWindowModified());
    save(path("wave.overfit"));
    QVERIFY(window().windowTitle().contains(QStringLiteral("wave")));
    QVERIFY(!window().isWindowModified());
    pressKeyOnDegree(Qt::Key_Right);
    QVERIFY(window().isWindowModified());
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); // back to what was saved
    QVERIFY(!window().isWindowModified());
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier); // to the file that it has
    QTRY_VERIFY(!window().isWindowModified());
}

void ExperimentsTest::closingAsksForUnsavedWork_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("closes");
    QTest::newRow("don't save") << static_cast<int>(QMessageBox::Discard) << true;
    QTest::newRow("cancel") << static_cast<int>(QMessageBox::Cancel) << false;
    QTest::newRow("save") << static_cast<int>(QMessageBox::Save) << true;
}

void ExperimentsTest::closingAsksForUnsavedWork()
{
    QFETCH(int, button);
    QFETCH(bool, closes);
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier);
    QVERIFY(window().isVisible());
    press(static_cast<QMessageBox::StandardButton>(button), "unsavedWork");
    const QString file = path("closing.overfit");
    if (button == QMessageBox::Save)
        typeFile("saveDialog", file);
    QTRY_COMPARE(window().isVisible(), !closes);
    QTRY_COMPARE(QFile::exists(file), button == QMessageBox::Save);
}

void ExperimentsTest::openingAnotherExperimentAsksForUnsavedWork()
{
    save(path("a.overfit"));
    const Scenario before = window().scenario();
    pressKeyOnDegree(Qt::Key_Right);
    const Scenario changed = window().scenario();
    QVERIFY(changed != before);
    m_session->openFile(path("a.overfit"));
    press(QMessageBox::Cancel, "unsavedWork");
    QCOMPARE(window().scenario(), changed);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("unsavedWork")));
    m_session->openFile(path("a.overfit"));
    press(QMessageBox::Discard, "unsavedWork");
    QTRY_COMPARE(window().scenario(), before);
}

void ExperimentsTest::whatIsDoneWhileAFileIsReadIsAskedAbout()
{
    save(path("a.overfit"));
    m_session->openFile(path("a.overfit"));
    pressKeyOnDegree(Qt::Key_Right); // before the file is there
    const Scenario changed = window().scenario();
    press(QMessageBox::Cancel, "unsavedWork");
    QCOMPARE(window().scenario(), changed);
    QVERIFY(window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
}

void ExperimentsTest::whatIsDoneWhileItIsSavedIsAskedAbout()
{
    save(path("a.overfit"));
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_Q, Qt::ControlModifier);
    bool went = false;
    connect(&window().document(), &ui::DocumentState::saveWanted, this, [this, &went] {
        went = true;
        pressKeyOnDegree(Qt::Key_Right); // before it is written
    });
    press(QMessageBox::Save, "unsavedWork");
    QVERIFY(went);
    QTRY_VERIFY(opened<QMessageBox>("unsavedWork")); // once more
    QVERIFY(window().isVisible() && window().document().hasUnsavedWork());
    press(QMessageBox::Discard, "unsavedWork");
    QTRY_VERIFY(!window().isVisible());
}

void ExperimentsTest::aNameWithADotGetsTheEndingAsWell()
{
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    typeFile("saveDialog", path("lesson 1.2"));
    QTRY_COMPARE(window().document().file(), path("lesson 1.2.overfit"));
    QVERIFY(QFile::exists(path("lesson 1.2.overfit")) && !QFile::exists(path("lesson 1.2")));
    activate();
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    typeFile("saveDialog", path("lesson 1.2"));
    press(QMessageBox::Cancel, "replacing");
    QVERIFY(window().document().hasUnsavedWork());
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("replacing")));
    activate();
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier | Qt::ShiftModifier);
    typeFile("saveDialog", path("lesson 1.2"));
    press(QMessageBox::Yes, "replacing");
    QTRY_VERIFY(!window().document().hasUnsavedWork());
}

void ExperimentsTest::savingATableThatWasOpenedReplacesNoExperiment()
{
    save(path("a.overfit"));
    QFile table(path("other.csv"));
    QVERIFY(table.open(QFile::WriteOnly));
    table.write("x,y\n1,2\n2,3\n3,5\n4,4\n");
    table.close();
    m_session->openFile(table.fileName(), app::Session::Asking::Never);
    QTRY_COMPARE(window().scenario().data.source.kind(), DataSource::Kind::Own);
    QVERIFY2(
        window().windowTitle().startsWith(QStringLiteral("Untitled")), qPrintable(window().windowTitle()));
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(window().findChild<QFileDialog *>(QStringLiteral("saveDialog"))); // asks where to
}

void ExperimentsTest::aTableThatComesWhileAnExperimentIsWrittenReplacesItNotEither()
{
    save(path("a.overfit"));
    pressKeyOnDegree(Qt::Key_Right);
    connect(&window().document(), &ui::DocumentState::saveWanted, this,
        [this] { window().experimenter().useData(DataSource::shippedSet("nile")); }); // before it is written
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(window().document().isSaving());
    QTRY_VERIFY(!window().document().isSaving());
    QFile file(path("a.overfit"));
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray written = file.readAll();
    QVERIFY(window().document().file().isEmpty());
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    QVERIFY(opened<QFileDialog>("saveDialog")); // asks where to
    QVERIFY(!window().document().isSaving());
    QVERIFY(file.seek(0));
    QCOMPARE(file.readAll(), written);
}

void ExperimentsTest::whatIsTypedIsWritten()
{
    save(path("a.overfit"));
    auto *const seed = window().findChild<QSpinBox *>(QStringLiteral("seed"));
    seed->setFocus();
    seed->selectAll();
    QTest::keyClicks(seed, QStringLiteral("4242"));
    QTest::keyClick(seed, Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(!window().document().isSaving());
    QFile file(path("a.overfit"));
    QVERIFY(file.open(QFile::ReadOnly));
    QVERIFY(file.readAll().contains("4242"));
    QVERIFY(!window().document().hasUnsavedWork());
}

void ExperimentsTest::theNewestFileIsTheOneThatOpens_data()
{
    QTest::addColumn<bool>("isLookedAt");
    QTest::newRow("while a table is looked at") << false;
    QTest::newRow("while a table is read") << true;
}

void ExperimentsTest::theNewestFileIsTheOneThatOpens()
{
    QFETCH(bool, isLookedAt);
    save(path("a.overfit"));
    const QString longTable = writeTable("long.csv", 400'000);
    const QString shortTable = writeTable("short.csv", 4);
    QList<std::size_t> shown; // tables, by their lengths
    connect(&window().document(), &ui::DocumentState::experimentChanged, this, [this, &shown] {
        if (const TablePtr table = window().scenario().data.source.table())
            shown.append(table->rows.size());
    });
    const QSignalSpy lookedAt(m_session->findChild<app::TableLoader *>(), &app::TableLoader::previewReady);
    m_session->openFile(longTable, app::Session::Asking::Never);
    if (isLookedAt)
        QTRY_COMPARE(lookedAt.size(), 1);
    m_session->openFile(path("a.overfit"));
    QTRY_VERIFY(!m_session->reading());
    QCOMPARE(window().scenario().data.source.kind(), DataSource::Kind::Generated);
    // One thread reads all tables: whatever there was to be told of the long one is told before the short
    // one.
    m_session->openFile(shortTable, app::Session::Asking::Never);
    QTRY_COMPARE(window().scenario().data.source.kind(), DataSource::Kind::Own);
    QVERIFY(std::all_of(shown.cbegin(), shown.cend(), [](std::size_t length) { return length == 4; }));
}

void ExperimentsTest::openingAnExperimentCanBeCancelled()
{
    save(path("b.overfit"));
    pressKeyOnDegree(Qt::Key_Right);
    save(path("a.overfit"), Qt::ControlModifier | Qt::ShiftModifier); // as
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    const QSignalSpy opened(&m_session->document(), &app::Document::opened);
    m_session->openFile(path("a.overfit"));
    emit window().status().readingCancelled();
    // One thread reads all experiments: whatever there was to be told of the first is told before the second.
    m_session->openFile(path("b.overfit"));
    QTRY_COMPARE(window().document().file(), path("b.overfit"));
    QCOMPARE(opened.size(), 1);
}

void ExperimentsTest::aFileThatCannotBeWrittenIsToldAndTheWorkStaysUnsaved()
{
    pressKeyOnDegree(Qt::Key_Right);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("taken.overfit")));
    emit window().document().saveWanted(path("taken.overfit")); // a folder of that name
    auto *const box = opened<QMessageBox>("problem");
    QVERIFY(box && box->text().contains(QStringLiteral("taken.overfit")));
    QVERIFY(window().document().hasUnsavedWork());
    QVERIFY(window().document().file().isEmpty());
}

void ExperimentsTest::whatIsTooLargeToBeOpenedAgainIsNotSaved()
{
    app::ExperimentStore store(nullptr, 100);
    QString reason;
    connect(&store, &app::ExperimentStore::notSaved, this,
        [&reason](const QString &, const QString &why) { reason = why; });
    store.save(path("large.overfit"), window().experiment(), app::ExperimentStore::Overwrite::WhereUnchanged);
    QTRY_VERIFY2(reason.contains(QStringLiteral("are the most")), qPrintable(reason));
    QVERIFY(!QFile::exists(path("large.overfit")));
}

void ExperimentsTest::aFileThatSomebodyElseSavedIsNotWrittenOverUnasked()
{
    const QString file = path("shared.overfit");
    const auto contents = [&file] {
        QFile there(file);
        return there.open(QFile::ReadOnly) ? there.readAll().toStdString() : std::string();
    };
    save(file);
    Experiment others;
    others.scenario.model.degree = 17;
    const std::string theirs = experimentText(others, "0.1");
    QCOMPARE(ui::saveFile(file, theirs), QString());
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    press(QMessageBox::Cancel, "changedFile");
    QTRY_VERIFY(window().document().hasUnsavedWork());
    QCOMPARE(contents(), theirs);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("changedFile")));
    activate();
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    press(QMessageBox::Yes, "changedFile");
    QTRY_VERIFY(!window().document().hasUnsavedWork());
    QTRY_VERIFY(contents() != theirs);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("changedFile")));
    activate();
    pressKeyOnDegree(Qt::Key_Right);
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier); // ours again: nobody is asked
    QTRY_VERIFY(!window().document().hasUnsavedWork() && !window().document().isSaving());
    QVERIFY(!window().findChild<QMessageBox *>(QStringLiteral("changedFile")));
}

void ExperimentsTest::aDamagedFileIsToldAndWhatIsOpenStays()
{
    save(path("whole.overfit"));
    QFile whole(path("whole.overfit"));
    QVERIFY(whole.open(QFile::ReadOnly));
    QByteArray text = whole.readAll();
    QFile damaged(path("damaged.overfit"));
    QVERIFY(damaged.open(QFile::WriteOnly));
    damaged.write(text.replace("\"degree\": 5", "\"degree\": 7"));
    damaged.close();
    const Scenario before = window().scenario();
    m_session->openFile(damaged.fileName());
    auto *const box = opened<QMessageBox>("problem");
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("“model”")), qPrintable(box->text()));
    QCOMPARE(window().scenario(), before);
    QCOMPARE(window().document().file(), path("whole.overfit"));
}

void ExperimentsTest::recentFilesAreOffered()
{
    save(path("first.overfit"));
    pressKeyOnDegree(Qt::Key_Right);
    emit window().document().saveWanted(path("second.overfit"));
    QTRY_COMPARE(window().document().file(), path("second.overfit"));
    const auto *const recent = window().findChild<QMenu *>(QStringLiteral("recent"));
    QTRY_COMPARE(recent->actions().size(), 2);
    QCOMPARE(recent->actions().front()->text(), QStringLiteral("second.overfit"));
    recent->actions().back()->trigger();
    QTRY_COMPARE(window().document().file(), path("first.overfit"));
    QTRY_COMPARE(recent->actions().front()->text(), QStringLiteral("first.overfit"));
}

void ExperimentsTest::recentFilesOfOneNameAreToldApart()
{
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("other")));
    emit window().document().saveWanted(path("a.overfit"));
    QTRY_COMPARE(window().document().file(), path("a.overfit"));
    emit window().document().saveWanted(path("other/a.overfit"));
    QTRY_COMPARE(window().document().file(), path("other/a.overfit"));
    const auto *const recent = window().findChild<QMenu *>(QStringLiteral("recent"));
    QTRY_COMPARE(recent->actions().size(), 2);
    QVERIFY(recent->actions()[0]->text() != recent->actions()[1]->text());
    QVERIFY(recent->actions()[0]->text().endsWith(QDir::toNativeSeparators(path("other"))));
    QVERIFY(recent->toolTipsVisible());
}

void ExperimentsTest::aFileThatTheProgramStartsWithIsARecentOne()
{
    save(path("a.overfit"));
    QVERIFY(QFile::remove(QSettings(
        QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Overfit"), QStringLiteral("Overfit"))
                              .fileName()));
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_session->openFile(path("a.overfit"));
    window().show();
    QTRY_COMPARE(window().document().file(), path("a.overfit"));
    m_session->document().begin(path("recovery"));
    QCOMPARE(window().findChild<QMenu *>(QStringLiteral("recent"))->actions().size(), 1);
}

void ExperimentsTest::theSameKeyTwiceIsTwoSteps()
{
    const Scenario start = window().scenario();
    QTest::keyPress(&window(), Qt::Key_Control, Qt::ControlModifier); // and held
    for (int i = 0; i < 2; ++i) {
        QTest::keyPress(&window(), Qt::Key_D, Qt::ControlModifier);
        QTest::keyRelease(&window(), Qt::Key_D, Qt::ControlModifier);
    }
    QCOMPARE(window().scenario().data.seed, start.data.seed + 2);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().data.seed, start.data.seed + 1);
}

void ExperimentsTest::aWheelTurnedOnIsOneStep()
{
    const Scenario start = window().scenario();
    const auto turn = [this](const char *name, int notches) {
        auto *const dial = window().findChild<ui::DialSlider *>(QString::fromLatin1(name));
        dial->setFocus(); // without it a wheel scrolls past
        const QPointF place = dial->mapTo(&window(), dial->rect().center());
        for (int i = 0; i < notches; ++i) {
            QWheelEvent event(
                place, window().mapToGlobal(place), {}, {0, 120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
            QCoreApplication::sendEvent(window().windowHandle(), &event); // as the desktop does
        }
    };
    turn("degree", 3);
    const int degree = window().scenario().model.degree;
    QVERIFY(degree != start.model.degree);
    turn("trainSize", 2);
    QVERIFY(window().scenario().sampling.trainSize != start.sampling.trainSize);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().sampling.trainSize, start.sampling.trainSize);
    QCOMPARE(window().scenario().model.degree, degree);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario(), start);
}

void ExperimentsTest::theStopRuleIsAStepToo()
{
    window().setMoreShown(true);
    auto *const patience = window().findChild<QSpinBox *>(QStringLiteral("patience"));
    QVERIFY(patience);
    const int before = patience->value();
    patience->setFocus();
    QTest::keyClick(patience, Qt::Key_Up);
    const int after = patience->value();
    QVERIFY(after != before && window().document().hasUnsavedWork());
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(patience->value(), before);
    QVERIFY(!window().document().hasUnsavedWork());
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window().experiment().view.patience, after);
    window().findChild<QMenu *>(QStringLiteral("scenes"))->actions().front()->trigger(); // by mistake
    QCOMPARE(window().experiment().view.patience, 0);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(patience->value(), after);
}

void ExperimentsTest::everyGestureIsOneStepBack()
{
    const Scenario start = window().scenario();
    auto *const dial = window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
    const auto at = [dial](int value) { return QPoint(qRound(dial->handleX(value)), dial->height() / 2); };
    for (const int goal : {9, 3}) { // two drags
        QTest::mousePress(dial, Qt::LeftButton, {}, at(dial->value()));
        const int step = goal > dial->value() ? 1 : -1;
        while (dial->value() != goal)
            QTest::mouseMove(dial, at(dial->value() + step));
        QTest::mouseRelease(dial, Qt::LeftButton, {}, at(goal));
    }
    auto *const seed = window().findChild<QSpinBox *>(QStringLiteral("seed"));
    QTest::keyClick(&window(), Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(window().scenario().data.seed, start.data.seed + 1);
    QCOMPARE(window().scenario().model.degree, 3);

    const auto *const undo = window().findChild<QAction *>(QStringLiteral("undo"));
    QVERIFY(undo->text().contains(QStringLiteral("new sample")));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().data.seed, start.data.seed);
    QCOMPARE(seed->value(), static_cast<int>(start.data.seed));
    QVERIFY(undo->text().contains(QStringLiteral("degree")));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().model.degree, 9);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario(), start);
    QCOMPARE(dial->value(), start.model.degree);
    QVERIFY(!undo->isEnabled());
    settle(); // the picture follows
    QCOMPARE(window().shown()->scenario, start);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window().scenario().model.degree, 3);
    QCOMPARE(window().scenario().data.seed, start.data.seed + 1);
}

void ExperimentsTest::aPlayedTrainingIsOneStepBack()
{
    const Scenario start = window().scenario();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window().scenario().model.epochs != kFullyTrained && window().scenario().model.epochs > 5);
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().model.epochs, start.model.epochs);
    QVERIFY(!window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
}

void ExperimentsTest::aStepThereAndBackIsNoStep()
{
    auto *const dial = window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
    const auto at = [dial](int value) { return QPoint(qRound(dial->handleX(value)), dial->height() / 2); };
    QTest::mousePress(dial, Qt::LeftButton, {}, at(5));
    QTest::mouseMove(dial, at(9));
    QVERIFY(window().document().hasUnsavedWork());
    QTest::mouseMove(dial, at(5));
    QTest::mouseRelease(dial, Qt::LeftButton, {}, at(5));
    QVERIFY(!window().document().hasUnsavedWork());
    QVERIFY(!window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
}

void ExperimentsTest::aCodeFromTheBoardOpensItsPicture()
{
    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    auto *dialog = opened<QDialog>("codeDialog");
    QVERIFY(dialog);
    const QString code = dialog->findChild<QLabel *>(QStringLiteral("code"))->text();
    QTest::keyClick(dialog, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<QDialog *>(QStringLiteral("codeDialog")));
    const Scenario before = window().scenario();
    pressKeyOnDegree(Qt::Key_End);
    QVERIFY(window().scenario() != before);
    window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window()));

    QTest::keyClick(&window(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    dialog = opened<QDialog>("codeDialog");
    QVERIFY(dialog);
    auto *const entry = dialog->findChild<QLineEdit *>(QStringLiteral("codeEntry"));
    const auto *const note = dialog->findChild<QLabel *>(QStringLiteral("codeNote"));
    QTest::keyClicks(entry, QString(code).replace(5, 1, QStringLiteral("?")));
    QVERIFY2(note->text().contains(QStringLiteral("Character 6")), qPrintable(note->text()));
    QTest::keyClick(entry, Qt::Key_Return); // nothing to open yet
    QVERIFY(dialog->isVisible());
    entry->clear();
    QTest::keyClicks(entry, code.toLower());
    QTest::keyClick(entry, Qt::Key_Return);
    QCOMPARE(window().scenario(), before);
}

/// Another program changes the degree to 12 and is killed without a warning.
void ExperimentsTest::unsavedWorkSurvivesAKill()
{
    const QDir recovery(path("killed"));
    QProcess other;
    other.start(QStringLiteral(OVERFIT_KILL_PROBE), {recovery.path()});
    QVERIFY(other.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 60000);
    QCOMPARE(other.readLine().trimmed(), QByteArray("changed"));
    QElapsedTimer sinceChange;
    sinceChange.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        !recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).isEmpty(), 60000);
    const qint64 lost = sinceChange.elapsed();
    other.kill();
    QVERIFY(other.waitForFinished());
    QVERIFY2(lost <= 5000, qPrintable(QString::number(lost)));

    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_session->document().begin(recovery.path());
    press(QMessageBox::Open, "recovery");
    const QStringList left = recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files);
    QTRY_COMPARE(window().scenario().model.degree, 12);
    QVERIFY(window().document().hasUnsavedWork());
    // Now the file is this program's, and at no time it was gone.
    QCOMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files), left);
    pressKeyOnDegree(Qt::Key_Right);
    QTRY_COMPARE(keptDegree(recovery.filePath(left.front())), 13); // it is kept anew
    QCOMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files), left);
    m_session.reset();
    QVERIFY(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).isEmpty());
}

void ExperimentsTest::workOfALivingProgramIsLeftAlone()
{
    const QDir recovery(path("recovery"));
    pressKeyOnDegree(Qt::Key_Right);
    QTRY_COMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).size(), 1);
    QProcess other;
    other.start(QStringLiteral(OVERFIT_KILL_PROBE), {recovery.path(), QStringLiteral("list")});
    QVERIFY(other.waitForFinished());
    QCOMPARE(other.readAllStandardOutput().trimmed(), QByteArray("0 orphans"));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier); // nothing is unsaved any more
    QTRY_VERIFY(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).isEmpty());
}

void ExperimentsTest::whereNothingCanBeKeptItIsToldOnce()
{
    QFile file(path("file"));
    QVERIFY(file.open(QFile::WriteOnly));
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_session->document().begin(path("file/recovery")); // no folder can be there
    pressKeyOnDegree(Qt::Key_Right);
    QTRY_VERIFY(window().statusBar()->currentMessage().contains(QStringLiteral("can't be kept")));
    const QSignalSpy tries(
        m_session->document().findChild<QTimer *>(QStringLiteral("keeping")), &QTimer::timeout);
    pressKeyOnDegree(Qt::Key_Right);
    QTRY_COMPARE(tries.size(), 1); // another one
    QVERIFY(!window().statusBar()->isVisible());
}

void ExperimentsTest::restart(const QString &recovery)
{
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    window().show();
    QVERIFY(QTest::qWaitForWindowActive(&window()));
    m_session->document().begin(recovery);
}

QString ExperimentsTest::writeTable(const char *name, int rows) const
{
    QByteArray text = "x,y\n";
    for (int i = 0; i < rows; ++i)
        text += QByteArray::number(i) + ',' + QByteArray::number(i % 101) + '\n';
    QFile file(path(name));
    [&] { QVERIFY(file.open(QFile::WriteOnly) && file.write(text) == text.size()); }();
    return file.fileName();
}

void ExperimentsTest::openTable(int rows)
{
    m_session->openFile(writeTable("long.csv", rows), app::Session::Asking::Never);
    QTRY_COMPARE(window().scenario().data.source.kind(), DataSource::Kind::Own);
}

/// What programs that were killed have left, the last one the newest.
void ExperimentsTest::leaveBehind(const QString &folder, const QList<int> &degrees) const
{
    QVERIFY(QDir().mkpath(folder));
    QDateTime time = QDateTime::currentDateTime().addDays(-1);
    for (const int degree : degrees) {
        Experiment experiment;
        experiment.scenario.model.degree = degree;
        QFile file(QDir(folder).filePath(QStringLiteral("%1.overfit").arg(degree)));
        QVERIFY(file.open(QFile::WriteOnly));
        file.write(experimentText(experiment, "0.1").c_str());
        file.flush();
        time = time.addSecs(60);
        QVERIFY(file.setFileTime(time, QFileDevice::FileModificationTime));
    }
}

void ExperimentsTest::whereADiskIsFullTheOldFileStaysAndTheWorkIsUnsavedAndKept()
{
    if (!FileSizeLimit::kExists)
        QSKIP("This system has no limit for files.");
    save(path("a.overfit"));
    const auto written = [this] {
        QFile file(path("a.overfit"));
        return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = written();
    openTable(20'000);
    const QDir recovery(path("recovery"));
    QTRY_COMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).size(), 1);
    const QStringList kept = recovery.entryList(QDir::Files, QDir::Name);
    const FileSizeLimit limit(65'536);
    emit window().document().saveWanted(path("a.overfit"));
    auto *const dial = window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
    dial->setValue(dial->value() + 1); // while it is being written, there
    window().findChild<QAction *>(QStringLiteral("undo"))->trigger(); // and back
    auto *const box = opened<QMessageBox>("problem");
    QVERIFY(box);
    QVERIFY2(box->text().contains(QStringLiteral("larger than a file may be")), qPrintable(box->text()));
    QVERIFY(window().document().hasUnsavedWork());
    QCOMPARE(written(), before);
    QCOMPARE(recovery.entryList(QDir::Files, QDir::Name), kept);
}

void ExperimentsTest::onAFullDiskTheRecentFilesStayWhatTheyWere()
{
    QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("settings/Overfit")));
    const SmallDisk disk(path("settings/Overfit"));
    if (!disk.isThere())
        QSKIP("A small disk can't be made here.");
    const auto kept = [] {
        return QSettings(
            QSettings::IniFormat, QSettings::UserScope, QStringLiteral("Overfit"), QStringLiteral("Overfit"));
    };
    const QString other(12'000, QLatin1Char('o')); // more than there will be room for
    kept().setValue(QStringLiteral("other"), other);
    emit window().document().saveWanted(path("a.overfit"));
    QTRY_COMPARE(kept().value(QStringLiteral("recentFiles")).toStringList(), QStringList{path("a.overfit")});
    QFile filler(path("settings/Overfit/filler"));
    QVERIFY(filler.open(QFile::WriteOnly));
    filler.write(QByteArray(1'028'000, 'f')); // some 8 KB are left, for a part of it
    filler.close();
    emit window().document().saveWanted(path("b.overfit"));
    const auto *const recent = window().findChild<QMenu *>(QStringLiteral("recent"));
    QTRY_COMPARE(recent->actions().size(), 2);
    QFile file(kept().fileName());
    QVERIFY(file.open(QFile::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains(other.toUtf8()) && text.contains("a.overfit"));
    file.close();
    m_session.reset(); // before the disk
}

void ExperimentsTest::ofATableThatIsKeptOnlyTheSettingsAreWrittenAgain()
{
    const QDir recovery(path("recovery"));
    openTable(20'000);
    QTRY_COMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).size(), 1);
    const QString work =
        recovery.filePath(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).front());
    const QStringList tables = app::tablesBeside(work);
    QCOMPARE(tables.size(), 1);
    QVERIFY(QFileInfo(tables.front()).size() > 100'000);
    pressKeyOnDegree(Qt::Key_Right);
    const int degree = window().scenario().model.degree;
    QTRY_COMPARE(keptDegree(work), degree);
    QCOMPARE(app::tablesBeside(work), tables); // one that is written gets a new name
    QVERIFY(QFileInfo(work).size() < 4'096);
}

void ExperimentsTest::workWithATableSurvivesAKill()
{
    const QDir recovery(path("killed"));
    QProcess other;
    other.start(QStringLiteral(OVERFIT_KILL_PROBE), {recovery.path(), QStringLiteral("table")});
    QVERIFY(other.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(other.canReadLine(), 60000);
    QTRY_VERIFY_WITH_TIMEOUT(
        !recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).isEmpty(), 60000);
    other.kill();
    QVERIFY(other.waitForFinished());
    restart(recovery.path());
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().data.source.kind(), DataSource::Kind::Own);
    QCOMPARE(
        window().scenario().data.source.table()->rows.x, (std::vector<double>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
    QCOMPARE(window().scenario().model.degree, 12);
    QVERIFY(window().document().hasUnsavedWork());
    QCOMPARE(recovery.entryList({QStringLiteral("*.table")}, QDir::Files).size(), 1);
    m_session.reset();
    QVERIFY(recovery.entryList(QDir::Files).isEmpty());
}

void ExperimentsTest::theOthersThatWereLeftBehindAreOfferedOnceTheFirstIsSaved()
{
    leaveBehind(path("left"), {4, 6, 8});
    restart(path("left"));
    auto *box = opened<QMessageBox>("recovery");
    QVERIFY(box && box->text().contains(QStringLiteral("3 experiments")));
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().model.degree, 8);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("recovery"))); // it is not safe yet
    activate();
    save(path("eight.overfit"));
    box = opened<QMessageBox>("recovery");
    QVERIFY(box && box->text().contains(QStringLiteral("2 experiments")));
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().model.degree, 6);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("recovery")));
    activate();
    QTest::keyClick(&window(), Qt::Key_N, Qt::ControlModifier);
    press(QMessageBox::Discard, "unsavedWork"); // given up
    press(QMessageBox::Discard, "recovery"); // and the last one as well
    QTRY_VERIFY(QDir(path("left")).entryList({QStringLiteral("*.overfit")}, QDir::Files).isEmpty());
    QVERIFY(!window().document().hasUnsavedWork());
}

void ExperimentsTest::whatIsPutOffIsThereAtTheNextStart()
{
    leaveBehind(path("left"), {4, 6});
    restart(path("left"));
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().model.degree, 6);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("recovery")));
    activate();
    save(path("six.overfit"));
    auto *const box = opened<QMessageBox>("recovery");
    QVERIFY(box);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!window().findChild<QMessageBox *>(QStringLiteral("recovery")));
    QCOMPARE(window().scenario().model.degree, 6);
    restart(path("left"));
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().model.degree, 4);
}

void ExperimentsTest::behindADamagedOneTheNextIsOffered()
{
    leaveBehind(path("left"), {4, 6});
    QVERIFY(QFile::resize(path("left/6.overfit"), 100));
    QFile damaged(path("left/6.overfit"));
    QVERIFY(damaged.open(QFile::ReadWrite));
    QVERIFY(damaged.setFileTime(QDateTime::currentDateTime(), QFileDevice::FileModificationTime));
    damaged.close();
    restart(path("left"));
    press(QMessageBox::Open, "recovery");
    QVERIFY(opened<QMessageBox>("problem"));
    press(QMessageBox::Ok, "problem");
    press(QMessageBox::Open, "recovery");
    QTRY_COMPARE(window().scenario().model.degree, 4);
    QVERIFY(QFile::exists(path("left/6.overfit.damaged"))); // for whoever can read it
}

OVERFIT_WIDGET_TEST(ExperimentsTest)
#include "experiments_test.moc"
