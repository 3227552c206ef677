// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/drawing.h"

#include <QWidget>

#include <variant>

namespace overfit::ui {

struct Look;

/// What the marks and lines of a chart mean, in one row above it.
class KeyLine : public QWidget
{
    Q_OBJECT

public:
    /// A sample of a line or of a mark, and its meaning.
    struct Key {
        std::variant<Line, Marks> sample;
        QString text;

        bool operator==(const Key &) const = default;
    };

    explicit KeyLine(QWidget *parent = nullptr);

    void setKeys(QList<Key> keys, const Look &look);
    /// Paints the row into @p box, as it would look in a widget of that size.
    void paintInto(QPainter &painter, const QRectF &box) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] qreal spaceBetween(qreal room) const;
    [[nodiscard]] qreal sampleWidth(const Key &key) const;
    void paintSample(QPainter &painter, const Key &key, const QRectF &box) const;

    QList<Key> m_keys;
    QColor m_color;
    QColor m_ground;
};

} // namespace overfit::ui
