// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/readout.h"

#include <QPainter>

namespace overfit::ui {

Readout::Readout(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Readout::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    update();
}

QSize Readout::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 6, fontMetrics().height() + 2};
}

void Readout::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const int end = layoutDirection() == Qt::RightToLeft ? Qt::AlignLeft : Qt::AlignRight;
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(
        rect(), end | Qt::AlignVCenter, fontMetrics().elidedText(m_text, Qt::ElideRight, width()));
}

} // namespace overfit::ui
