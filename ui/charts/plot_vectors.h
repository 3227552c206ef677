// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chart_points.h"
#include "ui/charts/drawing.h"

class QPainter;

namespace overfit::ui {

// A drawing for files of vectors, in which every line stays one line that a program for drawing can take hold
// of. Nothing relies on clipping, which SVG files made by Qt do not have.

/// A line through these pixels in the colour, width and pattern of @p style.
void paintLine(QPainter &painter, const QList<QPointF> &pixels, const Line &style);

/// Everything but the notes; the backdrop is embedded as an image.
void paintVectors(QPainter &painter, const Drawing &drawing, const PlotMap &map, const QColor &grid);

} // namespace overfit::ui
