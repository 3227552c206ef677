// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/random.h"

#include <QList>
#include <QPoint>
#include <QPointer>
#include <QWidget>

class QFileDialog;
class QWindow;

namespace overfit::monkey {

/// Chance, and the events that hands make of it: those of a mouse, its wheel and a keyboard.
class Hands
{
public:
    explicit Hands(QString home) : m_home(std::move(home)) { }

    /// What follows depends on these two alone.
    void beginEvent(quint64 seed, quint64 number);

    [[nodiscard]] int chance(int below)
    {
        return static_cast<int>(m_random.below(static_cast<quint64>(below)));
    }
    [[nodiscard]] bool oneIn(int count) { return chance(count) == 0; }
    [[nodiscard]] double share() { return m_random.uniform(); }
    template <typename List>
    [[nodiscard]] auto pick(const List &list)
    {
        return list[static_cast<decltype(list.size())>(chance(static_cast<int>(list.size())))];
    }

    /// The menu or dialog that is open, or else the window.
    [[nodiscard]] static QWidget *top(QWidget *window);
    /// Something that is seen in it.
    [[nodiscard]] QWidget *within(QWidget *top);
    [[nodiscard]] QPoint placeIn(const QWidget *widget);
    [[nodiscard]] Qt::KeyboardModifiers modifiers();

    void press(const QWidget *widget, const QPoint &place, Qt::MouseButton button,
        Qt::KeyboardModifiers modifiers = {});
    void moveBy(const QPoint &way);
    void release();
    void click(const QWidget *widget, const QPoint &place, Qt::MouseButton button = Qt::LeftButton,
        Qt::KeyboardModifiers modifiers = {});
    void doubleClick(const QWidget *widget, const QPoint &place);
    void turnWheel(QWidget *widget, const QPoint &place, int eighths);
    void key(int key, Qt::KeyboardModifiers modifiers = {});
    void type(const QString &text);
    void rest(int milliseconds);

    /// File dialogs stay at home: what leads elsewhere in them can't be used.
    void keepAtHome(QFileDialog *dialog) const;

private:
    Random m_random{0, Stream::Order};
    QString m_home;
    QPointer<QWindow> m_pressedIn;
    QPoint m_place; ///< of the mouse, in that window
    Qt::MouseButton m_button = Qt::NoButton; ///< that is down
};

} // namespace overfit::monkey
