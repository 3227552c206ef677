// SPDX-License-Identifier: GPL-3.0-or-later
// Starts the program, and reads what it prints.
#pragma once

#include "core/data/dataset.h"

#include <QByteArrayList>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

#include <cmath>
#include <vector>

namespace overfit::test {

struct Printed {
    int code = -1; ///< -1 where the program did not run or crashed
    QByteArray out;
    QByteArray err;
};

inline Printed runCli(const QStringList &arguments, const QByteArray &input = {})
{
    QProcess program;
    program.start(QStringLiteral(OVERFIT_CLI), arguments);
    program.write(input);
    program.closeWriteChannel();
    const bool ended = program.waitForFinished(120000); // sanitizers are slow
    const bool left = ended && program.exitStatus() == QProcess::NormalExit;
    return {left ? program.exitCode() : -1, program.readAllStandardOutput(), program.readAllStandardError()};
}

/// Arguments as they would be typed, without quotes.
inline QStringList words(const QString &line)
{
    return line.split(QLatin1Char(' '), Qt::SkipEmptyParts);
}

inline QJsonObject jsonOf(const Printed &printed)
{
    return QJsonDocument::fromJson(printed.out).object();
}

/// Rows of cells; the first one is the header.
inline QList<QByteArrayList> cellsOf(const Printed &printed)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : printed.out.trimmed().split('\n'))
        rows.append(line.split(','));
    return rows;
}

/// A file of two columns, with all digits.
inline QByteArray csvOf(const Dataset &data)
{
    QByteArray text = "x,y\n";
    for (std::size_t i = 0; i < data.size(); ++i)
        text += QByteArray::number(data.x[i], 'g', 17) + ',' + QByteArray::number(data.y[i], 'g', 17) + '\n';
    return text;
}

/// Are the same to @p digits, or both so small that it does not matter beside @p scale?
inline bool areClose(double value, double expected, double digits, double scale = 0)
{
    return std::abs(value - expected) <= std::pow(10.0, -digits) * std::max(std::abs(expected), scale);
}

} // namespace overfit::test
