// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/language.h"

#include "ui/words/numbers.h"

#include <QCoreApplication>
#include <QEvent>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <QWidget>

#include <algorithm>
#include <limits>
#include <memory>
#include <utility>

namespace overfit::ui {

namespace {

/// The context of all strings of this file.
struct Strings {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Strings)
};

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

/// Tells a widget that the language has changed, after those in it, and after Qt has set what it sets itself:
/// the words of standard buttons.
class LanguageWatcher : public QObject
{
public:
    explicit LanguageWatcher(QWidget *widget) : QObject(widget), m_widget(widget)
    {
        setObjectName(QLatin1String(kName));
        widget->installEventFilter(this);
    }

    static LanguageWatcher &of(QWidget *widget)
    {
        auto *const found = widget->findChild<QObject *>(QLatin1String(kName), Qt::FindDirectChildrenOnly);
        return found ? *static_cast<LanguageWatcher *>(found) : *new LanguageWatcher(widget);
    }

    void add(const std::function<void()> &setTexts)
    {
        m_setTexts.append(setTexts);
        setTexts();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (watched != m_widget || event->type() != QEvent::LanguageChange)
            return QObject::eventFilter(watched, event);
        m_widget->setLocale(QLocale());
        watched->event(event);
        for (const std::function<void()> &setTexts : std::as_const(m_setTexts))
            setTexts();
        return true;
    }

private:
    static constexpr const char *kName = "languageWatcher";

    QWidget *m_widget;
    QList<std::function<void()>> m_setTexts;
};

/// What is spoken besides English: the program's words, and Qt's own.
QList<QTranslator *> &spoken()
{
    static QList<QTranslator *> translators;
    return translators;
}

void install(const QLocale &locale, const QString &name, const QString &folder)
{
    auto translator = std::make_unique<QTranslator>(QCoreApplication::instance());
    if (!translator->load(locale, name, QStringLiteral("_"), folder))
        return;
    QCoreApplication::installTranslator(translator.get());
    spoken().append(translator.release());
}

int asCount(std::optional<std::size_t> count)
{
    constexpr std::size_t kMost = std::numeric_limits<int>::max();
    return count ? static_cast<int>(std::min(*count, kMost)) : -1;
}

} // namespace

void speak(const QLocale &locale)
{
    QLocale::setDefault(locale);
    qDeleteAll(std::exchange(spoken(), {})); // one that is deleted is no longer asked
    if (locale.language()
        != QLocale::English) // which the sources are; of other languages it may know the next
        install(locale, QStringLiteral("overfit"), QStringLiteral(":/overfit/translations"));
    if (!spoken().isEmpty())
        install(locale, QStringLiteral("qtbase"), QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    QCoreApplication::postEvent(QCoreApplication::instance(), new QEvent(QEvent::LanguageChange)); // numbers
}

void keepTranslated(QWidget *widget, const std::function<void()> &setTexts)
{
    LanguageWatcher::of(widget).add(setTexts);
}

QString textOf(const Message &message)
{
    const Language language{
        [](const char *text, std::optional<std::size_t> count) {
            return QCoreApplication::translate(kMessageContext, text, nullptr, asCount(count)).toStdString();
        },
        [](double number) { return numberText(number, 6).toStdString(); },
        [](std::size_t number) { return plainWholeText(number).toStdString(); }};
    return QString::fromStdString(overfit::textOf(message, language));
}

QString sentencesText(const QString &first, const QString &second)
{
    if (first.isEmpty() || second.isEmpty())
        return first + second;
    return Strings::tr("%1 %2", "a sentence, then another").arg(first, second);
}

QString listText(const QStringList &texts)
{
    return texts.join(Strings::tr(", ", "between the parts of a list"));
}

} // namespace overfit::ui
