// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/monkey/hands.h"

#include <QApplication>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QTest>
#include <QWheelEvent>
#include <QWindow>

namespace overfit::monkey {

void Hands::beginEvent(quint64 seed, quint64 number)
{
    m_random = Random(seed * 1'000'003 + number, Stream::Order);
}

QWidget *Hands::top(QWidget *window)
{
    if (QWidget *popup = QApplication::activePopupWidget())
        return popup;
    if (QWidget *modal = QApplication::activeModalWidget())
        return modal;
    return window;
}

QWidget *Hands::within(QWidget *top)
{
    QList<QWidget *> seen;
    for (QWidget *widget : top->findChildren<QWidget *>())
        if (widget->isVisible() && widget->isEnabled() && widget->window() == top
            && !widget->size().isEmpty())
            seen.append(widget);
    return seen.isEmpty() ? top : pick(seen);
}

QPoint Hands::placeIn(const QWidget *widget)
{
    return {chance(std::max(widget->width(), 1)), chance(std::max(widget->height(), 1))};
}

Qt::KeyboardModifiers Hands::modifiers()
{
    Qt::KeyboardModifiers held;
    held.setFlag(Qt::ShiftModifier, oneIn(6));
    held.setFlag(Qt::ControlModifier, oneIn(12));
    held.setFlag(Qt::AltModifier, oneIn(14));
    return held;
}

void Hands::press(
    const QWidget *widget, const QPoint &place, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    if (m_button != Qt::NoButton || widget->window()->windowHandle() == nullptr)
        return;
    m_pressedIn = widget->window()->windowHandle();
    m_place = widget->mapTo(widget->window(), place);
    m_button = button;
    QTest::mousePress(m_pressedIn.data(), button, modifiers, m_place);
}

/// As on every desktop, the window where a button went down has the mouse until it is up again.
void Hands::moveBy(const QPoint &way)
{
    m_place += way;
    if (m_pressedIn)
        QTest::mouseMove(m_pressedIn.data(), m_place);
}

void Hands::release()
{
    if (m_button == Qt::NoButton)
        return;
    const Qt::MouseButton button = std::exchange(m_button, Qt::NoButton);
    QWindow *const in = m_pressedIn ? m_pressedIn.data() : QGuiApplication::focusWindow();
    if (in != nullptr)
        QTest::mouseRelease(in, button, {}, m_place);
}

void Hands::click(
    const QWidget *widget, const QPoint &place, Qt::MouseButton button, Qt::KeyboardModifiers modifiers)
{
    press(widget, place, button, modifiers);
    release();
}

void Hands::doubleClick(const QWidget *widget, const QPoint &place)
{
    const QPointer<QWindow> in = widget->window()->windowHandle();
    if (in && m_button == Qt::NoButton)
        QTest::mouseDClick(in.data(), Qt::LeftButton, {}, widget->mapTo(widget->window(), place));
}

void Hands::turnWheel(QWidget *widget, const QPoint &place, int eighths)
{
    QWindow *const in = widget->window()->windowHandle();
    if (in == nullptr)
        return;
    const QPoint local = widget->mapTo(widget->window(), place);
    QWheelEvent event(
        local, in->mapToGlobal(local), {}, {0, eighths}, Qt::NoButton, modifiers(), Qt::NoScrollPhase, false);
    QApplication::sendEvent(in, &event);
    QApplication::processEvents();
}

void Hands::key(int key, Qt::KeyboardModifiers modifiers)
{
    if (QWindow *const in = QGuiApplication::focusWindow())
        QTest::keyClick(in, static_cast<Qt::Key>(key), modifiers);
}

void Hands::type(const QString &text)
{
    for (const QChar character : text)
        if (QWindow *const in = QGuiApplication::focusWindow())
            QTest::sendKeyEvent(QTest::Click, in, static_cast<Qt::Key>(character.toUpper().unicode()),
                QString(character), {});
}

void Hands::rest(int milliseconds)
{
    QTest::qWait(milliseconds);
}

void Hands::keepAtHome(QFileDialog *dialog) const
{
    dialog->setOption(QFileDialog::ReadOnly);
    dialog->setSidebarUrls({});
    if (dialog->directory().absolutePath() != m_home)
        dialog->setDirectory(m_home);
    for (auto *child : dialog->findChildren<QWidget *>()) {
        const bool name = child->objectName() == QLatin1String("fileNameEdit");
        const bool button = qobject_cast<QDialogButtonBox *>(child->parentWidget()) != nullptr;
        const bool leaf = child->findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly).isEmpty()
            || child->inherits("QAbstractItemView") || child->inherits("QComboBox");
        if (leaf && !name && !button)
            child->setEnabled(false);
    }
}

} // namespace overfit::monkey
