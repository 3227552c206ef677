// SPDX-License-Identifier: GPL-3.0-or-later
// Data of one's own making: points edited by hand, a formula; and what the status bar says.
#include "ui/charts/point_editor.h"
#include "ui/formula_dialog.h"
#include "ui/main_window.h"

#include <QStatusBar>

namespace overfit::ui {

void MainWindow::connectEditor(const PointEditor *editor)
{
    connect(editor, &PointEditor::edited, this,
        [this](const Scenario &edited) { change([&edited](Scenario &scenario) { scenario = edited; }); });
    connect(editor, &PointEditor::gestureBegan, &m_history, &History::endGesture); // of what was before
    connect(editor, &PointEditor::gestureEnded, this, [this] {
        if (m_snapshot)
            show(m_snapshot); // with axes that hold the point where it was left
    });
    connect(editor, &PointEditor::refused, this, &MainWindow::tell);
}

void MainWindow::askFormula()
{
    constexpr const char *kExample = "sin(3x) + 0.2x";
    const std::string &formula = m_scenario.data.formula;
    auto *dialog = new FormulaDialog(
        formula.empty() ? QString::fromLatin1(kExample) : QString::fromStdString(formula), m_look, this);
    connect(dialog, &FormulaDialog::formulaChosen, this, [this](const QString &chosen) {
        change(
            [&chosen](Scenario &scenario) { scenario.data = DataSource::ofFormula(chosen.toStdString()); });
    });
    dialog->open();
}

/// Until the next change.
void MainWindow::tell(const QString &text)
{
    m_told = true;
    statusBar()->show();
    statusBar()->showMessage(text);
}

} // namespace overfit::ui
