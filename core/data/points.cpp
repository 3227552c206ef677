// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/data/points.h"

#include "core/text/number.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace overfit {
namespace {

bool allSound(const std::vector<double> &values)
{
    return std::all_of(
        values.begin(), values.end(), [](double value) { return std::abs(value) <= kLargestNumber; });
}

bool isSound(const Dataset &data)
{
    return data.x.size() == data.y.size() && allSound(data.x) && allSound(data.y);
}

bool isSound(const ClassDataset &data)
{
    return data.x1.size() == data.x2.size() && data.x1.size() == data.label.size() && allSound(data.x1)
        && allSound(data.x2)
        && std::all_of(data.label.begin(), data.label.end(), [](std::uint8_t label) { return label <= 1; });
}

template <class Data>
bool isSound(const Divided<Data> &points)
{
    return points.pool.size() >= kFewestTrainingPoints && points.validation.size() >= kFewestValidationPoints
        && isSound(points.pool) && isSound(points.validation);
}

} // namespace

bool operator==(const HandPointsPtr &a, const HandPointsPtr &b)
{
    return a.get() == b.get() || (a && b && *a == *b);
}

bool areSound(const HandPoints &points, bool classes)
{
    return classes ? isSound(points.classes) && points.curve == Divided<Dataset>()
                   : isSound(points.curve) && points.classes == Divided<ClassDataset>();
}

} // namespace overfit
