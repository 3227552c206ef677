// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/files/experiment_file.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace overfit::app {

/// Unsaved work on the disk, kept again and again while a dial moves. FILE holds an experiment. A table of
/// its own, which may be long, is not in there but in a file beside it with a name that is never used again;
/// it is written once, and FILE names it. FILE changes last and at once: whenever the program is killed, it
/// is the older experiment with the older table or the newer one with the newer table.
///
/// Its functions are for one thread, which is the only one that writes these files.
class KeptWork
{
public:
    explicit KeptWork(std::size_t largest = kLargestExperiment) : m_largest(largest) { }

    /// Why it could not be kept, as a part of a sentence; empty where it was. What was kept before stays
    /// where it fails.
    [[nodiscard]] QString keep(const QString &file, const Experiment &experiment);
    /// @p experiment was read from @p file: its table need not be written again.
    void adopt(const QString &file, const Experiment &experiment);
    /// Takes away the experiment and then its table.
    static void remove(const QString &file);

private:
    using AnyTable = std::shared_ptr<const void>;

    [[nodiscard]] QString keepTable(const QString &file, const DataSource &data, const AnyTable &table);

    std::size_t m_largest;
    QString m_file; ///< that the next two are about
    QString m_tableFile; ///< its name without its folder
    std::weak_ptr<const void> m_table; ///< that is in it
};

/// Reads what was kept, with its table, or any other experiment file.
[[nodiscard]] ExperimentResult readKeptWork(const QString &file, const StopToken &stop);

/// The tables that lie beside a file, as full paths: one, or more where a program was killed at the wrong
/// moment.
[[nodiscard]] QStringList tablesBeside(const QString &file);
/// The file that a table lies beside.
[[nodiscard]] QString ownerOfTable(const QString &tablePath);

/// How the names of tables end.
inline constexpr const char *kTableEnding = ".table";

} // namespace overfit::app
