// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/history.h"

#include <QObject>

#include <functional>

namespace overfit::ui {

/// What is experimented with: the settings, which gestures change. Each change is a step of the history, or
/// goes on with one.
class Experimenter : public QObject
{
    Q_OBJECT

public:
    explicit Experimenter(const Scenario &scenario, QObject *parent = nullptr);

    [[nodiscard]] const Scenario &scenario() const { return m_settings.scenario; }
    [[nodiscard]] const Settings &settings() const { return m_settings; }
    [[nodiscard]] History &history() { return m_history; }

    /// Shown as it is: no gesture, no step.
    void setScenario(const Scenario &scenario);
    /// Another experiment, with which the history begins anew.
    void open(const Scenario &scenario, int patience);
    /// Learns from data that were opened, which belong to no file yet: a step of its own.
    void useData(const DataSource &source);
    /// A scene, or what a code stands for.
    void openScene(const Scenario &scene);

    // Gestures.

    void change(const std::function<void(Scenario &)> &edit);
    void moveDial(Dial dial, int position);
    void setCurve(Dial dial);
    void setSource(const DataSource &source);
    void setFormula(const QString &formula);
    void setSeed(quint64 seed);
    void drawNewSample();
    /// In units of y where a curve is learnt, as a share of the labels where classes are.
    void setNoise(double noise);
    /// Of the training that is played: it is looked at where the epochs are to be seen.
    void setEpoch(int epoch);
    void setLastEpoch(int epoch);
    void setDescent(const DescentSettings &settings);
    void setPatience(int epochs);
    /// The model that is there stays as model B, or there is none any more.
    void keepRival(bool kept);

signals:
    /// The settings are about to become others: what is told of the picture is told of another one.
    void changing();
    /// A step is about to be undone or done again.
    void restoring();
    /// The data are others than before. Comes before scenarioSet().
    void dataReplaced();
    /// All that shows the scenario is to show this one.
    void scenarioSet(const overfit::Scenario &scenario);
    /// All of that does: who hears this may change it again.
    void scenarioShown(const overfit::Scenario &scenario);
    /// A gesture changed the scenario: it wants an answer.
    void scenarioChanged(const overfit::Scenario &scenario);
    void patienceSet(int epochs);
    void documentSet(quint64 document);
    /// The points that were put in place by hand gave way to others.
    void pointsDrawnAnew();

private:
    void changeSettings(const std::function<void(Settings &)> &edit);
    void restore(const Settings &settings);
    void take(const Settings &settings);

    Settings m_settings;
    quint64 m_newestDocument = 0;
    History m_history;
};

} // namespace overfit::ui
