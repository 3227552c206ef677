// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/trainer.h"

#include <chrono>
#include <filesystem>
#include <memory>
#include <new>
#include <string>
#include <utility>
#include <variant>

namespace overfit::app {

namespace {

using Clock = std::chrono::steady_clock;

/// Between two news of how far a file has been read.
constexpr std::chrono::milliseconds kProgressStep{66};

std::filesystem::path pathOf(const TableSource &source)
{
    return {source.name.toStdU16String()};
}

/// What @p look makes of a table, or that there is not enough memory for it.
template <typename Result, typename Look>
Result withinMemory(const TableSource &source, const Look &look)
{
    try {
        return look();
    } catch (const std::bad_alloc &) {
        return ReadError{ReadError::Reason::TooLarge, source.name.toStdString(), 0, 0, {}};
    }
}

/// The table, or @p last where that is equal.
template <typename Kind>
std::shared_ptr<const Kind> shared(Kind table, std::weak_ptr<const Kind> &last)
{
    auto fresh = std::make_shared<const Kind>(std::move(table));
    if (auto old = last.lock(); old && *old == *fresh)
        return old;
    last = fresh;
    return fresh;
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

void Trainer::preview(const TableSource &source, const FormatChoice &choice)
{
    const quint64 number = ++m_reading;
    m_reader.submit([this, number, source, choice](const StopToken &) {
        PreviewResult result = withinMemory<PreviewResult>(source, [&source, &choice] {
            return source.text ? previewText(*source.text, source.name.toStdString(), choice)
                               : previewTable(pathOf(source), choice);
        });
        if (auto *preview = std::get_if<TablePreview>(&result))
            post({number, std::make_shared<const TablePreview>(std::move(*preview))});
        else
            post({number, std::get<ReadError>(result)});
    });
}

void Trainer::read(const TableSource &source, const ReadOptions &options)
{
    const quint64 number = ++m_reading;
    m_reader.submit([this, number, source, options](const StopToken &stop) {
        ReadOptions how = options;
        Clock::time_point told = Clock::now();
        how.progress = [this, number, &told](std::uintmax_t read, std::uintmax_t size) {
            if (Clock::now() - told < kProgressStep)
                return;
            told = Clock::now();
            post({number, Progress{static_cast<qint64>(read), static_cast<qint64>(size)}});
        };
        DataResult result = withinMemory<DataResult>(source, [&source, &stop, &how] {
            return source.text ? parseData(*source.text, source.name.toStdString(), how)
                               : readData(pathOf(source), stop, how);
        });
        if (auto *data = std::get_if<ReadData>(&result))
            post({number, opened(std::move(*data))});
        else
            post({number, std::get<ReadError>(result)});
    });
}

OpenedDataPtr Trainer::opened(ReadData data)
{
    OpenedData result;
    if (Table *const table = std::get_if<Table>(&data.table))
        result.data = DataSource::ownTable(shared(std::move(*table), m_lastTable));
    else
        result.data =
            DataSource::ownClassTable(shared(std::move(std::get<ClassTable>(data.table)), m_lastClassTable));
    result.leftOut = std::move(data.leftOut);
    return std::make_shared<const OpenedData>(std::move(result));
}

void Trainer::cancelReading()
{
    ++m_reading;
    m_reader.cancel();
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
    if (reading && reading->number == m_reading)
        tell(*reading);
}

void Trainer::tell(const Reading &reading)
{
    if (const auto *progress = std::get_if<Progress>(&reading.news))
        emit readingProgressed(progress->read, progress->size);
    else if (const auto *preview = std::get_if<TablePreviewPtr>(&reading.news))
        emit previewReady(*preview);
    else if (const auto *data = std::get_if<OpenedDataPtr>(&reading.news))
        emit dataRead(*data);
    else
        emit tableRefused(std::get<ReadError>(reading.news));
}

} // namespace overfit::app
