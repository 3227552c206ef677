// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/charts/chart_points.h"
#include "ui/widgets/card.h"
#include "ui/widgets/look.h"

#include <QTimer>

class QToolButton;

namespace overfit::ui {

struct Drawing;
class FlatTabs;
class KeyLine;
class PlotView;

/// Training and validation accuracy along one dial, with a marker where the dial stands and a star at the
/// validation best. Dragging over the chart, or the arrow keys while it has the focus, moves the dial.
class AccuracyChart : public Card
{
    Q_OBJECT

public:
    explicit AccuracyChart(QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// Which curve is looked at; silent.
    void setDial(Dial dial);
    /// Puts the dial where the validation accuracy is best, as far as that is known.
    void goToBest();
    /// While the curve of a snapshot is not known yet, the one before stays, and is dimmed if that takes
    /// long.
    void show(const SnapshotPtr &snapshot);
    [[nodiscard]] PlotView *plot() const { return m_plot; }

signals:
    void dialChosen(overfit::Dial dial);
    /// The marker was moved to a position of the dial, see dialRange().
    void positionChosen(overfit::Dial dial, int position);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void makeTabs();
    void draw();
    void choose(int position);
    [[nodiscard]] bool handleKey(int key);
    [[nodiscard]] int position() const;
    [[nodiscard]] IntRange range() const;
    [[nodiscard]] const Sweep *shownSweep() const;
    void showBest();
    [[nodiscard]] static QString bestText(const QString &value);
    [[nodiscard]] Drawing drawing(const Sweep *sweep) const;
    void addBelowAxis(
        Drawing &drawing, const QList<QPointF> &training, const QList<QPointF> &validation) const;
    void addEndNote(Drawing &drawing) const;
    void addMarker(Drawing &drawing) const;
    [[nodiscard]] AxisRange vertical() const;
    [[nodiscard]] QColor shade(const QColor &color) const;
    void setKeys();

    Look m_look;
    Dial m_dial = Dial::Degree;
    SnapshotPtr m_snapshot;
    SnapshotPtr m_lastWithCurve; // whose curve is drawn, dimmed, until the new one is there
    bool m_dimmed = false;
    QTimer m_untilDimmed;
    FlatTabs *m_tabs;
    KeyLine *m_keys;
    QToolButton *m_best; ///< says where the validation best is, and goes there
    PlotView *m_plot;
};

} // namespace overfit::ui
