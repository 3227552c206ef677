// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/answer/snapshot.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <optional>

namespace overfit::ui {

/// The speeds that can be chosen, in epochs a second.
inline constexpr std::array kSpeeds{1, 2, 5, 10, 20, 50, 100, 200, 500, 1000};
inline constexpr int kUsualSpeed = 20;

/// Plays the epochs of a training run: it says, as time goes by, which epoch is to be shown. It never gets
/// ahead of the training, and stops at the last epoch or where the stop rule ends it.
class EpochPlayer : public QObject
{
    Q_OBJECT

public:
    enum class Ending { Paused, LastEpoch, NoImprovement };

    explicit EpochPlayer(QObject *parent = nullptr);

    /// Where the dials stand. While it plays, a change of any other than the epochs makes it start anew.
    void setScenario(const Scenario &scenario);
    /// How far the training has come.
    void show(const Snapshot &snapshot);
    void setSpeed(int epochsPerSecond);
    /// Stop where the validation accuracy has not improved for so many epochs; 0 for never.
    void setPatience(int epochs);
    [[nodiscard]] int speed() const { return m_speed; }
    [[nodiscard]] int patience() const { return m_patience; }

    /// From where the epochs stand; from the first one where they stand at the end.
    void play();
    void pause();
    void toggle();
    void rewind();
    void step();
    void stepBack();
    [[nodiscard]] bool playing() const { return m_timer.isActive(); }
    /// Lets so much time go by, in seconds; the timer does it at display rate.
    void advance(double seconds);

signals:
    void epochChosen(int epoch);
    void playingChanged(bool playing);
    /// It came to an end by itself, at this epoch.
    void ended(overfit::ui::EpochPlayer::Ending ending, int epoch);

private:
    void start(double position);
    void stop();
    void choose(int epoch);
    void end(Ending ending, int epoch);
    [[nodiscard]] std::optional<int> patienceEnd() const;

    Scenario m_scenario;
    std::shared_ptr<const Sweep> m_run; ///< the epochs that are known
    double m_position = 1; ///< the epoch, and the part of the way to the next
    int m_speed = kUsualSpeed;
    int m_patience = 0;
    QTimer m_timer;
    QElapsedTimer m_sinceLast;
};

} // namespace overfit::ui
