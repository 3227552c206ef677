// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/options.h"
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
    : QObject(parent), m_window(requested(m_trainer, scenario), theme), m_document(m_window)
{
    connect(&m_window, &ui::MainWindow::scenarioChanged, &m_trainer, &Trainer::request);
    connect(&m_window, &ui::MainWindow::fileChosen, this, &Session::openFile);
    connect(&m_fileOpenRequests, &FileOpenRequests::requested, this, &Session::openFile);
    connect(&m_trainer, &Trainer::snapshotReady, &m_window,
        qOverload<const SnapshotPtr &>(&ui::MainWindow::show));
    connect(&m_trainer, &Trainer::fileRead, this, &Session::takeTable);
    connect(&m_trainer, &Trainer::fileRefused, this, &Session::refuse);
    connect(&m_document, &Document::opened, this, [this] { m_reading = false; });
    connect(&m_document, &Document::refused, this, [this](const QString &why) {
        m_reading = false;
        emit refused(why);
    });
}

void Session::openFile(const QString &path)
{
    m_reading = true;
    m_opening = path;
    if (isExperiment(path)) {
        m_document.open(path);
        return;
    }
    m_window.showReading(QFileInfo(path).fileName());
    m_trainer.readFile(path);
}

void Session::takeTable(const TablePtr &table)
{
    endReading();
    m_window.useData(DataSource::ownTable(table));
    m_document.remember(m_opening);
}

void Session::refuse(const ReadError &error)
{
    endReading();
    const QString text = ui::errorText(error);
    m_window.reportProblem(text);
    emit refused(text);
}

void Session::endReading()
{
    m_reading = false;
    m_window.showReading({});
}

} // namespace overfit::app
