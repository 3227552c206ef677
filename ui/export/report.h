// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <QByteArray>
#include <QList>
#include <QString>
#include <QStringList>

namespace overfit::ui {

/// What a report says, in words.
struct Report {
    QString title;
    QString about; ///< where the data come from
    QString headline; ///< of the verdict
    QString advice;
    QList<QStringList> settings; ///< name and value
    QStringList heads; ///< of the columns of figures
    QList<QStringList> figures; ///< a row for each set; the first cell is its name
    QString equation; ///< with as many digits as give the coefficients back; empty while it is not known
    QString madeBy;
};

[[nodiscard]] Report reportOf(const Snapshot &snapshot);

/// Tables in HTML, plain enough for QTextDocument.
[[nodiscard]] QString settingsTable(const Report &report);
[[nodiscard]] QString figuresTable(const Report &report);

/// One file that needs no other: the charts are in it as SVG.
[[nodiscard]] QByteArray htmlReport(const SnapshotPtr &snapshot, bool truthShown);
/// One page, A4 upright.
[[nodiscard]] QByteArray pdfReport(const SnapshotPtr &snapshot, bool truthShown);

} // namespace overfit::ui
