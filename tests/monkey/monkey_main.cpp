// SPDX-License-Identifier: GPL-3.0-or-later
// A monkey at the real window: random events by mouse, wheel, keyboard and files, and what must hold
// meanwhile.
//
//   overfit-monkey SECONDS SEED...
//
// Every event draws from a generator of its own, of the seed and its number: the same seed gives the same
// events, as far as the answers of the other threads come at the same time.

#include "app/session.h"
#include "tests/monkey/events.h"
#include "tests/monkey/hands.h"
#include "tests/monkey/invariants.h"
#include "tests/monkey/pool.h"
#include "tests/monkey/watch.h"

#include <QDesktopServices>
#include <QDir>
#include <QElapsedTimer>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QThread>
#include <QTimer>

#include <cstdio>
#include <memory>

namespace overfit::monkey {
namespace {

constexpr int kEventsBetweenChecks = 200;
constexpr qsizetype kEventsTold = 12;

struct Plan {
    int seconds = 10; ///< for each seed
    quint64 seed = 1;
};

class Monkey : public QObject
{
    Q_OBJECT

public:
    Monkey(const Plan &plan, Application &application);

    /// Plays until the time is over, or something does not hold; whether all held.
    [[nodiscard]] bool play();

private:
    void begin();
    void playOne();
    void check();
    void checkAlways();
    void fault(const QStringList &faults);
    void answerWhatWaits();
    [[nodiscard]] Playground ground() { return {*m_session, m_hands, m_pool, m_home}; }
    [[nodiscard]] app::Session &session() { return *m_session; }

    Plan m_plan;
    Application &m_application;
    QTemporaryDir m_folder;
    QString m_home = m_folder.filePath(QStringLiteral("home"));
    QStringList m_pool;
    Hands m_hands{m_home};
    std::unique_ptr<app::Session> m_session;
    Scenario m_beginning; ///< of the history
    quint64 m_number = 0;
    quint64 m_answeredAt = 0; ///< the event in which a loop was seen last
    QStringList m_last; ///< events
    double m_longest = 0; ///< ms
    QString m_longestWhat;
    int m_checks = 0;
    bool m_holds = true;
    QTimer m_waiting{this};
};

Monkey::Monkey(const Plan &plan, Application &application)
    : m_plan(plan), m_application(application),
      m_pool(makePool(m_folder.filePath(QStringLiteral("pool")), QStringLiteral(OVERFIT_CORPUS)))
{
    QDir().mkpath(m_home);
    QDir::setCurrent(m_home);
    qputenv("HOME", m_home.toUtf8());
    QSettings::setPath(
        QSettings::IniFormat, QSettings::UserScope, m_folder.filePath(QStringLiteral("settings")));
    // Not from the timer itself, which would not go off in the loop that its own answer begins.
    connect(&m_waiting, &QTimer::timeout, this, &Monkey::answerWhatWaits, Qt::QueuedConnection);
    m_waiting.start(60);
    begin();
}

void Monkey::begin()
{
    m_session.reset();
    m_session = std::make_unique<app::Session>(Scenario(), ui::Theme::Light);
    m_beginning = session().window().scenario();
    session().window().show();
    session().window().activateWindow();
    session().document().begin(m_folder.filePath(QStringLiteral("recovery")));
    QCoreApplication::processEvents();
}

void Monkey::answerWhatWaits()
{
    if (QThread::currentThread()->loopLevel() > 0 && m_session
        && std::exchange(m_answeredAt, m_number) == m_number)
        answerLoop(ground());
}

void Monkey::fault(const QStringList &faults)
{
    if (faults.isEmpty())
        return;
    m_holds = false;
    const QString text = faults.join(QStringLiteral("\n  "));
    std::printf("monkey: seed %llu, event %llu: %s\n", static_cast<unsigned long long>(m_plan.seed),
        static_cast<unsigned long long>(m_number), qPrintable(text));
}

void Monkey::checkAlways()
{
    fault(takeMessages());
    const Application::Longest longest = m_application.takeLongest();
    if (longest.milliseconds > m_longest) {
        m_longest = longest.milliseconds;
        m_longestWhat = longest.what + QStringLiteral(" in ") + m_last.back();
    }
    if (longest.milliseconds > kLongestEvent)
        fault({QStringLiteral("%1 ms were spent in one event: %2")
                   .arg(QString::number(longest.milliseconds, 'f', 0), longest.what)});
    if (session().window().scenario() != clamped(session().window().scenario()))
        fault({QStringLiteral("a setting is beyond its limits")});
    if (session().window().experimenter().history().stack().count() == 0)
        m_beginning = session().window().scenario();
    if (session().window().isHidden())
        begin(); // it was closed
}

void Monkey::playOne()
{
    m_hands.beginEvent(m_plan.seed, ++m_number);
    m_last.append(QString::number(m_number));
    setLastWords(
        QStringLiteral("monkey: seed %1, event %2: the program has crashed\n  the events before: %3\n  "
                       "again: ./dev check monkey %1\n")
            .arg(QString::number(m_plan.seed), QString::number(m_number), m_last.join(QStringLiteral(", "))));
    m_last.back() += u' ' + playEvent(ground());
    if (m_last.size() > kEventsTold)
        m_last.removeFirst();
    checkAlways();
}

void Monkey::check()
{
    ++m_checks;
    comeToRest(ground());
    if (session().window().isHidden())
        begin();
    fault(settle(session()));
    if (!m_holds)
        return;
    fault(faultsOfDrawings(session()));
    fault(faultsOfPicture(session()));
    const Scenario beginning = m_beginning;
    fault(faultsOfHistory(session(), beginning));
    fault(settle(session()));
    fault(faultsOfFile(session(), m_home + QStringLiteral("/check.overfit")));
    fault(settle(session()));
    comeToRest(ground());
    m_beginning = session().window().scenario();
    static_cast<void>(m_application.takeLongest()); // checks take their time
    fault(takeMessages());
}

bool Monkey::play()
{
    QElapsedTimer timer;
    timer.start();
    while (m_holds && timer.elapsed() < m_plan.seconds * 1000LL) {
        playOne();
        if (m_holds && m_number % kEventsBetweenChecks == 0)
            check();
    }
    if (m_holds)
        check();
    std::printf("monkey: seed %llu: %llu events, %d checks; longest event %.0f ms (%s)\n",
        static_cast<unsigned long long>(m_plan.seed), static_cast<unsigned long long>(m_number), m_checks,
        m_longest, qPrintable(m_longestWhat));
    if (!m_holds)
        std::printf("  the last events: %s\n  again: ./dev check monkey %llu\n",
            qPrintable(m_last.join(QStringLiteral(", "))), static_cast<unsigned long long>(m_plan.seed));
    std::fflush(stdout);
    comeToRest(ground());
    session().window().hide();
    return m_holds;
}

} // namespace
} // namespace overfit::monkey

int main(int argc, char **argv)
{
    using namespace overfit::monkey;
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    Application application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("Overfit"));
    QApplication::setStyle(QStringLiteral("Fusion"));
    QGuiApplication::setQuitOnLastWindowClosed(false);
    for (const char *scheme : {"http", "https", "mailto", "file"}) // nothing is opened elsewhere
        QDesktopServices::setUrlHandler(QString::fromLatin1(scheme), &application, "none");
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 3) {
        std::fprintf(stderr, "usage: overfit-monkey SECONDS SEED...\n");
        return 2;
    }
    catchMessages();
    bool holds = true;
    for (const QString &seed : arguments.mid(2)) {
        Monkey monkey({arguments.at(1).toInt(), seed.toULongLong()}, application);
        holds = monkey.play() && holds;
    }
    return holds ? 0 : 1;
}

#include "monkey_main.moc"
