// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monkey/watch.h"

#include <QAbstractEventDispatcher>
#include <QEvent>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <ctime>
#include <mutex>
#include <utility>

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#include <sanitizer/common_interface_defs.h>
#define OVERFIT_WATCHES_SANITIZER
#endif
#endif

namespace overfit::monkey {
namespace {

std::chrono::nanoseconds threadTime()
{
#if defined(CLOCK_THREAD_CPUTIME_ID)
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::seconds(now.tv_sec) + std::chrono::nanoseconds(now.tv_nsec);
#else
    return std::chrono::steady_clock::now().time_since_epoch();
#endif
}

bool isPainting(const QEvent &event)
{
    return event.type() == QEvent::Paint || event.type() == QEvent::UpdateRequest
        || event.type() == QEvent::Expose;
}

// Kept as it is to be said: nothing can be made any more when the program ends.
std::array<char, 1000> lastWords{};

void sayLastWords()
{
    std::fputs(lastWords.data(), stderr);
}

void crash(int signal)
{
    sayLastWords();
    std::signal(signal, SIG_DFL);
    std::raise(signal);
}

std::mutex messageMutex;
QStringList messages;

/// The platform that has no display says what it can't do. Qt Test tells of a mouse that leaves the window
/// with a button down, which hands may.
bool isHarmless(const QString &text)
{
    static const std::array known{
        QStringLiteral("This plugin does not support"), QStringLiteral("Mouse event at ")};
    return std::any_of(
        known.begin(), known.end(), [&text](const QString &begin) { return text.startsWith(begin); });
}

void keepMessage(QtMsgType, const QMessageLogContext &, const QString &text)
{
    const std::lock_guard lock(messageMutex);
    if (!isHarmless(text))
        messages.append(text);
}

} // namespace

Application::Application(int &count, char **arguments) : QApplication(count, arguments)
{
    // A loop, the outermost one or one within an event, looks for events.
    connect(
        QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::awake, this, [this] { begin(); });
}

void Application::begin()
{
    m_depth = 0;
    m_painting = 0;
    m_spent = {};
    m_since = threadTime();
}

void Application::pause()
{
    if (m_painting++ == 0)
        m_spent += threadTime() - m_since;
}

void Application::goOn()
{
    if (m_painting > 0 && --m_painting == 0)
        m_since = threadTime();
}

bool Application::notify(QObject *receiver, QEvent *event)
{
    const int depth = m_depth;
    const int painting = m_painting;
    const bool paints = isPainting(*event);
    const int type = event->type();
    const char *const name = receiver->metaObject()->className();
    if (depth == 0)
        begin();
    m_depth = depth + 1;
    if (paints)
        pause();
    const bool result = QApplication::notify(receiver, event);
    m_painting = painting + (paints ? 1 : 0); // whatever a loop within has made of it
    if (paints)
        goOn();
    m_depth = depth;
    if (depth > 0 || paints)
        return result;
    const std::chrono::duration<double, std::milli> spent = m_spent + threadTime() - m_since;
    if (spent.count() > m_longest.milliseconds)
        m_longest = {spent.count(),
            QStringLiteral("event %1 of a %2").arg(QString::number(type), QString::fromLatin1(name))};
    begin();
    return result;
}

Application::Longest Application::takeLongest()
{
    return std::exchange(m_longest, {});
}

void setLastWords(const QString &words)
{
    qstrncpy(lastWords.data(), words.toUtf8().constData(), lastWords.size());
}

void catchMessages()
{
#ifdef OVERFIT_WATCHES_SANITIZER
    __sanitizer_set_death_callback(&sayLastWords);
#else
    std::signal(SIGSEGV, &crash);
#endif
    std::signal(SIGABRT, &crash);
    qInstallMessageHandler(&keepMessage);
}

QStringList takeMessages()
{
    const std::lock_guard lock(messageMutex);
    return std::exchange(messages, {});
}

} // namespace overfit::monkey
