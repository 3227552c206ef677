// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

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

Trainer::Trainer(QObject *parent) : QObject(parent)
{
    // A signal and not a call with a functor: that would be an object made by one thread and read by the
    // other before any lock of ours, and the thread sanitizer does not see those of Qt.
    connect(this, &Trainer::posted, this, &Trainer::collect, Qt::QueuedConnection);
}

void Trainer::request(const Scenario &scenario)
{
    const quint64 request = ++m_request;
    m_worker.submit([this, request, scenario](const StopToken &stop) {
        m_answerer.answer(
            scenario, stop, [this, request](SnapshotPtr snapshot) { post(request, std::move(snapshot)); });
    });
}

void Trainer::readFile(const QString &path)
{
    const quint64 number = ++m_reading;
    const std::filesystem::path file(path.toStdU16String());
    m_reader.submit([this, number, file](const StopToken &stop) {
        ReadResult result = readWithinMemory(file, stop);
        if (auto *table = std::get_if<Table>(&result))
            post({number, std::make_shared<const Table>(std::move(*table)), {}});
        else
            post({number, nullptr, std::get<ReadError>(result)});
    });
}

void Trainer::post(quint64 request, SnapshotPtr snapshot)
{
    {
        const std::lock_guard lock(m_mutex);
        m_postedRequest = request;
        m_postedSnapshot = std::move(snapshot);
        if (std::exchange(m_underWay, true))
            return;
    }
    emit posted(QPrivateSignal());
}

void Trainer::post(Reading reading)
{
    {
        const std::lock_guard lock(m_mutex);
        m_postedReading = std::move(reading);
        if (std::exchange(m_underWay, true))
            return;
    }
    emit posted(QPrivateSignal());
}

void Trainer::collect()
{
    SnapshotPtr snapshot;
    quint64 request = 0;
    std::optional<Reading> reading;
    {
        const std::lock_guard lock(m_mutex);
        snapshot = std::exchange(m_postedSnapshot, nullptr);
        request = m_postedRequest;
        reading = std::exchange(m_postedReading, std::nullopt);
        m_underWay = false;
    }
    if (snapshot && request == m_request)
        emit snapshotReady(snapshot);
    if (reading && reading->number == m_reading) {
        if (reading->table)
            emit fileRead(reading->table);
        else
            emit fileRefused(reading->error);
    }
}

} // namespace overfit::app
