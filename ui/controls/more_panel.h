// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace overfit::ui {

class DialControl;
class Readout;
struct Look;

/// The dials that not everyone needs, all figures of both sets, and the model as an equation.
class MorePanel : public QWidget
{
    Q_OBJECT

public:
    explicit MorePanel(QWidget *parent = nullptr);

    /// Silent.
    void setScenario(const Scenario &scenario);
    void show(const Snapshot &snapshot);
    void setLook(const Look &look);

signals:
    void noiseChosen(double noise);
    /// To a position, see dialRange().
    void dialMoved(overfit::Dial dial, int position);

private:
    void retranslate();
    [[nodiscard]] QWidget *makeFigures();
    void setHeads(const Snapshot &snapshot);
    void showCurve(const Snapshot &snapshot);
    void showClasses(const Snapshot &snapshot);

    DialControl *m_noise;
    DialControl *m_ridge;
    QList<QLabel *> m_labels;
    QList<Readout *> m_figures; ///< training, validation, row by row
    QList<QLabel *> m_heads; ///< of the columns of figures
    QLabel *m_system; ///< rank and condition of the system that was solved
    QLineEdit *m_equation;
};

} // namespace overfit::ui
