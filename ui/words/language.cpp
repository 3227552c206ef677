// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <limits>

namespace overfit::ui {

namespace {

class EnglishPlurals : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override { return false; }

    QString translate(
        const char * /*context*/, const char *text, const char * /*disambiguation*/, int count) const override
    {
        const bool isPlural = count >= 0 && QByteArrayView(text).contains("(s)");
        return isPlural ? QString::fromStdString(englishNumberOf(text, static_cast<std::size_t>(count)))
                        : QString();
    }
};

/// The first one that is installed, so it is asked last.
void speakEnglish()
{
    QCoreApplication::installTranslator(new EnglishPlurals(QCoreApplication::instance()));
}
Q_COREAPP_STARTUP_FUNCTION(speakEnglish)

int asCount(std::optional<std::size_t> count)
{
    constexpr std::size_t kMost = std::numeric_limits<int>::max();
    return count ? static_cast<int>(std::min(*count, kMost)) : -1;
}

} // namespace

QString textOf(const Message &message)
{
    const QLocale locale;
    const Language language{
        [](const char *text, std::optional<std::size_t> count) {
            return QCoreApplication::translate(kMessageContext, text, nullptr, asCount(count)).toStdString();
        },
        [&locale](double number) { return locale.toString(number, 'g', 6).toStdString(); },
        [&locale](std::size_t number) { return locale.toString(qulonglong(number)).toStdString(); }};
    return QString::fromStdString(overfit::textOf(message, language));
}

} // namespace overfit::ui
