// SPDX-License-Identifier: GPL-3.0-or-later

// A program that edits and saves is killed at any moment: every file is an old or a new one, and little work
// is lost.

#include "app/kept_work.h"
#include "app/recovery.h"
#include "core/files/experiment_file.h"
#include "core/random.h"
#include "tests/faults/told_edits.h"
#include "tests/frame/test_class.h"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <memory>
#include <variant>
#include <vector>

using namespace overfit;

namespace {

constexpr int kUsualKills = 60;
constexpr int kAtOnce = 4; // they rest more than they work
constexpr qint64 kMostLost = 5000; // ms
constexpr std::array kRows{0, 200, 20'000};

/// A program on its way to be killed.
struct Victim {
    int number = 0;
    QTemporaryDir folder;
    QProcess process;
    qint64 killAt = 0; ///< ms of the clock of all
    bool whileWriting = false; ///< or three seconds later
    qint64 killed = 0; ///< in ms since 1970; 0 while it lives

    [[nodiscard]] QString saved() const { return folder.filePath(QStringLiteral("saved")); }
    [[nodiscard]] QString recovery() const { return folder.filePath(QStringLiteral("recovery")); }
};

/// A file without a name is open in one of its folders: QSaveFile fills it. Only Linux has them, and tells.
bool isWriting(const Victim &victim)
{
    const QDir open(QStringLiteral("/proc/%1/fd").arg(victim.process.processId()));
    const auto links = open.entryInfoList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot);
    return std::any_of(links.begin(), links.end(), [&victim](const QFileInfo &link) {
        const QString target = QFile::symLinkTarget(link.filePath());
        return target.startsWith(victim.folder.path()) && target.endsWith(QLatin1String("(deleted)"));
    });
}

/// The number of the edit that it holds; -1 for what can't be read.
int editIn(const ExperimentResult &result)
{
    const auto *const experiment = std::get_if<Experiment>(&result);
    return experiment != nullptr ? static_cast<int>(experiment->scenario.data.seed) : -1;
}

} // namespace

class KillsTest : public QObject
{
    Q_OBJECT

private slots:
    void everyFileIsAnOldOrANewOneAndLittleIsLost();

private:
    [[nodiscard]] std::unique_ptr<Victim> start(int number);
    void killAll(std::vector<std::unique_ptr<Victim>> &victims);
    void examine(Victim &victim);
    [[nodiscard]] int newestSaved(const Victim &victim, const ToldEdits &told);
    [[nodiscard]] int newestKept(const Victim &victim) const;

    Random m_random{7, Stream::Order};
    QElapsedTimer m_clock;
    QList<qint64> m_lost; ///< ms
    int m_filesRead = 0;
    int m_whileWriting = 0;
};

std::unique_ptr<Victim> KillsTest::start(int number)
{
    auto victim = std::make_unique<Victim>();
    victim->number = number;
    QDir().mkpath(victim->saved());
    const int rows = kRows.at(m_random.below(kRows.size()));
    victim->killAt = m_clock.elapsed() + 500 + static_cast<qint64>(m_random.below(4500));
    victim->whileWriting = m_random.below(2) == 0;
    victim->process.start(QStringLiteral(OVERFIT_KILL_TARGET),
        {victim->recovery(), victim->saved(), QString::number(number), QString::number(rows)});
    return victim;
}

void KillsTest::killAll(std::vector<std::unique_ptr<Victim>> &victims)
{
    const auto lives = [](const std::unique_ptr<Victim> &victim) { return victim->killed == 0; };
    while (std::any_of(victims.begin(), victims.end(), lives)) {
        QTest::qWait(1);
        for (const auto &victim : victims) {
            const qint64 late = m_clock.elapsed() - victim->killAt;
            if (!lives(victim) || late < 0)
                continue;
            const bool writes = victim->whileWriting && isWriting(*victim);
            if (victim->whileWriting && !writes && late < 3000)
                continue;
            QCOMPARE(victim->process.state(), QProcess::Running);
            victim->killed = QDateTime::currentMSecsSinceEpoch();
            victim->process.kill();
            m_whileWriting += writes ? 1 : 0;
        }
    }
}

/// The newest edit that is in a file. Each file holds one that was to be saved there, and none from before
/// the one that was said to be saved.
int KillsTest::newestSaved(const Victim &victim, const ToldEdits &told)
{
    int newest = 0;
    const QDir folder(victim.saved());
    for (const QString &name : folder.entryList({QStringLiteral("*.overfit")}, QDir::Files)) {
        const QString path = folder.filePath(name);
        const int edit = editIn(readExperiment(path.toStdString(), StopToken()));
        const QString what = QStringLiteral("kill %1: %2 holds edit %3")
                                 .arg(QString::number(victim.number), name, QString::number(edit));
        if (!told.saving.value(path).contains(edit) || edit < told.saved.value(path, 0))
            QTest::qFail(qPrintable(what), __FILE__, __LINE__);
        newest = std::max(newest, edit);
        ++m_filesRead;
    }
    for (auto file = told.saved.begin(); file != told.saved.end(); ++file)
        if (!QFile::exists(file.key()))
            QTest::qFail("a file that was said to be saved is not there", __FILE__, __LINE__);
    return newest;
}

int KillsTest::newestKept(const Victim &victim) const
{
    int newest = 0;
    const QStringList orphans = app::Recovery(victim.recovery()).takeOrphans();
    if (orphans.size() > 1)
        QTest::qFail("one program has left several files of work", __FILE__, __LINE__);
    for (const QString &orphan : orphans) {
        const int edit = editIn(app::readKeptWork(orphan, StopToken()));
        if (edit < 0)
            QTest::qFail("work that was kept can't be read", __FILE__, __LINE__);
        newest = std::max(newest, edit);
    }
    return newest;
}

void KillsTest::examine(Victim &victim)
{
    QVERIFY(victim.process.state() == QProcess::NotRunning || victim.process.waitForFinished());
    const ToldEdits told = toldEdits(victim.process.readAllStandardOutput());
    const int safe = std::max(newestSaved(victim, told), newestKept(victim));
    const auto firstLost = told.edits.upper_bound(safe);
    const qint64 lost = firstLost == told.edits.end() ? 0 : victim.killed - firstLost->second;
    m_lost.append(lost);
    QVERIFY2(lost <= kMostLost,
        qPrintable(
            QStringLiteral("kill %1: edit %2 was made %3 ms before it and is lost")
                .arg(QString::number(victim.number), QString::number(safe + 1), QString::number(lost))));
}

void KillsTest::everyFileIsAnOldOrANewOneAndLittleIsLost()
{
    bool given = false;
    const int wanted = qEnvironmentVariableIntValue("OVERFIT_KILLS", &given);
    const int kills = given ? wanted : kUsualKills;
    m_clock.start();
    for (int done = 0; done < kills && !QTest::currentTestFailed();) {
        std::vector<std::unique_ptr<Victim>> victims;
        for (; done < kills && victims.size() < kAtOnce; ++done)
            victims.push_back(start(done));
        killAll(victims);
        for (const auto &victim : victims)
            examine(*victim);
    }
    std::sort(m_lost.begin(), m_lost.end());
    QVERIFY(!m_lost.isEmpty());
    qInfo("%d kills, %d of them while a file was written; %d saved files read; lost at most %lld ms, half "
          "the time at "
          "most %lld ms",
        static_cast<int>(m_lost.size()), m_whileWriting, m_filesRead, static_cast<long long>(m_lost.back()),
        static_cast<long long>(m_lost.at(m_lost.size() / 2)));
    QVERIFY(m_filesRead > 0 || kills < kUsualKills);
}

OVERFIT_WIDGET_TEST(KillsTest)
#include "kills_test.moc"
