// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QDoubleSpinBox;
class QGridLayout;
class QLabel;
class QSpinBox;

namespace overfit::ui {

struct Look;

/// How a model is trained epoch by epoch, and where that ends.
class TrainingPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TrainingPanel(QWidget *parent = nullptr);

    /// Silent.
    void setScenario(const Scenario &scenario);
    /// Silent.
    void setPatience(int epochs);
    void setLook(const Look &look);

signals:
    void descentChosen(const overfit::DescentSettings &settings);
    void lastEpochChosen(int epoch);
    /// Epochs without improvement after which playing stops; 0 for never.
    void patienceChosen(int epochs);

private:
    void makeControls();
    void retranslate();
    void fitOptimizer();
    void addField(QGridLayout *grid, QWidget *control);
    /// In the order of their names.
    [[nodiscard]] QList<QWidget *> fields() const;
    void choose();

    DescentSettings m_shown;
    QComboBox *m_optimizer;
    QDoubleSpinBox *m_learningRate;
    QDoubleSpinBox *m_rateFactor;
    QSpinBox *m_batchSize;
    QDoubleSpinBox *m_startSpread;
    QSpinBox *m_seed;
    QSpinBox *m_lastEpoch;
    QSpinBox *m_patience;
    QList<QLabel *> m_names;
};

} // namespace overfit::ui
