// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/experimenter.h"

#include "core/sampling/hand_points.h"
#include "core/sampling/split.h"
#include "core/scenario/dial.h"

#include <algorithm>

namespace overfit::ui {

Experimenter::Experimenter(const Scenario &scenario, QObject *parent)
    : QObject(parent), m_settings{scenario, 0, 0}, m_history(this)
{
    connect(&m_history, &History::restored, this, &Experimenter::restore);
}

void Experimenter::setScenario(const Scenario &scenario)
{
    const bool otherData = scenario.data.source != m_settings.scenario.data.source;
    m_settings.scenario = scenario;
    if (otherData)
        emit dataReplaced();
    emit scenarioSet(scenario);
    emit scenarioShown(scenario);
}

void Experimenter::open(const Scenario &scenario, int patience)
{
    m_history.clear();
    m_settings.patience = patience;
    m_settings.document = ++m_newestDocument;
    emit patienceSet(patience);
    emit documentSet(m_settings.document);
    setScenario(clamped(scenario));
    emit scenarioChanged(m_settings.scenario);
}

void Experimenter::useData(const DataSource &source)
{
    m_history.endGesture(); // it was read for a while, and belongs to nothing that a hand does now
    changeSettings([this, &source](Settings &settings) {
        settings.scenario.data.source = source;
        settings.document =
            ++m_newestDocument; // saving must not put it in the place of the one that was open
    });
    m_history.endGesture();
}

void Experimenter::openScene(const Scenario &scene)
{
    changeSettings([&scene](Settings &settings) {
        settings.scenario = scene;
        settings.patience = 0;
    });
}

void Experimenter::change(const std::function<void(Scenario &)> &edit)
{
    changeSettings([&edit](Settings &settings) { edit(settings.scenario); });
}

void Experimenter::changeSettings(const std::function<void(Settings &)> &edit)
{
    const Settings before = m_settings;
    Settings after = before;
    edit(after);
    after.scenario = clamped(withFreshPoints(before.scenario, after.scenario));
    if (after == before)
        return;
    emit changing();
    m_history.record(before, after);
    if (before.scenario.data.points && !after.scenario.data.points
        && drawsOtherExamples(before.scenario, after.scenario))
        emit pointsDrawnAnew();
    take(after);
}

void Experimenter::restore(const Settings &settings)
{
    emit restoring();
    emit changing();
    take(settings);
}

void Experimenter::take(const Settings &settings)
{
    m_settings.patience = settings.patience;
    m_settings.document = settings.document;
    emit patienceSet(settings.patience);
    emit documentSet(settings.document);
    if (settings.scenario == m_settings.scenario)
        return;
    setScenario(settings.scenario);
    if (settings.scenario == m_settings.scenario) // else it was changed again, and that was said
        emit scenarioChanged(m_settings.scenario);
}

void Experimenter::moveDial(Dial dial, int position)
{
    change([dial, position](Scenario &scenario) {
        scenario = withDial(scenario, dial, position, largestTrainSize(scenario));
    });
}

void Experimenter::setCurve(Dial dial)
{
    change([dial](Scenario &scenario) { scenario.curve = dial; });
}

void Experimenter::setSource(const DataSource &source)
{
    change([&source](Scenario &scenario) { scenario.data.source = source; });
}

void Experimenter::setFormula(const QString &formula)
{
    setSource(DataSource::ofFormula(formula.toStdString()));
}

void Experimenter::setSeed(quint64 seed)
{
    change([seed](Scenario &scenario) { scenario.data.seed = seed; });
}

void Experimenter::drawNewSample()
{
    const quint64 seed = scenario().data.seed;
    setSeed(seed >= kLargestSeed ? 0 : seed + 1);
}

void Experimenter::setNoise(double noise)
{
    change([noise](Scenario &scenario) {
        if (problemOf(scenario) == Problem::Curve)
            scenario.data.noise = noise;
        else
            scenario.data.labelNoise = noise;
    });
}

void Experimenter::setEpoch(int epoch)
{
    change([epoch](Scenario &scenario) {
        scenario.model.epochs = epoch;
        scenario.curve = Dial::Epochs;
    });
}

void Experimenter::setLastEpoch(int epoch)
{
    change([epoch](Scenario &scenario) {
        scenario.training.lastEpoch = epoch;
        if (scenario.model.epochs != kFullyTrained)
            scenario.model.epochs = std::min(scenario.model.epochs, epoch);
    });
}

void Experimenter::setDescent(const DescentSettings &settings)
{
    change([&settings](Scenario &scenario) { scenario.training.descent = settings; });
}

void Experimenter::setPatience(int epochs)
{
    changeSettings([epochs](Settings &settings) { settings.patience = epochs; });
}

void Experimenter::keepRival(bool kept)
{
    change([kept](Scenario &scenario) {
        scenario.rivals.clear();
        if (kept)
            scenario.rivals.push_back(scenario.model);
    });
}

} // namespace overfit::ui
