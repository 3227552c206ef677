// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "ui/strings.h"

#include <QFileInfo>

namespace overfit::app {

namespace {

const Scenario &requested(Trainer &trainer, const Scenario &scenario)
{
    trainer.request(scenario);
    return scenario;
}

} // namespace

Session::Session(const Scenario &scenario, ui::Theme theme, QObject *parent)
    : QObject(parent), m_window(requested(m_trainer, scenario), theme)
{
    connect(&m_window, &ui::MainWindow::scenarioChanged, &m_trainer, &Trainer::request);
    connect(&m_window, &ui::MainWindow::fileChosen, this, &Session::openFile);
    connect(&m_window, &ui::MainWindow::largeTableWanted, &m_tableWriter, &TableWriter::write);
    connect(&m_tableWriter, &TableWriter::written, &m_window, &ui::MainWindow::showSaved);
    connect(&m_fileOpenRequests, &FileOpenRequests::requested, this, &Session::openFile);
    connect(&m_trainer, &Trainer::snapshotReady, &m_window,
        qOverload<const SnapshotPtr &>(&ui::MainWindow::show));
    connect(&m_trainer, &Trainer::fileRead, this, &Session::takeTable);
    connect(&m_trainer, &Trainer::fileRefused, this, &Session::refuse);
}

void Session::openFile(const QString &path)
{
    m_window.showReading(QFileInfo(path).fileName());
    m_trainer.readFile(path);
}

void Session::takeTable(const TablePtr &table)
{
    m_window.showReading({});
    Scenario scenario = m_window.scenario();
    scenario.data = DataSource::ownTable(table);
    m_window.setScenario(scenario);
    m_trainer.request(m_window.scenario());
}

void Session::refuse(const ReadError &error)
{
    m_window.showReading({});
    m_window.reportProblem(ui::errorText(error));
}

} // namespace overfit::app
