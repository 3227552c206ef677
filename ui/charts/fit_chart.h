// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/look.h"

namespace overfit::ui {

class KeyLine;
class PlotView;
class PointEditor;
class Readout;

/// The examples, the target function and the fitted curve.
class FitChart : public Card
{
    Q_OBJECT

public:
    explicit FitChart(QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// A snapshot of a curve.
    void show(const Snapshot &snapshot);
    /// Whether the target function is drawn; takes effect with the next snapshot.
    void setTruthShown(bool shown) { m_truthShown = shown; }
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    [[nodiscard]] PointEditor *editor() const { return m_editor; }

private:
    void retranslate();
    void showReading();
    void setKeys(const Snapshot &snapshot);
    [[nodiscard]] QString describe(const Snapshot &snapshot) const;

    Look m_look;
    DataSource m_data; ///< whose names the axes have
    bool m_truthShown = true;
    KeyLine *m_keys;
    PlotView *m_plot;
    PointEditor *m_editor;
    Readout *m_reading; ///< the selected point
    QString m_description;
};

/// The most points of one set that are drawn; a larger set is thinned evenly, and the key says so.
inline constexpr int kMostDrawn = 2000;

} // namespace overfit::ui
