// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/table_loader.h"

#include <chrono>
#include <filesystem>
#include <new>
#include <stdexcept>
#include <utility>

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
    } catch (const std::bad_alloc &) { // below
    } catch (const std::length_error &) { // a list of more than there can be
    }
    return ReadError{ReadError::Reason::TooLarge, source.name.toStdString(), 0, 0, {}};
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

TableLoader::TableLoader(QObject *parent)
    : QObject(parent), m_news(Kept::Newest, [this](const News &news) { tell(news); })
{
}

void TableLoader::preview(const TableSource &source, const FormatChoice &choice)
{
    const quint64 number = ++m_number;
    m_reader.submit([this, number, source, choice](const StopToken &) {
        PreviewResult result = withinMemory<PreviewResult>(source, [&source, &choice] {
            return source.text ? previewText(*source.text, source.name.toStdString(), choice)
                               : previewTable(pathOf(source), choice);
        });
        if (auto *preview = std::get_if<TablePreview>(&result))
            m_news.put({number, std::make_shared<const TablePreview>(std::move(*preview))});
        else
            m_news.put({number, std::get<ReadError>(result)});
    });
}

void TableLoader::read(const TableSource &source, const ReadOptions &options)
{
    const quint64 number = ++m_number;
    m_reader.submit([this, number, source, options](const StopToken &stop) {
        ReadOptions how = options;
        Clock::time_point told = Clock::now();
        how.progress = [this, number, &told](std::uintmax_t read, std::uintmax_t size) {
            if (Clock::now() - told < kProgressStep)
                return;
            told = Clock::now();
            m_news.put({number, Progress{static_cast<qint64>(read), static_cast<qint64>(size)}});
        };
        DataResult result = withinMemory<DataResult>(source, [&source, &stop, &how] {
            return source.text ? parseData(*source.text, source.name.toStdString(), how)
                               : readData(pathOf(source), stop, how);
        });
        if (auto *data = std::get_if<ReadData>(&result))
            m_news.put({number, opened(std::move(*data))});
        else
            m_news.put({number, std::get<ReadError>(result)});
    });
}

OpenedDataPtr TableLoader::opened(ReadData data)
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

void TableLoader::cancel()
{
    ++m_number;
    m_reader.cancel();
}

void TableLoader::tell(const News &news)
{
    if (news.number != m_number)
        return;
    if (const auto *progress = std::get_if<Progress>(&news.what))
        emit readingProgressed(progress->read, progress->size);
    else if (const auto *preview = std::get_if<TablePreviewPtr>(&news.what))
        emit previewReady(*preview);
    else if (const auto *data = std::get_if<OpenedDataPtr>(&news.what))
        emit dataRead(*data);
    else
        emit tableRefused(std::get<ReadError>(news.what));
}

} // namespace overfit::app
