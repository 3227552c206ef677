// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <QMetaObject>

#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <variant>

namespace overfit::app {

namespace {

ReadResult readWithinMemory(const std::filesystem::path &file, const StopToken &stop)
{
    try {
        return readTable(file, stop);
    } catch (const std::bad_alloc &) {
        const std::u8string name = file.u8string();
        return ReadError{ReadError::Reason::TooLarge, {name.begin(), name.end()}, 0, 0, {}};
    }
}

} // namespace

Trainer::Trainer(QObject *parent) : QObject(parent) { }

void Trainer::request(const Scenario &scenario)
{
    const quint64 request = ++m_request;
    m_worker.submit([this, request, scenario](const StopToken &stop) {
        m_answerer.answer(
            scenario, stop, [this, request](SnapshotPtr snapshot) { post(request, std::move(snapshot)); });
    });
}

void Trainer::post(quint64 request, SnapshotPtr snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_postedRequest = request;
        m_posted = std::move(snapshot);
        if (std::exchange(m_underWay, true))
            return;
    }
    QMetaObject::invokeMethod(this, &Trainer::collect, Qt::QueuedConnection);
}

void Trainer::collect()
{
    SnapshotPtr snapshot;
    quint64 request = 0;
    {
        const std::lock_guard lock(m_mutex);
        snapshot = std::move(m_posted);
        request = m_postedRequest;
        m_underWay = false;
    }
    if (request == m_request)
        emit snapshotReady(snapshot);
}

void Trainer::readFile(const QString &path)
{
    const quint64 reading = ++m_reading;
    const std::filesystem::path file(path.toStdU16String());
    m_reader.submit([this, reading, file](const StopToken &stop) {
        ReadResult result = readWithinMemory(file, stop);
        TablePtr table;
        if (auto *read = std::get_if<Table>(&result))
            table = std::make_shared<const Table>(std::move(*read));
        const ReadError error = table ? ReadError() : std::get<ReadError>(result);
        QMetaObject::invokeMethod(
            this, [this, reading, table, error] { finishReading(reading, table, error); },
            Qt::QueuedConnection);
    });
}

void Trainer::finishReading(quint64 reading, const TablePtr &table, const ReadError &error)
{
    if (reading != m_reading)
        return;
    if (table)
        emit fileRead(table);
    else
        emit fileRefused(error);
}

} // namespace overfit::app
