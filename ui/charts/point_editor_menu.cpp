// SPDX-License-Identifier: GPL-3.0-or-later
// The commands on points: their menu, their keys, and why one cannot be.
#include "ui/charts/plot_view.h"
#include "ui/charts/point_editor.h"
#include "ui/words/language.h"
#include "ui/words/numbers.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

#include <utility>

namespace overfit::ui {

void PointEditor::makeActions()
{
    makeAction(Command::AddPoint, [this] { addByKey(Role::Training); });
    makeAction(Command::AddValidationPoint, [this] { addByKey(Role::Validation); });
    makeAction(Command::DeletePoint, [this] { removeSelected(); });
    makeAction(Command::SwitchRole, [this] { switchSelected(); });
    makeAction(Command::MakeOutlier,
        [this] { editSelected([this](const PointId &id) { return makeOutlier(m_scenario, id); }); });
    makeAction(Command::SwitchClass,
        [this] { editSelected([this](const PointId &id) { return switchClass(m_scenario, id); }); });
}

void PointEditor::makeAction(Command command, const std::function<void()> &run)
{
    const CommandTexts texts = commandTexts(command);
    auto *action = new QAction(this);
    action->setObjectName(texts.id);
    action->setShortcuts({texts.key, texts.otherKey});
    action->setShortcutContext(Qt::WidgetShortcut); // letters mean something on the chart alone
    keepTranslated(m_plot, [action, command] {
        const CommandTexts words = commandTexts(command);
        action->setText(words.name);
        action->setToolTip(words.help);
    });
    connect(action, &QAction::triggered, this, [this, run] {
        if (m_drag && m_gesturing)
            return; // the mouse has a point
        end(); // of a key that is still held
        run();
    });
    m_plot->addAction(action);
    m_actions.append(action);
}

void PointEditor::showMenu(const QContextMenuEvent *event)
{
    const bool byMouse = event->reason() == QContextMenuEvent::Mouse;
    if (byMouse) {
        select(pointAt(event->pos()));
        m_menuPlace = within(m_plot->map(), m_plot->map().toValue(event->pos()));
    }
    QMenu menu(m_plot);
    menu.setObjectName(QStringLiteral("pointMenu"));
    menu.setToolTipsVisible(true);
    menu.setAttribute(Qt::WA_WindowPropagation); // the window's colours, not the desktop's
    menu.setFont(m_look.base);
    for (QAction *action : std::as_const(m_actions)) {
        const bool adds = action->objectName().startsWith(QLatin1String("add"));
        action->setEnabled(adds || m_selected);
        action->setVisible(isClasses() || action != m_actions.constLast());
        menu.addAction(action);
    }
    const std::optional<QPointF> value = m_selected ? valueOf(points(), *m_selected) : std::nullopt;
    const QPoint place = value ? m_plot->map().toPixel(*value).toPoint() : m_plot->rect().center();
    menu.exec(byMouse ? event->globalPos() : m_plot->viewport()->mapToGlobal(place));
    m_menuPlace.reset();
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(true); // a key that can do nothing says why
}

bool PointEditor::canEdit()
{
    if (arePointsEditable(m_scenario))
        return true;
    emit refused(tr("Points can be edited by hand where there are up to %1; here are %2.")
                     .arg(wholeText(kMostHandPoints), wholeText(exampleCount(m_scenario))));
    return false;
}

bool PointEditor::canSpareSelected()
{
    if (!m_selected) {
        emit refused(tr("Select a point first: click it, or press an arrow key."));
        return false;
    }
    if (canSpare(m_scenario, m_selected->role))
        return true;
    emit refused(m_selected->role == Role::Training ? tr("Two points to train on have to stay.")
                                                    : tr("One validation point has to stay."));
    return false;
}

} // namespace overfit::ui
