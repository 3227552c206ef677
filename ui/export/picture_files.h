// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QImage>
#include <QSize>
#include <QString>

#include <functional>

class QPainter;

namespace overfit::ui {

/// A picture that can be painted into anything.
struct Picture {
    QSize size; ///< device-independent pixels
    QString title;
    QString description;
    std::function<void(QPainter &)> paint; ///< at the origin
};

/// @p scale pixels of the image a pixel of the picture.
[[nodiscard]] QImage imageOf(const Picture &picture, double scale);

// The contents of a file; nothing where there is not enough memory for them.
[[nodiscard]] QByteArray pngOf(const QImage &image);
/// With title and description, which screen readers tell.
[[nodiscard]] QByteArray svgOf(const Picture &picture);
/// One page of the picture's size, 96 of its pixels an inch.
[[nodiscard]] QByteArray pdfOf(const Picture &picture);

} // namespace overfit::ui
