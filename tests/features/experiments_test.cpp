// SPDX-License-Identifier: GPL-3.0-or-later

// An experiment is saved and opened again, changes are taken back, and nothing is lost on the way.

#include "app/session.h"
#include "ui/controls/dial_slider.h"

#include <QAbstractButton>
#include <QAction>
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
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace overfit;

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
    void aFileThatCannotBeWrittenIsToldAndTheWorkStaysUnsaved();
    void aDamagedFileIsToldAndWhatIsOpenStays();
    void recentFilesAreOffered();
    void everyGestureIsOneStepBack();
    void aPlayedTrainingIsOneStepBack();
    void aStepThereAndBackIsNoStep();
    void aCodeFromTheBoardOpensItsPicture();
    void unsavedWorkSurvivesAKill();
    void workOfALivingProgramIsLeftAlone();

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
    void save(const QString &path);
    template <typename Box>
    Box *opened(const char *name);
    void press(QMessageBox::StandardButton button, const char *name);

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

void ExperimentsTest::save(const QString &path)
{
    QTest::keyClick(&window(), Qt::Key_S, Qt::ControlModifier);
    typeFile("saveDialog", path);
    QTRY_VERIFY(QFile::exists(path) && !window().hasUnsavedWork() && window().file() == path);
    window().activateWindow(); // as a desktop does when the dialog has gone
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
    QTRY_COMPARE(window().scenario().data.kind, DataSource::Kind::Own);
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
    QTRY_COMPARE(window().file(), path("lab.overfit"));
    settle();
    Experiment reopened = window().experiment();
    QCOMPARE(reopened.view, saved.view);
    QCOMPARE(reopened.scenario.data.own->rows, saved.scenario.data.own->rows);
    QCOMPARE(reopened.scenario.data.own->y.unit, std::string("m"));
    reopened.scenario.data = saved.scenario.data; // but for the folder it came from
    QCOMPARE(reopened.scenario, saved.scenario);
    QCOMPARE(window().shown()->curve->curve, shown->curve->curve); // to the bit
    QVERIFY(!window().hasUnsavedWork());
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

void ExperimentsTest::aFileThatCannotBeWrittenIsToldAndTheWorkStaysUnsaved()
{
    pressKeyOnDegree(Qt::Key_Right);
    QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("taken.overfit")));
    emit window().saveWanted(path("taken.overfit")); // a folder of that name
    auto *const box = opened<QMessageBox>("problem");
    QVERIFY(box && box->text().contains(QStringLiteral("taken.overfit")));
    QVERIFY(window().hasUnsavedWork());
    QVERIFY(window().file().isEmpty());
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
    QCOMPARE(window().file(), path("whole.overfit"));
}

void ExperimentsTest::recentFilesAreOffered()
{
    save(path("first.overfit"));
    pressKeyOnDegree(Qt::Key_Right);
    emit window().saveWanted(path("second.overfit"));
    QTRY_COMPARE(window().file(), path("second.overfit"));
    const auto *const recent = window().findChild<QMenu *>(QStringLiteral("recent"));
    QTRY_COMPARE(recent->actions().size(), 2);
    QCOMPARE(recent->actions().front()->text(), QStringLiteral("second.overfit"));
    recent->actions().back()->trigger();
    QTRY_COMPARE(window().file(), path("first.overfit"));
    QTRY_COMPARE(recent->actions().front()->text(), QStringLiteral("first.overfit"));
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
    QCOMPARE(window().scenario().seed, start.seed + 1);
    QCOMPARE(window().scenario().degree, 3);

    const auto *const undo = window().findChild<QAction *>(QStringLiteral("undo"));
    QVERIFY(undo->text().contains(QStringLiteral("new sample")));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().seed, start.seed);
    QCOMPARE(seed->value(), static_cast<int>(start.seed));
    QVERIFY(undo->text().contains(QStringLiteral("degree")));
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().degree, 9);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario(), start);
    QCOMPARE(dial->value(), start.degree);
    QVERIFY(!undo->isEnabled());
    settle(); // the picture follows
    QCOMPARE(window().shown()->scenario, start);
    for (int i = 0; i < 3; ++i)
        QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(window().scenario().degree, 3);
    QCOMPARE(window().scenario().seed, start.seed + 1);
}

void ExperimentsTest::aPlayedTrainingIsOneStepBack()
{
    const Scenario start = window().scenario();
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTRY_VERIFY(window().scenario().epochs != kFullyTrained && window().scenario().epochs > 5);
    QTest::keyClick(&window(), Qt::Key_K, Qt::ControlModifier);
    QTest::keyClick(&window(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(window().scenario().epochs, start.epochs);
    QVERIFY(!window().findChild<QAction *>(QStringLiteral("undo"))->isEnabled());
}

void ExperimentsTest::aStepThereAndBackIsNoStep()
{
    auto *const dial = window().findChild<ui::DialSlider *>(QStringLiteral("degree"));
    const auto at = [dial](int value) { return QPoint(qRound(dial->handleX(value)), dial->height() / 2); };
    QTest::mousePress(dial, Qt::LeftButton, {}, at(5));
    QTest::mouseMove(dial, at(9));
    QVERIFY(window().hasUnsavedWork());
    QTest::mouseMove(dial, at(5));
    QTest::mouseRelease(dial, Qt::LeftButton, {}, at(5));
    QVERIFY(!window().hasUnsavedWork());
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
    QTRY_COMPARE(window().scenario().degree, 12);
    QVERIFY(window().hasUnsavedWork());
    // Now it is this program's, and kept.
    QTRY_COMPARE(recovery.entryList({QStringLiteral("*.overfit")}, QDir::Files).size(), 1);
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

QTEST_MAIN(ExperimentsTest)
#include "experiments_test.moc"
