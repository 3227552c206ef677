// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of the points that are edited.
#include "ui/charts/point_editor.h"
#include "ui/words/strings.h"

namespace overfit::ui {

QString PointEditor::readout() const
{
    if (!m_reading)
        return m_scenario.data.points && !m_selected ? tr("points edited by hand") : QString();
    const QString place = tr("(%1, %2)").arg(numberText(m_reading->place.x), numberText(m_reading->place.y));
    const QString role = m_reading->role == Role::Training ? tr("training") : tr("validation");
    if (m_reading->residual)
        return tr("%1 · %2 · residual %3").arg(place, role, numberText(*m_reading->residual));
    const bool one = m_reading->label == 1;
    const double sure = one ? *m_reading->probability : 1 - *m_reading->probability;
    return tr("%1 · %2 · %3, model: %4")
        .arg(place, role, classNames(m_scenario.data.source)[one ? 1 : 0], percentText(sure));
}

QString PointEditor::spoken() const
{
    if (!m_reading)
        return {};
    const QString role = m_reading->role == Role::Training ? tr("training point") : tr("validation point");
    const DataTexts texts = dataTexts(m_scenario.data.source);
    const QString place =
        tr("%1 %2, %3 %4")
            .arg(texts.x, numberText(m_reading->place.x), texts.y, numberText(m_reading->place.y));
    if (m_reading->residual)
        return tr("Selected: %1, %2, residual %3.").arg(role, place, numberText(*m_reading->residual));
    const bool one = m_reading->label == 1;
    const double sure = one ? *m_reading->probability : 1 - *m_reading->probability;
    return tr("Selected: %1, %2, %3, of which the model is %4 sure.")
        .arg(role, place, classNames(m_scenario.data.source)[one ? 1 : 0], percentText(sure));
}

} // namespace overfit::ui
