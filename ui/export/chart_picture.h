// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/widgets/look.h"

#include <QSizeF>
#include <QString>

#include <memory>

class QPainter;

namespace overfit::ui {

class Card;

enum class Chart { Fit, Accuracy };

/// A chart as it is on the screen, with its keys and a title of its own, for paper: of any size, light or
/// dark, and as lines and text where it is painted into a file of vectors.
class ChartPicture
{
public:
    /// @p snapshot must not be null; @p truthShown as in the window. @p size in device-independent pixels, at
    /// least 100 each way.
    ChartPicture(Chart chart, const SnapshotPtr &snapshot, bool truthShown, bool dark, const QSizeF &size);
    ~ChartPicture();
    ChartPicture(ChartPicture &&) noexcept;
    ChartPicture &operator=(ChartPicture &&) noexcept;

    [[nodiscard]] const QSizeF &size() const { return m_size; }
    [[nodiscard]] const QString &title() const { return m_title; }
    /// What is to be seen, for those who hear it.
    [[nodiscard]] const QString &description() const { return m_description; }
    /// The whole picture at the origin, with its ground.
    void paint(QPainter &painter) const;

private:
    void paintTitle(QPainter &painter, const QRectF &box) const;

    QSizeF m_size;
    Look m_look;
    QString m_title;
    QString m_settings;
    QString m_description;
    std::unique_ptr<Card> m_card;
};

} // namespace overfit::ui
