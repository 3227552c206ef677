// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

namespace overfit::ui {

/// A setting, or a group of them, as a step of the history is called by it.
enum class Setting {
    None,
    Data,
    Points,
    Seed,
    Noise,
    Degree,
    TrainSize,
    Ridge,
    Epochs,
    Training,
    Rival,
    Several
};

/// All that a step brings back.
struct Settings {
    Scenario scenario;
    int patience = 0; ///< of the player, see EpochPlayer::setPatience()
    quint64 document = 0; ///< which file it belongs to: data that are opened begin another one

    bool operator==(const Settings &) const = default;
};

/// What differs between the two, but for the curve that is looked at, which is nothing to undo.
[[nodiscard]] Setting changedSetting(const Settings &from, const Settings &to);

/// What was done to the settings, to be undone and done again. All that comes of one gesture is one step: a
/// drag, a key held down, a wheel turned on, a training that is played.
class History : public QObject
{
    Q_OBJECT

public:
    explicit History(QObject *parent = nullptr);
    ~History() override;

    /// A change that has been made. One of nothing but the curve that is looked at is no step.
    void record(const Settings &before, const Settings &after);
    /// What comes next is a step of its own, whatever hand it comes from.
    void endGesture();
    /// From now on one gesture is under way, whatever keys are pressed, until it is told otherwise.
    void setHeld(bool held);
    /// Forgets everything; the scenario that is there counts as saved.
    void clear();
    /// What the step is called that would be undone, or done again; empty where there is none.
    [[nodiscard]] QString undoText() const { return textOf(m_stack.index() - 1); }
    [[nodiscard]] QString redoText() const { return textOf(m_stack.index()); }
    [[nodiscard]] QUndoStack &stack() { return m_stack; }
    [[nodiscard]] const QUndoStack &stack() const { return m_stack; }

signals:
    /// A step was undone or done again: the settings are to be these.
    void restored(const overfit::ui::Settings &settings);

protected:
    /// Sees where one gesture ends and the next begins.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    [[nodiscard]] QString textOf(int step) const;

    QUndoStack m_stack{this};
    quint64 m_gesture = 0;
    bool m_held = false;
    const QObject *m_wheeled = nullptr; ///< what the wheel was turned on last; only ever compared
};

} // namespace overfit::ui
