// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>
#include <QSize>

namespace overfit::ui {

/// Colours, type sizes and stroke widths of the whole window. Each role has one colour everywhere, and none
/// speaks by its colour alone: training is solid and filled, validation dashed and hollow, the target dotted,
/// a class has a shape.
struct Look {
    bool dark = false;
    qreal unit = 1; ///< everything drawn grows with it, so that a larger window is as readable from afar

    QColor ground; ///< behind the cards
    QColor card;
    QColor edge; ///< hairlines around cards
    QColor grid;
    QColor text; ///< and the model
    QColor quiet; ///< secondary text, axis labels
    QColor accent;
    QColor training;
    QColor validation;
    QColor target;
    QColor rival; ///< the second model that a curve is compared with
    QColor classZero; ///< points of class 0, circles
    QColor classOne; ///< points of class 1, squares
    QColor classZeroShade; ///< the ground where class 0 is certain; points of either class stand out from it
    QColor classOneShade;
    QColor groove; ///< of sliders

    QFont base; ///< the desktop's font at the window's size
    QFont heading;
    QFont figure; ///< the large numbers

    qreal modelWidth = 3; ///< strokes, in device-independent pixels
    qreal curveWidth = 3;
    qreal markerSize = 11;
};

/// @p window in device-independent pixels. @p font is the desktop's.
[[nodiscard]] Look makeLook(bool dark, const QSize &window, const QFont &font);

/// For the standard widgets.
[[nodiscard]] QPalette widgetPalette(const Look &look);

/// Whether the desktop asks for light text on a dark ground.
[[nodiscard]] bool desktopIsDark();

/// A colour drawn back into the card, for what is outdated. Opaque, because overlapping strokes would
/// show through each other.
[[nodiscard]] QColor dimmed(const QColor &color, const Look &look);

} // namespace overfit::ui
