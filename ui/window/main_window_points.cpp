// SPDX-License-Identifier: GPL-3.0-or-later
// Data of one's own making: points edited by hand, a formula; and what the status bar says.
#include "ui/charts/point_editor.h"
#include "ui/dialogs/formula_dialog.h"
#include "ui/window/main_window.h"
#include "ui/window/reading_bar.h"

#include <QStatusBar>

#include <utility>

namespace overfit::ui {

void MainWindow::connectEditor(const PointEditor *editor)
{
    connect(editor, &PointEditor::edited, this,
        [this](const Scenario &edited) { change([&edited](Scenario &scenario) { scenario = edited; }); });
    connect(editor, &PointEditor::gestureBegan, this, [this] {
        m_history.endGesture(); // of what was before
        m_history.setHeld(true);
    });
    connect(editor, &PointEditor::gestureEnded, this, [this] {
        m_history.setHeld(false);
        if (m_snapshot)
            show(m_snapshot); // with axes that hold the point where it was left
    });
    connect(editor, &PointEditor::refused, this, &MainWindow::tell);
}

void MainWindow::askFormula()
{
    constexpr const char *kExample = "sin(3x) + 0.2x";
    const std::string &formula = m_scenario.data.source.formula;
    auto *dialog = new FormulaDialog(
        formula.empty() ? QString::fromLatin1(kExample) : QString::fromStdString(formula), m_look, this);
    connect(dialog, &FormulaDialog::formulaChosen, this, [this](const QString &chosen) {
        change([&chosen](Scenario &scenario) {
            scenario.data.source = DataSource::ofFormula(chosen.toStdString());
        });
    });
    dialog->open();
}

void MainWindow::tell(const QString &text)
{
    m_told = true;
    statusBar()->showMessage(text);
    showStatus();
}

void MainWindow::untell()
{
    if (!std::exchange(m_told, false))
        return;
    statusBar()->clearMessage();
    showStatus();
}

/// The bar takes room from the charts where it says something alone.
void MainWindow::showStatus()
{
    statusBar()->setVisible(m_told || (m_reading && !m_reading->isHidden()));
}

} // namespace overfit::ui
