// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: turns the degree to 12 in a window, says "changed", and goes on. With the further
// argument "list" it counts the work of dead programs instead.

#include "app/session.h"
#include "ui/controls/dial_slider.h"

#include <QApplication>
#include <QTextStream>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(2) == QLatin1String("list")) {
        overfit::app::Recovery recovery(arguments.at(1));
        QTextStream(stdout) << recovery.takeOrphans().size() << " orphans\n";
        return 0;
    }
    overfit::app::Session session(overfit::Scenario{});
    session.window().show();
    session.document().begin(arguments.at(1));
    session.window().findChild<overfit::ui::DialSlider *>(QStringLiteral("degree"))->setValue(12);
    QTextStream(stdout) << "changed\n" << Qt::flush;
    return QApplication::exec();
}
