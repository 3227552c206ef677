// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/scenario/scenario.h"

#include <QList>
#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QSpinBox;

namespace overfit::ui {

struct Look;

/// The tool bar (a plain row: QToolBar takes longer to make than all that is in it): a new sample, the player
/// of the epochs, the data, the seed.
class DataBar : public QWidget
{
    Q_OBJECT

public:
    explicit DataBar(const QList<QAction *> &actions, QWidget *parent = nullptr);

    /// Silent.
    void setScenario(const Scenario &scenario);
    void setLook(const Look &look);
    /// The highest speed on offer that is not above it; silent.
    void setSpeed(int epochsPerSecond);
    /// Up or down the list of speeds.
    void changeSpeed(int steps);

signals:
    void speedChosen(int epochsPerSecond);
    void dataChosen(const overfit::DataSource &data);
    void seedChosen(quint64 seed);
    void fileWanted();
    void formulaWanted();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void retranslate();
    [[nodiscard]] static QString entryText(int code);
    void addHeading(int code);
    void setEntry(int index);
    void fitWidths();
    void fillChooser();
    void add(const DataSource &source);
    void addShipped(Problem problem);
    void addSpeeds();
    void choose(int index);
    [[nodiscard]] int indexOf(const DataSource &wanted);

    QHBoxLayout *m_row;
    QComboBox *m_data;
    QComboBox *m_speed;
    QSpinBox *m_seed;
    QLabel *m_dataLabel;
    QLabel *m_seedLabel;
    QList<DataSource> m_sources; ///< of the chooser's entries, by their data role
    QColor m_edge;
    int m_shown = 0; ///< the entry that is in use
};

} // namespace overfit::ui
