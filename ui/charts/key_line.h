// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/drawing.h"

#include <QWidget>

#include <variant>

namespace overfit::ui {

struct Look;

/// What the marks and lines of a chart mean, above it: in one row, in more where they do not fit.
class KeyLine : public QWidget
{
    Q_OBJECT

public:
    /// A sample of a line or of a mark, and its meaning.
    struct Key {
        std::variant<Line, Marks> sample;
        QString text;
        bool isShown = true; ///< else its place is kept free, so that nothing moves

        bool operator==(const Key &) const = default;
    };

    explicit KeyLine(QWidget *parent = nullptr);

    void setKeys(QList<Key> keys, const Look &look);
    [[nodiscard]] const QList<Key> &keys() const { return m_keys; }
    /// Paints the rows into @p box, as they would look in a widget of that size.
    void paintInto(QPainter &painter, const QRectF &box) const;
    /// How many rows the keys need in a width, in pixels.
    [[nodiscard]] int rowsWithin(qreal width) const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    [[nodiscard]] int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Place {
        int row;
        qreal left;
    };

    [[nodiscard]] QList<Place> places(qreal room) const;
    [[nodiscard]] qreal sampleWidth(const Key &key) const;
    void measure();
    void paintSample(QPainter &painter, const Key &key, const QRectF &box) const;

    QList<Key> m_keys;
    QList<qreal> m_wordWidths; ///< of each key; a layout asks for the rows often
    QColor m_color;
    QColor m_ground;
};

} // namespace overfit::ui
