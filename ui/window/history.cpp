// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/history.h"

#include "core/sampling/hand_points.h"

#include <QApplication>
#include <QKeyEvent>
#include <QUndoCommand>
#include <QWheelEvent>
#include <QWidget>

#include <utility>

namespace overfit::ui {

namespace {

QString settingText(Setting setting)
{
    switch (setting) {
    case Setting::Data:
        return History::tr("data");
    case Setting::Points:
        return History::tr("points");
    case Setting::Seed:
        return History::tr("new sample");
    case Setting::Noise:
        return History::tr("noise");
    case Setting::Degree:
        return History::tr("degree");
    case Setting::TrainSize:
        return History::tr("train size");
    case Setting::Ridge:
        return History::tr("ridge");
    case Setting::Epochs:
        return History::tr("epochs");
    case Setting::Training:
        return History::tr("way of training");
    case Setting::Rival:
        return History::tr("model B");
    case Setting::None:
    case Setting::Several:
        break;
    }
    return History::tr("several settings");
}

/// Not one that repeats itself, nor one that does nothing alone.
bool beginsGesture(const QKeyEvent &event)
{
    const bool modifies = event.key() == Qt::Key_Shift || event.key() == Qt::Key_Control
        || event.key() == Qt::Key_Alt || event.key() == Qt::Key_AltGr || event.key() == Qt::Key_Meta;
    return !event.isAutoRepeat() && !modifies;
}

class Step : public QUndoCommand
{
public:
    Step(History *history, const Settings &before, const Settings &after, quint64 gesture)
        : m_history(history), m_before(before), m_after(after), m_gesture(gesture)
    {
    }

    void undo() override { emit m_history->restored(m_before); }

    void redo() override
    {
        if (std::exchange(m_made, true)) // the stack calls it when the step is made as well
            emit m_history->restored(m_after);
    }

    [[nodiscard]] Setting setting() const { return changedSetting(m_before, m_after); }

    [[nodiscard]] int id() const override { return 1; } // any step may go on with what the gesture began

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *const next = static_cast<const Step *>(other);
        if (next->m_gesture != m_gesture)
            return false;
        m_after = next->m_after;
        setObsolete(setting() == Setting::None); // dragged there and back
        return true;
    }

private:
    History *m_history;
    Settings m_before;
    Settings m_after;
    quint64 m_gesture;
    bool m_made = false;
};

} // namespace

Setting changedSetting(const Settings &from, const Settings &to)
{
    const Scenario &before = from.scenario;
    const Scenario &after = to.scenario;
    const bool edited = before.data.points != after.data.points;
    // A point brings the train size with it, and new data drop those put in place by hand.
    const bool redrawn = drawsOtherExamples(before, after);
    const std::pair<bool, Setting> differences[] = {
        {before.data.source != after.data.source || from.document != to.document, Setting::Data},
        {edited && !redrawn, Setting::Points},
        {before.data.seed != after.data.seed, Setting::Seed},
        {before.data.noise != after.data.noise || before.data.labelNoise != after.data.labelNoise,
            Setting::Noise},
        {before.model.degree != after.model.degree, Setting::Degree},
        {before.sampling.trainSize != after.sampling.trainSize && (!edited || redrawn), Setting::TrainSize},
        {before.model.ridge != after.model.ridge, Setting::Ridge},
        {before.model.epochs != after.model.epochs || before.training.lastEpoch != after.training.lastEpoch,
            Setting::Epochs},
        {before.training.descent != after.training.descent || from.patience != to.patience,
            Setting::Training},
        {before.rivals != after.rivals, Setting::Rival},
    };
    Setting found = Setting::None;
    for (const auto &[differs, setting] : differences) {
        if (differs)
            found = found == Setting::None ? setting : Setting::Several;
    }
    return found;
}

History::History(QObject *parent) : QObject(parent)
{
    QCoreApplication::instance()->installEventFilter(this);
}

/// A stack that goes forgets its steps, and would say so.
History::~History()
{
    m_stack.blockSignals(true);
}

void History::record(const Settings &before, const Settings &after)
{
    if (changedSetting(before, after) != Setting::None)
        m_stack.push(new Step(this, before, after, m_gesture));
}

void History::clear()
{
    m_stack.clear();
}

/// Asked for anew each time: the language may be another one than when the step was made.
QString History::textOf(int step) const
{
    const auto *const made = static_cast<const Step *>(m_stack.command(step));
    return made ? settingText(made->setting()) : QString();
}

void History::endGesture()
{
    ++m_gesture;
}

void History::setHeld(bool held)
{
    m_held = held;
}

/// A key that is bound to a command never arrives as a press, but as a question whether somebody else wants
/// it. A wheel is asked about where it enters a window: of one turn a widget after the other may hear.
bool History::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
    case QEvent::MouseButtonDblClick:
        if (!m_held)
            endGesture();
        break;
    case QEvent::KeyPress:
    case QEvent::ShortcutOverride:
        if (!m_held && beginsGesture(*static_cast<QKeyEvent *>(event)))
            endGesture();
        break;
    case QEvent::Wheel:
        if (watched->isWindowType()) {
            const QObject *under =
                QApplication::widgetAt(static_cast<QWheelEvent *>(event)->globalPosition().toPoint());
            if (std::exchange(m_wheeled, under) != under)
                endGesture();
        }
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace overfit::ui
