// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/class_points.h"

#include "ui/widgets/look.h"

#include <QColor>

#include <algorithm>
#include <cmath>
#include <limits>

namespace overfit::ui {

namespace {

QRgb between(const QColor &from, const QColor &to, double share)
{
    const auto mix = [share](int a, int b) { return qRound(a + (b - a) * share); };
    return qRgb(mix(from.red(), to.red()), mix(from.green(), to.green()), mix(from.blue(), to.blue()));
}

QList<QRgb> shades(const Look &look)
{
    QList<QRgb> table;
    table.reserve(256);
    for (int value = 0; value < 256; ++value) {
        const double lean = value / 127.5 - 1; // -1 for class 0 … 1 for class 1
        table.append(between(look.card, lean < 0 ? look.classZeroShade : look.classOneShade, std::abs(lean)));
    }
    return table;
}

/// The points of the rows that are drawn and that @p chosen says yes to.
template <class Chosen>
QList<QPointF> chosenPoints(const ClassExamples &examples, int most, const Chosen &chosen)
{
    const std::size_t size = examples.size();
    const std::size_t count = std::min(size, static_cast<std::size_t>(std::max(most, 0)));
    QList<QPointF> points;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t row = i * size / count;
        if (chosen(row))
            points.append({examples.x1[row], examples.x2[row]});
    }
    return points;
}

} // namespace

QImage probabilityImage(const ClassPicture &picture, const Look &look)
{
    if (picture.columns < 1 || picture.rows < 1)
        return {};
    QImage image(picture.columns, picture.rows, QImage::Format_Indexed8);
    image.setColorTable(shades(look));
    for (int row = 0; row < picture.rows; ++row)
        std::copy_n(picture.probability.cbegin() + static_cast<std::ptrdiff_t>(row) * picture.columns,
            picture.columns, image.scanLine(row));
    return image;
}

QRectF backdropValues(const Rectangle &domain)
{
    return {QPointF(domain.x1.low, domain.x2.high), QPointF(domain.x1.high, domain.x2.low)};
}

QList<QPointF> planeLinePoints(const std::vector<PlaneLine> &lines)
{
    constexpr double kNaN = std::numeric_limits<double>::quiet_NaN();
    QList<QPointF> points;
    for (const PlaneLine &line : lines) {
        if (!points.isEmpty())
            points.append({kNaN, kNaN});
        for (const PlanePoint &point : line)
            points.append({point.x1, point.x2});
    }
    return points;
}

QList<QPointF> pointsOf(const ClassExamples &examples, std::uint8_t label, int most)
{
    return chosenPoints(examples, most, [&](std::size_t row) { return examples.label[row] == label; });
}

QList<QPointF> missedPoints(const ClassExamples &examples, const std::vector<std::uint8_t> &right, int most)
{
    return chosenPoints(examples, most, [&](std::size_t row) { return right[row] == 0; });
}

} // namespace overfit::ui
