// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/background_work.h"
#include "app/session.h"

#include "core/takeaway/python_script.h"
#include "tests/frame/test_class.h"

#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSemaphore>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <future>
#include <memory>
#include <mutex>
#include <new>
#include <stdexcept>
#include <thread>

using namespace overfit;
using namespace overfit::app;

namespace {

TablePtr largeTable()
{
    Table table;
    table.x = {"x", ""};
    table.y = {"y", ""};
    for (int i = 0; i < 5000; ++i) {
        table.rows.x.push_back(i);
        table.rows.y.push_back(i % 17);
    }
    return std::make_shared<const Table>(table);
}

Scenario ofLargeTable()
{
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(largeTable());
    scenario.model.degree = 2;
    scenario.sampling.trainSize = 4000;
    return scenario;
}

qsizetype linesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll().count('\n') : -1;
}

} // namespace

class BackgroundWorkTest : public QObject
{
    Q_OBJECT

private slots:
    void everyWorkIsDoneInOrderOnAnotherThread();
    void nothingIsLostWhereItGoes();
    void ofTwoWorksForOneFileTheLaterOneStaysWhereItGoes();
    void workThatThrowsIsToldAndTheNextIsDone();
    void theWindowHasItsTablesWrittenAndTellsHowItWent();
    void aScriptOfManyPointsIsMadeElsewhere();
};

void BackgroundWorkTest::everyWorkIsDoneInOrderOnAnotherThread()
{
    BackgroundWork background;
    QStringList finished;
    std::atomic<int> elsewhere = 0;
    for (int i = 0; i < 20; ++i)
        background.start(
            [i, &elsewhere, window = std::this_thread::get_id()] {
                elsewhere += std::this_thread::get_id() != window ? 1 : 0;
                return QString::number(i);
            },
            [&finished, window = std::this_thread::get_id()](const QString &text) {
                finished.append(std::this_thread::get_id() == window ? text : QStringLiteral("elsewhere"));
            });
    QTRY_COMPARE(finished.size(), 20);
    for (int i = 0; i < 20; ++i)
        QCOMPARE(finished[i], QString::number(i));
    QCOMPARE(elsewhere.load(), 20);
}

void BackgroundWorkTest::nothingIsLostWhereItGoes()
{
    constexpr int kWorks = 1000;
    std::promise<void> going;
    const std::shared_future<void> goes(going.get_future());
    std::atomic<int> done = 0;
    int finished = 0;
    {
        BackgroundWork background;
        for (int i = 0; i < kWorks; ++i)
            background.start(
                [&done, goes] {
                    goes.wait();
                    ++done;
                    return QString();
                },
                [&finished](const QString &) { ++finished; });
        going.set_value(); // none of them is done before
    }
    QCOMPARE(done.load(), kWorks);
    QCoreApplication::processEvents();
    QCOMPARE(finished, 0); // nobody is there to be told
}

void BackgroundWorkTest::ofTwoWorksForOneFileTheLaterOneStaysWhereItGoes()
{
    QString file;
    std::mutex mutex; // so that a wrong order is one, and no race
    const auto write = [&file, &mutex](const char *text) {
        const std::lock_guard lock(mutex);
        file = QString::fromLatin1(text);
        return QString();
    };
    QSemaphore laterIsDone;
    QSemaphore begun;
    auto background = std::make_unique<BackgroundWork>();
    background->start(
        [&] {
            begun.release();
            laterIsDone.tryAcquire(1, 200); // every chance for the later one to be faster
            return write("earlier");
        },
        [](const QString &) {});
    background->start(
        [&] {
            write("later");
            laterIsDone.release();
            return QString();
        },
        [](const QString &) {});
    begun.acquire();
    background.reset();
    QCOMPARE(file, QStringLiteral("later"));
}

void BackgroundWorkTest::workThatThrowsIsToldAndTheNextIsDone()
{
    BackgroundWork background;
    QStringList finished;
    const auto finish = [&finished](const QString &text) { finished.append(text); };
    QSignalSpy failed(&background, &BackgroundWork::failed);
    background.start([]() -> QString { throw std::bad_alloc(); }, finish);
    background.start([]() -> QString { throw std::runtime_error("odd"); }, finish);
    background.start([] { return QStringLiteral("done"); }, finish);
    QTRY_COMPARE(finished, QStringList{QStringLiteral("done")});
    QCOMPARE(failed.size(), 2);
    QVERIFY(failed[0][0].toString().contains(QStringLiteral("not enough memory")));
    QVERIFY(failed[1][0].toString().contains(QStringLiteral("odd")));
}

void BackgroundWorkTest::theWindowHasItsTablesWrittenAndTellsHowItWent()
{
    const QTemporaryDir folder;
    Session session(ofLargeTable());
    ui::MainWindow &window = session.window();
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.shown() && window.shown()->complete(), 30000);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(&window, Qt::Key_E, Qt::ControlModifier);
    auto *file = window.findChild<QLineEdit *>(QStringLiteral("exportFile"));
    QVERIFY(file);
    for (int i = 0; i < 4; ++i) // to the points
        QTest::keyClick(window.findChild<QWidget *>(QStringLiteral("exportSubject")), Qt::Key_Down);
    file->selectAll();
    QTest::keyClicks(file, folder.filePath(QStringLiteral("large.csv")));
    QTest::keyClick(file, Qt::Key_Return);
    QTRY_VERIFY(window.statusBar()->currentMessage().startsWith(QStringLiteral("Saved")));
    const std::size_t points = window.shown()->training.count + window.shown()->validation.count;
    QCOMPARE(static_cast<std::size_t>(linesOf(folder.filePath(QStringLiteral("large.csv")))), points + 1);
}

void BackgroundWorkTest::aScriptOfManyPointsIsMadeElsewhere()
{
    Session session(ofLargeTable());
    ui::MainWindow &window = session.window();
    window.show();
    QTRY_VERIFY_WITH_TIMEOUT(window.shown() && window.shown()->complete(), 30000);
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QGuiApplication::clipboard()->setText(QStringLiteral("before"));
    QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), QStringLiteral("before"));
    QTRY_COMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(pythonScript(*window.shown())));
}

OVERFIT_WIDGET_TEST(BackgroundWorkTest)
#include "background_work_test.moc"
