// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/card.h"

#include "ui/widgets/look.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QVBoxLayout>

namespace overfit::ui {

Card::Card(QWidget *parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_top(new QHBoxLayout), m_heading(new QLabel(this))
{
    m_column->setContentsMargins(16, 10, 16, 8);
    m_column->setSpacing(4);
    m_top->setSpacing(12);
    m_top->addWidget(m_heading, 1);
    m_column->addLayout(m_top);
}

void Card::setHeading(const QString &text)
{
    m_heading->setText(text);
}

void Card::addBesideHeading(QWidget *widget, int stretch)
{
    m_top->addWidget(widget, stretch);
}

void Card::addBelow(QWidget *widget, int stretch)
{
    m_column->addWidget(widget, stretch);
}

void Card::addBelow(QWidget *wide, QWidget *atTheEnd)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(wide, 1);
    row->addWidget(atTheEnd);
    m_column->addLayout(row);
}

void Card::setLook(const Look &look)
{
    m_sheet = look.card;
    m_edge = look.edge;
    m_heading->setFont(look.heading);
    QPalette palette = this->palette();
    palette.setColor(QPalette::Window, look.card); // for children that fill their ground
    setPalette(palette);
    update();
}

void Card::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_edge, 1));
    painter.setBrush(m_sheet);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10);
}

} // namespace overfit::ui
