// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QList>
#include <QString>

namespace overfit::ui {

enum class Command {
    New,
    OpenData,
    Save,
    SaveAs,
    SceneCode,
    PasteData,
    Export,
    CopyPicture,
    CopyWindow,
    CopyPython,
    WriteFormula,
    Quit,
    Undo,
    Redo,
    NewSample,
    Play,
    Rewind,
    StepBack,
    Step,
    Slower,
    Faster,
    GoToBest,
    Compare,
    AddPoint,
    AddValidationPoint,
    DeletePoint,
    SwitchRole,
    MakeOutlier,
    SwitchClass,
    ShowTruth,
    ShowMore,
    AutomaticTheme,
    LightTheme,
    DarkTheme,
    Keys,
    About
};

/// A command's object name, its name in the menu, its key, and what it does. Declared once: the menu, the key
/// and the list of keys all ask here.
struct CommandTexts {
    QString id;
    QString name;
    QKeySequence key;
    QString help;
    QKeySequence otherKey = {}; ///< where a keyboard may lack the first one

    /// Both, for people.
    [[nodiscard]] QString keys() const;
};
[[nodiscard]] CommandTexts commandTexts(Command command);

/// What a control does, and its key.
[[nodiscard]] QString helpText(const QString &help, const QKeySequence &key);

/// The list of keys, as rich text in two columns.
[[nodiscard]] QString keysHelp();

} // namespace overfit::ui
