// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/options.h"
#include "app/screenshot.h"
#include "app/session.h"
#include "version.h"
#ifdef _WIN32
#include "app/windows/console.h"
#endif

#include <QApplication>
#include <QIcon>
#include <QTextStream>
#include <QTimer>

namespace {

void giveIcon()
{
    QIcon icon;
    for (const int size : {16, 24, 32, 48, 64, 128, 256})
        icon.addFile(QStringLiteral(":/overfit/icon-%1.png").arg(size), QSize(size, size));
    QApplication::setWindowIcon(icon);
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
        overfit::app::leaveWithScreenshot(session, options.screenshot, !options.file.isEmpty());
    if (!options.file.isEmpty())
        session.openFile(options.file);
    window.show();
    QTimer::singleShot(0, &window, &giveIcon); // after the first frame: nobody waits for an icon
    return QApplication::exec();
}

} // namespace

int main(int argc, char **argv)
{
#ifdef _WIN32
    const overfit::app::ParentConsole console;
#endif
    QApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("Overfit"));
    QApplication::setApplicationVersion(QStringLiteral(OVERFIT_VERSION));
    QGuiApplication::setDesktopFileName(
        QStringLiteral("org.overfit.Overfit")); // Wayland finds the icon by it
    QApplication::setStyle(
        QStringLiteral("Fusion")); // the one style that takes our colours on every platform

    const auto asked = overfit::app::parseOptions(QApplication::arguments());
    if (const auto *farewell = std::get_if<overfit::app::Farewell>(&asked)) {
        QTextStream(farewell->code == 0 ? stdout : stderr) << farewell->text;
        return farewell->code;
    }
    return run(std::get<overfit::app::Options>(asked));
}
