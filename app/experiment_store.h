// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/kept_work.h"
#include "app/mailbox.h"
#include "app/ordered_worker.h"
#include "core/answer/latest_worker.h"
#include "core/files/experiment_file.h"

#include <QHash>
#include <QObject>
#include <QString>

#include <atomic>
#include <cstdint>
#include <filesystem>
#include <optional>

namespace overfit::app {

/// Reads and writes experiment files on threads of its own; none of more bytes than can be read again. Its
/// functions are for the window's thread, and its signals come there; nothing waits but the destructor, which
/// lets everything be written first.
class ExperimentStore : public QObject
{
    Q_OBJECT

public:
    explicit ExperimentStore(QObject *parent = nullptr, std::size_t largest = kLargestExperiment);

    /// A newer call replaces an older one.
    void read(const QString &path);
    /// Nothing will be heard any more of what is being read.
    void cancelReading();
    // What follows is done in the order of the calls.
    enum class Overwrite { WhereUnchanged, Always };
    /// Writes a file as a whole or not at all; not over one that is not as it was when it was last opened or
    /// saved here, unless it is to be overwritten always.
    void save(const QString &path, const Experiment &experiment, Overwrite overwrite);
    /// Keeps unsaved work (see KeptWork), of which nothing is heard where all goes well; a newer call
    /// replaces one that waits.
    void keep(const QString &path, const Experiment &experiment);
    /// @p experiment was read from a file of kept work, and will be kept there.
    void adopt(const QString &path, const Experiment &experiment);
    /// Removes kept work.
    void remove(const QString &path);

signals:
    void opened(const QString &path, const overfit::Experiment &experiment);
    void refused(const overfit::ExperimentError &error);
    void saved(const QString &path);
    /// @p problem says what went wrong and what to do. What was there before is still there.
    void notSaved(const QString &path, const QString &problem);
    /// The file was written to by somebody else, so it was not saved.
    void changedMeanwhile(const QString &path);
    /// @p cause is a part of a sentence.
    void notKept(const QString &cause);

private:
    enum class Kind { Save, Changed, Keep };
    /// What tells one state of a file from another.
    struct Stamp {
        std::filesystem::file_time_type modified; // not Qt's, which asks for the time zone
        std::uintmax_t size = 0;

        bool operator==(const Stamp &) const = default;
    };
    struct Reading {
        quint64 number = 0;
        QString path;
        ExperimentResult result;
        Stamp stamp; ///< from before it was read
    };
    struct Written {
        Kind kind = Kind::Save;
        QString path;
        QString fault; ///< empty where there was none
        Stamp stamp; ///< from after it was written
    };

    [[nodiscard]] static Stamp stampOf(const QString &path);
    void tell(const Reading &reading);
    void tell(const Written &written);

    const std::size_t m_largest;
    quint64 m_reading = 0; // the newest; these two belong to the window's thread
    QHash<QString, Stamp> m_stamps; ///< of files as they were when they were opened or saved; window's thread
    QString m_keptIn;
    std::atomic<quint64> m_keeping = 0; ///< the newest; one of another number is not wanted any more
    KeptWork m_kept; // used by the writer alone
    Mailbox<Reading> m_read;
    Mailbox<Written> m_written;
    // The threads are last: they use all of the above. They are made when they are first needed.
    std::optional<LatestWorker> m_reader;
    OrderedWorker m_writer;
};

} // namespace overfit::app
