// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "app/options.h"
#include "ui/dialogs/messages.h"
#include "ui/words/strings.h"

#include <QFileInfo>

#include <memory>
#include <string>

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
    connect(&m_window.experimenter(), &ui::Experimenter::scenarioChanged, &m_trainer, &Trainer::request);
    connect(&m_window.exporting(), &ui::Exporting::workWanted, &m_background, &BackgroundWork::start);
    connect(&m_trainer, &Trainer::snapshotReady, &m_window, &ui::MainWindow::showSnapshot);
    // Not as a box: a dial that is dragged through what can't be computed would leave one at every stop.
    connect(&m_trainer, &Trainer::failed, &m_window.status(), &ui::StatusLine::tell);
    connect(&m_background, &BackgroundWork::failed, this,
        [this](const QString &problem) { ui::showProblem(&m_window, problem); });
    connectImport();
    connect(&m_document, &Document::opened, this, [this] { m_reading = false; });
    connect(&m_document, &Document::refused, this, [this](const QString &why) {
        m_reading = false;
        emit refused(why);
    });
}

void Session::connectImport()
{
    connect(&m_window.files(), &ui::FileChoosing::fileChosen, this,
        [this](const QString &path) { openFile(path, Asking::Always); });
    connect(&m_fileOpenRequests, &FileOpenRequests::requested, this,
        [this](const QString &path) { openFile(path); });
    connect(&m_window.importing(), &ui::Importing::cellsPasted, this, &Session::openCells);
    connect(&m_window.importing(), &ui::Importing::formatChosen, this,
        [this](const FormatChoice &choice) { m_tables.preview(m_source, choice); });
    connect(&m_window.importing(), &ui::Importing::columnsChosen, this, &Session::read);
    connect(&m_window.status(), &ui::StatusLine::readingCancelled, this, &Session::cancelReading);
    connect(&m_tables, &TableLoader::previewReady, this, &Session::takePreview);
    connect(
        &m_tables, &TableLoader::readingProgressed, &m_window.status(), &ui::StatusLine::showReadingProgress);
    connect(&m_tables, &TableLoader::dataRead, this, &Session::takeData);
    connect(&m_tables, &TableLoader::tableRefused, this, &Session::refuse);
}

void Session::openFile(const QString &path, Asking asking)
{
    cancelReading(); // of whatever was opened before
    m_reading = true;
    if (isExperiment(path))
        m_document.open(path);
    else
        look({path, nullptr}, asking);
}

void Session::openCells(const QString &text)
{
    cancelReading();
    look({tr("Clipboard"), std::make_shared<const std::string>(text.toStdString())}, Asking::Always);
}

void Session::look(const TableSource &source, Asking asking)
{
    m_source = source;
    m_asking = asking;
    m_window.status().showReading(QFileInfo(source.name).fileName());
    m_tables.preview(source);
}

void Session::takePreview(const TablePreviewPtr &preview)
{
    const bool isAsked =
        m_asking == Asking::Always || (m_asking == Asking::WhenInDoubt && !isBeyondDoubt(*preview));
    if (!isAsked) {
        const ColumnPick &pick = preview->suggestion;
        // Without two columns the reader says what is wrong, and where.
        read(pick.x && pick.y ? readOptions(preview->head, pick) : ReadOptions());
        return;
    }
    m_asking = Asking::Always; // until another table is wanted
    m_window.status().showReading({});
    m_window.importing().askForColumns(preview);
}

void Session::read(const ReadOptions &options)
{
    m_window.status().showReading(QFileInfo(m_source.name).fileName());
    m_tables.read(m_source, options);
}

void Session::takeData(const OpenedDataPtr &data)
{
    endReading();
    m_window.experimenter().useData(data->data);
    m_window.status().showLeftOut(data->leftOut);
    if (data->leftOut.count > 0)
        emit rowsLeftOut(ui::leftOutText(data->leftOut));
    if (!m_source.text)
        m_document.remember(m_source.name);
}

void Session::cancelReading()
{
    m_tables.cancel();
    m_document.cancelOpening();
    endReading();
}

void Session::refuse(const ReadError &error)
{
    endReading();
    const QString text = ui::errorText(error);
    ui::showProblem(&m_window, text);
    emit refused(text);
}

void Session::endReading()
{
    m_reading = false;
    m_window.status().showReading({});
}

} // namespace overfit::app
