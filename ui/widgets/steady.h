// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemView>
#include <QComboBox>
#include <QStyledItemDelegate>
#include <QWheelEvent>

namespace overfit::ui {

/// Keeps the wheel from changing a control that the user only scrolls past.
template <typename Control>
class Steady : public Control
{
public:
    using Control::Control;

protected:
    void wheelEvent(QWheelEvent *event) override
    {
        if (Control::hasFocus())
            Control::wheelEvent(event);
        else
            event->ignore();
    }
};

/// Its list in the window's colours, which are not always the desktop's. Only once it is opened: making it
/// takes long. While it is closed the wheel changes nothing: nobody sees what would come next.
class Chooser : public Steady<QComboBox>
{
public:
    using Steady::Steady;

    void showPopup() override
    {
        view()->setPalette(palette());
        if (qobject_cast<QStyledItemDelegate *>(itemDelegate()) == nullptr)
            setItemDelegate(new QStyledItemDelegate(this)); // a style may draw it as a menu, in the desktop's
        Steady::showPopup();
    }

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

} // namespace overfit::ui
