// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/history.h"

#include "core/data/hand_points.h"

#include <QCoreApplication>
#include <QKeyEvent>
#include <QUndoCommand>

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

class Step : public QUndoCommand
{
public:
    Step(History *history, const Scenario &before, const Scenario &after, quint64 gesture)
        : QUndoCommand(settingText(changedSetting(before, after))), m_history(history), m_before(before),
          m_after(after), m_gesture(gesture)
    {
    }

    void undo() override { emit m_history->restored(m_before); }

    void redo() override
    {
        if (std::exchange(m_made, true)) // the stack calls it when the step is made as well
            emit m_history->restored(m_after);
    }

    [[nodiscard]] int id() const override { return 1; } // any step may go on with what the gesture began

    bool mergeWith(const QUndoCommand *other) override
    {
        const auto *const next = static_cast<const Step *>(other);
        if (next->m_gesture != m_gesture)
            return false;
        m_after = next->m_after;
        const Setting setting = changedSetting(m_before, m_after);
        setText(settingText(setting));
        setObsolete(setting == Setting::None); // dragged there and back
        return true;
    }

private:
    History *m_history;
    Scenario m_before;
    Scenario m_after;
    quint64 m_gesture;
    bool m_made = false;
};

} // namespace

Setting changedSetting(const Scenario &before, const Scenario &after)
{
    const bool edited = before.points != after.points;
    // A point brings the train size with it, and new data drop those put in place by hand.
    const bool redrawn = drawsOtherExamples(before, after);
    const std::pair<bool, Setting> differences[] = {
        {before.data != after.data, Setting::Data},
        {edited && !redrawn, Setting::Points},
        {before.seed != after.seed, Setting::Seed},
        {before.noise != after.noise || before.labelNoise != after.labelNoise, Setting::Noise},
        {before.degree != after.degree, Setting::Degree},
        {before.trainSize != after.trainSize && (!edited || redrawn), Setting::TrainSize},
        {before.ridge != after.ridge, Setting::Ridge},
        {before.epochs != after.epochs || before.lastEpoch != after.lastEpoch, Setting::Epochs},
        {before.descent != after.descent, Setting::Training},
        {before.rival != after.rival, Setting::Rival},
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

void History::record(const Scenario &before, const Scenario &after)
{
    if (changedSetting(before, after) != Setting::None)
        m_stack.push(new Step(this, before, after, m_gesture));
}

void History::clear()
{
    m_stack.clear();
}

void History::endGesture()
{
    ++m_gesture;
}

bool History::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = event->type() == QEvent::KeyPress && !static_cast<QKeyEvent *>(event)->isAutoRepeat();
    const bool isWheel = event->type() == QEvent::Wheel && std::exchange(m_wheeled, watched) != watched;
    if (isKey || isWheel || event->type() == QEvent::MouseButtonPress
        || event->type() == QEvent::MouseButtonDblClick)
        endGesture();
    return QObject::eventFilter(watched, event);
}

} // namespace overfit::ui
