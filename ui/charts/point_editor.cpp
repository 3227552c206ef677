// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/point_editor.h"

#include "ui/charts/plot_view.h"
#include "ui/widgets/gesture.h"
#include "ui/words/numbers.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QLineF>
#include <QMouseEvent>

#include <utility>

namespace overfit::ui {

namespace {

constexpr double kReach = 12; // pixels from the middle of a point
constexpr double kStill = 3; // pixels that a hand moves while it clicks
constexpr int kSteps = 100; // across an axis, by keys
constexpr int kFine = 10; // times finer
constexpr int kPage = 10; // points

Place placeOf(const QPointF &value)
{
    return {value.x(), value.y()};
}

QPointF offsetOf(int key)
{
    switch (key) {
    case Qt::Key_Left:
        return {-1, 0};
    case Qt::Key_Right:
        return {1, 0};
    case Qt::Key_Up:
        return {0, 1};
    case Qt::Key_Down:
        return {0, -1};
    default:
        return {};
    }
}

} // namespace

PointEditor::PointEditor(PlotView *plot) : QObject(plot), m_plot(plot)
{
    plot->setFocusPolicy(Qt::StrongFocus);
    plot->viewport()->setMouseTracking(true);
    plot->installEventFilter(this);
    plot->viewport()->installEventFilter(this);
    makeActions();
}

void PointEditor::setLook(const Look &look)
{
    m_look = look;
    showSelection();
}

void PointEditor::setScenario(const Scenario &scenario)
{
    const bool others = drawsOtherExamples(m_scenario, scenario);
    const bool same = !others && scenario.data.points == m_scenario.data.points
        && scenario.sampling.trainSize == m_scenario.sampling.trainSize;
    m_scenario = scenario;
    if (same)
        return;
    m_points.reset();
    if (!m_moving)
        m_renumbered = true;
    if (others)
        m_drag.reset();
    if (m_selected && (others || !valueOf(points(), *m_selected)))
        m_selected.reset();
    showSelection();
}

void PointEditor::show(const Snapshot &snapshot)
{
    m_snapshot = snapshot;
    if (!drawsOtherExamples(snapshot.scenario, m_scenario)
        && snapshot.scenario.data.points == m_scenario.data.points
        && snapshot.scenario.sampling.trainSize == m_scenario.sampling.trainSize)
        m_renumbered = false;
    showSelection();
}

const QList<SeenPoint> &PointEditor::points() const
{
    if (!m_points)
        m_points = seenPoints(m_scenario);
    return *m_points;
}

std::optional<PointId> PointEditor::pointAt(const QPointF &pixel) const
{
    return nearestPoint(points(), m_plot->map(), pixel, kReach);
}

void PointEditor::select(const std::optional<PointId> &point)
{
    m_selected = point;
    showSelection();
}

/// The ring is where the hand has the point; what is said of it comes with the answer.
void PointEditor::showSelection()
{
    m_plot->setRing(m_selected ? valueOf(points(), *m_selected) : std::nullopt, m_look.markerSize * 2.1);
    m_reading.reset();
    if (m_selected && m_snapshot && !m_renumbered)
        m_reading = readPoint(*m_snapshot, *m_selected);
    emit readingChanged();
}

bool PointEditor::eventFilter(QObject *watched, QEvent *event)
{
    if (takesMouseAway(event->type()))
        release();
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        press(static_cast<QMouseEvent *>(event));
        return false; // the chart takes the focus
    case QEvent::MouseMove:
        move(static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::MouseButtonRelease:
        if (static_cast<QMouseEvent *>(event)->button() == Qt::LeftButton)
            release();
        return false;
    case QEvent::MouseButtonDblClick:
        addByMouse(static_cast<QMouseEvent *>(event));
        return true;
    case QEvent::ContextMenu:
        showMenu(static_cast<QContextMenuEvent *>(event));
        return true;
    case QEvent::KeyPress:
        return handleKey(static_cast<QKeyEvent *>(event));
    case QEvent::KeyRelease:
        if (!m_drag && !static_cast<QKeyEvent *>(event)->isAutoRepeat())
            end();
        return false;
    default:
        return QObject::eventFilter(watched, event);
    }
}

void PointEditor::press(const QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return;
    const QPointF pixel = event->position();
    select(pointAt(pixel));
    if (const std::optional<QPointF> value = m_selected ? valueOf(points(), *m_selected) : std::nullopt)
        m_drag = Drag{*m_selected, pixel, m_plot->map().toPixel(*value) - pixel, m_scenario};
}

void PointEditor::move(const QMouseEvent *event)
{
    const QPointF pixel = event->position();
    if (m_drag && !event->buttons().testFlag(Qt::LeftButton))
        release(); // it was let go elsewhere
    if (!m_drag) {
        const bool near = event->buttons() == Qt::NoButton && pointAt(pixel);
        if (const auto shape = near ? Qt::SizeAllCursor : Qt::ArrowCursor;
            shape != m_plot->viewport()->cursor().shape())
            m_plot->viewport()->setCursor(shape);
        return;
    }
    if (!m_gesturing && QLineF(pixel, m_drag->pressed).length() < kStill)
        return;
    begin();
    const QPointF value = within(m_plot->map(), m_plot->map().toValue(pixel + m_drag->offset));
    changeInPlace(movePoint(m_scenario, m_drag->point, placeOf(value)));
}

void PointEditor::release()
{
    m_drag.reset();
    end();
}

void PointEditor::begin()
{
    if (std::exchange(m_gesturing, true))
        return;
    emit gestureBegan();
}

void PointEditor::end()
{
    if (!std::exchange(m_gesturing, false))
        return;
    emit gestureEnded();
}

void PointEditor::escape()
{
    if (m_drag && m_gesturing) {
        const Scenario before = m_drag->before;
        changeInPlace(before);
        release();
        return;
    }
    m_drag.reset();
    select(std::nullopt);
}

void PointEditor::change(const Scenario &scenario)
{
    if (!(scenario == m_scenario))
        emit edited(scenario);
}

void PointEditor::changeInPlace(const Scenario &scenario)
{
    m_moving = true;
    change(scenario);
    m_moving = false;
}

void PointEditor::addByMouse(const QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !canEdit())
        return;
    const QPointF pixel = event->position();
    if (pointAt(pixel) || !m_plot->map().area.contains(pixel))
        return;
    const bool held = event->modifiers() & Qt::ShiftModifier;
    add(held ? Role::Validation : Role::Training, m_plot->map().toValue(pixel));
}

void PointEditor::add(Role role, const QPointF &value)
{
    if (exampleCount(m_scenario) >= kMostHandPoints) {
        emit refused(tr("There are %1 points already, and no more can be added by hand.")
                         .arg(wholeText(kMostHandPoints)));
        return;
    }
    change(addPoint(m_scenario, role, placeOf(value), labelForNew()));
    select(newestPoint(m_scenario, role));
}

/// Beside the selected point, or in the middle; from the menu where that was opened.
void PointEditor::addByKey(Role role)
{
    if (!canEdit())
        return;
    const PlotMap &map = m_plot->map();
    QPointF value = map.toValue(map.area.center());
    if (m_menuPlace)
        value = *m_menuPlace;
    else if (const auto selected = m_selected ? valueOf(points(), *m_selected) : std::nullopt)
        value = *selected + QPointF(2 * (map.x.high - map.x.low) / kSteps, 0);
    add(role, within(map, value));
}

/// The class of the selected point, so that several of it can be added one after the other.
std::uint8_t PointEditor::labelForNew() const
{
    return m_selected ? labelOf(points(), *m_selected) : std::uint8_t{0};
}

void PointEditor::removeSelected()
{
    if (!canEdit() || !canSpareSelected())
        return;
    const PointId gone = *m_selected;
    std::optional<PointId> next = walked(points(), gone, 1);
    if (next == gone)
        next = walked(points(), gone, -1);
    if (next && next->role == gone.role && next->index > gone.index)
        --next->index;
    change(deletePoint(m_scenario, gone));
    select(next);
}

void PointEditor::switchSelected()
{
    if (!canEdit() || !canSpareSelected())
        return;
    const Role other = m_selected->role == Role::Training ? Role::Validation : Role::Training;
    change(switchRole(m_scenario, *m_selected));
    select(newestPoint(m_scenario, other));
}

void PointEditor::editSelected(const std::function<Scenario(const PointId &)> &edit)
{
    if (!canEdit())
        return;
    if (!m_selected) {
        emit refused(tr("Select a point first: click it, or press an arrow key."));
        return;
    }
    changeInPlace(edit(*m_selected));
}

bool PointEditor::handleKey(const QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        escape();
        return true;
    }
    const auto modifiers = event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (modifiers == Qt::AltModifier)
        return nudge(event);
    return modifiers == Qt::NoModifier && walkBy(event->key());
}

bool PointEditor::walkBy(int key)
{
    const int all = static_cast<int>(kMostHandPoints);
    const std::pair<int, int> steps[] = {{Qt::Key_Left, -1}, {Qt::Key_Down, -1}, {Qt::Key_Right, 1},
        {Qt::Key_Up, 1}, {Qt::Key_PageDown, -kPage}, {Qt::Key_PageUp, kPage}, {Qt::Key_Home, -all},
        {Qt::Key_End, all}};
    for (const auto &[walking, by] : steps) {
        if (walking != key)
            continue;
        if (!canEdit())
            return true;
        const bool toAnEnd = key == Qt::Key_Home || key == Qt::Key_End;
        select(walked(points(), toAnEnd && !m_selected ? points().constFirst().id : m_selected, by));
        return true;
    }
    return false;
}

/// Moves the selected point by a step.
bool PointEditor::nudge(const QKeyEvent *event)
{
    const QPointF offset = offsetOf(event->key());
    if (offset.isNull())
        return false;
    const std::optional<QPointF> value = m_selected ? valueOf(points(), *m_selected) : std::nullopt;
    if (!value)
        return true;
    if (m_drag)
        return true; // the mouse has it
    const PlotMap &map = m_plot->map();
    const double steps = event->modifiers() & Qt::ShiftModifier ? kSteps * kFine : kSteps;
    const QPointF step((map.x.high - map.x.low) / steps, (map.y.high - map.y.low) / steps);
    begin();
    const QPointF moved = *value + QPointF(offset.x() * step.x(), offset.y() * step.y());
    changeInPlace(movePoint(m_scenario, *m_selected, placeOf(within(map, moved))));
    return true;
}

} // namespace overfit::ui
