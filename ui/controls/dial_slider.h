// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace overfit::ui {

/// A slider that goes where it is pressed, in a groove wide enough to be seen from the last row.
///
/// Keys as of QSlider (arrows, Page Up and Down, Home, End); with Shift the arrows move by the fine step. The
/// wheel moves it a step a notch, and only while it has the focus, so that scrolling past it changes nothing.
class DialSlider : public QSlider
{
    Q_OBJECT

public:
    explicit DialSlider(QWidget *parent = nullptr);

    void setFineStep(int step) { m_fineStep = step; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Where the middle of the handle stands for @p value, in pixels of the widget.
    [[nodiscard]] qreal handleX(int value) const;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int valueAt(qreal x) const;
    [[nodiscard]] qreal handleWidth() const;
    [[nodiscard]] bool mirrored() const;

    int m_fineStep = 0;
    int m_wheelRest = 0; // eighths of a degree that made no whole notch yet
};

} // namespace overfit::ui
