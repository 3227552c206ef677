// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"
#include "ui/widgets/card.h"
#include "ui/widgets/look.h"

#include <QImage>

#include <memory>

namespace overfit::ui {

struct Drawing;
class KeyLine;
class PlotView;
class PointEditor;
class Readout;

/// The examples of two classes, the true boundary, and the model: its boundary over shades of the predicted
/// probability, and a ring around each example that it gets wrong.
class ClassChart : public Card
{
    Q_OBJECT

public:
    explicit ClassChart(QWidget *parent = nullptr);

    void setLook(const Look &look);
    /// snapshot.classes must not be null.
    void show(const Snapshot &snapshot);
    /// Whether the true boundary is drawn where it is known. It is, unless told otherwise.
    void setTruthShown(bool shown);
    [[nodiscard]] PlotView *plot() const { return m_plot; }
    [[nodiscard]] PointEditor *editor() const { return m_editor; }

private:
    void retranslate();
    void draw();
    void showReading();
    void setKeys();
    void addLines(Drawing &drawing) const;
    void addExamples(Drawing &drawing) const;
    [[nodiscard]] bool showsTruth() const { return m_truthShown && m_answer->truth; }
    [[nodiscard]] QString describe() const;

    Look m_look;
    Scenario m_scenario;
    std::shared_ptr<const ClassAnswer> m_answer;
    QImage m_shading; // of that answer in that look
    bool m_truthShown = true;
    KeyLine *m_keys;
    PlotView *m_plot;
    PointEditor *m_editor;
    Readout *m_reading; ///< the selected point
    QString m_description;
};

} // namespace overfit::ui
