// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/class_picture.h"
#include "core/data/class_examples.h"

#include <QImage>
#include <QList>
#include <QPointF>
#include <QRectF>

#include <cstdint>
#include <vector>

// Pure functions from core's values of two classes to what is drawn, in units of the axes.

namespace overfit::ui {

struct Look;

/// The predicted probability as shades: the card's colour at 1/2, towards 0 and 1 that of the class. A pixel
/// for each cell; null where the picture has no cells.
[[nodiscard]] QImage probabilityImage(const ClassPicture &picture, const Look &look);

/// A rectangle of inputs as the values of a Backdrop.
[[nodiscard]] QRectF backdropValues(const Rectangle &domain);

/// All lines as one, with NaN between them.
[[nodiscard]] QList<QPointF> planeLinePoints(const std::vector<PlaneLine> &lines);

/// Where the examples of a label are. A set of more than @p most examples is thinned evenly to so many,
/// whatever their labels; the same ones are left for every label, and in missedPoints().
[[nodiscard]] QList<QPointF> pointsOf(const ClassExamples &examples, std::uint8_t label, int most);

/// Where the examples are that are predicted wrong. @p right has 1 for each that is predicted right, and 0
/// for the others.
[[nodiscard]] QList<QPointF> missedPoints(
    const ClassExamples &examples, const std::vector<std::uint8_t> &right, int most);

} // namespace overfit::ui
