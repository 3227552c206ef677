// SPDX-License-Identifier: GPL-3.0-or-later
// How what is printed now is compared with what was kept: texts, structure, settings and counts are equal,
// what was computed is so to rounding, which is another one with every compiler and processor.
#pragma once

#include "tests/app/cli/cli_program.h"

#include <QJsonArray>

#include <algorithm>
#include <cmath>
#include <optional>

namespace overfit::test {

/// To so many digits what was computed must agree.
inline constexpr double kGoldenDigits = 9;

/// How two builds may differ in what they compute.
struct Rounding {
    double scale = 0; ///< what it was computed from is that large; 0 where no larger than itself
    double negligible = 0; ///< below it all are alike
};

inline bool agree(double value, double expected, const Rounding &rounding)
{
    return areClose(value, expected, kGoldenDigits, rounding.scale)
        || std::max(std::abs(value), std::abs(expected)) <= rounding.negligible;
}

/// Errors are differences of values of y, of that standard deviation. A model that goes through its points
/// misses them by what rounding makes of it, which with condition numbers of up to 10^14 is anything below a
/// millionth.
inline Rounding roundingOfErrors(double deviation)
{
    return {deviation, 1e-6 * deviation};
}

/// The standard deviation of y, for which R² = 1 - (rmse / deviation)²; 0 where the fit goes through all
/// points.
inline double deviationOfY(double r2, double rmse)
{
    constexpr double kMeasurable = 1e-6;
    return 1 - r2 > kMeasurable ? rmse / std::sqrt(1 - r2) : 0;
}

/// The same of columns, by their worst model.
inline double deviationOfY(const QJsonObject &columns)
{
    const QJsonArray r2 = columns[QLatin1String("train_r2")].toArray();
    const QJsonArray rmse = columns[QLatin1String("train_rmse")].toArray();
    const auto worst = std::min_element(r2.begin(), r2.end(),
        [](const QJsonValue &a, const QJsonValue &b) { return a.toDouble() < b.toDouble(); });
    return worst == r2.end() ? 0 : deviationOfY((*worst).toDouble(), rmse[worst - r2.begin()].toDouble());
}

/// The same of whatever a command printed; 0 where it does not tell.
inline double deviationOfYIn(const QJsonObject &printed)
{
    const QJsonObject train = printed[QLatin1String("train")].toObject();
    const QJsonObject curves = printed[QLatin1String("curves")].toObject();
    return std::max({deviationOfY(curves[QLatin1String("degree")].toObject()), deviationOfY(printed),
        deviationOfY(train[QLatin1String("r2")].toDouble(1), train[QLatin1String("rmse")].toDouble())});
}

inline double largestOf(const QJsonArray &numbers)
{
    double largest = 0;
    for (const auto &number : numbers)
        largest = std::max(largest, std::abs(number.toDouble()));
    return largest;
}

/// That of a member: R² is a difference from 1; small coefficients come out of the same system as the large
/// ones beside them. Nothing where it was not computed and must be equal: settings, counts, generated points,
/// and whatever is not named here.
inline std::optional<Rounding> roundingOf(QString name, const QJsonValue &value, double deviation)
{
    for (const char *const prefix : {"train_", "validation_", "mean_", "legendre_"}) {
        if (name.startsWith(QLatin1String(prefix)))
            name.remove(0, QByteArrayView(prefix).size());
    }
    if (name == QLatin1String("r2") || name == QLatin1String("accuracy") || name == QLatin1String("log_loss"))
        return Rounding{1};
    if (name == QLatin1String("rmse") || name == QLatin1String("mae"))
        return roundingOfErrors(deviation);
    if (name == QLatin1String("coefficients"))
        return Rounding{largestOf(value.toArray())};
    for (const char *const measured :
        {"residual_standard_deviation", "mse", "sd_mse", "condition", "ridge"}) {
        if (name == QLatin1String(measured))
            return Rounding{};
    }
    return std::nullopt;
}

/// Compares two values as the members of one object, and tells the first difference.
class GoldenComparison
{
public:
    explicit GoldenComparison(const QJsonObject &kept) : m_deviation(deviationOfYIn(kept)) { }

    /// Empty where there is none. Members that were not there are allowed: scripts that read what was printed
    /// before do not mind them.
    [[nodiscard]] QString difference(
        const QJsonObject &kept, const QJsonObject &now, const QString &path) const
    {
        for (auto member = kept.begin(); member != kept.end(); ++member) {
            const QString name = path + QLatin1Char('.') + member.key();
            if (!now.contains(member.key()))
                return name + QLatin1String(" is missing");
            const auto rounding = roundingOf(member.key(), member.value(), m_deviation);
            QString told = difference(member.value(), now[member.key()], name, rounding);
            if (!told.isEmpty())
                return told;
        }
        return {};
    }

private:
    [[nodiscard]] QString difference(const QJsonValue &kept, const QJsonValue &now, const QString &path,
        const std::optional<Rounding> &rounding) const
    {
        if (kept.isObject() && now.isObject())
            return difference(kept.toObject(), now.toObject(), path);
        if (kept.isArray() && now.isArray())
            return difference(kept.toArray(), now.toArray(), path, rounding);
        const bool isComputed = rounding && kept.isDouble() && now.isDouble();
        if (isComputed ? agree(now.toDouble(), kept.toDouble(), *rounding) : kept == now)
            return {};
        return QStringLiteral("%1 was %2 and is %3").arg(path, textOf(kept), textOf(now));
    }

    [[nodiscard]] QString difference(const QJsonArray &kept, const QJsonArray &now, const QString &path,
        const std::optional<Rounding> &rounding) const
    {
        if (kept.size() != now.size())
            return QStringLiteral("%1 had %2 items and has %3").arg(path).arg(kept.size()).arg(now.size());
        for (qsizetype i = 0; i < kept.size(); ++i) {
            QString told = difference(kept[i], now[i], QStringLiteral("%1[%2]").arg(path).arg(i), rounding);
            if (!told.isEmpty())
                return told;
        }
        return {};
    }

    static QString textOf(const QJsonValue &value)
    {
        constexpr int kAllDigits = 17;
        return value.isDouble()
            ? QString::number(value.toDouble(), 'g', kAllDigits)
            : QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
    }

    double m_deviation;
};

/// What stands in a cell of a table: a number, or a text, which is empty where there is no value.
inline QJsonValue valueOf(const QByteArray &cell)
{
    bool isNumber = false;
    const double number = cell.toDouble(&isNumber);
    return isNumber ? QJsonValue(number) : QJsonValue(QString::fromUtf8(cell));
}

/// A table as one list for each column.
inline QJsonObject columnsOf(const QByteArray &csv)
{
    QList<QByteArrayList> rows;
    for (const QByteArray &line : csv.trimmed().split('\n'))
        rows.append(line.split(','));
    QJsonObject columns;
    for (qsizetype column = 0; column < rows.front().size(); ++column) {
        QJsonArray cells;
        for (const QByteArrayList &row : rows.sliced(1))
            cells.append(valueOf(row.value(column)));
        columns[QString::fromUtf8(rows.front()[column])] = cells;
    }
    return columns;
}

/// All of a table but its numbers: the names, and how many cells there are in each row.
inline QByteArray shapeOf(const QByteArray &csv)
{
    QByteArray shape = csv.left(csv.indexOf('\n') + 1);
    for (const char character : csv.mid(shape.size())) {
        if (character == ',' || character == '\n')
            shape += character;
    }
    return shape;
}

} // namespace overfit::test
