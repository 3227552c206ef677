// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/dial_slider.h"

#include "ui/widgets/gesture.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>

namespace overfit::ui {

namespace {

constexpr int kNotch = 120; // eighths of a degree, as QWheelEvent counts

} // namespace

DialSlider::DialSlider(QWidget *parent) : QSlider(Qt::Horizontal, parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize DialSlider::sizeHint() const
{
    return {160, std::max(26, fontMetrics().height() + 8)};
}

QSize DialSlider::minimumSizeHint() const
{
    return {80, sizeHint().height()};
}

qreal DialSlider::handleWidth() const
{
    return height() * 0.95;
}

bool DialSlider::mirrored() const
{
    return (layoutDirection() == Qt::RightToLeft) != invertedAppearance();
}

qreal DialSlider::handleX(int value) const
{
    const qreal travel = width() - handleWidth() - 2;
    const int range = maximum() - minimum();
    const qreal share = range > 0 ? qreal(value - minimum()) / range : 0;
    return 1 + handleWidth() / 2 + travel * (mirrored() ? 1 - share : share);
}

int DialSlider::valueAt(qreal x) const
{
    const qreal travel = std::max<qreal>(1, width() - handleWidth() - 2);
    const qreal share = std::clamp<qreal>((x - 1 - handleWidth() / 2) / travel, 0, 1);
    return minimum() + qRound((mirrored() ? 1 - share : share) * (maximum() - minimum()));
}

bool DialSlider::event(QEvent *event)
{
    if (takesMouseAway(event->type()))
        setSliderDown(false);
    return QSlider::event(event);
}

void DialSlider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QPalette::ColorGroup group = isEnabled() ? QPalette::Active : QPalette::Disabled;
    const QColor groove = palette().color(group, QPalette::Mid);
    const QColor accent = isEnabled() ? palette().color(QPalette::Highlight) : groove;
    const qreal middle = height() / 2.0;
    const qreal thick = height() * 0.2;
    const qreal x = handleX(value());
    painter.setBrush(groove);
    painter.drawRoundedRect(QRectF(1, middle - thick / 2, width() - 2, thick), thick / 2, thick / 2);
    painter.setBrush(accent);
    const QRectF done = mirrored() ? QRectF(x, middle - thick / 2, width() - 1 - x, thick)
                                   : QRectF(1, middle - thick / 2, x - 1, thick);
    painter.drawRoundedRect(done, thick / 2, thick / 2);

    const qreal high = height() * 0.72;
    QRectF handle(0, 0, handleWidth() - 4, high);
    handle.moveCenter({x, middle});
    painter.setBrush(palette().color(QPalette::Base));
    painter.setPen(QPen(accent, 3));
    painter.drawRoundedRect(handle, high / 2, high / 2);
    if (hasFocus()) {
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(palette().color(QPalette::WindowText), 2));
        painter.drawRoundedRect(handle.adjusted(-2.5, -2.5, 2.5, 2.5), high / 2, high / 2);
    }
}

void DialSlider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    setSliderDown(true);
    setValue(valueAt(event->position().x()));
}

void DialSlider::mouseMoveEvent(QMouseEvent *event)
{
    if (!event->buttons().testFlag(Qt::LeftButton))
        setSliderDown(false); // it was let go elsewhere
    if (isSliderDown())
        setValue(valueAt(event->position().x()));
}

void DialSlider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

void DialSlider::wheelEvent(QWheelEvent *event)
{
    if (!hasFocus()) {
        event->ignore();
        return;
    }
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kNotch;
    m_wheelRest -= notches * kNotch;
    setValue(value() + notches * singleStep());
    event->accept();
}

void DialSlider::keyPressEvent(QKeyEvent *event)
{
    const bool fine = m_fineStep > 0 && event->modifiers().testFlag(Qt::ShiftModifier);
    const int forth = mirrored() ? -m_fineStep : m_fineStep;
    if (fine && (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left))
        setValue(value() + (event->key() == Qt::Key_Right ? forth : -forth));
    else if (fine && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        setValue(value() + (event->key() == Qt::Key_Up ? m_fineStep : -m_fineStep));
    else
        QSlider::keyPressEvent(event);
}

} // namespace overfit::ui
