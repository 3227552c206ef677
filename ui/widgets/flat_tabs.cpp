// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/flat_tabs.h"

#include <QPainter>
#include <QWheelEvent>

namespace overfit::ui {

FlatTabs::FlatTabs(QWidget *parent) : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setFocusPolicy(Qt::StrongFocus);
}

QFont FlatTabs::chosenFont() const
{
    QFont bold = font();
    bold.setBold(true);
    return bold;
}

QSize FlatTabs::tabSizeHint(int index) const
{
    const auto known = m_sizes.constFind(tabText(index));
    if (known != m_sizes.constEnd())
        return *known; // asked for again and again while a window is laid out
    const QFontMetrics metrics(chosenFont()); // as wide when it is chosen as when it is not
    const QSize size(metrics.size(Qt::TextShowMnemonic, tabText(index)).width() + 24, metrics.height() + 14);
    m_sizes.insert(tabText(index), size);
    return size;
}

void FlatTabs::changeEvent(QEvent *event)
{
    m_sizes.clear(); // the font, perhaps
    QTabBar::changeEvent(event);
}

QSize FlatTabs::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void FlatTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    for (int index = 0; index < count(); ++index) {
        const QRect box = tabRect(index);
        const bool chosen = index == currentIndex();
        painter.setFont(chosen ? chosenFont() : font());
        painter.setPen(palette().color(chosen ? QPalette::WindowText : QPalette::PlaceholderText));
        painter.drawText(box, Qt::AlignCenter | Qt::TextHideMnemonic, tabText(index));
        if (!chosen)
            continue;
        painter.fillRect(QRectF(box.left() + 2, box.bottom() - 2, box.width() - 4, 3), palette().highlight());
        if (hasFocus()) {
            painter.setPen(QPen(palette().highlight(), 2));
            painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), 4, 4);
        }
    }
}

void FlatTabs::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // rolling over the words must not change what is seen
}

} // namespace overfit::ui
