// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/commands.h"

#include "ui/window/history.h"

#include <QAction>
#include <QWidget>

namespace overfit::ui {

namespace {

constexpr Command kCommands[] = {Command::New, Command::OpenData, Command::Save, Command::SaveAs,
    Command::SceneCode, Command::PasteData, Command::Export, Command::CopyPicture, Command::CopyWindow,
    Command::CopyPython, Command::WriteFormula, Command::Quit, Command::Undo, Command::Redo,
    Command::NewSample, Command::Play, Command::Rewind, Command::StepBack, Command::Step, Command::Slower,
    Command::Faster, Command::GoToBest, Command::Compare, Command::ShowTruth, Command::ShowMore,
    Command::AutomaticTheme, Command::LightTheme, Command::DarkTheme, Command::Keys, Command::About};
constexpr Command kToggles[] = {
    Command::Compare, Command::ShowTruth, Command::AutomaticTheme, Command::LightTheme, Command::DarkTheme};

} // namespace

Commands::Commands(QWidget *window) : QObject(window), m_window(window)
{
    for (const Command command : kCommands)
        make(command);
    for (const Command command : kToggles)
        action(command)->setCheckable(true);
    action(Command::ShowTruth)->setChecked(true);
    setTexts();
}

void Commands::make(Command command)
{
    const CommandTexts texts = commandTexts(command);
    auto *action = new QAction(m_window);
    action->setObjectName(texts.id);
    action->setShortcut(texts.key);
    connect(action, &QAction::triggered, this, &Commands::aboutToRun);
    m_window->addAction(action);
    m_actions.insert(command, action);
}

void Commands::on(Command command, const std::function<void()> &run)
{
    connect(action(command), &QAction::triggered, this, run);
}

void Commands::setTexts()
{
    for (const Command command : kCommands) {
        setHelp(command);
        setName(command);
    }
}

/// What it does, or why it can't now.
void Commands::setHelp(Command command)
{
    const CommandTexts texts = commandTexts(command);
    const bool lacksCurve = command == Command::Compare && !action(command)->isEnabled();
    action(command)->setToolTip(helpText(
        lacksCurve ? tr("Two models are compared on the data of a curve only, not on classes") : texts.help,
        texts.key));
}

void Commands::setName(Command command)
{
    const bool pauses = command == Command::Play && m_playing;
    const QString name = pauses ? tr("&Pause") : commandTexts(command).name;
    QString step;
    if (m_history && command == Command::Undo)
        step = m_history->undoText();
    else if (m_history && command == Command::Redo)
        step = m_history->redoText();
    action(command)->setText(step.isEmpty() ? name : tr("%1 (%2)").arg(name, step));
}

void Commands::setScenario(const Scenario &scenario)
{
    action(Command::Compare)->setChecked(!scenario.rivals.empty());
    action(Command::Compare)->setEnabled(problemOf(scenario) == Problem::Curve);
    setHelp(Command::Compare);
    action(Command::Step)->setEnabled(scenario.model.epochs != kFullyTrained);
    action(Command::StepBack)->setEnabled(scenario.model.epochs > kEpochRange.low);
}

void Commands::setPlaying(bool playing)
{
    m_playing = playing;
    setName(Command::Play);
}

void Commands::follow(const History &history)
{
    m_history = &history;
    const QUndoStack *const steps = &history.stack();
    action(Command::Undo)->setEnabled(steps->canUndo());
    action(Command::Redo)->setEnabled(steps->canRedo());
    connect(steps, &QUndoStack::canUndoChanged, action(Command::Undo), &QAction::setEnabled);
    connect(steps, &QUndoStack::canRedoChanged, action(Command::Redo), &QAction::setEnabled);
    connect(steps, &QUndoStack::indexChanged, this, [this] {
        setName(Command::Undo);
        setName(Command::Redo);
    });
}

} // namespace overfit::ui
