// SPDX-License-Identifier: GPL-3.0-or-later

// Disks that are full or read only, files and folders that vanish: it is told, what was there stays, and work
// counts as unsaved. With nothing else to do, and while the machine is busy.

#include "app/session.h"
#include "core/random.h"
#include "tests/frame/test_class.h"
#include "tests/small_disk.h"
#include "ui/controls/dial_slider.h"

#include <QDir>
#include <QFile>
#include <QMessageBox>
#include <QProcess>
#include <QSettings>
#include <QStatusBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <memory>
#include <thread>
#include <variant>
#include <vector>

using namespace overfit;

namespace {

/// As many threads as there are cores, twice, that do nothing but work.
class Load
{
public:
    explicit Load(bool wanted)
    {
        const unsigned count = wanted ? 2 * std::max(1U, std::thread::hardware_concurrency()) : 0;
        for (unsigned i = 0; i < count; ++i)
            m_threads.emplace_back([this] {
                for (volatile double x = 1; !m_over;)
                    x = x * 1.0000001;
            });
    }
    ~Load()
    {
        m_over = true;
        for (std::thread &thread : m_threads)
            thread.join();
    }
    Load(const Load &) = delete;
    Load &operator=(const Load &) = delete;

private:
    std::atomic<bool> m_over = false;
    std::vector<std::thread> m_threads;
};

Scenario withTable(int rows)
{
    auto table = std::make_shared<Table>(Table{"t", {"x", ""}, {"y", ""}, {}, {}});
    Random random(1, Stream::TrainingInputs);
    for (int row = 0; row < rows; ++row) {
        table->rows.x.push_back(random.uniform());
        table->rows.y.push_back(random.normal());
    }
    Scenario scenario;
    scenario.data.source = DataSource::ownTable(std::move(table));
    return scenario;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class DisksTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void onAFullDiskTheOldFileStays_data() { addLoads(); }
    void onAFullDiskTheOldFileStays();
    void thatWorkCantBeKeptIsTold_data() { addLoads(); }
    void thatWorkCantBeKeptIsTold();
    void onAReadOnlyDiskNothingCountsAsSaved_data() { addLoads(); }
    void onAReadOnlyDiskNothingCountsAsSaved();
    void aFileThatVanishedIsWrittenAgain_data() { addLoads(); }
    void aFileThatVanishedIsWrittenAgain();
    void aFolderThatVanishedIsTold_data() { addLoads(); }
    void aFolderThatVanishedIsTold();

private:
    static void addLoads();
    void open(const Scenario &scenario);
    void turnDegree(int degree);
    /// What is told of it; empty where it is saved.
    [[nodiscard]] QString save(const QString &path);
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    [[nodiscard]] ui::DocumentState &document() { return m_session->window().document(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Load> m_load;
    std::unique_ptr<app::Session> m_session;
};

void DisksTest::addLoads()
{
    QTest::addColumn<bool>("busy");
    QTest::newRow("idle") << false;
    QTest::newRow("under load") << true;
}

void DisksTest::init()
{
    QFETCH(bool, busy);
    m_folder = std::make_unique<QTemporaryDir>();
    QSettings::setPath(QSettings::IniFormat, QSettings::UserScope, path(QStringLiteral("settings")));
    QVERIFY(QDir().mkpath(path(QStringLiteral("disk"))));
    m_load = std::make_unique<Load>(busy);
}

void DisksTest::cleanup()
{
    m_session.reset();
    m_load.reset();
}

void DisksTest::open(const Scenario &scenario)
{
    m_session = std::make_unique<app::Session>(scenario);
    m_session->window().show();
    m_session->document().begin(path(QStringLiteral("recovery")));
}

void DisksTest::turnDegree(int degree)
{
    m_session->window().findChild<ui::DialSlider *>(QStringLiteral("degree"))->setValue(degree);
}

QString DisksTest::save(const QString &path)
{
    document().saveTo(path);
    const auto problem = [this] {
        return m_session->window().findChild<QMessageBox *>(QStringLiteral("problem"));
    };
    static_cast<void>(QTest::qWaitFor([this] { return !document().isSaving(); }, 60'000));
    static_cast<void>(
        QTest::qWaitFor([&] { return problem() != nullptr || !document().hasUnsavedWork(); }, 60'000));
    if (problem() == nullptr)
        return {};
    const QString told = problem()->text();
    problem()->reject();
    static_cast<void>(QTest::qWaitFor([&] { return problem() == nullptr; }, 60'000));
    return told;
}

void DisksTest::onAFullDiskTheOldFileStays()
{
    const SmallDisk disk(path(QStringLiteral("disk")));
    if (!disk.isThere())
        QSKIP("A small disk can't be made here.");
    const QString file = path(QStringLiteral("disk/a.overfit"));
    open({});
    QCOMPARE(save(file), QString());
    const QByteArray before = contentOf(file);
    open(withTable(100'000)); // 3 MB
    for (const int degree : {9, 10, 11}) {
        turnDegree(degree);
        QVERIFY(!save(file).isEmpty());
        QVERIFY(document().hasUnsavedWork());
        QCOMPARE(contentOf(file), before);
        const QDir folder(path(QStringLiteral("disk")));
        QCOMPARE(folder.entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("a.overfit")});
    }
    QCOMPARE(save(path(QStringLiteral("elsewhere.overfit"))), QString());
    m_session.reset(); // before the disk
}

void DisksTest::thatWorkCantBeKeptIsTold()
{
    const SmallDisk disk(path(QStringLiteral("disk")));
    if (!disk.isThere())
        QSKIP("A small disk can't be made here.");
    m_session = std::make_unique<app::Session>(withTable(100'000));
    m_session->window().show();
    m_session->document().begin(path(QStringLiteral("disk/recovery")));
    turnDegree(9);
    const auto *const status = m_session->window().statusBar();
    QTRY_VERIFY_WITH_TIMEOUT(status->currentMessage().contains(QStringLiteral("can't be kept")), 60'000);
    QCOMPARE(save(path(QStringLiteral("elsewhere.overfit"))), QString());
    m_session.reset();
}

void DisksTest::onAReadOnlyDiskNothingCountsAsSaved()
{
    const SmallDisk disk(path(QStringLiteral("disk")));
    if (!disk.isThere())
        QSKIP("A small disk can't be made here.");
    const QString file = path(QStringLiteral("disk/a.overfit"));
    open({});
    QCOMPARE(save(file), QString());
    const QByteArray before = contentOf(file);
    QCOMPARE(QProcess::execute(QStringLiteral("mount"),
                 {QStringLiteral("-o"), QStringLiteral("remount,ro"), path(QStringLiteral("disk"))}),
        0);
    turnDegree(9);
    QVERIFY(!save(file).isEmpty());
    QVERIFY(!save(path(QStringLiteral("disk/b.overfit"))).isEmpty());
    QVERIFY(document().hasUnsavedWork());
    QCOMPARE(contentOf(file), before);
    m_session.reset();
}

void DisksTest::aFileThatVanishedIsWrittenAgain()
{
    const QString file = path(QStringLiteral("a.overfit"));
    open({});
    QCOMPARE(save(file), QString());
    QVERIFY(QFile::remove(file));
    turnDegree(9);
    QCOMPARE(save(file), QString());
    const ExperimentResult read = readExperiment(file.toStdString(), StopToken());
    QVERIFY(std::holds_alternative<Experiment>(read));
    QCOMPARE(std::get<Experiment>(read).scenario.model.degree, 9);
}

void DisksTest::aFolderThatVanishedIsTold()
{
    const QString file = path(QStringLiteral("disk/a.overfit"));
    open({});
    QCOMPARE(save(file), QString());
    QVERIFY(QDir(path(QStringLiteral("disk"))).removeRecursively());
    turnDegree(9);
    QVERIFY(!save(file).isEmpty());
    QVERIFY(document().hasUnsavedWork());
    QCOMPARE(save(path(QStringLiteral("b.overfit"))), QString());
}

OVERFIT_WIDGET_TEST(DisksTest)
#include "disks_test.moc"
