// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/export_run.h"
#include "app/options.h"
#include "app/screenshot.h"
#include "app/session.h"
#include "ui/words/language.h"
#include "version.h"
#ifdef _WIN32
#include "app/windows/console.h"
#endif

#include <QApplication>
#include <QIcon>
#include <QLocale>
#include <QTextStream>
#include <QTimer>

#include <algorithm>
#include <optional>
#include <string_view>

namespace {

void giveIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/overfit/icon-%1.png").arg(size), QSize(size, size));
    QApplication::setWindowIcon(icon);
}

/// Words that are answered by text alone, for which nobody needs a display.
bool asksForText(int argc, char **argv)
{
    return std::any_of(argv + std::min(argc, 1), argv + argc, [](const char *argument) {
        const std::string_view word(argument);
        return word == "--version" || word == "-v" || word == "--help" || word == "-h";
    });
}

/// An export shows nothing: where there is no display, it needs none. (Other systems always have one.)
void doWithoutDisplay(int argc, char **argv)
{
#ifdef Q_OS_LINUX
    const bool exports = std::any_of(argv + std::min(argc, 1), argv + argc,
        [](const char *argument) { return std::string_view(argument).substr(0, 8) == "--export"; });
    const bool display = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY");
    if (exports && !display && !qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
#else
    Q_UNUSED(argc)
    Q_UNUSED(argv)
#endif
}

void introduce()
{
    QCoreApplication::setApplicationName(QStringLiteral("Overfit"));
    QCoreApplication::setApplicationVersion(QStringLiteral(OVERFIT_VERSION));
}

int leave(const overfit::app::Farewell &farewell)
{
    QTextStream(farewell.code == 0 ? stdout : stderr) << farewell.text;
    return farewell.code;
}

/// The text that the words ask for, if it takes no more than them.
std::optional<overfit::app::Farewell> textFor(int argc, char **argv)
{
    if (!asksForText(argc, argv))
        return std::nullopt;
    const QCoreApplication application(argc, argv);
    introduce();
    const auto asked = overfit::app::parseOptions(QCoreApplication::arguments());
    const auto *farewell = std::get_if<overfit::app::Farewell>(&asked);
    return farewell != nullptr && farewell->code == 0 ? std::optional(*farewell) : std::nullopt;
}

int run(const overfit::app::Options &options)
{
    overfit::app::Session session(options.scenario, options.theme);
    overfit::ui::MainWindow &window = session.window();
    if (options.size.isValid())
        window.resize(options.size);
    if (options.more)
        window.setMoreShown(true);
    if (!options.screenshot.isEmpty())
        overfit::app::leaveWithScreenshot(session, options.screenshot);
    if (options.exported) {
        overfit::app::leaveWithExport(session, *options.exported);
        window.setAttribute(Qt::WA_DontShowOnScreen); // it is painted into the file only
    }
    const bool isAttended = options.screenshot.isEmpty() && !options.exported;
    if (!options.file.isEmpty())
        session.openFile(options.file,
            isAttended ? overfit::app::Session::Asking::WhenInDoubt : overfit::app::Session::Asking::Never);
    window.show();
    // After the first frame: nobody waits for these.
    QTimer::singleShot(0, &window, &giveIcon);
    if (isAttended)
        QTimer::singleShot(0, &session.document(), [&session] { session.document().begin(); });
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
#ifdef _WIN32
    const overfit::app::ParentConsole console;
#endif
    if (const auto farewell = textFor(argc, argv))
        return leave(*farewell);
    doWithoutDisplay(argc, argv);
    QApplication application(argc, argv);
    introduce();
    QGuiApplication::setDesktopFileName(
        QStringLiteral("org.overfit.Overfit")); // Wayland finds the icon by it
    QApplication::setStyle(
        QStringLiteral("Fusion")); // the one style that takes our colours on every platform

    overfit::ui::speak(QLocale());

    const auto asked = overfit::app::parseOptions(QApplication::arguments());
    if (const auto *farewell = std::get_if<overfit::app::Farewell>(&asked))
        return leave(*farewell);
    return run(std::get<overfit::app::Options>(asked));
}
