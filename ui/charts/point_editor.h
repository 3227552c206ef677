// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/point_reading.h"
#include "core/answer/snapshot.h"
#include "ui/charts/point_picking.h"
#include "ui/widgets/look.h"
#include "ui/words/shortcuts.h"

#include <QList>
#include <QObject>
#include <QPointF>

#include <functional>
#include <optional>

class QAction;
class QContextMenuEvent;
class QKeyEvent;
class QMouseEvent;

namespace overfit::ui {

class PlotView;

/// Edits the points of a chart by hand: by the mouse, by keys, and by a menu. It says what is to become of
/// the scenario, and changes nothing itself.
class PointEditor : public QObject
{
    Q_OBJECT

public:
    /// A child of @p plot, whose events it takes.
    explicit PointEditor(PlotView *plot);

    /// What is edited; silent.
    void setScenario(const Scenario &scenario);
    /// What is said about the selected point.
    void show(const Snapshot &snapshot);
    void setLook(const Look &look);
    /// A point is under way: the axes must stay as they are.
    [[nodiscard]] bool gesturing() const { return m_gesturing; }
    [[nodiscard]] const std::optional<PointId> &selected() const { return m_selected; }
    /// The selected point, or that points were edited; may be empty.
    [[nodiscard]] QString readout() const;
    /// The same in a sentence.
    [[nodiscard]] QString spoken() const;

signals:
    /// A gesture made another scenario of the one that was set.
    void edited(const overfit::Scenario &scenario);
    /// What is edited between these two is one change: a drag, or a key that is held.
    void gestureBegan();
    void gestureEnded();
    /// readout() and spoken() say something else.
    void readingChanged();
    /// Why something cannot be done.
    void refused(const QString &reason);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Drag {
        PointId point;
        QPointF pressed; ///< pixels
        QPointF offset; ///< of the point from the pointer
        Scenario before;
    };

    void makeActions();
    void makeAction(Command command, const std::function<void()> &run);
    void press(const QMouseEvent *event);
    void move(const QMouseEvent *event);
    void release();
    void addByMouse(const QMouseEvent *event);
    void showMenu(const QContextMenuEvent *event);
    [[nodiscard]] bool handleKey(const QKeyEvent *event);
    [[nodiscard]] bool walkBy(int key);
    [[nodiscard]] bool nudge(const QKeyEvent *event);
    void escape();
    void begin();
    void end();
    void change(const Scenario &scenario);
    void changeInPlace(const Scenario &scenario);
    void add(Role role, const QPointF &value);
    void addByKey(Role role);
    void removeSelected();
    void switchSelected();
    /// An edit that leaves the point where it is in its set.
    void editSelected(const std::function<Scenario(const PointId &)> &edit);
    [[nodiscard]] bool canEdit();
    [[nodiscard]] bool canSpareSelected();
    [[nodiscard]] bool isClasses() const { return problemOf(m_scenario) == Problem::Classes; }
    void select(const std::optional<PointId> &point);
    void showSelection();
    [[nodiscard]] const QList<SeenPoint> &points() const;
    [[nodiscard]] std::optional<PointId> pointAt(const QPointF &pixel) const;
    [[nodiscard]] std::uint8_t labelForNew() const;

    PlotView *m_plot;
    Look m_look;
    Scenario m_scenario;
    std::optional<Snapshot> m_snapshot;
    std::optional<PointReading> m_reading; ///< of the selected point, as far as the snapshot has it
    std::optional<PointId> m_selected;
    std::optional<Drag> m_drag;
    std::optional<QPointF> m_menuPlace; ///< while the menu is open at a place of the chart
    bool m_gesturing = false;
    bool m_moving = false; ///< what is being changed leaves every point its number
    bool m_renumbered = true; ///< since the snapshot: it may say something of another point
    mutable std::optional<QList<SeenPoint>> m_points; ///< of the scenario, once they were wanted
    QList<QAction *> m_actions;
};

} // namespace overfit::ui
