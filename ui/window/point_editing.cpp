// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/point_editing.h"

#include "ui/charts/point_editor.h"
#include "ui/window/experimenter.h"

namespace overfit::ui {

PointEditing::PointEditing(Experimenter &experimenter, QObject *parent)
    : QObject(parent), m_experimenter(experimenter)
{
}

void PointEditing::add(PointEditor *editor)
{
    editor->setScenario(m_experimenter.scenario());
    connect(&m_experimenter, &Experimenter::scenarioSet, editor, &PointEditor::setScenario);
    connect(editor, &PointEditor::edited, this, [this](const Scenario &edited) {
        m_experimenter.change([&edited](Scenario &scenario) { scenario = edited; });
    });
    connect(editor, &PointEditor::gestureBegan, this, [this] {
        m_experimenter.history().endGesture(); // of what was before
        m_experimenter.history().setHeld(true);
    });
    connect(editor, &PointEditor::gestureEnded, this, [this] {
        m_experimenter.history().setHeld(false);
        emit gestureEnded();
    });
    connect(editor, &PointEditor::refused, this, &PointEditing::refused);
}

} // namespace overfit::ui
