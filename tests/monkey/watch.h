// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QString>
#include <QStringList>

#include <chrono>
#include <map>

namespace overfit::monkey {

/// How long one event may keep the window's thread; the sanitizers make our code some three times slower.
#if defined(__SANITIZE_ADDRESS__)
inline constexpr int kSlowness = 3;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
inline constexpr int kSlowness = 3;
#else
inline constexpr int kSlowness = 1;
#endif
#else
inline constexpr int kSlowness = 1;
#endif
inline constexpr double kLongestEvent = 50.0 * kSlowness; ///< ms

/// An application that measures how long each event keeps the window's thread.
///
/// What is measured is one event that the event loop hands out, with all that is sent from within it, but for
/// painting. A loop within (a menu) hands out events of its own. The clock is the processor's time of this
/// thread: on a machine that is shared, the time on the wall says what others do.
class Application : public QApplication
{
public:
    Application(int &count, char **arguments);

    bool notify(QObject *receiver, QEvent *event) override;

    /// The longest event since this was asked last, and what it was.
    struct Longest {
        double milliseconds = 0;
        QString what;
    };
    [[nodiscard]] Longest takeLongest();

private:
    void pause();
    void goOn();
    void begin();

    int m_depth = 0; ///< of events within the one that the loop has handed out
    int m_painting = 0;
    std::chrono::nanoseconds m_since{};
    std::chrono::nanoseconds m_spent{};
    Longest m_longest;
};

/// From now on messages of Qt are kept, and told nowhere else.
void catchMessages();
/// Those since this was asked last, but for those that are known to be harmless.
[[nodiscard]] QStringList takeMessages();

/// What is said last should the program be ended by a crash or by a sanitizer.
void setLastWords(const QString &words);

} // namespace overfit::monkey
