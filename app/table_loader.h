// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/mailbox.h"
#include "core/answer/latest_worker.h"
#include "core/scenario/scenario.h"
#include "core/tables/csv.h"
#include "core/tables/table_preview.h"

#include <QObject>

#include <memory>
#include <string>
#include <variant>

namespace overfit::app {

/// Where a table comes from: a file, or text that is at hand.
struct TableSource {
    QString name; ///< the path of the file, or what the text is called
    std::shared_ptr<const std::string> text; ///< UTF-8; null for a file
};

/// What a table turned out to hold.
struct OpenedData {
    DataSource data;
    LeftOutRows leftOut;
};

using OpenedDataPtr = std::shared_ptr<const OpenedData>;

/// Looks at tables and reads them on a thread of its own. Its functions are for the window's thread, and its
/// signals come there; nothing waits.
class TableLoader : public QObject
{
    Q_OBJECT

public:
    explicit TableLoader(QObject *parent = nullptr);

    /// Looks at the beginning of a table; a newer call of this or of read() replaces an older one of either.
    void preview(const TableSource &source, const FormatChoice &choice = {});
    /// Reads a table whole.
    void read(const TableSource &source, const ReadOptions &options = {});
    /// Nothing will be heard any more of what is being looked at or read.
    void cancel();

signals:
    void previewReady(const overfit::TablePreviewPtr &preview);
    /// About fifteen times a second while a file is read, in bytes; those that the window had no time for are
    /// left out.
    void readingProgressed(qint64 read, qint64 size);
    void dataRead(const overfit::app::OpenedDataPtr &data);
    void tableRefused(const overfit::ReadError &error);

private:
    struct Progress {
        qint64 read;
        qint64 size;
    };
    struct News {
        quint64 number = 0; ///< of what was asked for
        std::variant<Progress, TablePreviewPtr, OpenedDataPtr, ReadError> what;
    };

    [[nodiscard]] OpenedDataPtr opened(ReadData data);
    void tell(const News &news);

    // Used by the reader alone: a table that is read again unchanged is the same object as before, so that
    // the window need not compare millions of rows.
    std::weak_ptr<const Table> m_lastTable;
    std::weak_ptr<const ClassTable> m_lastClassTable;
    quint64 m_number = 0; // the newest; it belongs to the window's thread
    Mailbox<News> m_news;
    LatestWorker m_reader; // last: its thread uses all of the above
};

} // namespace overfit::app
