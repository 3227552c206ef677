// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario.h"

#include <QToolBar>

class QComboBox;
class QLabel;
class QSpinBox;

namespace overfit::ui {

struct Look;

/// What is learnt from: a new sample, the data, the seed.
class DataBar : public QToolBar
{
    Q_OBJECT

public:
    explicit DataBar(QAction *newSample, QWidget *parent = nullptr);

    /// Silent.
    void setScenario(const Scenario &scenario);
    void setLook(const Look &look);

signals:
    void dataChosen(const overfit::DataSource &data);
    void seedChosen(quint64 seed);
    void fileWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillChooser();
    void choose(int index);
    [[nodiscard]] int indexOf(const DataSource &wanted);

    QComboBox *m_data;
    QSpinBox *m_seed;
    QLabel *m_dataLabel;
    QLabel *m_seedLabel;
    QList<DataSource> m_sources; ///< of the chooser's entries, by their data role
    QColor m_edge;
    int m_shown = 0; ///< the entry that is in use
};

} // namespace overfit::ui
