// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/epoch_player.h"

#include "core/analysis/early_stopping.h"
#include "core/scenario/dependence.h"

#include <algorithm>
#include <cmath>

namespace overfit::ui {

namespace {

constexpr int kFrame = 16; // ms

} // namespace

EpochPlayer::EpochPlayer(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kFrame);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this,
        [this] { advance(static_cast<double>(m_sinceLast.restart()) / 1000); });
}

void EpochPlayer::setScenario(const Scenario &scenario)
{
    const bool otherRun = dependenceOfRun(scenario) != dependenceOfRun(m_scenario);
    m_scenario = scenario;
    if (m_scenario.model.epochs != static_cast<int>(m_position))
        m_position = m_scenario.model.epochs; // moved by others, such as a shorter run
    if (otherRun)
        m_run.reset();
    if (otherRun && playing())
        start(1);
}

void EpochPlayer::show(const Snapshot &snapshot)
{
    if (dependenceOfRun(snapshot.scenario) == dependenceOfRun(m_scenario))
        m_run = snapshot.sweeps[Dial::Epochs];
}

void EpochPlayer::setSpeed(int epochsPerSecond)
{
    m_speed = epochsPerSecond;
}

void EpochPlayer::setPatience(int epochs)
{
    m_patience = epochs;
}

void EpochPlayer::play()
{
    const bool atEnd = m_scenario.model.epochs >= m_scenario.training.lastEpoch
        || m_scenario.model.epochs >= patienceEnd().value_or(kFullyTrained);
    const bool was = playing();
    start(atEnd ? 1 : m_scenario.model.epochs);
    if (!was)
        emit playingChanged(true);
}

void EpochPlayer::start(double position)
{
    m_position = position;
    m_sinceLast.start();
    m_timer.start();
    choose(static_cast<int>(position));
}

void EpochPlayer::pause()
{
    if (playing())
        stop();
}

void EpochPlayer::stop()
{
    m_timer.stop();
    emit playingChanged(false);
}

void EpochPlayer::toggle()
{
    if (playing())
        pause();
    else
        play();
}

void EpochPlayer::rewind()
{
    pause();
    choose(kEpochRange.low);
}

void EpochPlayer::step()
{
    pause();
    if (m_scenario.model.epochs < m_scenario.training.lastEpoch)
        choose(m_scenario.model.epochs + 1);
    else if (m_scenario.model.epochs != kFullyTrained)
        choose(kFullyTrained);
}

void EpochPlayer::stepBack()
{
    pause();
    if (m_scenario.model.epochs == kFullyTrained)
        choose(m_scenario.training.lastEpoch);
    else if (m_scenario.model.epochs > kEpochRange.low)
        choose(m_scenario.model.epochs - 1);
}

void EpochPlayer::advance(double seconds)
{
    if (!playing() || !m_run || m_run->points.empty())
        return; // nothing of this run is known yet
    const double known = m_run->points.back().value;
    const std::optional<int> rule = patienceEnd();
    const int last = rule ? std::min(*rule, m_scenario.training.lastEpoch) : m_scenario.training.lastEpoch;
    const double reached = std::min(static_cast<double>(last), known);
    m_position = std::max(m_position, std::min(m_position + seconds * m_speed, reached)); // never back
    const int epoch = static_cast<int>(m_position);
    choose(epoch);
    if (epoch >= last && playing())
        end(rule == last ? Ending::NoImprovement : Ending::LastEpoch, epoch);
}

void EpochPlayer::end(Ending ending, int epoch)
{
    stop();
    emit ended(ending, epoch);
}

void EpochPlayer::choose(int epoch)
{
    if (epoch == m_scenario.model.epochs)
        return;
    m_scenario.model.epochs = epoch;
    emit epochChosen(epoch);
}

std::optional<int> EpochPlayer::patienceEnd() const
{
    return m_patience > 0 && m_run ? stopEpoch(*m_run, m_patience) : std::nullopt;
}

} // namespace overfit::ui
