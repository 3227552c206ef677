// SPDX-License-Identifier: GPL-3.0-or-later
// A program to be killed: edits and saves without end, and says what it does and when.
//
//   kill-target RECOVERY_FOLDER SAVE_FOLDER SEED ROWS
//
// The seed of the experiment is the number of the edit, so every file says which edit it holds. With ROWS
// there is a table of so many rows, which takes a while to be written. It says, with milliseconds since 1970
// at the end: "ready", "edit N", "saving FILE N", "saved FILE N".

#include "app/session.h"
#include "core/random.h"

#include <QApplication>
#include <QDateTime>
#include <QSpinBox>
#include <QTextStream>
#include <QTimer>

#include <memory>

namespace {

using overfit::Random;

void say(const QString &text)
{
    QTextStream(stdout) << text << ' ' << QDateTime::currentMSecsSinceEpoch() << '\n' << Qt::flush;
}

overfit::Scenario scenarioOf(int rows)
{
    overfit::Scenario scenario;
    scenario.data.seed = 0;
    if (rows == 0)
        return scenario;
    auto table = std::make_shared<overfit::Table>(overfit::Table{"t", {"x", ""}, {"y", ""}, {}, {}});
    Random random(1, overfit::Stream::TrainingInputs);
    for (int row = 0; row < rows; ++row) {
        table->rows.x.push_back(random.uniform());
        table->rows.y.push_back(random.normal());
    }
    scenario.data.source = overfit::DataSource::ownTable(std::move(table));
    return scenario;
}

class Target : public QObject
{
public:
    explicit Target(const QStringList &arguments)
        : m_saveFolder(arguments.at(2)), m_random(arguments.at(3).toULongLong(), overfit::Stream::Order),
          m_session(scenarioOf(arguments.at(4).toInt()))
    {
        overfit::ui::MainWindow &window = m_session.window();
        window.show();
        m_session.document().begin(arguments.at(1));
        connect(&window.document(), &overfit::ui::DocumentState::stateChanged, this, [this] { tellSaved(); });
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] { act(); });
        m_timer.start(50);
        say(QStringLiteral("ready"));
    }

private:
    [[nodiscard]] int chance(unsigned below) { return static_cast<int>(m_random.below(below)); }

    void act()
    {
        if (chance(6) == 0)
            save();
        else
            edit();
        // Now and then the hand rests, and unsaved work lies about.
        m_timer.start(chance(10) == 0 ? 1500 + chance(2000) : chance(120));
    }

    void edit()
    {
        m_session.window().findChild<QSpinBox *>(QStringLiteral("seed"))->setValue(++m_number);
        say(QStringLiteral("edit %1").arg(m_number));
    }

    void save()
    {
        if (m_session.window().document().isSaving())
            return;
        m_saving = QStringLiteral("%1/f%2.overfit").arg(m_saveFolder, QString::number(chance(3)));
        m_savedNumber = m_number;
        say(QStringLiteral("saving %1 %2").arg(m_saving, QString::number(m_savedNumber)));
        m_session.window().document().saveTo(m_saving);
    }

    void tellSaved()
    {
        const overfit::ui::DocumentState &document = m_session.window().document();
        if (m_saving.isEmpty() || document.isSaving() || document.file() != m_saving)
            return;
        say(QStringLiteral("saved %1 %2").arg(m_saving, QString::number(m_savedNumber)));
        m_saving.clear();
    }

    QString m_saveFolder;
    Random m_random;
    overfit::app::Session m_session;
    QTimer m_timer;
    int m_number = 0;
    QString m_saving;
    int m_savedNumber = 0;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.size() < 5)
        return 2;
    const Target target(arguments);
    return QApplication::exec();
}
