// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/answer/point_reading.h"

#include "core/model/descent.h"

namespace overfit {
namespace {

PointReading read(const CurveAnswer &answer, const Examples &examples, const PointId &point)
{
    PointReading reading;
    reading.role = point.role;
    reading.place = {examples.x[point.index], examples.y[point.index]};
    reading.residual = reading.place.y - evaluate(answer.fit.polynomial, reading.place.x);
    return reading;
}

PointReading read(const ClassAnswer &answer, const ClassExamples &examples, const PointId &point)
{
    PointReading reading;
    reading.role = point.role;
    reading.place = {examples.x1[point.index], examples.x2[point.index]};
    reading.label = examples.label[point.index];
    reading.probability = sigmoid(evaluate(answer.fit.polynomial, reading.place.x, reading.place.y));
    return reading;
}

template <class Answer>
std::optional<PointReading> readIn(const Answer &answer, const PointId &point)
{
    const auto examples =
        point.role == Role::Training ? answer.split->training() : answer.split->validation->examples();
    if (point.index >= examples.size())
        return std::nullopt;
    return read(answer, examples, point);
}

} // namespace

std::optional<PointReading> readPoint(const Snapshot &snapshot, const PointId &point)
{
    return snapshot.curve ? readIn(*snapshot.curve, point) : readIn(*snapshot.classes, point);
}

} // namespace overfit
