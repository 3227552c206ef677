// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/words/shortcuts.h"

#include <QCoreApplication>

namespace overfit::ui {

namespace {

struct Shortcuts {
    Q_DECLARE_TR_FUNCTIONS(overfit::ui::Shortcuts)
};

QString row(const QString &keys, const QString &meaning)
{
    return QStringLiteral(
        "<tr><td style='padding: 3px 24px 3px 0'><b>%1</b></td><td style='padding: 3px 0'>%2</td></tr>")
        .arg(keys.toHtmlEscaped(), meaning.toHtmlEscaped());
}

QString commandRow(Command command)
{
    const CommandTexts texts = commandTexts(command);
    return row(texts.keys(), texts.help);
}

/// Of commands that train a model and look at it epoch by epoch; empty for others.
CommandTexts playbackTexts(Command command)
{
    switch (command) {
    case Command::Play:
        return {QStringLiteral("play"), Shortcuts::tr("&Play"), QKeySequence(Qt::CTRL | Qt::Key_K),
            Shortcuts::tr("Train epoch by epoch, or pause")};
    case Command::Rewind:
        return {QStringLiteral("rewind"), Shortcuts::tr("&Rewind"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Left), Shortcuts::tr("Back to the first epoch")};
    case Command::StepBack:
        return {QStringLiteral("stepBack"), Shortcuts::tr("Step &back"),
            QKeySequence(Qt::CTRL | Qt::Key_Left), Shortcuts::tr("One epoch back")};
    case Command::Step:
        return {QStringLiteral("step"), Shortcuts::tr("&Step"), QKeySequence(Qt::CTRL | Qt::Key_Right),
            Shortcuts::tr("One epoch on")};
    case Command::Slower:
        return {QStringLiteral("slower"), Shortcuts::tr("S&lower"), QKeySequence(Qt::CTRL | Qt::Key_Down),
            Shortcuts::tr("Play the epochs more slowly")};
    case Command::Faster:
        return {QStringLiteral("faster"), Shortcuts::tr("&Faster"), QKeySequence(Qt::CTRL | Qt::Key_Up),
            Shortcuts::tr("Play the epochs faster")};
    case Command::GoToBest:
        return {QStringLiteral("goToBest"), Shortcuts::tr("&Go to the validation best"),
            QKeySequence(Qt::CTRL | Qt::Key_G),
            Shortcuts::tr("Put the dial of the accuracy chart where validation is best")};
    case Command::Compare:
        return {QStringLiteral("compare"), Shortcuts::tr("Keep this &curve as model B"),
            QKeySequence(Qt::CTRL | Qt::Key_B),
            Shortcuts::tr("Keep the curve beside the ones to come, or let it go")};
    default:
        return {};
    }
}

/// Of commands on the points of a chart, while it has the keyboard; empty for others.
CommandTexts pointTexts(Command command)
{
    switch (command) {
    case Command::AddPoint:
        return {QStringLiteral("addPoint"), Shortcuts::tr("&Add a training point"),
            QKeySequence(Qt::Key_Insert),
            Shortcuts::tr("On the chart of the data: add a point to train on (or double-click)"),
            QKeySequence(Qt::Key_A)};
    case Command::AddValidationPoint:
        return {QStringLiteral("addValidationPoint"), Shortcuts::tr("Add a &validation point"),
            QKeySequence(Qt::SHIFT | Qt::Key_Insert),
            Shortcuts::tr("On the chart of the data: add a validation point (or Shift and double-click)"),
            QKeySequence(Qt::SHIFT | Qt::Key_A)};
    case Command::DeletePoint:
        return {QStringLiteral("deletePoint"), Shortcuts::tr("&Delete the point"), QKeySequence::Delete,
            Shortcuts::tr("On the chart of the data: delete the selected point"),
            QKeySequence(Qt::Key_Backspace)};
    case Command::SwitchRole:
        return {QStringLiteral("switchRole"), Shortcuts::tr("Switch &training and validation"),
            QKeySequence(Qt::Key_T),
            Shortcuts::tr("On the chart of the data: train on the selected point, or hold it out")};
    case Command::MakeOutlier:
        return {QStringLiteral("makeOutlier"), Shortcuts::tr("Make it an &outlier"), QKeySequence(Qt::Key_O),
            Shortcuts::tr("On the chart of the data: move the selected point far out")};
    case Command::SwitchClass:
        return {QStringLiteral("switchClass"), Shortcuts::tr("Switch the &class"), QKeySequence(Qt::Key_C),
            Shortcuts::tr("On the chart of the data: turn the selected point's class around")};
    default:
        return {};
    }
}

/// Of commands that take something out of the window; empty for others.
CommandTexts exportTexts(Command command)
{
    switch (command) {
    case Command::Export:
        return {QStringLiteral("exportPicture"), Shortcuts::tr("&Export…"),
            QKeySequence(Qt::CTRL | Qt::Key_E),
            Shortcuts::tr("Save a chart, the window, a report or the numbers as a file")};
    case Command::CopyPicture:
        return {QStringLiteral("copyPicture"), Shortcuts::tr("&Copy picture"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C),
            Shortcuts::tr("Copy the chart of the model, or that of the accuracy while it has the keyboard")};
    case Command::CopyWindow:
        return {QStringLiteral("copyWindow"), Shortcuts::tr("Copy &window"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_W), Shortcuts::tr("Copy the window as a picture")};
    case Command::CopyPython:
        return {QStringLiteral("copyPython"), Shortcuts::tr("Copy as P&ython"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P),
            Shortcuts::tr("Copy a script for scikit-learn that makes this picture")};
    default:
        return {};
    }
}

/// Of commands on what is seen; empty for others.
CommandTexts viewTexts(Command command)
{
    switch (command) {
    case Command::ShowTruth:
        return {QStringLiteral("showTruth"), Shortcuts::tr("&Target function or true boundary"),
            QKeySequence(Qt::CTRL | Qt::Key_T),
            Shortcuts::tr("Show or hide what generated data are drawn from")};
    case Command::ShowMore:
        return {QStringLiteral("showMore"), Shortcuts::tr("&More settings and figures"),
            QKeySequence(Qt::CTRL | Qt::Key_M),
            Shortcuts::tr("Show or hide noise, ridge, how it is trained, all figures and the equation")};
    case Command::AutomaticTheme:
        return {QStringLiteral("automaticTheme"), Shortcuts::tr("Colours of the &desktop"),
            QKeySequence(Qt::CTRL | Qt::Key_F5), Shortcuts::tr("Light or dark, as the desktop is")};
    case Command::LightTheme:
        return {QStringLiteral("lightTheme"), Shortcuts::tr("&Light"), QKeySequence(Qt::CTRL | Qt::Key_F6),
            Shortcuts::tr("Dark on light")};
    case Command::DarkTheme:
        return {QStringLiteral("darkTheme"), Shortcuts::tr("Dar&k"), QKeySequence(Qt::CTRL | Qt::Key_F7),
            Shortcuts::tr("Light on dark")};
    default:
        return {};
    }
}

/// Of commands on the experiment as a document; empty for others.
CommandTexts documentTexts(Command command)
{
    switch (command) {
    case Command::New:
        return {QStringLiteral("new"), Shortcuts::tr("&New"), QKeySequence(Qt::CTRL | Qt::Key_N),
            Shortcuts::tr("Begin with the picture that the program starts with")};
    case Command::OpenData:
        return {QStringLiteral("openData"), Shortcuts::tr("&Open…"), QKeySequence(Qt::CTRL | Qt::Key_O),
            Shortcuts::tr("Open an experiment, or a table of data")};
    case Command::WriteFormula:
        return {QStringLiteral("writeFormula"), Shortcuts::tr("&Formula…"),
            QKeySequence(Qt::CTRL | Qt::Key_L), Shortcuts::tr("Type the law that points are drawn from")};
    case Command::Save:
        return {QStringLiteral("save"), Shortcuts::tr("&Save"), QKeySequence(Qt::CTRL | Qt::Key_S),
            Shortcuts::tr("Save the experiment: data, settings and view")};
    case Command::SaveAs:
        return {QStringLiteral("saveAs"), Shortcuts::tr("Save &as…"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S),
            Shortcuts::tr("Save the experiment to another file")};
    case Command::SceneCode:
        return {QStringLiteral("sceneCode"), Shortcuts::tr("Code for the &board…"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B),
            Shortcuts::tr("Show the code of this picture, or open the picture of a code")};
    case Command::Quit:
        return {QStringLiteral("quit"), Shortcuts::tr("&Quit"), QKeySequence(Qt::CTRL | Qt::Key_Q),
            Shortcuts::tr("Close the program")};
    case Command::Undo:
        return {QStringLiteral("undo"), Shortcuts::tr("&Undo"), QKeySequence(Qt::CTRL | Qt::Key_Z),
            Shortcuts::tr("Take back the last change of data or settings")};
    case Command::PasteData:
        return {QStringLiteral("pasteData"), Shortcuts::tr("&Paste data…"),
            QKeySequence(Qt::CTRL | Qt::Key_V),
            Shortcuts::tr("Take cells that were copied from a spreadsheet")};
    case Command::Redo:
        return {QStringLiteral("redo"), Shortcuts::tr("&Redo"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z),
            Shortcuts::tr("Make the change again that was taken back")};
    default:
        return {};
    }
}

} // namespace

CommandTexts commandTexts(Command command)
{
    switch (command) {
    case Command::NewSample:
        return {QStringLiteral("newSample"), Shortcuts::tr("New sample"), QKeySequence(Qt::CTRL | Qt::Key_D),
            Shortcuts::tr("Draw new points with the next seed, all settings as they are")};
    case Command::Keys:
        return {QStringLiteral("keys"), Shortcuts::tr("&Keys"), QKeySequence::HelpContents,
            Shortcuts::tr("This list")};
    case Command::About:
        return {QStringLiteral("about"), Shortcuts::tr("&About Overfit"),
            QKeySequence(Qt::SHIFT | Qt::Key_F1), Shortcuts::tr("Version and licences")};
    default:
        break;
    }
    for (const auto &textsOf : {documentTexts, playbackTexts, pointTexts, exportTexts}) {
        if (CommandTexts texts = textsOf(command); !texts.id.isEmpty())
            return texts;
    }
    return viewTexts(command);
}

QString helpText(const QString &help, const QKeySequence &key)
{
    return Shortcuts::tr("%1 (%2)", "what a control does, and its key")
        .arg(help, key.toString(QKeySequence::NativeText));
}

QString CommandTexts::keys() const
{
    const QString first = key.toString(QKeySequence::NativeText);
    return otherKey.isEmpty()
        ? first
        : Shortcuts::tr("%1 or %2").arg(first, otherKey.toString(QKeySequence::NativeText));
}

QString keysHelp()
{
    QString text = QStringLiteral("<table>");
    for (const Command command :
        {Command::NewSample, Command::Play, Command::Rewind, Command::StepBack, Command::Step,
            Command::Slower, Command::Faster, Command::GoToBest, Command::Compare, Command::ShowTruth,
            Command::ShowMore, Command::Undo, Command::Redo, Command::New, Command::OpenData,
            Command::WriteFormula, Command::PasteData, Command::Save, Command::SaveAs, Command::SceneCode,
            Command::Export, Command::CopyPicture, Command::CopyWindow, Command::CopyPython})
        text += commandRow(command);
    text += row(Shortcuts::tr("Alt + underlined letter"), Shortcuts::tr("Go to that dial, tab, box or menu"));
    text += row(Shortcuts::tr("Tab, Shift+Tab"), Shortcuts::tr("Go to the next or the previous control"));
    text += row(Shortcuts::tr("Arrows"),
        Shortcuts::tr("Move a dial, or the marker of the accuracy chart, by a step"));
    text += row(Shortcuts::tr("Shift + arrows"), Shortcuts::tr("Move noise or ridge by a finer step"));
    text += row(Shortcuts::tr("Page Up, Page Down"), Shortcuts::tr("Move by a larger step"));
    text += row(Shortcuts::tr("Home, End"), Shortcuts::tr("Move to the end"));
    text += row(Shortcuts::tr("B on the accuracy chart"), Shortcuts::tr("Move to the validation best"));
    for (const Command command : {Command::AddPoint, Command::AddValidationPoint, Command::DeletePoint,
             Command::SwitchRole, Command::MakeOutlier, Command::SwitchClass})
        text += commandRow(command);
    text += row(Shortcuts::tr("Arrows, Page keys, Home, End there"), Shortcuts::tr("Select a point"));
    text += row(Shortcuts::tr("Alt + arrows there"),
        Shortcuts::tr("Move the selected point; with Shift by a finer step"));
    text += row(Shortcuts::tr("Esc there"), Shortcuts::tr("Select nothing, or undo a drag under way"));
    for (const Command command : {Command::AutomaticTheme, Command::LightTheme, Command::DarkTheme,
             Command::Keys, Command::About, Command::Quit})
        text += commandRow(command);
    return text + QStringLiteral("</table>");
}

} // namespace overfit::ui
