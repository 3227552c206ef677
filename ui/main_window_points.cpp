// SPDX-License-Identifier: GPL-3.0-or-later
// Points that are edited by hand, and what the status bar says.
#include "ui/charts/point_editor.h"
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

/// Until the next change.
void MainWindow::tell(const QString &text)
{
    m_told = true;
    statusBar()->show();
    statusBar()->showMessage(text);
}

} // namespace overfit::ui
