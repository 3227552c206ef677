// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: turns the degree to 12 in a window, says "changed", and goes on. With the further
// argument "list" it counts the work of dead programs instead, with "table" it has a table of its own.

#include "app/session.h"
#include "ui/controls/dial_slider.h"

#include <QApplication>
#include <QTextStream>

#include <memory>

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(2) == QLatin1String("list")) {
        overfit::app::Recovery recovery(arguments.at(1));
        QTextStream(stdout) << recovery.takeOrphans().size() << " orphans\n";
        return 0;
    }
    overfit::Scenario scenario;
    if (arguments.value(2) == QLatin1String("table"))
        scenario.data.source = overfit::DataSource::ownTable(
            std::make_shared<const overfit::Table>(overfit::Table{"t", {"x", ""}, {"y", ""},
                {{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, {0, 1, 4, 9, 16, 25, 36, 49, 64, 81}}, {}}));
    overfit::app::Session session(scenario);
    session.window().show();
    session.document().begin(arguments.at(1));
    session.window().findChild<overfit::ui::DialSlider *>(QStringLiteral("degree"))->setValue(12);
    QTextStream(stdout) << "changed\n" << Qt::flush;
    return QApplication::exec();
}
